//! `jvp`, and its form for other differentiated functions.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Path;

use crate::derivative::Tangent;
use crate::emit::Emitter;
use crate::ir::{Pass, Ty, Var};
use crate::lower::Parameter;

use super::Api;
use super::types::{argument, owned, tangent, tangent_ty};

impl Api<'_> {
    pub(super) fn jvp(&self) -> TokenStream {
        let doc = format!(
            "The value of `{}` and its derivative along a tangent (forward mode).\n\n\
             # Panics\nIf a tangent differs in length from its parameter.",
            self.request.item.sig.ident
        );
        let root = self.root();
        let (vis, bounds) = (&self.request.item.vis, self.bounds());
        let generics = &self.request.item.sig.generics;
        let mut inputs: Vec<_> = self
            .params()
            .iter()
            .map(|param| {
                let (name, ty) = (argument(param), &param.written);
                quote!(#name: #ty)
            })
            .collect();
        for param in self.chosen() {
            let (name, ty) = (tangent(param), tangent_ty(param, root));
            inputs.push(quote!(#name: #ty));
        }
        let mut checks = TokenStream::new();
        for param in self
            .chosen()
            .filter(|param| matches!(param.ty, Ty::Slice(_) | Ty::Vec(_)))
        {
            let (tangent, argument, text) = (tangent(param), argument(param), &param.name);
            checks.extend(quote! {
                #root::__private::check_len("tangent", #text, #tangent.len(), #argument.len());
            });
        }
        let tangents = self.params().iter().map(|param| {
            let tangent = tangent(param);
            match (param.is_differentiable(), param.wrt) {
                (false, _) => quote!(()),
                (true, true) => quote!(#tangent),
                (true, false) => no_tangent(param, root),
            }
        });
        let arguments = self.arguments();
        let (value_ty, tangent_ty) = (self.value_ty(), owned(&self.signature.result_ty, root));
        quote! {
            #[doc = #doc]
            #[inline]
            #[must_use]
            #vis fn jvp #generics (#(#inputs),*) -> (#value_ty, #tangent_ty) #bounds {
                #checks
                Self::pushforward(#(#arguments,)* #(#tangents),*)
            }
        }
    }

    pub(super) fn pushforward(&self, forward: &Tangent) -> TokenStream {
        let blocks = [&forward.func.body];
        let mut emitter = Emitter::new(&forward.func, self.root(), &blocks, &[]);
        let (vis, bounds) = (&self.request.item.vis, self.bounds());
        let generics = &self.request.item.sig.generics;
        let vars: Vec<Var> = forward.func.params.iter().map(|param| param.var).collect();
        let mut inputs = self.inputs(&mut emitter, &vars, false);
        for (param, var) in self.params().iter().zip(&forward.tangents) {
            if param.pass != Pass::Value && param.is_differentiable() {
                emitter.borrow(*var);
            }
            let name = emitter.name(*var, param.span);
            let ty = match param.is_differentiable() {
                true => tangent_ty(param, self.root()),
                false => quote!(()),
            };
            inputs.push(quote!(#name: #ty));
        }
        let items = self.items;
        let body = emitter.stmts(&forward.func.body);
        let value = emitter.rvalue(&forward.func.result, Span::call_site());
        let tangent = emitter.rvalue(&forward.result, Span::call_site());
        let (value_ty, tangent_ty) = (
            self.value_ty(),
            owned(&self.signature.result_ty, self.root()),
        );
        quote! {
            #[doc(hidden)]
            #[inline]
            #vis fn pushforward #generics (#(#inputs),*) -> (#value_ty, #tangent_ty) #bounds {
                #(#items)*
                #body
                (#value, #tangent)
            }
        }
    }
}

/// The zero tangent of a parameter that is constant.
fn no_tangent(param: &Parameter, root: &Path) -> TokenStream {
    let argument = argument(param);
    match param.pass {
        Pass::Value => quote!(#root::__private::zero_like(&#argument)),
        Pass::Ref => quote!(&#root::__private::zero_like(#argument)),
        Pass::RefMut => quote!(&mut #root::__private::zero_like(&*#argument)),
    }
}
