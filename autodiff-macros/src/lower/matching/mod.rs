//! `match`, `if let`, `let … else`, `while let`: whether a value matches, and what is bound then.
//!
//! A pattern is looked at twice: `test` gives the condition under which it matches, and `pattern`
//! binds its names where that holds. Nothing is read of a part before it is known to be there.

mod condition;
mod slice;
mod test;

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, Pat};

use crate::ir::Atom;

use super::Lower;
use super::structs::is_capital;
use super::value::{Value, View};

pub(in crate::lower) use condition::has_let;
pub(in crate::lower) use slice::slice_parts;

impl Lower<'_> {
    pub(in crate::lower) fn match_expr(&mut self, expr: &syn::ExprMatch) -> Value {
        let value = self.expr(&expr.expr);
        if matches!(value, Value::Never | Value::Error) {
            return value;
        }
        let value = self.looked_at(value, expr.expr.span());
        let arms = alternatives(&expr.arms);
        self.arms(&value, &arms, expr.match_token.span())
    }

    /// What is matched more than once: it is computed once.
    fn looked_at(&mut self, value: Value, span: Span) -> Value {
        match value {
            Value::Aggregate(..) => {
                let (place, ty) = self.place_of(value, span);
                let view = View::Owned;
                Value::Place { place, ty, view }
            }
            other => other,
        }
    }

    fn arms(&mut self, value: &Value, arms: &[Alternative<'_>], span: Span) -> Value {
        let Some((arm, rest)) = arms.split_first() else {
            return Value::Never;
        };
        let test = match (rest, arm.guard) {
            ([], None) => None,
            _ => self.test(value, arm.pat),
        };
        let test = match arm.guard {
            None => test,
            Some(guard) => Some(self.guarded(value, arm.pat, test, guard)),
        };
        let then = |lower: &mut Self| {
            lower.matched(arm.pat, value.clone());
            lower.expr(arm.body)
        };
        match test {
            None => {
                self.scopes.enter();
                let result = then(self);
                let result = self.snapshot(result, span);
                self.scopes.leave();
                result
            }
            Some(cond) => self.branch(cond, then, |lower| lower.arms(value, rest, span), span),
        }
    }

    /// Whether a pattern matches and its guard holds.
    fn guarded(&mut self, value: &Value, pat: &Pat, test: Option<Atom>, guard: &Expr) -> Atom {
        let asked = |lower: &mut Self| {
            lower.matched(pat, value.clone());
            Value::Atom(lower.scalar(guard))
        };
        match test {
            Some(test) => self.and(test, asked, guard.span()),
            None => {
                self.scopes.enter();
                let asked = asked(self);
                self.scopes.leave();
                self.operand(asked, guard.span())
            }
        }
    }

    fn and(&mut self, first: Atom, second: impl FnOnce(&mut Self) -> Value, span: Span) -> Atom {
        let no = |_: &mut Self| Value::Atom(Atom::bool(false));
        let both = self.branch(first, second, no, span);
        self.operand(both, span)
    }

    /// `matches!(value, pat if guard)`
    pub(in crate::lower) fn matches(
        &mut self,
        value: &Expr,
        pat: &Pat,
        guard: Option<&Expr>,
        span: Span,
    ) -> Value {
        let value = self.expr(value);
        if matches!(value, Value::Never | Value::Error) {
            return value;
        }
        let value = self.looked_at(value, span);
        let test = self.test(&value, pat);
        Value::Atom(match guard {
            Some(guard) => self.guarded(&value, pat, test, guard),
            None => test.unwrap_or(Atom::bool(true)),
        })
    }

    /// Binds the names of a pattern that may have failed, and did not.
    fn matched(&mut self, pat: &Pat, value: Value) {
        let outer = std::mem::replace(&mut self.refutable, true);
        self.pattern(pat, value);
        self.refutable = outer;
    }
}

/// One pattern, its guard and its body; `A(x) | B(x)` are two where they bind names.
struct Alternative<'a> {
    pat: &'a Pat,
    guard: Option<&'a Expr>,
    body: &'a Expr,
}

fn alternatives(arms: &[syn::Arm]) -> Vec<Alternative<'_>> {
    let mut all = vec![];
    for arm in arms {
        let (pat, guard) = match &arm.pat {
            Pat::Guard(guarded) => (&*guarded.pat, Some(&*guarded.guard)),
            pat => (pat, None),
        };
        let body = &*arm.body;
        match bare(pat) {
            Pat::Or(or) if or.cases.iter().any(binds) => {
                all.extend(or.cases.iter().map(|pat| Alternative { pat, guard, body }));
            }
            pat => all.push(Alternative { pat, guard, body }),
        }
    }
    all
}

fn bare(pat: &Pat) -> &Pat {
    match pat {
        Pat::Paren(inner) => bare(&inner.pat),
        other => other,
    }
}

/// Whether a pattern binds a name.
fn binds(pat: &Pat) -> bool {
    struct Names(bool);
    impl<'ast> syn::visit::Visit<'ast> for Names {
        fn visit_pat_ident(&mut self, name: &'ast syn::PatIdent) {
            self.0 |= !names_constant(name);
            syn::visit::visit_pat_ident(self, name);
        }
    }
    let mut names = Names(false);
    syn::visit::Visit::visit_pat(&mut names, pat);
    names.0
}

/// `None`, `MAX`, `Origin`: spelled like a constant, a unit variant or a unit struct.
pub(in crate::lower) fn names_constant(name: &syn::PatIdent) -> bool {
    let text = name.ident.to_string();
    let plain = name.by_ref.is_none() && name.mutability.is_none() && name.subpat.is_none();
    let capitals = text.len() > 1
        && text.chars().all(|c| !c.is_lowercase())
        && text.starts_with(char::is_uppercase);
    plain && (capitals || (text.len() > 1 && is_capital(&name.ident)))
}
