//! What is asked for: the arguments of the attribute, and the function.

use proc_macro2::TokenStream;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Ident, ItemFn, Path, Token, parenthesized};

use crate::anonymous;
use crate::diagnostics::{self as refusal, Errors};

pub(crate) struct Request {
    /// The function, with a name for each of its types.
    pub(crate) item: ItemFn,
    /// The function as it is written.
    original: ItemFn,
    /// Whether a type of it has no name in the original.
    pub(crate) anonymous: bool,
    /// The parameters of `wrt(…)`.
    pub(crate) wrt: Option<Vec<Ident>>,
    /// Whether its pullback is boxed, because others that it calls call it.
    pub(crate) recursive: bool,
    /// Where the facade is found.
    pub(crate) root: Path,
}

#[derive(Default)]
struct Options {
    wrt: Option<(Ident, Vec<Ident>)>,
    root: Option<Path>,
    recursive: bool,
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
    if name == "recursive" {
        options.recursive = true;
        return Ok(());
    }
    if name != "wrt" {
        options.unknown.push(name);
        return skip(input);
    }
    let content;
    parenthesized!(content in input);
    let names = Punctuated::<Ident, Token![,]>::parse_terminated(&content)?;
    if options.wrt.is_some() {
        options.twice.push(name);
        return Ok(());
    }
    options.wrt = Some((name, names.into_iter().collect()));
    Ok(())
}

fn skip(input: ParseStream) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<proc_macro2::TokenTree>()?;
    }
    Ok(())
}

impl Request {
    /// Reads the attribute and the item; `None` where there is no function to work on.
    pub(crate) fn parse(attr: TokenStream, item: TokenStream, errors: &mut Errors) -> Option<Self> {
        let item: ItemFn = match syn::parse2(item.clone()) {
            Ok(item) => item,
            Err(error) => {
                not_a_function(item, error, errors);
                return None;
            }
        };
        let options = syn::parse2::<Options>(attr).unwrap_or_else(|error| {
            errors.push(error);
            Options::default()
        });
        for name in &options.twice {
            errors.refuse(name.span(), format!("`{name}`"), &refusal::OPTION_TWICE);
        }
        if let Some(again) = item.attrs.iter().find(|attr| is_differentiate(attr)) {
            errors.refuse(again.span(), "`#[differentiate]`", &refusal::OPTION_TWICE);
        }
        for name in options.unknown.iter().take(1) {
            errors.refuse(name.span(), format!("`{name}`"), &refusal::UNKNOWN_OPTION);
        }
        if let Some((at, names)) = &options.wrt {
            check_names(at, names, errors);
        }
        let (named, anonymous) = anonymous::named(&item);
        Some(Request {
            item: named,
            original: item,
            anonymous,
            wrt: options.wrt.map(|(_, names)| names),
            recursive: options.recursive,
            root: options
                .root
                .unwrap_or_else(|| syn::parse_quote!(::differentiate)),
        })
    }
}

impl Request {
    /// The function, without a second `#[differentiate]` that would say everything twice.
    pub(crate) fn without_attribute(&self) -> ItemFn {
        let mut item = self.original.clone();
        item.attrs.retain(|attr| !is_differentiate(attr));
        item
    }
}

fn is_differentiate(attr: &syn::Attribute) -> bool {
    attr.path()
        .segments
        .last()
        .is_some_and(|last| last.ident == "differentiate")
}

fn not_a_function(item: TokenStream, error: syn::Error, errors: &mut Errors) {
    match syn::parse2::<syn::Item>(item) {
        Ok(item) => errors.refuse(item.span(), "this item", &refusal::NOT_A_FUNCTION),
        Err(_) => errors.push(error),
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
