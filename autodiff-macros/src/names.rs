//! Every generated identifier.
//!
//! # Note: prefix
//!
//! Hygiene keeps generated variables apart from the user's, but not from a lower-case `const` of the
//! user's: a pattern `t` means that constant. What carries the user's own name cannot clash (the
//! user's function would not compile either); everything else begins with two underscores.

use proc_macro2::{Ident, Span};

/// A generated variable: hygienic, located at the user's token.
pub(crate) fn variable(name: &str, span: Span) -> Ident {
    let span = Span::mixed_site().located_at(span);
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, span),
        None => Ident::new(name, span),
    }
}

/// A generated name that is not the user's own.
pub(crate) fn prefixed(name: &str) -> String {
    format!("__{}", plain(name))
}

/// The text of an identifier; `r#x` is `x` where `x` is no keyword.
pub(crate) fn text(ident: &Ident) -> String {
    let text = ident.to_string();
    match text.strip_prefix("r#") {
        Some(plain) if syn::parse_str::<Ident>(plain).is_ok() => plain.to_owned(),
        _ => text,
    }
}

/// A name without the mark of a raw identifier.
pub(crate) fn plain(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// The adjoint of a variable.
pub(crate) fn adjoint(name: &str) -> String {
    derived(name, "adj")
}

/// The function of a tangent that gives a field of a variant (see `derive`).
pub(crate) fn accessor(variant: &Ident, member: &syn::Member, exclusive: bool) -> Ident {
    let (variant, member) = (
        variant.to_string(),
        quote::ToTokens::to_token_stream(member),
    );
    let (variant, member) = (plain(&variant), member.to_string());
    let suffix = if exclusive { "_mut" } else { "" };
    let name = format!("__{variant}_{}{suffix}", plain(&member));
    Ident::new(&name, Span::call_site())
}

/// The hidden derivative of a method, beside it.
pub(crate) fn sibling(method: &Ident, derivative: &str, span: Span) -> Ident {
    let method = method.to_string();
    Ident::new(&format!("__{}_{derivative}", plain(&method)), span)
}

/// The tangent of a variable.
pub(crate) fn tangent(name: &str) -> String {
    derived(name, "tan")
}

fn derived(name: &str, suffix: &str) -> String {
    match plain(name).trim_start_matches('_') {
        "" => format!("__{suffix}"),
        stem => format!("__{stem}_{suffix}"),
    }
}

/// What tells two identifiers apart: the text, and where a macro made it, its hygiene.
///
/// # Note: hygiene
///
/// Two `x` of one text are two variables where one of them comes out of a `macro_rules!` macro. The
/// stable interface compares texts only; the `Debug` form of a span shows its syntax context
/// (`#4 bytes(10..11)`). Where that form should change, texts are compared, as other macros do.
pub(crate) fn key(ident: &Ident) -> String {
    let span = format!("{:?}", ident.span());
    match span.split_once(" bytes(") {
        Some((context, _)) if context.starts_with('#') => format!("{}{context}", text(ident)),
        _ => text(ident),
    }
}

/// Tokens that live in the user's scope, located at the user's token, but that are ours: lints do
/// not fire in them, and errors point home.
pub(crate) fn located(span: Span) -> Span {
    Span::call_site().located_at(span)
}
