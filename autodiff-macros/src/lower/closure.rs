//! Closures that `let` binds: each call is the body, in the scope where the closure stands.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{ExprClosure, Ident};

use crate::diagnostics as refusal;
use crate::ir::Var;

use super::scope::Scopes;
use super::value::{Value, View};
use super::{Lower, TargetKind};

#[derive(Clone)]
pub(super) struct Closure {
    expr: ExprClosure,
    captured: Scopes,
    running: bool,
}

impl Closure {
    /// The closure as it is written, and the names that it sees.
    pub(super) fn written(&self) -> (ExprClosure, Scopes) {
        (self.expr.clone(), self.captured.clone())
    }

    pub(super) fn moves(&self) -> bool {
        self.expr.capture.is_some()
    }

    pub(super) fn span(&self) -> Span {
        self.expr.span()
    }

    pub(super) fn body(&self) -> syn::Expr {
        (*self.expr.body).clone()
    }
}

impl Lower<'_> {
    pub(super) fn closure(&mut self, closure: &ExprClosure) -> Value {
        if closure.asyncness.is_some() {
            return self.refuse(closure.span(), "an `async` closure", &refusal::AWAIT);
        }
        let outer = self.scopes.clone();
        self.scopes.enter();
        if closure.capture.is_some() {
            self.move_in(closure);
        }
        let captured = std::mem::replace(&mut self.scopes, outer);
        self.closures.push(Closure {
            expr: closure.clone(),
            captured,
            running: false,
        });
        Value::Closure(self.closures.len() - 1)
    }

    /// The closure with another body.
    pub(super) fn another_body(&mut self, closure: usize, body: syn::Expr) -> usize {
        let mut other = self.closures[closure].clone();
        *other.expr.body = body;
        other.expr.output = syn::ReturnType::Default;
        self.closures.push(other);
        self.closures.len() - 1
    }

    /// A `move` closure has copies of what it names.
    fn move_in(&mut self, closure: &ExprClosure) {
        let mut names = Names::default();
        syn::visit::Visit::visit_expr(&mut names, &closure.body);
        for name in names.0 {
            let Some(value) = self.scopes.get(&name).cloned() else {
                continue;
            };
            let copy = match value {
                value @ (Value::Place {
                    view: View::Owned, ..
                }
                | Value::Tuple(_)) => self.mutable(&name, value, name.span()),
                other => other,
            };
            self.scopes.bind(&name, copy);
        }
    }

    /// A call of a closure: its body, with its parameters bound.
    pub(super) fn inline(&mut self, closure: usize, args: Vec<Value>, span: Span) -> Value {
        let Closure {
            expr,
            captured,
            running,
        } = self.closures[closure].clone();
        if running {
            return self.refuse(span, "this closure", &refusal::CLOSURE_RECURSION);
        }
        if expr.inputs.len() != args.len() {
            return self.refuse(span, "this closure", &refusal::CLOSURE_ARITY);
        }
        self.closures[closure].running = true;
        let outer = std::mem::replace(&mut self.scopes, captured);
        let moved: Vec<Var> = args.iter().filter_map(|arg| self.moved(arg)).collect();
        let first = self.func.vars.len();
        let value = self.scope(None, TargetKind::Function, span, |lower| {
            for (pat, arg) in expr.inputs.iter().zip(args) {
                lower.pattern(pat, arg);
            }
            let value = lower.expr(&expr.body);
            match &value {
                Value::Place {
                    place,
                    view: View::Owned,
                    ..
                } if moved.contains(&place.base) || place.base.0 >= first => {
                    lower.loosen(&value);
                }
                _ => {}
            }
            lower.snapshot(value, expr.body.span())
        });
        self.scopes = outer;
        self.closures[closure].running = false;
        value
    }
}

impl Lower<'_> {
    /// The local that an argument is, and that is the closure's from now on.
    fn moved(&self, arg: &Value) -> Option<Var> {
        match arg {
            Value::Place {
                place,
                view: View::Owned,
                ..
            } if self.is_loose(place) => Some(place.base),
            _ => None,
        }
    }
}

/// The plain names in an expression, each once.
#[derive(Default)]
struct Names(Vec<Ident>);

impl<'ast> syn::visit::Visit<'ast> for Names {
    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        if let Some(name) = path.path.get_ident() {
            if !self.0.contains(name) {
                self.0.push(name.clone());
            }
        }
    }
}
