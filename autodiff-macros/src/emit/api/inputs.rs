//! The parameters of what is emitted, named as its emitter names them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::derivative::Adjoint;
use crate::emit::Emitter;
use crate::ir::{Pass, Ty, Var};
use crate::lower::Parameter;

use super::Api;
use super::types::{argument, borrowed};

impl Api<'_> {
    pub(super) fn emitter<'e>(&'e self, adjoint: &'e Adjoint) -> Emitter<'e> {
        let blocks = [&adjoint.func.body, &adjoint.sweep.block];
        let mut emitter = Emitter::new(&adjoint.func, self.root(), &blocks, &adjoint.aliases);
        for param in &adjoint.func.params {
            emitter.name(param.var, Span::call_site());
        }
        for buffer in &adjoint.sweep.buffers {
            emitter.borrow(*buffer);
        }
        emitter
    }

    /// Makes the arguments what the emitter calls them.
    pub(super) fn entered(&self, emitter: &mut Emitter, vars: &[Var]) -> TokenStream {
        let mut tokens = TokenStream::new();
        for (param, var) in self.params().iter().zip(vars) {
            let (name, argument) = (emitter.name(*var, param.span), argument(param));
            tokens.extend(match (&param.receiver, param.pass) {
                (Some(_), Pass::Value) => quote!(let #name = &#argument;),
                _ => renamed(&name, &argument),
            });
        }
        tokens
    }

    /// The inputs that a pullback gets again.
    pub(super) fn again(&self, emitter: &mut Emitter, vars: &[Var]) -> Vec<TokenStream> {
        let params = self.params().iter().zip(vars);
        let again = params.filter_map(|(param, var)| {
            let ty = self.again_ty(param)?;
            let name = match (&param.receiver, param.pass) {
                (Some(_), Pass::RefMut) => quote!(_),
                _ => {
                    let name = emitter.name(*var, param.span);
                    quote!(#name)
                }
            };
            Some(quote!(#name: #ty))
        });
        again.collect()
    }

    pub(super) fn buffer_input(
        &self,
        emitter: &mut Emitter,
        param: &Parameter,
        buffer: Var,
    ) -> TokenStream {
        let name = emitter.name(buffer, param.span);
        let ty = borrowed(&param.ty, self.root());
        quote!(#name: &mut #ty)
    }

    pub(super) fn checks(&self, emitter: &mut Emitter, adjoint: &Adjoint) -> TokenStream {
        let mut checks = TokenStream::new();
        let vars = adjoint.params();
        for ((param, var), buffer) in self.params().iter().zip(&vars).zip(&adjoint.sweep.buffers) {
            let name = emitter.name(*var, param.span);
            let buffer = emitter.name(*buffer, param.span);
            if param.wrt {
                checks.extend(self.check("gradient buffer", param, &buffer, &name));
            }
        }
        checks
    }

    /// Refuses what differs in length from its parameter.
    pub(super) fn check(
        &self,
        what: &str,
        param: &Parameter,
        found: &Ident,
        wanted: &Ident,
    ) -> Option<TokenStream> {
        let (root, text) = (self.root(), &param.name);
        let sized = matches!(param.ty, Ty::Slice(_) | Ty::Vec(_)) && param.is_differentiable();
        sized.then(
            || quote!(#root::__private::check_len(#what, #text, #found.len(), #wanted.len());),
        )
    }
}

/// `let name = argument;`, where they differ.
pub(super) fn renamed(name: &Ident, argument: &Ident) -> TokenStream {
    match name == argument {
        true => TokenStream::new(),
        false => quote!(let #name = #argument;),
    }
}
