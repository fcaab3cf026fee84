//! What runs an iterator to its end, or until it knows enough.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, ExprMethodCall};

use crate::diagnostics as refusal;
use crate::ir::{Atom, Op, Place, Rvalue, Sign, Ty};

use super::Iter;
use crate::lower::Lower;
use crate::lower::value::Value;

impl Lower<'_> {
    /// `iter.sum()` and the like; nothing where the method is not known.
    pub(super) fn consumed(
        &mut self,
        iter: &Iter,
        call: &ExprMethodCall,
        args: &[&Expr],
    ) -> Option<Value> {
        let span = call.method.span();
        Some(match (call.method.to_string().as_str(), args) {
            ("sum", []) => self.summed(iter, call, Sum::Sum),
            ("product", []) => self.summed(iter, call, Sum::Product),
            ("fold", [init, callee]) => self.fold(iter, init, callee, span),
            ("rfold", [init, callee]) => {
                self.fold(&super::adapt::reversed(iter.clone()), init, callee, span)
            }
            ("for_each", [callee]) => self.for_each(iter, callee, span),
            ("count", []) => self.iter_count(iter, span),
            ("len", []) => match self.iter_len(iter, span) {
                Some(len) => Value::Atom(len),
                None => self.refuse(
                    span,
                    "the length of this iterator",
                    &refusal::ITERATOR_COUNT,
                ),
            },
            ("any", [callee]) => self.decided(iter, callee, true, span),
            ("all", [callee]) => self.decided(iter, callee, false, span),
            ("collect", []) => self.collect(iter, call),
            ("unzip", []) => self.unzip(iter, span),
            ("partition", [test]) => self.partition(iter, test, span),
            (name, args) => return self.consumed_to_option(iter, name, args, span),
        })
    }

    fn for_each(&mut self, iter: &Iter, callee: &Expr, span: Span) -> Value {
        let Some(callee) = self.callee(callee) else {
            return Value::Error;
        };
        self.drive(iter, span, &mut |lower, item| {
            lower.call_with(&callee, vec![item], span);
        });
        Value::Unit
    }

    fn iter_count(&mut self, iter: &Iter, span: Span) -> Value {
        if self.is_positional(iter) && !calls(iter) {
            return match self.iter_len(iter, span) {
                Some(len) => Value::Atom(len),
                None => self.refuse(span, "this iterator", &refusal::OPEN_RANGE),
            };
        }
        let counter = self.counter(span);
        self.drive(iter, span, &mut |lower, _| {
            lower.next_count(counter, span);
        });
        Value::Atom(self.local_now(counter, span))
    }

    /// `any` (`found`: something is true) and `all` (something is false), up to the first one.
    fn decided(&mut self, iter: &Iter, callee: &Expr, found: bool, span: Span) -> Value {
        let Some(callee) = self.callee(callee) else {
            return Value::Error;
        };
        let first = Rvalue::Atom(Atom::bool(!found));
        let flag = self.declare("", Ty::Bool, Some(first), span);
        self.leavable(span, |lower, behind| {
            lower.drive(iter, span, &mut |lower, item| {
                let value = lower.call_with(&callee, vec![item], span);
                let cond = lower.operand(value, span);
                let raise = |lower: &mut Self| {
                    let value = Rvalue::Atom(Atom::bool(found));
                    lower.push(vec![], Op::Write(Place::whole(flag), value), span);
                    lower.leave(behind, span);
                };
                match found {
                    true => lower.when(cond, span, raise),
                    false => lower.unless(cond, span, raise),
                }
            });
        });
        Value::Atom(self.local_now(flag, span))
    }

    /// A sum begins as std's does: at `-0.0`, so that the sum of one number is this number.
    fn summed(&mut self, iter: &Iter, call: &ExprMethodCall, sum: Sum) -> Value {
        let span = call.method.span();
        let Some(ty) = self.sum_ty(call) else {
            return Value::Error;
        };
        let total = self.declare("", ty.clone(), None, span);
        let init = self.stmts.len() - 1;
        self.drive(iter, span, &mut |lower, item| {
            let item = lower.operand(item, span);
            let item_ty = lower.func.atom_ty(&item);
            if lower.overloaded(&[&item_ty], span).is_some() {
                return;
            }
            lower.types.unify(&ty, &item_ty);
            let to = Place::whole(total);
            if sum == Sum::Sum {
                return lower.push(vec![], Op::Update(to, Sign::Plus, item), span);
            }
            let so_far = lower.local_now(total, span);
            let value = Rvalue::Atom(lower.combine("*", so_far, item, span));
            lower.push(vec![], Op::Write(to, value), span);
        });
        let first = match (self.types.is_integer(&ty), sum) {
            (true, Sum::Sum) => Atom::int(0),
            (true, Sum::Product) => Atom::int(1),
            (false, Sum::Sum) => Atom::float("-0.0", &ty),
            (false, Sum::Product) => Atom::float("1.0", &ty),
        };
        if !self.types.is_integer(&ty) {
            let float = self.types.float();
            self.types.unify(&ty, &float);
        }
        self.stmts[init].op = Op::Init(Some(Rvalue::Atom(first)));
        self.local_value(total)
    }

    /// The type of a sum: what is written, or what follows from its use.
    fn sum_ty(&mut self, call: &ExprMethodCall) -> Option<Ty> {
        let Some(written) = turbofish(call) else {
            return Some(self.types.fresh());
        };
        let ty = self.written(written);
        if !matches!(&ty, Some(Ty::Float(_) | Ty::Int(_) | Ty::Infer(_))) {
            let what = format!("the type `{}`", crate::lower::signature::text(written));
            self.refuse(written.span(), what, &refusal::ITERATOR_SUM);
            return None;
        }
        ty
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sum {
    Sum,
    Product,
}

/// The type in `sum::<f64>()`.
pub(super) fn turbofish(call: &ExprMethodCall) -> Option<&syn::Type> {
    let arguments = call.turbofish.as_ref()?;
    match arguments.args.first()? {
        syn::GenericArgument::Type(ty) => Some(ty),
        _ => None,
    }
}

/// Whether elements are made by something that is called.
pub(super) fn calls(iter: &Iter) -> bool {
    match iter {
        Iter::Range { .. }
        | Iter::From { .. }
        | Iter::Repeat(_)
        | Iter::Maybe(..)
        | Iter::Items { .. }
        | Iter::Parts { .. } => false,
        Iter::Cursor(inner, _)
        | Iter::Enumerate(inner)
        | Iter::Rev(inner)
        | Iter::Skip(inner, _)
        | Iter::Take(inner, _)
        | Iter::StepBy(inner, _)
        | Iter::Cycle(inner)
        | Iter::Copied(inner) => calls(inner),
        Iter::Zip(a, b) | Iter::Chain(a, b) => calls(a) || calls(b),
        _ => true,
    }
}
