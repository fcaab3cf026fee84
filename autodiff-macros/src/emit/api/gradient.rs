//! `grad`, `value_and_grad`, `accumulate_grad`: forward and reverse sweep in one function.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Path;

use crate::derivative::Adjoint;
use crate::ir::{Op, Pass, Ty, Var};
use crate::lower::Parameter;

use super::super::number::number;
use super::types::{argument, buffer, owned};
use super::{Api, one_or_tuple};

impl Api<'_> {
    pub(super) fn grad(&self) -> TokenStream {
        let doc = format!(
            "The gradient of `{}` at the given point.",
            self.request.item.sig.ident
        );
        let (head, gradient, bounds) = (self.head("grad"), self.gradient_ty(), self.bounds());
        let arguments = self.arguments();
        self.allocating(quote! {
            #[doc = #doc]
            #[inline]
            #[must_use]
            #head -> #gradient #bounds {
                Self::value_and_grad(#(#arguments),*).1
            }
        })
    }

    /// A function that needs a heap where a gradient does.
    pub(super) fn allocating(&self, function: TokenStream) -> TokenStream {
        let root = self.root();
        match self
            .chosen()
            .any(|param| matches!(param.ty, Ty::Slice(_) | Ty::Vec(_)))
        {
            true => quote!(#root::__private::with_alloc! { #function }),
            false => function,
        }
    }

    pub(super) fn value_and_grad(&self, adjoint: Option<&Adjoint>) -> TokenStream {
        let doc = format!(
            "The value of `{}` and its gradient.",
            self.request.item.sig.ident
        );
        let (head, gradient, bounds) = (
            self.head("value_and_grad"),
            self.gradient_ty(),
            self.bounds(),
        );
        let value_ty = self.value_ty();
        let arguments = self.arguments();
        let (zeros, buffers) = self.zeros(adjoint);
        let gradients = one_or_tuple(&buffers);
        let value = self.fresh("__value", Span::call_site());
        let one = number("1.0", &self.signature.result_ty, self.root());
        self.allocating(quote! {
            #[doc = #doc]
            #[inline]
            #[must_use]
            #head -> (#value_ty, #gradient) #bounds {
                #(#zeros)*
                let #value = Self::accumulate_grad(#(#arguments,)* #one, #(&mut #buffers),*);
                (#value, #gradients)
            }
        })
    }

    /// Zero gradients of the chosen parameters.
    ///
    /// # Note: minus zero
    ///
    /// `-0.0 + x` is `x` for each `x`, and the compiler knows it; `0.0 + x` is not, for `x = -0.0`.
    /// A number that the sweep adds to in any case begins as `-0.0`, and costs no addition.
    pub(super) fn zeros(&self, adjoint: Option<&Adjoint>) -> (Vec<TokenStream>, Vec<TokenStream>) {
        let root = self.root();
        let delivered: Vec<Var> = adjoint.map_or(vec![], delivered);
        let vars = adjoint.map_or(vec![], |adjoint| adjoint.sweep.buffers.clone());
        let certain = |nth: usize| vars.get(nth).is_some_and(|var| delivered.contains(var));
        let start = |(nth, param): (usize, &Parameter)| {
            let buffer = buffer(param);
            let argument = argument(param);
            let of = match param.pass {
                Pass::Value => quote!(&#argument),
                _ => quote!(#argument),
            };
            let zero = match zero(&param.ty, root) {
                Some(_) if certain(nth) => {
                    let zero = number("-0.0", &param.ty, root);
                    quote!(let mut #buffer = #zero;)
                }
                Some(zero) => quote!(let mut #buffer = #zero;),
                None => quote!(let mut #buffer = #root::__private::zero_like(#of);),
            };
            (zero, quote!(#buffer))
        };
        let chosen = |(_, param): &(usize, &Parameter)| param.wrt && param.is_differentiable();
        self.params()
            .iter()
            .enumerate()
            .filter(chosen)
            .map(start)
            .unzip()
    }

    pub(super) fn accumulate_grad(&self, adjoint: &Adjoint) -> TokenStream {
        let doc = format!(
            "Adds `seed` times the gradient of `{}` to the buffers, and returns its value.\n\n\
             # Panics\nIf a buffer differs in length from its parameter.",
            self.request.item.sig.ident
        );
        let mut emitter = self.emitter(adjoint);
        let bounds = self.bounds();
        let vis = &self.request.item.vis;
        let generics = &self.request.item.sig.generics;
        let mut inputs = self.inputs(&mut emitter, &adjoint.params(), false);
        let seed = emitter.name(adjoint.sweep.seed, Span::call_site());
        let seed_ty = owned(&self.signature.result_ty, self.root());
        inputs.push(quote!(#seed: #seed_ty));
        for (param, buffer) in self.params().iter().zip(&adjoint.sweep.buffers) {
            if param.wrt && param.is_differentiable() {
                inputs.push(self.buffer_input(&mut emitter, param, *buffer));
            }
        }
        let checks = self.checks(&mut emitter, adjoint);
        let items = self.items;
        let primal = emitter.stmts(&adjoint.func.body);
        let sweep = emitter.stmts(&adjoint.sweep.block);
        let value = emitter.rvalue(&adjoint.func.result, Span::call_site());
        let value_ty = self.value_ty();
        quote! {
            #[doc = #doc]
            #[inline]
            #vis fn accumulate_grad #generics (#(#inputs),*) -> #value_ty #bounds {
                #(#items)*
                #checks
                #primal
                #sweep
                #value
            }
        }
    }
}

/// The buffers of numbers that the sweep adds to whatever happens.
fn delivered(adjoint: &Adjoint) -> Vec<Var> {
    let updated = adjoint
        .sweep
        .block
        .stmts
        .iter()
        .filter_map(|stmt| match &stmt.op {
            Op::Update(to, ..) if to.path.is_empty() => Some(to.base),
            _ => None,
        });
    let buffers = &adjoint.sweep.buffers;
    updated
        .filter(|var| buffers.contains(var) && adjoint.func.ty(*var).is_float())
        .collect()
}

/// The zero of a type of fixed size.
fn zero(ty: &Ty, root: &Path) -> Option<TokenStream> {
    match ty {
        Ty::Float(_) => Some(number("0.0", ty, root)),
        Ty::Array(item, len) => {
            let (item, len) = (zero(item, root)?, len.0.as_ref()?);
            Some(quote!([#item; #len]))
        }
        _ => None,
    }
}
