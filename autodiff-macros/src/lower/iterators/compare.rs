//! What `max_by` and `min_by` compare with.
//!
//! A comparator gives an `Ordering`, which is no value here: of `|a, b| x.total_cmp(y)` is known what
//! is compared, and how.

use proc_macro2::Span;
use quote::quote;
use syn::spanned::Spanned;
use syn::{Expr, Stmt};

use crate::diagnostics as refusal;
use crate::ir::{Atom, Effect, EffectArg, Fun, Op, Ty};

use super::Callee;
use crate::lower::Lower;
use crate::lower::loops::bare;
use crate::lower::value::Value;

#[derive(Clone)]
pub(super) enum Order {
    /// By a number that is made of each.
    Key(Callee),
    /// By a pair that is made of two; of the elements themselves where nothing is called.
    Pair(Option<Callee>, How),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    Total,
    /// Panics at NaN.
    Partial,
    /// Takes NaN for an equal.
    Lenient,
    Integers,
}

impl Lower<'_> {
    /// `|a, b| x.total_cmp(y)` and the like.
    pub(super) fn order(&mut self, expr: &Expr) -> Option<Order> {
        if let Expr::Path(path) = bare(expr) {
            let last = path.path.segments.last()?.ident.to_string();
            if path.path.segments.len() > 1 && last == "total_cmp" {
                return Some(Order::Pair(None, How::Total));
            }
        }
        let order = match self.expr(expr) {
            Value::Closure(closure) => self.order_of(closure),
            Value::Error => return None,
            _ => None,
        };
        if order.is_none() {
            self.refuse(expr.span(), "this comparison", &refusal::COMPARISON);
        }
        order
    }

    fn order_of(&mut self, closure: usize) -> Option<Order> {
        let body = self.closures[closure].body();
        let (left, right, how) = compared(&body)?;
        let pair: Expr = syn::parse_quote!((#left, #right));
        let closure = self.another_body(closure, pair);
        let callee = Callee::Closure {
            closure,
            copied: false,
        };
        Some(Order::Pair(Some(callee), how))
    }

    /// Whether `a` is behind `b`.
    pub(super) fn is_behind(&mut self, order: &Order, a: Value, b: Value, span: Span) -> Atom {
        let (a, b, how) = match order {
            Order::Key(key) => {
                let mut key = |item: Value| {
                    let item = Self::lent(&item);
                    let value = self.purely(|lower| lower.call_with(key, vec![item], span));
                    self.operand(value, span)
                };
                (key(a), key(b), How::Integers)
            }
            Order::Pair(None, how) => (self.operand(a, span), self.operand(b, span), *how),
            Order::Pair(Some(callee), how) => {
                let args = vec![Self::lent(&a), Self::lent(&b)];
                let Value::Tuple(pair) = self.call_with(callee, args, span) else {
                    return Atom::bool(false);
                };
                let mut pair = pair.into_iter().map(|value| self.operand(value, span));
                let (Some(a), Some(b)) = (pair.next(), pair.next()) else {
                    return Atom::bool(false);
                };
                (a, b, *how)
            }
        };
        self.behind(a, b, how, span)
    }

    fn behind(&mut self, a: Atom, b: Atom, how: How, span: Span) -> Atom {
        let (ty, other) = (self.func.atom_ty(&a), self.func.atom_ty(&b));
        self.types.unify(&ty, &other);
        match how {
            How::Integers if !self.types.is_integer(&ty) => {
                self.refuse(span, "a key that is no integer", &refusal::COMPARISON);
                Atom::bool(false)
            }
            How::Total => {
                let float = self.types.float();
                self.types.unify(&ty, &float);
                self.apply(Fun::Behind, vec![a, b], Ty::Bool, span)
            }
            How::Partial => {
                let (same, also) = (a.clone(), b.clone());
                let same = self.combine("==", same.clone(), same, span);
                let also = self.combine("==", also.clone(), also, span);
                let numbers = self.combine("&", same, also, span);
                let text = "called `Option::unwrap()` on a `None` value";
                let effect = Effect {
                    path: quote!(::core::assert),
                    args: vec![
                        EffectArg::Atom(numbers),
                        EffectArg::Text(quote!("{}", #text)),
                    ],
                    diverges: false,
                };
                self.push(vec![], Op::Effect(effect), span);
                self.combine(">", a, b, span)
            }
            How::Lenient | How::Integers => self.combine(">", a, b, span),
        }
    }
}

/// What is compared, and how.
fn compared(body: &Expr) -> Option<(Expr, Expr, How)> {
    let Expr::MethodCall(call) = single(body) else {
        return None;
    };
    let args: Vec<&Expr> = call.args.iter().collect();
    let pair = |how| Some(((*call.receiver).clone(), (*args.first()?).clone(), how));
    match (call.method.to_string().as_str(), args.as_slice()) {
        ("total_cmp", [_]) => pair(How::Total),
        ("cmp", [_]) => pair(How::Integers),
        ("reverse", []) => {
            let (left, right, how) = compared(&call.receiver)?;
            Some((right, left, how))
        }
        ("unwrap", []) | ("expect", [_]) => {
            let (left, right, how) = partially(&call.receiver)?;
            Some((left, right, how))
        }
        ("unwrap_or", [other]) if is_equal(other) => {
            let (left, right, _) = partially(&call.receiver)?;
            Some((left, right, How::Lenient))
        }
        _ => None,
    }
}

fn partially(expr: &Expr) -> Option<(Expr, Expr, How)> {
    match single(expr) {
        Expr::MethodCall(call) if call.method == "partial_cmp" && call.args.len() == 1 => {
            Some(((*call.receiver).clone(), call.args[0].clone(), How::Partial))
        }
        _ => None,
    }
}

/// `Ordering::Equal`
fn is_equal(expr: &Expr) -> bool {
    match bare(expr) {
        Expr::Path(path) => path
            .path
            .segments
            .last()
            .is_some_and(|last| last.ident == "Equal"),
        _ => false,
    }
}

/// The expression that a block consists of.
fn single(expr: &Expr) -> &Expr {
    match bare(expr) {
        Expr::Block(block) => match block.block.stmts.as_slice() {
            [Stmt::Expr(only, None)] => single(only),
            _ => expr,
        },
        other => other,
    }
}
