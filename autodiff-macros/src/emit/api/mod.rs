//! What stands in the expansion besides the function: the type of its name, and its functions.

mod gradient;
mod heads;
mod inputs;
mod lifetimes;
mod pullback;
mod rule;
mod stubs;
mod tangent;
mod types;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{Attribute, Path};

use crate::derivative::{Adjoint, Tangent};
use crate::emit::braced;
use crate::ir::{Pass, Ty};
use crate::lower::{Parameter, Signature};
use crate::names;
use crate::request::Request;

use heads::{Form, Sibling, written};
use pullback::{consts, first, is_copied};
pub(crate) use stubs::stubs;
use types::{argument, owned};

/// The derivatives of one function, ready to be written.
pub(crate) struct Derivatives {
    /// With respect to everything: what other differentiated functions call.
    pub(crate) all: Adjoint,
    /// With respect to what `wrt(…)` chooses.
    pub(crate) chosen: Option<Adjoint>,
    /// The same two, where loops and calls are fused in them.
    pub(crate) joint: Option<Adjoint>,
    pub(crate) chosen_joint: Option<Adjoint>,
    /// For a pullback that begins with the forward sweep.
    pub(crate) again: Option<Adjoint>,
    pub(crate) forward: Tangent,
}

impl Derivatives {
    fn chosen(&self) -> &Adjoint {
        self.chosen.as_ref().unwrap_or(&self.all)
    }

    /// What other functions call for both sweeps at once.
    fn whole(&self) -> &Adjoint {
        self.joint.as_ref().unwrap_or(&self.all)
    }

    /// The same with respect to what is chosen.
    fn fused(&self) -> &Adjoint {
        match &self.chosen {
            Some(chosen) => self.chosen_joint.as_ref().unwrap_or(chosen),
            None => self.whole(),
        }
    }
}

pub(crate) struct Api<'a> {
    pub(crate) request: &'a Request,
    pub(crate) signature: &'a Signature,
    pub(crate) items: &'a [syn::Item],
    /// Whether the pullback's type would contain itself.
    pub(crate) boxed: bool,
    /// Whether a gradient allocates, and is no function to be inlined.
    pub(crate) large: bool,
}

