//! Adaptors that count what they are given.

use proc_macro2::Span;

use crate::diagnostics as refusal;
use crate::ir::{Atom, Op, Place, Rvalue, Sign, Ty, Var};

use super::Iter;
use super::drive::Body;
use crate::lower::Lower;
use crate::lower::value::Value;

impl<'e> Lower<'e> {
    pub(super) fn drive_counted(&mut self, iter: &Iter, span: Span, body: Body<'_, 'e>) {
        match iter {
            Iter::Enumerate(inner) => {
                let counter = self.counter(span);
                self.drive(inner, span, &mut |lower, item| {
                    let at = lower.next_count(counter, span);
                    body(lower, Value::Tuple(vec![Value::Atom(at), item]));
                });
            }
            Iter::Skip(inner, count) => {
                let counter = self.counter(span);
                self.drive(inner, span, &mut |lower, item| {
                    let at = lower.next_count(counter, span);
                    let cond = lower.combine(">=", at, count.clone(), span);
                    lower.when(cond, span, |lower| body(lower, item));
                });
            }
            Iter::StepBy(inner, step) => {
                let counter = self.counter(span);
                self.drive(inner, span, &mut |lower, item| {
                    let at = lower.next_count(counter, span);
                    let rest = lower.combine("%", at, step.clone(), span);
                    let cond = lower.combine("==", rest, Atom::int(0), span);
                    lower.when(cond, span, |lower| body(lower, item));
                });
            }
            Iter::Take(inner, count) => self.first_ones(inner, count, span, body),
            Iter::Zip(a, b) if self.is_positional(b) => self.zip_right(a, b, span, body),
            Iter::Zip(a, b) if self.is_positional(a) => self.zip_left(a, b, span, body),
            Iter::Zip(..) => {
                self.refuse(span, "this `zip`", &refusal::ITERATOR_ZIP);
            }
            _ => {
                self.refuse(span, "this iterator", &refusal::ITERATOR_COUNT);
            }
        }
    }

    /// Leaves right behind the last one: the next element is not evaluated.
    fn first_ones(&mut self, inner: &Iter, count: &Atom, span: Span, body: Body<'_, 'e>) {
        let counter = self.counter(span);
        let some = self.combine("!=", count.clone(), Atom::int(0), span);
        self.when(some, span, |lower| {
            lower.leavable(span, |lower, behind| {
                lower.drive(inner, span, &mut |lower, item| {
                    let at = lower.next_count(counter, span);
                    body(lower, item);
                    let next = lower.combine("+", at, Atom::int(1), span);
                    let last = lower.combine(">=", next, count.clone(), span);
                    lower.when(last, span, |lower| lower.leave(behind, span));
                });
            });
        });
    }

    /// Drives the left side; the right one has positions.
    fn zip_right(&mut self, a: &Iter, b: &Iter, span: Span, body: Body<'_, 'e>) {
        let len = self.iter_len(b, span);
        let counter = self.counter(span);
        self.leavable(span, |lower, behind| {
            lower.pure += 1;
            lower.drive(a, span, &mut |lower, first| {
                let at = lower.next_count(counter, span);
                if let Some(len) = &len {
                    let past = lower.combine(">=", at.clone(), len.clone(), span);
                    lower.when(past, span, |lower| lower.leave(behind, span));
                }
                let second = lower.iter_item(b, &at, span);
                lower.impurely(|lower| body(lower, Value::Tuple(vec![first, second])));
            });
            lower.pure -= 1;
        });
    }

    /// Drives the right side, as long as there is an element on the left.
    fn zip_left(&mut self, a: &Iter, b: &Iter, span: Span, body: Body<'_, 'e>) {
        let b = match self.iter_len(a, span) {
            Some(len) => Iter::Take(Box::new(b.clone()), len),
            None => b.clone(),
        };
        let counter = self.counter(span);
        self.pure += 1;
        self.drive(&b, span, &mut |lower, second| {
            let at = lower.next_count(counter, span);
            let first = lower.iter_item(a, &at, span);
            lower.impurely(|lower| body(lower, Value::Tuple(vec![first, second])));
        });
        self.pure -= 1;
    }

    /// The body of a loop that is itself driven purely.
    fn impurely(&mut self, inner: impl FnOnce(&mut Self)) {
        self.pure -= 1;
        inner(self);
        self.pure += 1;
    }

    pub(super) fn counter(&mut self, span: Span) -> Var {
        self.declare("", Ty::usize(), Some(Rvalue::Atom(Atom::int(0))), span)
    }

    /// What was counted so far, and one more from now on.
    pub(super) fn next_count(&mut self, counter: Var, span: Span) -> Atom {
        let at = self.local_now(counter, span);
        let op = Op::Update(Place::whole(counter), Sign::Plus, Atom::int(1));
        self.push(vec![], op, span);
        at
    }

    pub(super) fn local_now(&mut self, local: Var, span: Span) -> Atom {
        let ty = self.func.ty(local).clone();
        self.bind(ty, Op::Read(Place::whole(local)), span)
    }
}
