//! The parameters of what is emitted, named as its emitter names them.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use crate::derivative::Adjoint;
use crate::emit::Emitter;
use crate::ir::{Pass, Ty, Var};
use crate::lower::Parameter;

use super::Api;
use super::lifetimes;
use super::types::borrowed;

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

    /// Whether the pullback's type would contain itself.
    pub(super) fn is_boxed(&self, adjoint: &Adjoint) -> bool {
        let mut recursive = self.request.recursive;
        adjoint.func.body.each_stmt(&mut |stmt| {
            recursive |= matches!(&stmt.op, crate::ir::Op::Call(call) if call.recursive);
        });
        recursive
    }

    /// The parameters as the emitter names them.
    pub(super) fn inputs(
        &self,
        emitter: &mut Emitter,
        vars: &[Var],
        again: bool,
    ) -> Vec<TokenStream> {
        let mut inputs = vec![];
        for (param, var) in self.params().iter().zip(vars) {
            if again && param.pass == Pass::RefMut {
                continue;
            }
            let name = emitter.name(*var, param.span);
            let ty = if again {
                lifetimes::without(&param.written)
            } else {
                param.written.clone()
            };
            inputs.push(quote!(#name: #ty));
        }
        inputs
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
        let root = self.root();
        let mut checks = TokenStream::new();
        let vars = adjoint.params();
        for ((param, var), buffer) in self.params().iter().zip(&vars).zip(&adjoint.sweep.buffers) {
            if !param.wrt
                || !matches!(param.ty, Ty::Slice(_) | Ty::Vec(_))
                || !param.is_differentiable()
            {
                continue;
            }
            let (name, text) = (emitter.name(*var, param.span), &param.name);
            let buffer = emitter.name(*buffer, param.span);
            checks.extend(quote! {
                #root::__private::check_len("gradient buffer", #text, #buffer.len(), #name.len());
            });
        }
        checks
    }
}
