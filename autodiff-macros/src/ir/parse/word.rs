//! Names and words.

use super::*;

/// `s`, `s@2`.
pub(super) fn name(input: ParseStream) -> Result<String> {
    let name = input.call(Ident::parse_any)?.to_string();
    match input.parse::<Option<Token![@]>>()? {
        Some(_) => Ok(format!("{name}@{}", input.parse::<syn::LitInt>()?)),
        None => Ok(name),
    }
}

/// Whatever comes, up to `end`.
pub(super) fn tokens(input: ParseStream, end: impl Fn(ParseStream) -> bool) -> Result<TokenStream> {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !end(input) {
        tokens.extend([input.parse::<proc_macro2::TokenTree>()?]);
    }
    Ok(tokens)
}

pub(super) fn is_word(input: ParseStream, word: &str) -> bool {
    input
        .fork()
        .call(Ident::parse_any)
        .is_ok_and(|found| found == word)
}

/// Whether a word stands here; goes past it.
pub(super) fn take_word(input: ParseStream, word: &str) -> bool {
    let found = is_word(input, word);
    found && input.call(Ident::parse_any).is_ok()
}

pub(super) fn word(input: ParseStream, word: &str) -> Result<()> {
    match take_word(input, word) {
        true => Ok(()),
        false => Err(input.error(format!("expected `{word}`"))),
    }
}

/// Whether `diverges;` comes next.
pub(super) fn ends(input: ParseStream) -> bool {
    is_word(input, "diverges") && input.peek2(Token![;])
}
