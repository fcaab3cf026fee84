//! `jvp`, and its form for other differentiated functions.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use crate::derivative::Tangent;
use crate::emit::Emitter;
use crate::ir::{Pass, Var};
use crate::lower::Parameter;

use super::Api;
use super::heads::Sibling;
use super::inputs::renamed;
use super::types::{argument, tangent};

impl Api<'_> {
    /// `push`: what a member does instead of a call of `pushforward`.
    pub(super) fn jvp(&self, push: &TokenStream) -> TokenStream {
        let checks = self
            .chosen()
            .filter_map(|param| self.check("tangent", param, &tangent(param), &argument(param)));
        let body = match self.request.is_member() {
            true => {
                let tangents = self.params().iter().filter_map(|param| self.given(param));
                quote!(#(#checks)* #(#tangents)* #push)
            }
            false => {
                let arguments = self.arguments();
                let tangents = self.params().iter().map(|param| {
                    let tangent = tangent(param);
                    match (param.is_differentiable(), param.wrt) {
                        (false, _) => quote!(()),
                        (true, true) => quote!(#tangent),
                        (true, false) => self.no_tangent(param),
                    }
                });
                quote!(#(#checks)* Self::pushforward(#(#arguments,)* #(#tangents),*))
            }
        };
        self.sibling(Sibling::Jvp, &body)
    }

    /// Makes the tangent of a parameter what `pushforward` gets.
    fn given(&self, param: &Parameter) -> Option<TokenStream> {
        let name = tangent(param);
        let given = match (param.is_differentiable(), param.wrt) {
            (false, _) => quote!(()),
            (true, false) => self.no_tangent(param),
            (true, true) if param.receiver.is_some() && param.pass == Pass::Value => {
                quote!(&#name)
            }
            (true, true) => return None,
        };
        Some(quote!(let #name = #given;))
    }

    /// The zero tangent of a parameter that is constant.
    fn no_tangent(&self, param: &Parameter) -> TokenStream {
        let zero = self.zero_like(param);
        match param.pass {
            Pass::Value if param.receiver.is_none() => zero,
            Pass::RefMut => quote!(&mut #zero),
            _ => quote!(&#zero),
        }
    }

    /// What `pushforward` does.
    pub(super) fn push(&self, forward: &Tangent) -> TokenStream {
        let blocks = [&forward.func.body];
        let mut emitter = Emitter::new(&forward.func, self.root(), &blocks, &[]);
        let vars: Vec<Var> = forward.func.params.iter().map(|param| param.var).collect();
        let mut entered = self.entered(&mut emitter, &vars);
        for (param, var) in self.params().iter().zip(&forward.tangents) {
            let held = param.pass != Pass::Value || param.receiver.is_some();
            if held && param.is_differentiable() {
                emitter.borrow(*var);
            }
            let name = emitter.name(*var, param.span);
            entered.extend(renamed(&name, &tangent(param)));
        }
        let items = self.items;
        let body = emitter.stmts(&forward.func.body);
        let value = emitter.rvalue(&forward.func.result, Span::call_site());
        let tangent = emitter.rvalue(&forward.result, Span::call_site());
        let mut tokens = quote!(#(#items)* #entered);
        tokens.extend([body, quote!((#value, #tangent))]);
        tokens
    }
}
