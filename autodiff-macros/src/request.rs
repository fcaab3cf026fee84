//! What is asked for: the arguments of the attribute, and the function.

mod member;
mod options;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{ExprPath, Ident, ItemFn, Path, TraitItemFn, Visibility, parse_quote};

use crate::anonymous;
use crate::diagnostics::{self as refusal, Errors};

use options::Options;

pub(crate) struct Request {
    /// The function, with a name for each of its types.
    pub(crate) item: ItemFn,
    /// The function as it is written.
    original: ItemFn,
    /// Whether a type of it has no name in the original.
    pub(crate) anonymous: bool,
    pub(crate) place: Place,
    /// The parameters of `wrt(…)`.
    pub(crate) wrt: Option<Vec<Ident>>,
    /// Whether its pullback is boxed, because others that it calls call it.
    pub(crate) recursive: bool,
    /// A rule written by hand: the body is not looked into.
    pub(crate) rule: Option<Rule>,
    /// Where the facade is found.
    pub(crate) root: Path,
}

/// Where a function stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Free, in a module or a function.
    Module,
    /// In an `impl`.
    Impl,
    /// In an `impl` or a `trait`: it reads in both.
    Member,
    /// In a `trait`, without a body.
    Declared,
}

/// The functions that stand for the derivative of a function.
pub(crate) struct Rule {
    pub(crate) pullback: ExprPath,
    pub(crate) pushforward: Option<ExprPath>,
}

impl Request {
    /// Reads the attribute and the item; `None` where there is no function to work on.
    pub(crate) fn parse(attr: TokenStream, item: TokenStream, errors: &mut Errors) -> Option<Self> {
        let (item, declared) = match function(item.clone()) {
            Ok(read) => read,
            Err(error) => {
                not_a_function(item, error, errors);
                return None;
            }
        };
        let options = syn::parse2::<Options>(attr).unwrap_or_else(|error| {
            errors.push(error);
            Options::default()
        });
        options.check(declared, errors);
        if let Some(again) = item.attrs.iter().find(|attr| is_differentiate(attr)) {
            errors.refuse(again.span(), "`#[differentiate]`", &refusal::OPTION_TWICE);
        }
        let (named, anonymous) = anonymous::named(&item);
        Some(Request {
            place: place(&item, declared, options.associated),
            item: named,
            original: item,
            anonymous,
            rule: options.rule(),
            wrt: options.wrt.map(|(_, names)| names),
            recursive: options.recursive.is_some(),
            root: options
                .root
                .unwrap_or_else(|| parse_quote!(::differentiate)),
        })
    }

    /// The function, without a second `#[differentiate]` that would say everything twice.
    pub(crate) fn without_attribute(&self) -> TokenStream {
        let mut item = self.original.clone();
        item.attrs.retain(|attr| !is_differentiate(attr));
        match self.place {
            Place::Declared => {
                let (attrs, sig) = (&item.attrs, &item.sig);
                quote!(#(#attrs)* #sig;)
            }
            _ => item.to_token_stream(),
        }
    }

    /// Whether its derivatives stand beside it, and not in a type of its name.
    pub(crate) fn is_member(&self) -> bool {
        self.place != Place::Module
    }

    /// Whether it may stand in an `impl` of a trait, or in the trait.
    pub(crate) fn may_be_of_a_trait(&self) -> bool {
        self.is_member() && matches!(self.item.vis, Visibility::Inherited)
    }

    /// The function for the expansion. Whoever asks for its derivatives uses it.
    pub(crate) fn used(&self, item: &TokenStream) -> TokenStream {
        match self.may_be_of_a_trait() && self.place != Place::Declared {
            true => quote!(#[allow(dead_code, reason = "its derivatives stand beside it")] #item),
            false => item.clone(),
        }
    }

    /// Whether its body is not looked into, or is not there.
    pub(crate) fn is_opaque(&self) -> bool {
        self.rule.is_some() || self.place == Place::Declared
    }

    /// Whether its signature names the type it belongs to.
    pub(crate) fn is_signed_by_self(&self) -> bool {
        member::signed_by_self(&self.item)
    }
}

/// A function, and whether it is declared only: then its block is empty.
fn function(item: TokenStream) -> syn::Result<(ItemFn, bool)> {
    let error = match syn::parse2::<ItemFn>(item.clone()) {
        Ok(item) => return Ok((item, false)),
        Err(error) => error,
    };
    match syn::parse2::<TraitItemFn>(item) {
        Ok(TraitItemFn { attrs, sig, .. }) => {
            let item = parse_quote!(#(#attrs)* #sig {});
            Ok((item, true))
        }
        Err(_) => Err(error),
    }
}

fn place(item: &ItemFn, declared: bool, associated: bool) -> Place {
    let member = associated || item.sig.receiver().is_some() || member::mentions_self(item);
    let inherited = matches!(item.vis, Visibility::Inherited);
    match (declared, member) {
        (true, _) => Place::Declared,
        (_, false) => Place::Module,
        _ if inherited && !member::knows_self(item) => Place::Member,
        _ => Place::Impl,
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
