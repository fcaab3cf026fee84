//! Statements.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::ir::{Block, Effect, EffectArg, Op, Rvalue, Sign, Stmt, Ty, Var};
use crate::names;

use super::{Emitter, assigned};

impl Emitter<'_> {
    pub(crate) fn stmts(&mut self, block: &Block) -> TokenStream {
        let mut tokens = TokenStream::new();
        for (at, stmt) in block.stmts.iter().enumerate() {
            let behind = &block.stmts[at + 1..];
            tokens.extend(
                self.declaration(stmt, behind)
                    .unwrap_or_else(|| self.stmt(stmt)),
            );
        }
        tokens
    }

    /// `let x;` of a type that has no first value, where the statements behind assign it.
    fn declaration(&mut self, stmt: &Stmt, behind: &[Stmt]) -> Option<TokenStream> {
        let (Op::Init(None), [local]) = (&stmt.op, stmt.binds.as_slice()) else {
            return None;
        };
        if self.blank(self.ty(*local)).is_some() {
            return None;
        }
        let name = self.binding(*local, stmt.span);
        if assigned::is_assigned(*local, behind) {
            return Some(quote!(let #name;));
        }
        self.late.insert(*local);
        Some(quote!(let #name = ::core::option::Option::None;))
    }

    /// A pattern that binds a variable.
    pub(super) fn binding(&mut self, var: Var, span: Span) -> TokenStream {
        let name = self.name(var, span);
        match self.changing.contains(&var) {
            true => quote!(mut #name),
            false => quote!(#name),
        }
    }

    pub(super) fn stmt(&mut self, stmt: &Stmt) -> TokenStream {
        let span = stmt.span;
        let at = names::located(span);
        if let Some(tokens) = self.simple_stmt(stmt) {
            return tokens;
        }
        match &stmt.op {
            Op::Init(value) => {
                let tokens = self.init(stmt.binds[0], value.as_ref(), span);
                let confirmed = self.confirmed(stmt.binds[0]);
                quote!(#tokens #confirmed)
            }
            Op::Write(to, value) => {
                let value = self.rvalue(value, span);
                if to.path.is_empty() && self.late.contains(&to.base) {
                    let name = self.name(to.base, span);
                    return quote_spanned!(at=> #name = ::core::option::Option::Some(#value););
                }
                let to = self.target(to, span);
                quote_spanned!(at=> #to = #value;)
            }
            Op::Update(to, sign, atom) => {
                let atom = self.atom(atom, span);
                let to = self.target(to, span);
                match sign {
                    Sign::Plus => quote_spanned!(at=> #to += #atom;),
                    Sign::Minus => quote_spanned!(at=> #to -= #atom;),
                }
            }
            Op::PushBack(to, value) => self.push_back(to, value, span),
            Op::PopBack(from) => self.pop_back(stmt.binds[0], from, span),
            Op::Swap(a, b) => self.swap(a, b, span),
            Op::Rearrange(place, how) => self.rearrange(place, how, span),
            Op::Sort(sort) => self.sort(stmt.binds.first().copied(), sort, span),
            Op::Ask(ask) => self.ask(stmt.binds[0], ask, span),
            Op::Call(call) => self.call(stmt, call),
            Op::If(branch) => self.branch(&stmt.binds, branch, span),
            Op::Loop(each) => self.each(&stmt.binds, each, span),
            Op::Effect(effect) => self.effect(effect, span),
            op => self.derivative(stmt, op),
        }
    }

    /// `let t = …;`, or nothing where `t` is written where it is used.
    pub(super) fn simple_stmt(&mut self, stmt: &Stmt) -> Option<TokenStream> {
        let bind = *stmt.binds.first()?;
        let expr = match &stmt.op {
            Op::Init(Some(Rvalue::Atom(atom))) if self.once.contains(&bind) => {
                self.operand(atom, stmt.span)
            }
            op => self.simple(op, stmt.span)?,
        };
        if self.once.contains(&bind) {
            self.inlined.insert(bind, expr);
            return Some(TokenStream::new());
        }
        let tokens = expr.tokens;
        let name = self.binding(bind, stmt.span);
        let plain = stmt.op.used().is_empty();
        let ty = plain.then(|| self.annotation(bind)).flatten();
        Some(quote!(let #name #ty = #tokens;))
    }

    /// `: f64`, where the type of a number is known.
    pub(super) fn annotation(&self, var: Var) -> Option<TokenStream> {
        self.type_of(var).map(|ty| quote!(: #ty))
    }

    pub(super) fn type_of(&self, var: Var) -> Option<TokenStream> {
        match self.ty(var) {
            Ty::Int(Some(name)) => {
                let name = syn::Ident::new(name, Span::call_site());
                Some(quote!(::core::primitive::#name))
            }
            ty => float_annotation(ty),
        }
    }

    pub(super) fn init(&mut self, local: Var, value: Option<&Rvalue>, span: Span) -> TokenStream {
        let ty = self.ty(local).clone();
        let annotation = match (value, &ty) {
            (None | Some(Rvalue::VecEmpty(_)), _) => self.storage_annotation(&ty),
            (Some(Rvalue::Array(items) | Rvalue::VecOf(items)), _) if items.is_empty() => {
                self.storage_annotation(&ty)
            }
            _ => None,
        };
        let value = match value {
            Some(value) => Some(self.rvalue(value, span)),
            None => self.blank(&ty),
        };
        let name = self.binding(local, span);
        match value {
            Some(value) => quote!(let #name #annotation = #value;),
            None => quote!(let #name = ::core::default::Default::default();),
        }
    }

    /// The type of storage that holds nothing yet.
    pub(super) fn storage_annotation(&self, ty: &Ty) -> Option<TokenStream> {
        self.written(ty).map(|ty| quote!(: #ty))
    }

    /// A type that is known in all its parts, and the same for a tangent.
    fn written(&self, ty: &Ty) -> Option<TokenStream> {
        let root = self.root;
        Some(match ty {
            Ty::Vec(item) => {
                let item = self.written(item)?;
                quote!(#root::__private::Vec<#item>)
            }
            Ty::Option(item) => {
                let item = self.written(item)?;
                quote!(::core::option::Option<#item>)
            }
            Ty::Array(item, len) => {
                let (item, len) = (self.written(item)?, len.0.as_ref()?);
                quote!([#item; #len])
            }
            // The tangent of a tuple has other types in it than the tuple, where it has constants.
            Ty::Tuple(items) if items.iter().all(Ty::is_differentiable) => {
                let items: Option<Vec<_>> = items.iter().map(|item| self.written(item)).collect();
                let items = items?;
                quote!((#(#items,)*))
            }
            ty => float_annotation(ty)?,
        })
    }

    pub(super) fn effect(&mut self, effect: &Effect, span: Span) -> TokenStream {
        let path = &effect.path;
        let mut args = vec![];
        for arg in &effect.args {
            args.push(match arg {
                EffectArg::Atom(atom) => self.atom(atom, span),
                EffectArg::Place(place) => self.place(place, span),
                EffectArg::Named(name, atom) => {
                    let atom = self.atom(atom, span);
                    quote!(#name = #atom)
                }
                EffectArg::Text(text) => text.clone(),
            });
        }
        quote!(#path!(#(#args),*);)
    }
}

pub(super) fn float_annotation(ty: &Ty) -> Option<TokenStream> {
    match ty {
        Ty::Float(float) if float.is_inferred() => None,
        ty @ Ty::Float(_) => Some(crate::rules::partial::float_name(ty)),
        _ => None,
    }
}
