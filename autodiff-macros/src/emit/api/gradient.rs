//! `grad`, `value_and_grad`, `accumulate_grad`: forward and reverse sweep in one function.
//!
//! # Note: siblings of a member
//!
//! A sibling in an `impl` of a trait cannot call another one: `Self::energy_grad` is that of the type
//! itself where it has one, and the trait has no name here. So it holds what it would call.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Path;

use crate::derivative::Adjoint;
use crate::emit::Emitter;
use crate::ir::{Atom, Op, Pass, Rvalue, Ty, Var};
use crate::lower::Parameter;

use super::super::number::number;
use super::heads::Sibling;
use super::types::{argument, buffer};
use super::{Api, one_or_tuple};

impl Api<'_> {
    pub(super) fn grad(&self, joint: &TokenStream, adjoint: Option<&Adjoint>) -> TokenStream {
        let arguments = self.arguments();
        let body = match self.request.is_member() {
            false => quote!(Self::value_and_grad(#(#arguments),*).1),
            true => {
                let (zeros, buffers) = self.zeros(adjoint);
                let gradients = one_or_tuple(&buffers);
                let joint = self.joined(joint);
                quote!(#(#zeros)* let _ = #joint; #gradients)
            }
        };
        self.allocating(self.sibling(Sibling::Grad, &body))
    }

    /// A function that needs a heap where a gradient does.
    pub(super) fn allocating(&self, function: TokenStream) -> TokenStream {
        match self
            .chosen()
            .any(|param| matches!(param.ty, Ty::Slice(_) | Ty::Vec(_)))
        {
            true => self.with_alloc(function),
            false => function,
        }
    }

    pub(super) fn with_alloc(&self, function: TokenStream) -> TokenStream {
        let root = self.root();
        quote!(#root::__private::with_alloc! { #function })
    }

    pub(super) fn value_and_grad(
        &self,
        joint: &TokenStream,
        adjoint: Option<&Adjoint>,
    ) -> TokenStream {
        let arguments = self.arguments();
        let (zeros, buffers) = self.zeros(adjoint);
        let gradients = one_or_tuple(&buffers);
        let value = self.fresh("__value", Span::call_site());
        let one = self.one();
        let joint = match self.request.is_member() {
            true => self.joined(joint),
            false => quote!(Self::accumulate_grad(#(#arguments,)* #one, #(&mut #buffers),*)),
        };
        let body = quote! {
            #(#zeros)*
            let #value = #joint;
            (#value, #gradients)
        };
        self.allocating(self.sibling(Sibling::ValueAndGrad, &body))
    }

    /// The cotangent of a result that is a number.
    fn one(&self) -> TokenStream {
        let (root, seed) = (self.root(), self.seed_ty());
        match &self.signature.result_ty {
            Ty::Float(_) => number("1.0", &self.signature.result_ty, root),
            _ => quote!(<#seed as #root::__private::Number>::ONE),
        }
    }

    /// What `accumulate_grad` does, with buffers of this function.
    fn joined(&self, joint: &TokenStream) -> TokenStream {
        let (seed, seed_ty) = (self.seed(), self.seed_ty());
        let one = self.one();
        let buffers = self.chosen().map(buffer);
        let buffers = buffers.map(|buffer| quote!(let #buffer = &mut #buffer;));
        quote!({ let #seed: #seed_ty = #one; #(#buffers)* #joint })
    }

    /// Zero gradients of the chosen parameters.
    ///
    /// # Note: minus zero
    ///
    /// `-0.0 + x` is `x` for each `x`, and the compiler knows it; `0.0 + x` is not, for `x = -0.0`.
    /// A number that the sweep adds to in any case begins as `-0.0`, and costs no addition.
    pub(super) fn zeros(&self, adjoint: Option<&Adjoint>) -> (Vec<TokenStream>, Vec<TokenStream>) {
        let delivered: Vec<Var> = adjoint.map_or(vec![], delivered);
        let vars = adjoint.map_or(vec![], |adjoint| adjoint.sweep.buffers.clone());
        let certain = |nth: usize| vars.get(nth).is_some_and(|var| delivered.contains(var));
        let start = |(nth, param): (usize, &Parameter)| {
            let buffer = buffer(param);
            let zero = match zero(&param.ty, self.root()) {
                Some(_) if certain(nth) => {
                    let zero = number("-0.0", &param.ty, self.root());
                    quote!(let mut #buffer = #zero;)
                }
                Some(zero) => quote!(let mut #buffer = #zero;),
                None => {
                    let zero = self.zero_like(param);
                    quote!(let mut #buffer = #zero;)
                }
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

    /// A zero tangent of the shape of an argument.
    pub(super) fn zero_like(&self, param: &Parameter) -> TokenStream {
        let (root, argument) = (self.root(), argument(param));
        match param.pass {
            Pass::Value => quote!(#root::__private::zero_like(&#argument)),
            Pass::Ref => quote!(#root::__private::zero_like(#argument)),
            Pass::RefMut => quote!(#root::__private::zero_like(&*#argument)),
        }
    }

    /// `accumulate_grad`, which is what other functions call, where that has the same buffers.
    pub(super) fn accumulate(&self, joint: &TokenStream, of_all: bool) -> TokenStream {
        if !of_all || self.request.is_member() {
            return self.sibling(Sibling::AccumulateGrad, joint);
        }
        let (arguments, seed) = (self.arguments(), self.seed());
        let buffers = self.params().iter().map(|param| {
            let name = buffer(param);
            match param.is_differentiable() {
                true => quote!(#name),
                false => quote!(&mut ()),
            }
        });
        let body = quote!(Self::joint(#(#arguments,)* #seed, #(#buffers),*));
        self.sibling(Sibling::AccumulateGrad, &body)
    }

    /// What `accumulate_grad` does.
    ///
    /// # Note: the value comes first
    ///
    /// A reverse loop that carries what the forward sweep has bound has it under the same name.
    pub(super) fn joint(&self, adjoint: &Adjoint, of_all: bool) -> TokenStream {
        let mut emitter = self.emitter(adjoint);
        let entered = self.entered(&mut emitter, &adjoint.params());
        let delivered = self.delivered(&mut emitter, adjoint, of_all);
        let checks = self.checks(&mut emitter, adjoint);
        let items = self.items;
        let span = Span::call_site();
        let mut tokens = quote!(#(#items)* #entered #delivered #checks);
        tokens.extend(emitter.stmts(&adjoint.func.body));
        if carries_again(adjoint) {
            let value = emitter.rvalue(&adjoint.func.result, span);
            let name = emitter.fresh("__value", span);
            tokens.extend(quote!(let #name = #value;));
            tokens.extend(emitter.stmts(&adjoint.sweep.block));
            tokens.extend(quote!(#name));
            return tokens;
        }
        tokens.extend(emitter.stmts(&adjoint.sweep.block));
        tokens.extend(emitter.rvalue(&adjoint.func.result, span));
        tokens
    }

    /// The seed and the buffers, as the emitter names them.
    fn delivered(&self, emitter: &mut Emitter, adjoint: &Adjoint, of_all: bool) -> TokenStream {
        let seed = emitter.name(adjoint.sweep.seed, Span::call_site());
        let mut tokens = super::inputs::renamed(&seed, &self.seed());
        for (param, var) in self.params().iter().zip(&adjoint.sweep.buffers) {
            if (param.wrt || of_all) && param.is_differentiable() {
                let name = emitter.name(*var, param.span);
                tokens.extend(super::inputs::renamed(&name, &buffer(param)));
            }
        }
        tokens
    }
}

/// Whether a loop of the reverse sweep carries what the forward sweep binds, and the result is a number.
fn carries_again(adjoint: &Adjoint) -> bool {
    let mut bound = std::collections::HashSet::new();
    adjoint.func.body.each_stmt(&mut |stmt| {
        bound.extend(stmt.binds.iter().copied());
        if let Op::Loop(each) = &stmt.op {
            bound.extend(each.carried.iter().map(|(param, _)| *param));
        }
    });
    let again = |stmt: &crate::ir::Stmt| match &stmt.op {
        Op::Loop(each) => each.carried.iter().any(|(param, _)| bound.contains(param)),
        _ => false,
    };
    let number = matches!(adjoint.func.result, Rvalue::Atom(Atom::Var(_)));
    number && adjoint.sweep.block.stmts.iter().any(again)
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
