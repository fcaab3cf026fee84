//! Consumers that may find nothing: `find`, `position`, `last`, `nth`, `reduce` and the like.

use proc_macro2::{Ident, Span};
use syn::Expr;

use crate::diagnostics as refusal;
use crate::ir::{Atom, Fun, If, Op, Stmt};

use super::compare::Order;
use super::kept::Kept;
use super::{Callee, Iter};
use crate::lower::Lower;
use crate::lower::value::Value;

impl Lower<'_> {
    /// Nothing where the method is not known.
    pub(super) fn consumed_to_option(
        &mut self,
        iter: &Iter,
        name: &str,
        args: &[&Expr],
        span: Span,
    ) -> Option<Value> {
        Some(match (name, args) {
            ("last", []) => self.last(iter, span),
            ("nth", [count]) => {
                let count = self.count(count);
                self.nth(iter, &count, span)
            }
            ("rfind", [_]) => {
                let back = super::adapt::reversed(iter.clone());
                return self.consumed_to_option(&back, "find", args, span);
            }
            ("nth_back", [_]) => {
                let back = super::adapt::reversed(iter.clone());
                return self.consumed_to_option(&back, "nth", args, span);
            }
            ("find" | "position" | "find_map" | "reduce", [callee]) => {
                let Some(callee) = self.callee(callee) else {
                    return Some(Value::Error);
                };
                match name {
                    "find" => self.find(iter, &callee, span),
                    "position" => self.position(iter, &callee, span),
                    "find_map" => self.find_map(iter, &callee, span),
                    _ => self.reduce(iter, span, &mut |lower, a, b| {
                        lower.call_with(&callee, vec![a, b], span)
                    }),
                }
            }
            ("max" | "min", []) => self.extreme(iter, name, span),
            ("max_by" | "min_by", [order]) => {
                let Some(order) = self.order(order) else {
                    return Some(Value::Error);
                };
                self.extreme_by(iter, name == "max_by", &order, span)
            }
            ("max_by_key" | "min_by_key", [key]) => {
                let Some(key) = self.callee(key) else {
                    return Some(Value::Error);
                };
                self.extreme_by(iter, name == "max_by_key", &Order::Key(key), span)
            }
            _ => return None,
        })
    }

    fn find(&mut self, iter: &Iter, test: &Callee, span: Span) -> Value {
        self.first_kept(iter, span, &mut |lower, item| {
            (lower.tested(test, &item, span), item)
        })
    }

    fn find_map(&mut self, iter: &Iter, callee: &Callee, span: Span) -> Value {
        self.first_kept(iter, span, &mut |lower, item| {
            let value = lower.call_with(callee, vec![item], span);
            let found = lower.taken_apart(value, span);
            found.unwrap_or((Atom::bool(false), Value::Error))
        })
    }

    fn position(&mut self, iter: &Iter, test: &Callee, span: Span) -> Value {
        let counter = self.counter(span);
        self.first_kept(iter, span, &mut |lower, item| {
            let at = Value::Atom(lower.next_count(counter, span));
            let value = lower.call_with(test, vec![item], span);
            (lower.operand(value, span), at)
        })
    }

    fn last(&mut self, iter: &Iter, span: Span) -> Value {
        self.kept(span, |lower, kept| {
            lower.drive(iter, span, &mut |lower, item| lower.keep(kept, item));
        })
    }

    fn nth(&mut self, iter: &Iter, count: &Atom, span: Span) -> Value {
        let iter = Iter::Skip(Box::new(iter.clone()), count.clone());
        self.kept(span, |lower, kept| lower.keep_first(&iter, kept, span))
    }

    /// The first element, and nothing behind it.
    pub(super) fn keep_first(&mut self, iter: &Iter, kept: &mut Kept, span: Span) {
        if self.is_positional(iter) && !super::consume::calls(iter) {
            let at = Atom::int(0);
            let some = match self.iter_len(iter, span) {
                Some(len) => self.combine("!=", len, Atom::int(0), span),
                None => Atom::bool(true),
            };
            return self.when(some, span, |lower| {
                let item = lower.iter_item(iter, &at, span);
                lower.keep(kept, item);
            });
        }
        self.leavable(span, |lower, behind| {
            lower.drive(iter, span, &mut |lower, item| {
                lower.keep(kept, item);
                lower.leave(behind, span);
            });
        });
    }

    /// Elements put together from the first one on.
    fn reduce(
        &mut self,
        iter: &Iter,
        span: Span,
        step: &mut dyn FnMut(&mut Self, Value, Value) -> Value,
    ) -> Value {
        let len = match self.is_positional(iter) {
            true => self.iter_len(iter, span),
            false => None,
        };
        self.kept(span, |lower, kept| match len {
            Some(len) => lower.reduce_positions(iter, len, kept, step),
            None => lower.drive(iter, span, &mut |lower, item| {
                let some = lower.local_now(kept.some, span);
                let (first, ()) = lower.nested(|lower| lower.keep(kept, item.clone()));
                let (more, ()) = lower.nested(|lower| {
                    let so_far = lower.kept_now(kept);
                    let next = step(lower, so_far, item);
                    lower.keep_instead(kept, next);
                });
                lower.if_else(some, more, first, span);
            }),
        })
    }

    /// The first one, and a loop over the others.
    fn reduce_positions(
        &mut self,
        iter: &Iter,
        len: Atom,
        kept: &mut Kept,
        step: &mut dyn FnMut(&mut Self, Value, Value) -> Value,
    ) {
        let span = kept.span;
        let some = self.combine("!=", len.clone(), Atom::int(0), span);
        self.when(some, span, |lower| {
            let item = lower.iter_item(iter, &Atom::int(0), span);
            lower.keep(kept, item);
            let rest = lower.combine("-", len, Atom::int(1), span);
            lower.drive_range(rest, span, |lower, at| {
                let at = lower.combine("+", at, Atom::int(1), span);
                let item = lower.iter_item(iter, &at, span);
                let so_far = lower.kept_now(kept);
                let next = step(lower, so_far, item);
                lower.keep_instead(kept, next);
            });
        });
    }

    /// `max` and `min` of integers.
    fn extreme(&mut self, iter: &Iter, name: &str, span: Span) -> Value {
        let fun = Ident::new(name, span);
        self.reduce(iter, span, &mut |lower, a, b| {
            let args = vec![lower.operand(a, span), lower.operand(b, span)];
            let ty = lower.func.atom_ty(&args[0]);
            if !lower.types.is_integer(&ty) {
                let what = format!("`{fun}` of what are no integers");
                return lower.refuse(span, what, &refusal::ITERATOR_METHOD);
            }
            Value::Atom(lower.apply(Fun::Method(fun.clone()), args, ty, span))
        })
    }

    /// The greatest (the last one of equals) or the least (the first one of equals).
    fn extreme_by(&mut self, iter: &Iter, greatest: bool, order: &Order, span: Span) -> Value {
        self.kept(span, |lower, kept| {
            lower.drive(iter, span, &mut |lower, item| {
                let some = lower.local_now(kept.some, span);
                let (first, ()) = lower.nested(|lower| lower.keep(kept, item.clone()));
                let (more, ()) = lower.nested(|lower| {
                    let best = lower.kept_now(kept);
                    let behind = lower.is_behind(order, best, item.clone(), span);
                    match greatest {
                        true => lower.unless(behind, span, |lower| lower.keep(kept, item)),
                        false => lower.when(behind, span, |lower| lower.keep(kept, item)),
                    }
                });
                lower.if_else(some, more, first, span);
            });
        })
    }

    fn if_else(&mut self, cond: Atom, then: Vec<Stmt>, els: Vec<Stmt>, span: Span) {
        let then = self.func.block(then, vec![]);
        let els = self.func.block(els, vec![]);
        self.push(vec![], Op::If(If { cond, then, els }), span);
    }

    /// Keeps the first element of which a condition holds, and goes no further.
    fn first_kept(
        &mut self,
        iter: &Iter,
        span: Span,
        test: &mut dyn FnMut(&mut Self, Value) -> (Atom, Value),
    ) -> Value {
        self.kept(span, |lower, kept| {
            lower.leavable(span, |lower, behind| {
                lower.drive(iter, span, &mut |lower, item| {
                    let (cond, value) = test(lower, item);
                    lower.when(cond, span, |lower| {
                        lower.keep(kept, value);
                        lower.leave(behind, span);
                    });
                });
            });
        })
    }
}
