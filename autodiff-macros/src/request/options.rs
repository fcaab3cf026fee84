//! The arguments of the attribute.

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{ExprPath, Path, Token, parenthesized};

use crate::diagnostics::{self as refusal, Errors};

use super::Rule;

#[derive(Default)]
pub(super) struct Options {
    pub(super) wrt: Option<(Ident, Vec<Ident>)>,
    pub(super) root: Option<Path>,
    pub(super) recursive: Option<Span>,
    pub(super) associated: bool,
    pub(super) pullback: Option<(Ident, ExprPath)>,
    pub(super) pushforward: Option<(Ident, ExprPath)>,
    unknown: Vec<Ident>,
    twice: Vec<Ident>,
}

impl Parse for Options {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let mut options = Options::default();
        while !input.is_empty() {
            option(input, &mut options)?;
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(options)
    }
}

fn option(input: ParseStream, options: &mut Options) -> syn::Result<()> {
    if input.peek(Token![crate]) {
        input.parse::<Token![crate]>()?;
        input.parse::<Token![=]>()?;
        options.root = Some(input.call(Path::parse_mod_style)?);
        return Ok(());
    }
    let name: Ident = input.parse()?;
    match name.to_string().as_str() {
        "recursive" => options.recursive = Some(name.span()),
        "associated" => options.associated = true,
        "pullback" | "pushforward" => rule(name, input, options)?,
        "wrt" => wrt(name, input, options)?,
        _ => {
            options.unknown.push(name);
            skip(input)?;
        }
    }
    Ok(())
}

fn rule(name: Ident, input: ParseStream, options: &mut Options) -> syn::Result<()> {
    input.parse::<Token![=]>()?;
    let path: ExprPath = input.parse()?;
    let place = match name == "pullback" {
        true => &mut options.pullback,
        false => &mut options.pushforward,
    };
    match place {
        Some(_) => options.twice.push(name),
        None => *place = Some((name, path)),
    }
    Ok(())
}

fn wrt(name: Ident, input: ParseStream, options: &mut Options) -> syn::Result<()> {
    let content;
    parenthesized!(content in input);
    let names =
        Punctuated::<Ident, Token![,]>::parse_terminated_with(&content, |input: ParseStream| {
            match input.peek(Token![self]) {
                true => input.call(Ident::parse_any),
                false => input.parse(),
            }
        })?;
    match options.wrt {
        Some(_) => options.twice.push(name),
        None => options.wrt = Some((name, names.into_iter().collect())),
    }
    Ok(())
}

fn skip(input: ParseStream) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<proc_macro2::TokenTree>()?;
    }
    Ok(())
}

impl Options {
    /// Refuses what does not fit together.
    pub(super) fn check(&self, declared: bool, errors: &mut Errors) {
        for name in &self.twice {
            errors.refuse(name.span(), format!("`{name}`"), &refusal::OPTION_TWICE);
        }
        for name in self.unknown.iter().take(1) {
            errors.refuse(name.span(), format!("`{name}`"), &refusal::UNKNOWN_OPTION);
        }
        if let Some((at, names)) = &self.wrt {
            check_names(at, names, errors);
        }
        match (&self.pullback, &self.pushforward, self.recursive) {
            (None, Some((name, _)), _) => {
                errors.refuse(name.span(), "`pushforward`", &refusal::PUSHFORWARD_ALONE);
            }
            (Some((name, _)), ..) if declared => {
                errors.refuse(name.span(), "`pullback`", &refusal::RULE_DECLARED);
            }
            (Some(_), _, Some(at)) => {
                errors.refuse(at, "`recursive`", &refusal::RULE_RECURSIVE);
            }
            _ => {}
        }
    }

    pub(super) fn rule(&self) -> Option<Rule> {
        let (_, pullback) = self.pullback.clone()?;
        let pushforward = self.pushforward.clone().map(|(_, path)| path);
        Some(Rule {
            pullback,
            pushforward,
        })
    }
}

fn check_names(at: &Ident, names: &[Ident], errors: &mut Errors) {
    if names.is_empty() {
        errors.refuse(at.span(), "`wrt()`", &refusal::WRT_EMPTY);
    }
    for (nth, name) in names.iter().enumerate() {
        if names[..nth].contains(name) {
            errors.refuse(name.span(), format!("`{name}`"), &refusal::WRT_TWICE);
        }
    }
}
