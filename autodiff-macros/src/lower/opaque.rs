//! Rust that carries no derivative, and is kept word for word: errors, messages, comparisons.
//!
//! The names of the function that it mentions are bound for it, as they are at that point.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Expr, ExprPath, Macro, Member};

use crate::diagnostics as refusal;
use crate::ir::{EffectArg, Opaque, Rvalue, Struct, Ty};

use super::Lower;
use super::structs::Constructor;
use super::value::Value;

impl Lower<'_> {
    /// An expression whose value has no derivative, whatever it is made of.
    pub(super) fn opaque(&mut self, expr: &Expr) -> Option<Rvalue> {
        let mut names = Names::default();
        names.visit_expr(expr);
        let mut captures = vec![];
        for name in names.0 {
            let Some(value) = self.scopes.get(&name).cloned() else {
                continue;
            };
            let value = self.current(value);
            let arg = self.captured(value, expr.span())?;
            captures.push((unreserved(&name), arg));
        }
        let expr = without_self(self.verbatim(expr.to_token_stream()));
        Some(Rvalue::Opaque(Opaque { expr, captures }))
    }

    fn captured(&mut self, value: Value, span: Span) -> Option<EffectArg> {
        match value {
            Value::Atom(atom) | Value::Shared(atom) => Some(EffectArg::Atom(atom)),
            Value::Closure(_) | Value::Iter(_) => {
                self.refuse(
                    span,
                    "this use of a closure or an iterator",
                    &refusal::CLOSURE_VALUE,
                );
                None
            }
            Value::Error | Value::Never => None,
            value => {
                let (place, ty) = self.place_of(value, span);
                if self.types.shallow(&ty).is_scalar() {
                    let atom = self.bind(ty, crate::ir::Op::Read(place), span);
                    return Some(EffectArg::Atom(atom));
                }
                Some(EffectArg::Place(place))
            }
        }
    }

    /// `Err(error)`: an error is no number.
    pub(super) fn failure(&mut self, of: Constructor, error: &Expr) -> Value {
        let Some(error) = self.opaque(error) else {
            return Value::Error;
        };
        let err = Struct {
            path: of.path,
            variant: of.variant,
            fields: vec![(Member::from(0), error)],
            base: None,
        };
        Value::Aggregate(Rvalue::Struct(err), of.ty)
    }

    /// `format!(…)` and the like: a value of which nothing is differentiated.
    pub(super) fn message(&mut self, expr: &Expr) -> Value {
        match self.opaque(expr) {
            Some(value) => Value::Aggregate(value, Ty::Opaque),
            None => Value::Error,
        }
    }
}

/// The plain names that an expression mentions, in format strings too, each once.
#[derive(Default)]
struct Names(Vec<Ident>);

impl Names {
    fn add(&mut self, name: Ident) {
        if !self.0.contains(&name) {
            self.0.push(name);
        }
    }
}

impl<'ast> Visit<'ast> for Names {
    fn visit_expr_path(&mut self, path: &'ast ExprPath) {
        if let Some(name) = path.path.get_ident() {
            self.add(name.clone());
        }
    }

    fn visit_macro(&mut self, mac: &'ast Macro) {
        let Ok(arguments) = mac.parse_body::<super::macros::Arguments>() else {
            return;
        };
        for argument in &arguments.0 {
            if let Some(text) = super::macros::literal(&argument.expr) {
                for name in super::macros::captures(&text) {
                    self.add(Ident::new(&name, mac.path.span()));
                }
            }
            visit::visit_expr(self, &argument.expr);
        }
    }
}

/// A name that `let` can bind.
fn unreserved(name: &Ident) -> Ident {
    match name == "self" {
        true => Ident::new("__this", name.span()),
        false => name.clone(),
    }
}

fn without_self(tokens: TokenStream) -> TokenStream {
    tokens
        .into_iter()
        .map(|token| match token {
            TokenTree::Ident(name) => TokenTree::Ident(unreserved(&name)),
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), without_self(group.stream()));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            other => other,
        })
        .collect()
}
