//! What stands in the expansion besides the function: the type of its name, and its functions.

mod gradient;
mod inputs;
mod lifetimes;
mod pullback;
mod stubs;
mod tangent;
mod types;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Attribute, Path};

use crate::derivative::{Adjoint, Tangent};
use crate::ir::{Pass, Ty};
use crate::lower::{Parameter, Signature};
use crate::names;
use crate::request::Request;

use pullback::consts;
pub(crate) use stubs::stubs;
use types::{argument, owned};

/// The derivatives of one function, ready to be written.
pub(crate) struct Derivatives {
    /// With respect to everything: what other differentiated functions call.
    pub(crate) all: Adjoint,
    /// With respect to what `wrt(…)` chooses.
    pub(crate) chosen: Option<Adjoint>,
    pub(crate) forward: Tangent,
}

pub(crate) struct Api<'a> {
    pub(crate) request: &'a Request,
    pub(crate) signature: &'a Signature,
    pub(crate) items: &'a [syn::Item],
}

impl Api<'_> {
    pub(crate) fn emit(&self, derivatives: &Derivatives) -> TokenStream {
        let name = &self.request.item.sig.ident;
        let doc = format!("The derivatives of [`{name}`](fn@{name}).");
        named(self.request, &doc, &self.functions(derivatives))
    }

    /// Whoever asks for the derivatives uses the function.
    pub(super) fn mention(&self) -> TokenStream {
        let sig = &self.request.item.sig;
        let name = &sig.ident;
        let arguments = consts(&sig.generics);
        if self.request.anonymous {
            let inputs = self.written_inputs();
            let arguments = self.params().iter().map(argument);
            return quote!(let _ = |#(#inputs),*| #name(#(#arguments),*););
        }
        match arguments.as_slice() {
            [] => quote!(let _ = #name;),
            arguments => quote!(let _ = #name::<#(#arguments),*>;),
        }
    }

    pub(super) fn functions(&self, derivatives: &Derivatives) -> TokenStream {
        let chosen = derivatives.chosen.as_ref().unwrap_or(&derivatives.all);
        let mut tokens = TokenStream::new();
        if matches!(self.signature.result_ty, Ty::Float(_)) && !self.has_exclusive() {
            tokens.extend(self.grad());
            tokens.extend(self.value_and_grad(Some(chosen)));
        }
        tokens.extend(self.accumulate_grad(chosen));
        if !self.has_exclusive() {
            tokens.extend(self.vjp(derivatives.chosen.is_some(), Some(chosen)));
        }
        tokens.extend(self.jvp());
        tokens.extend(self.split("forward", &derivatives.all));
        if let Some(chosen) = &derivatives.chosen {
            tokens.extend(self.split("forward_chosen", chosen));
        }
        tokens.extend(self.pushforward(&derivatives.forward));
        tokens
    }

    /// A name that no parameter has, nor what is derived from one.
    pub(super) fn fresh(&self, wish: &str, span: Span) -> Ident {
        let taken = |name: &str| {
            self.params().iter().any(|param| {
                let derived = [names::adjoint(&param.stem), names::tangent(&param.stem)];
                param.name == name || derived.iter().any(|derived| derived == name)
            })
        };
        let mut name = wish.to_owned();
        while taken(&name) {
            name.push('_');
        }
        names::variable(&name, span)
    }

    pub(super) fn has_exclusive(&self) -> bool {
        self.signature
            .params
            .iter()
            .any(|param| param.pass == Pass::RefMut)
    }

    pub(super) fn root(&self) -> &Path {
        &self.request.root
    }

    pub(super) fn params(&self) -> &[Parameter] {
        &self.signature.params
    }

    pub(super) fn chosen(&self) -> impl Iterator<Item = &Parameter> {
        self.params()
            .iter()
            .filter(|param| param.wrt && param.is_differentiable())
    }

    /// `fn name<generics>(params)`
    pub(super) fn head(&self, name: &str) -> TokenStream {
        let vis = &self.request.item.vis;
        let generics = &self.request.item.sig.generics;
        let name = format_ident!("{name}");
        let params = self.params().iter().map(|param| {
            let (name, ty) = (argument(param), &param.written);
            quote!(#name: #ty)
        });
        quote!(#vis fn #name #generics (#(#params),*))
    }

    pub(super) fn written_inputs(&self) -> Vec<TokenStream> {
        let input = |param| {
            let (name, ty) = (argument(param), &param.written);
            quote!(#name: #ty)
        };
        self.params().iter().map(input).collect()
    }

    pub(super) fn arguments(&self) -> Vec<TokenStream> {
        let again = |param: &Parameter| {
            let name = argument(param);
            match param.pass {
                Pass::RefMut => quote!(&mut *#name),
                _ => quote!(#name),
            }
        };
        self.params().iter().map(again).collect()
    }

    /// The arguments, to be passed more than once.
    pub(super) fn copies(&self) -> Vec<TokenStream> {
        let copy = |param: &Parameter| {
            let name = argument(param);
            match param.pass == Pass::Value && may_move(&param.ty) {
                true => quote!(::core::clone::Clone::clone(&#name)),
                false => quote!(#name),
            }
        };
        self.params().iter().map(copy).collect()
    }

    pub(super) fn gradient_ty(&self) -> TokenStream {
        let types: Vec<_> = self
            .chosen()
            .map(|param| owned(&param.ty, self.root()))
            .collect();
        one_or_tuple(&types)
    }

    pub(super) fn value_ty(&self) -> TokenStream {
        self.signature
            .result
            .as_ref()
            .map_or(quote!(()), |ty| quote!(#ty))
    }

    /// The where clause of the function.
    pub(super) fn bounds(&self) -> &Option<syn::WhereClause> {
        &self.request.item.sig.generics.where_clause
    }
}

/// The type that bears the function's name, and its functions.
fn named(request: &Request, doc: &str, functions: &TokenStream) -> TokenStream {
    let (name, vis) = (&request.item.sig.ident, &request.item.vis);
    let (cfg, allow) = (conditions(&request.item.attrs), allow());
    quote! {
        #(#cfg)*
        #allow
        #[doc = #doc]
        #vis enum #name {}

        #(#cfg)*
        #allow
        #[automatically_derived]
        impl #name { #functions }
    }
}

/// Attributes under which the function exists.
fn conditions(attrs: &[Attribute]) -> Vec<&Attribute> {
    attrs
        .iter()
        .filter(|attr| attr.path().is_ident("cfg"))
        .collect()
}

/// Generated code is not the user's style.
fn allow() -> TokenStream {
    quote! {
        #[allow(
            dead_code, deprecated, invalid_nan_comparisons, missing_debug_implementations, non_ascii_idents, non_camel_case_types,
            non_snake_case, single_use_lifetimes, trivial_casts, trivial_numeric_casts, unreachable_pub,
            unused, unused_lifetimes, unused_qualifications, unused_results,
            clippy::all, clippy::nursery, clippy::pedantic, clippy::restriction
        )]
    }
}

/// Whether passing a value of this type may leave nothing behind.
fn may_move(ty: &Ty) -> bool {
    match ty {
        Ty::Array(item, _) => may_move(item),
        Ty::Tuple(items) => items.iter().any(may_move),
        ty => !ty.is_scalar() && *ty != Ty::Unit,
    }
}

fn one_or_tuple(items: &[TokenStream]) -> TokenStream {
    match items {
        [one] => one.clone(),
        items => quote!((#(#items),*)),
    }
}
