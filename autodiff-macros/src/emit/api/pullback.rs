//! The forward sweep that returns the reverse one, for other differentiated functions and for `vjp`.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::{GenericParam, Lifetime, Path};

use crate::derivative::Adjoint;
use crate::emit::Emitter;
use crate::ir::{Pass, Rvalue, Ty};
use crate::lower::Parameter;

use super::types::{argument, borrowed, buffer, owned, reference, without_lifetimes};
use super::{Api, one_or_tuple};

impl Api<'_> {
    /// The type of the pullback that other functions call.
    pub(super) fn pullback_ty(&self) -> TokenStream {
        let mut types = vec![];
        for param in self
            .params()
            .iter()
            .filter(|param| param.pass != Pass::RefMut)
        {
            let ty = without_lifetimes(&param.written);
            types.push(quote!(#ty));
        }
        types.push(owned(&self.signature.result_ty, self.root()));
        for param in self.params() {
            let ty = borrowed(&param.ty, self.root());
            types.push(quote!(&mut #ty));
        }
        quote!(::core::ops::Fn(#(#types),*))
    }

    /// The forward sweep, which returns the reverse one as a closure that owns what it needs.
    pub(super) fn split(&self, name: &str, adjoint: &Adjoint) -> TokenStream {
        let mut emitter = self.emitter(adjoint);
        let span = Span::call_site();
        let (vis, bounds) = (&self.request.item.vis, self.bounds());
        let generics = &self.request.item.sig.generics;
        let name = format_ident!("{name}");
        let vars = adjoint.params();
        let inputs = self.inputs(&mut emitter, &vars, false);
        let mut again = self.inputs(&mut emitter, &vars, true);
        let seed = emitter.name(adjoint.sweep.seed, span);
        let seed_ty = owned(&self.signature.result_ty, self.root());
        again.push(quote!(#seed: #seed_ty));
        for (param, buffer) in self.params().iter().zip(&adjoint.sweep.buffers) {
            again.push(self.buffer_input(&mut emitter, param, *buffer));
        }
        emitter.confirms = true;
        let primal = emitter.stmts(&adjoint.func.body);
        let value = self.value(&mut emitter, adjoint);
        let sweep = emitter.stmts(&adjoint.sweep.block);
        let (items, value_ty, pullback) = (self.items, self.value_ty(), self.pullback_ty());
        let captured = consts(generics);
        let result = emitter.fresh("__value", span);
        let closure = quote!(move |#(#again),*| { #sweep });
        let root = self.root();
        let (pullback, closure) = match self.is_boxed(adjoint) {
            true => (
                quote!(#root::__private::Box<dyn #pullback>),
                quote!(#root::__private::Box::new(#closure)),
            ),
            false => (quote!(impl #pullback + use<#(#captured),*>), closure),
        };
        let (floats, mention) = (emitter.floats(), self.mention());
        quote! {
            #[doc(hidden)]
            #[inline]
            #vis fn #name #generics (#(#inputs),*) -> (#value_ty, #pullback) #bounds {
                #(#items)*
                #mention
                #floats
                #primal
                let #result = #value;
                (#result, #closure)
            }
        }
    }

    /// The result; a vector is copied where the sweep reads it too.
    pub(super) fn value(&self, emitter: &mut Emitter, adjoint: &Adjoint) -> TokenStream {
        let value = emitter.rvalue(&adjoint.func.result, Span::call_site());
        let Rvalue::Copy(place, _) = &adjoint.func.result else {
            return value;
        };
        let read = crate::ir::walk::used_in(&adjoint.sweep.block).contains(&place.base);
        match (&self.signature.result_ty, read) {
            (Ty::Vec(_), true) => quote!(::core::clone::Clone::clone(&#value)),
            _ => value,
        }
    }

    pub(super) fn vjp(&self, chosen: bool, adjoint: Option<&Adjoint>) -> TokenStream {
        let doc = format!(
            "The value of `{}` and its pullback, which gives the gradients for a cotangent of the \
             value, as often as it is called.",
            self.request.item.sig.ident
        );
        let root = self.root();
        let (generics, inputs, captured) = self.named_lifetimes();
        let (vis, bounds) = (&self.request.item.vis, self.bounds());
        let (value_ty, gradient) = (self.value_ty(), self.gradient_ty());
        let seed_ty = owned(&self.signature.result_ty, root);
        let forward = format_ident!("{}", if chosen { "forward_chosen" } else { "forward" });
        let arguments = self.arguments();
        let again = self.arguments();
        let (zeros, buffers) = self.zeros(adjoint);
        let gradients = one_or_tuple(&buffers);
        let adjoints = self.params().iter().map(|param| {
            let buffer = buffer(param);
            match (param.is_differentiable(), param.wrt) {
                (false, _) => quote!(&mut ()),
                (true, true) => quote!(&mut #buffer),
                (true, false) => unused(param, root),
            }
        });
        let span = Span::call_site();
        let [value, pullback, seed] =
            ["__value", "__pullback", "__seed"].map(|name| self.fresh(name, span));
        self.allocating(quote! {
            #[doc = #doc]
            #[inline]
            #vis fn vjp #generics (#(#inputs),*)
                -> (#value_ty, impl ::core::ops::Fn(#seed_ty) -> #gradient + use<#(#captured),*>) #bounds
            {
                let (#value, #pullback) = Self::#forward(#(#arguments),*);
                (#value, move |#seed: #seed_ty| {
                    #(#zeros)*
                    #pullback(#(#again,)* #seed, #(#adjoints),*);
                    #gradients
                })
            }
        })
    }

    /// Generics, inputs and captured parameters, with a name for each lifetime of an input.
    pub(super) fn named_lifetimes(&self) -> (syn::Generics, Vec<TokenStream>, Vec<TokenStream>) {
        let mut generics = self.request.item.sig.generics.clone();
        generics.where_clause = None;
        let mut inputs = vec![];
        let mut added = vec![];
        for (nth, param) in self.params().iter().enumerate() {
            let mut ty = param.written.clone();
            if let Some(reference) = reference(&mut ty) {
                if reference.lifetime.is_none() {
                    let lifetime = Lifetime::new(&format!("'__{nth}"), Span::mixed_site());
                    reference.lifetime = Some(lifetime.clone());
                    added.push(lifetime);
                }
            }
            let name = argument(param);
            inputs.push(quote!(#name: #ty));
        }
        for (nth, lifetime) in added.into_iter().enumerate() {
            generics.params.insert(nth, syn::parse_quote!(#lifetime));
        }
        let captured = generics.params.iter().map(captured).collect();
        (generics, inputs, captured)
    }
}

/// A buffer for an adjoint that nobody asks for, and nothing is added to.
fn unused(param: &Parameter, root: &Path) -> TokenStream {
    let argument = argument(param);
    match (&param.ty, param.pass) {
        (Ty::Slice(_) | Ty::Vec(_), _) => quote!(&mut []),
        (_, Pass::Value) => quote!(&mut #root::__private::zero_like(&#argument)),
        _ => quote!(&mut #root::__private::zero_like(#argument)),
    }
}

pub(super) fn consts(generics: &syn::Generics) -> Vec<TokenStream> {
    let consts =
        |param: &&GenericParam| matches!(param, GenericParam::Const(_) | GenericParam::Type(_));
    generics
        .params
        .iter()
        .filter(consts)
        .map(captured)
        .collect()
}

pub(super) fn captured(param: &GenericParam) -> TokenStream {
    match param {
        GenericParam::Lifetime(param) => {
            let lifetime = &param.lifetime;
            quote!(#lifetime)
        }
        GenericParam::Type(param) => {
            let name = &param.ident;
            quote!(#name)
        }
        GenericParam::Const(param) => {
            let name = &param.ident;
            quote!(#name)
        }
    }
}