impl Api<'_> {
    pub(crate) fn emit(mut self, derivatives: &Derivatives) -> TokenStream {
        self.boxed = self.is_boxed(&derivatives.all);
        self.large = derivatives.whole().has_tape();
        self.written(&self.functions(derivatives))
    }

    /// The derivatives of a function whose body is not looked into.
    pub(crate) fn emit_opaque(&self) -> TokenStream {
        match &self.request.rule {
            Some(rule) => {
                let mut tokens = self.ruled(rule);
                tokens.extend(self.kept_receiver());
                self.written(&tokens)
            }
            None => self.stubs(),
        }
    }

    fn written(&self, functions: &TokenStream) -> TokenStream {
        if self.request.is_member() {
            return functions.clone();
        }
        let name = &self.request.item.sig.ident;
        let doc = format!("The derivatives of [`{name}`](fn@{name}).");
        named(self.request, &doc, functions)
    }

    /// Whoever asks for the derivatives uses the function.
    fn mention(&self) -> TokenStream {
        let sig = &self.request.item.sig;
        if self.request.may_be_of_a_trait() {
            return TokenStream::new();
        }
        let (name, arguments) = (&sig.ident, consts(&sig.generics));
        if self.request.anonymous {
            return self.mention_by_call();
        }
        let owner = self.request.is_member().then(|| quote!(Self::));
        match arguments.as_slice() {
            [] => quote!(let _ = #owner #name;),
            arguments => quote!(let _ = #owner #name::<#(#arguments),*>;),
        }
    }

    /// Mentions a function that has types without names.
    fn mention_by_call(&self) -> TokenStream {
        if self.request.is_member() {
            return TokenStream::new();
        }
        let name = &self.request.item.sig.ident;
        let inputs = self.params().iter().map(written);
        let arguments = self.params().iter().map(argument);
        quote!(let _ = |#(#inputs),*| #name(#(#arguments),*);)
    }

    fn functions(&self, derivatives: &Derivatives) -> TokenStream {
        let (whole, fused) = (derivatives.whole(), derivatives.fused());
        let of_all = derivatives.chosen.is_none();
        let joint = self.joint(fused, of_all);
        let mut tokens = self.scalar_functions(&joint, Some(fused));
        tokens.extend(self.accumulate(&joint, of_all));
        tokens.extend(self.sibling(Sibling::Joint, &self.joint(whole, true)));
        let chosen = derivatives.chosen();
        let forward = match (self.form(), &derivatives.again) {
            (Form::Pointer, Some(again)) => self.repeated(again),
            _ => self.split(&derivatives.all, self.form() == Form::Boxed),
        };
        let of_chosen = derivatives.chosen.as_ref();
        let chosen_forward = of_chosen.map(|of| self.split(of, self.boxed));
        if !self.has_exclusive() {
            let entry = match (&chosen_forward, self.request.is_member()) {
                (Some(_), false) => self.call(Sibling::ForwardChosen),
                (None, false) => self.call(Sibling::Forward),
                (_, true) => self.entry(&self.split(chosen, false)),
            };
            tokens.extend(self.vjp(&entry, Some(chosen)));
        }
        let push = self.push(&derivatives.forward);
        tokens.extend(self.jvp(&push));
        tokens.extend(self.sibling(Sibling::Forward, &forward));
        if let (Some(forward), false) = (&chosen_forward, self.request.is_member()) {
            tokens.extend(self.sibling(Sibling::ForwardChosen, forward));
        }
        tokens.extend(self.sibling(Sibling::Pushforward, &push));
        tokens.extend(self.kept_receiver());
        tokens
    }

    /// What there is of a function that returns one number.
    fn scalar_functions(&self, joint: &TokenStream, adjoint: Option<&Adjoint>) -> TokenStream {
        if !self.is_scalar() {
            return TokenStream::new();
        }
        let mut tokens = self.grad(joint, adjoint);
        tokens.extend(self.value_and_grad(joint, adjoint));
        tokens
    }

    fn is_scalar(&self) -> bool {
        let result = &self.signature.result_ty;
        (matches!(result, Ty::Float(_)) || self.may_be_scalar()) && !self.has_exclusive()
    }

    /// Whether the result is a number if its type, of which we see the name only, is one. A trait and
    /// its `impl`s have the same functions, whatever each of them shows.
    fn may_be_scalar(&self) -> bool {
        let named = matches!(self.signature.result_ty, Ty::Named(_));
        named && self.request.may_be_of_a_trait() || self.signature.may_return_number()
    }

    /// What gives the value and the pullback of a member.
    fn entry(&self, split: &TokenStream) -> TokenStream {
        let moved = |param: &&Parameter| {
            param.receiver.is_none() && param.pass == Pass::Value && !is_copied(&param.ty)
        };
        let copies = self.params().iter().filter(moved).map(|param| {
            let (name, copy) = (argument(param), first(param));
            quote!(let #name = #copy;)
        });
        quote!({ #(#copies)* #split })
    }

    fn call(&self, which: Sibling) -> TokenStream {
        let name = which.name(self.request);
        let arguments = self.params().iter().map(first);
        quote!(Self::#name(#(#arguments),*))
    }

    fn kept_receiver(&self) -> Option<TokenStream> {
        let body = match self.changes_receiver() {
            true => TokenStream::new(),
            false => quote!(::core::clone::Clone::clone(self)),
        };
        self.has_receiver()
            .then(|| self.sibling(Sibling::Kept, &body))
    }

    /// Whether the pullback's type would contain itself.
    fn is_boxed(&self, adjoint: &Adjoint) -> bool {
        let mut recursive = self.request.recursive;
        adjoint.func.body.each_stmt(&mut |stmt| {
            recursive |= matches!(&stmt.op, crate::ir::Op::Call(call) if call.recursive);
        });
        recursive
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
    let functions = braced(functions.clone());
    quote! {
        #(#cfg)*
        #allow
        #[doc = #doc]
        #vis enum #name {}

        #(#cfg)*
        #allow
        #[automatically_derived]
        impl #name #functions
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
            dead_code, deprecated, impl_trait_overcaptures, invalid_nan_comparisons, missing_debug_implementations, non_ascii_idents, non_camel_case_types,
            non_snake_case, single_use_lifetimes, trivial_casts, trivial_numeric_casts, unreachable_pub,
            unused, unused_lifetimes, unused_qualifications, unused_results,
            clippy::all, clippy::nursery, clippy::pedantic, clippy::restriction
        )]
    }
}

fn one_or_tuple(items: &[TokenStream]) -> TokenStream {
    match items {
        [one] => one.clone(),
        items => quote!((#(#items),*)),
    }
}
