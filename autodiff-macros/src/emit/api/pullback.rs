//! The forward sweep that returns the reverse one, for other differentiated functions and for `vjp`.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::GenericParam;

use crate::derivative::Adjoint;
use crate::emit::Emitter;
use crate::ir::{Copying, Pass, Rvalue, Ty, Var};
use crate::lower::Parameter;

use super::heads::Sibling;
use super::types::{argument, buffer};
use super::{Api, one_or_tuple};

impl Api<'_> {
    /// The value, and a pullback that owns nothing and begins with the forward sweep.
    pub(super) fn repeated(&self, adjoint: &Adjoint) -> TokenStream {
        let original = self.original(&self.firsts());
        let mut emitter = self.emitter(adjoint);
        let inputs = self.pullback_names(&mut emitter, adjoint);
        emitter.confirms = true;
        let primal = emitter.stmts(&adjoint.func.body);
        let sweep = emitter.stmts(&adjoint.sweep.block);
        let (items, floats) = (self.items, emitter.floats());
        quote! {
            (#original, |#(#inputs),*| { #(#items)* #floats #primal #sweep })
        }
    }

    /// The parameters of the pullback.
    fn pullback_names(&self, emitter: &mut Emitter, adjoint: &Adjoint) -> Vec<TokenStream> {
        let mut names = self.again(emitter, &adjoint.params());
        let seed = emitter.name(adjoint.sweep.seed, Span::call_site());
        let seed_ty = self.seed_ty();
        names.push(quote!(#seed: #seed_ty));
        for (param, buffer) in self.params().iter().zip(&adjoint.sweep.buffers) {
            names.push(self.buffer_input(emitter, param, *buffer));
        }
        names
    }

    /// The forward sweep, and the reverse one as a closure that owns what it needs.
    pub(super) fn split(&self, adjoint: &Adjoint, boxed: bool) -> TokenStream {
        let mut emitter = self.emitter(adjoint);
        let entered = self.entered(&mut emitter, &adjoint.params());
        let inputs = self.pullback_names(&mut emitter, adjoint);
        emitter.confirms = true;
        let primal = emitter.stmts(&adjoint.func.body);
        let value = self.value(&mut emitter, adjoint);
        let sweep = emitter.stmts(&adjoint.sweep.block);
        let (items, root) = (self.items, self.root());
        let result = emitter.fresh("__value", Span::call_site());
        let closure = quote!(move |#(#inputs),*| { #sweep });
        let closure = match boxed {
            true => quote!(#root::__private::Box::new(#closure)),
            false => closure,
        };
        let (floats, mention) = (emitter.floats(), self.mention());
        quote! {
            #(#items)*
            #mention
            #entered
            #floats
            #primal
            let #result = #value;
            (#result, #closure)
        }
    }

    /// The result; what the sweep reads too is cloned.
    fn value(&self, emitter: &mut Emitter, adjoint: &Adjoint) -> TokenStream {
        let read = crate::ir::walk::used_in(&adjoint.sweep.block);
        result(&adjoint.func.result, &read, emitter)
    }

    /// `split`: what gives the value, and a pullback that gets its inputs again.
    pub(super) fn vjp(&self, split: &TokenStream, adjoint: Option<&Adjoint>) -> TokenStream {
        let seed_ty = self.seed_ty();
        let again = self.params().iter().filter_map(again);
        let (zeros, buffers) = self.zeros(adjoint);
        let gradients = one_or_tuple(&buffers);
        let adjoints = self.params().iter().map(|param| {
            let buffer = buffer(param);
            match (param.is_differentiable(), param.wrt) {
                (false, _) => quote!(&mut ()),
                (true, true) => quote!(&mut #buffer),
                (true, false) => self.unused(param),
            }
        });
        let span = Span::call_site();
        let [value, pullback, seed] =
            ["__value", "__pullback", "__seed"].map(|name| self.fresh(name, span));
        let body = quote! {
            let (#value, #pullback) = #split;
            (#value, move |#seed: #seed_ty| {
                #(#zeros)*
                #pullback(#(#again,)* #seed, #(#adjoints),*);
                #gradients
            })
        };
        self.allocating(self.sibling(Sibling::Vjp, &body))
    }

    /// A buffer for an adjoint that nobody asks for, and nothing is added to.
    fn unused(&self, param: &Parameter) -> TokenStream {
        if matches!(param.ty, Ty::Slice(_) | Ty::Vec(_)) && self.request.rule.is_none() {
            return quote!(&mut []);
        }
        let zero = self.zero_like(param);
        quote!(&mut #zero)
    }
}

fn result(value: &Rvalue, read: &[Var], emitter: &mut Emitter) -> TokenStream {
    match value {
        Rvalue::Copy(place, Copying::Copy)
            if read.contains(&place.base) && !is_copied(&emitter.func.place_ty(place)) =>
        {
            let value = emitter.rvalue(value, Span::call_site());
            quote!(::core::clone::Clone::clone(&#value))
        }
        Rvalue::Tuple(items) => {
            let items = items.iter().map(|item| result(item, read, emitter));
            let items: Vec<_> = items.collect();
            quote!((#(#items,)*))
        }
        value => emitter.rvalue(value, Span::call_site()),
    }
}

/// An argument that is passed for the first of several times.
pub(super) fn first(param: &Parameter) -> TokenStream {
    let name = argument(param);
    match (param.pass, is_copied(&param.ty)) {
        (Pass::Value, false) => quote!(::core::clone::Clone::clone(&#name)),
        (Pass::RefMut, _) => quote!(&mut *#name),
        _ => quote!(#name),
    }
}

/// An argument as a pullback gets it.
pub(super) fn again(param: &Parameter) -> Option<TokenStream> {
    let name = argument(param);
    match (&param.receiver, param.pass) {
        (Some(_), Pass::Value) => Some(quote!(&#name)),
        (Some(_), Pass::RefMut) => Some(quote!(&())),
        (None, Pass::RefMut) => None,
        _ => Some(first(param)),
    }
}

/// Whether values of a type are known to be copied where they are passed.
pub(super) fn is_copied(ty: &Ty) -> bool {
    match ty {
        Ty::Float(_) | Ty::Int(_) | Ty::Bool | Ty::Unit | Ty::Plain => true,
        Ty::Array(item, _) | Ty::Option(item) => is_copied(item),
        Ty::Tuple(items) => items.iter().all(is_copied),
        _ => false,
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
