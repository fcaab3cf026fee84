//! What an adaptor calls: a closure, or a function by its path.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, ExprPath};

use crate::diagnostics as refusal;
use crate::ir::Var;

use crate::lower::Lower;
use crate::lower::loops::{bare, writes_beside};
use crate::lower::value::{Value, View};

#[derive(Clone)]
pub(in crate::lower) enum Callee {
    Closure {
        closure: usize,
        /// A copy of a closure that has copies of what it names.
        copied: bool,
    },
    Path(Box<ExprPath>),
}

impl Lower<'_> {
    pub(super) fn callee(&mut self, expr: &Expr) -> Option<Callee> {
        let bare = bare(expr);
        if let Expr::Path(path) = bare {
            let bound = path.path.get_ident().and_then(|name| self.scopes.get(name));
            if bound.is_none() {
                return Some(Callee::Path(Box::new(path.clone())));
            }
        }
        match self.expr(expr) {
            Value::Closure(closure) => Some(Callee::Closure {
                closure,
                copied: matches!(bare, Expr::Path(_)) && self.closures[closure].moves(),
            }),
            Value::Error => None,
            _ => {
                self.refuse(expr.span(), "this argument", &refusal::UNKNOWN_CALLEE);
                None
            }
        }
    }

    /// Calls it. Where elements are not evaluated once each and in order, it must have no effect.
    pub(super) fn call_with(&mut self, callee: &Callee, args: Vec<Value>, span: Span) -> Value {
        self.call_changing(callee, args, &[], span)
    }

    /// Calls what may change these locals.
    pub(super) fn call_changing(
        &mut self,
        callee: &Callee,
        args: Vec<Value>,
        own: &[Var],
        span: Span,
    ) -> Value {
        let before = self.errors.len();
        let (stmts, value) = self.apart(|lower| match callee {
            Callee::Closure { closure, .. } => lower.inline(*closure, args, span),
            Callee::Path(path) => lower.applied_path(path, args, path.span()),
        });
        let (copied, span) = match callee {
            Callee::Closure { closure, copied } => (*copied, self.closures[*closure].span()),
            Callee::Path(path) => (false, path.span()),
        };
        let effects = writes_beside(&stmts, own);
        self.stmts.extend(stmts);
        if effects && (copied || self.pure > 0) && self.errors.len() == before {
            return self.refuse(span, "what is called here", &refusal::ITERATOR_EFFECT);
        }
        value
    }

    /// What a closure sees of an element that it is lent.
    pub(super) fn lent(item: &Value) -> Value {
        match item.clone() {
            Value::Atom(atom) => Value::Shared(atom),
            Value::Place {
                place,
                ty,
                view: View::Owned,
            } => Value::Place {
                place,
                ty,
                view: View::Ref,
            },
            other => other,
        }
    }

    /// Lowers what may stand anywhere, and any number of times, as far as the program can tell.
    pub(super) fn purely<R>(&mut self, inner: impl FnOnce(&mut Self) -> R) -> R {
        self.pure += 1;
        let result = inner(self);
        self.pure -= 1;
        result
    }

    /// Statements that are looked at before they are put in their place.
    pub(super) fn apart<R>(
        &mut self,
        inner: impl FnOnce(&mut Self) -> R,
    ) -> (Vec<crate::ir::Stmt>, R) {
        let outer = std::mem::take(&mut self.stmts);
        let result = inner(self);
        (std::mem::replace(&mut self.stmts, outer), result)
    }
}
