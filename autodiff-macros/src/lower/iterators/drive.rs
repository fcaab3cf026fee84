//! Iterators, driven: a nest of loops and branches around what is done with each element.
//!
//! # Note: order
//!
//! Elements are evaluated as Rust evaluates them: one after the other, each once, and none behind
//! the last that is asked for. So closures of a driven iterator may have effects. `Lower::pure`
//! marks where that does not hold (behind `skip`, on the sides of a `zip`): no closure has an effect
//! there.

use proc_macro2::Span;

use crate::diagnostics as refusal;
use crate::ir::{Atom, Head, Label, Loop, Op, Place, Range, Rvalue, Sign, Ty, Var};

use super::adapt::reversed;
use super::{Callee, Iter};
use crate::lower::Lower;
use crate::lower::value::{Value, View};

/// What is done with each element.
pub(in crate::lower) type Body<'b, 'e> = &'b mut dyn FnMut(&mut Lower<'e>, Value);

impl<'e> Lower<'e> {
    pub(in crate::lower) fn drive(&mut self, iter: &Iter, span: Span, body: Body<'_, 'e>) {
        match iter {
            Iter::Map(inner, callee) => self.drive(inner, span, &mut |lower, item| {
                let value = lower.call_with(callee, vec![item], span);
                lower.unless_never(value, body);
            }),
            Iter::Copied(inner) => self.drive(inner, span, &mut |lower, item| {
                let item = lower.copied(item, span);
                body(lower, item);
            }),
            Iter::Inspect(inner, callee) => self.drive(inner, span, &mut |lower, item| {
                let value = lower.call_with(callee, vec![Self::lent(&item)], span);
                lower.unless_never(value, &mut |lower, _| body(lower, item.clone()));
            }),
            Iter::Chain(a, b) => {
                let before = self.errors.len();
                self.drive(a, span, body);
                if self.errors.len() == before {
                    self.drive(b, span, body);
                }
            }
            Iter::Flat {
                inner,
                callee,
                reversed: back,
            } => self.drive(inner, span, &mut |lower, item| {
                let value = match callee {
                    Some(callee) => lower.call_with(callee, vec![item], span),
                    None => item,
                };
                let Some(part) = lower.followed(value, span) else {
                    return;
                };
                let part = if *back { reversed(part) } else { part };
                lower.drive(&part, span, body);
            }),
            Iter::Filter(..) | Iter::TakeWhile(..) | Iter::SkipWhile(..) => {
                self.drive_tested(iter, span, body);
            }
            Iter::Maybe(..) | Iter::FilterMap(..) | Iter::MapWhile(..) | Iter::Scan(..) => {
                self.drive_options(iter, span, body);
            }
            iter => self.drive_positions(iter, span, body),
        }
    }

    fn unless_never(&mut self, value: Value, body: Body<'_, 'e>) {
        if !matches!(value, Value::Never | Value::Error) {
            body(self, value);
        }
    }

    /// A loop over a range or over positions; where there are none, with a counter.
    fn drive_positions(&mut self, iter: &Iter, span: Span, body: Body<'_, 'e>) {
        let range = self.as_range(iter);
        if range.is_none() && !self.is_positional(iter) {
            return self.drive_counted(iter, span, body);
        }
        let (range, ty) = match range {
            Some(range) => range,
            None => match self.iter_len(iter, span) {
                Some(len) => (up_to(len), Ty::usize()),
                None => return self.drive_endless(iter, span, body),
            },
        };
        let direct = self.as_range(iter).is_some();
        let index = self.func.value("", ty);
        let head = Head::For { index, range };
        self.unlabelled(head, span, |lower| {
            let at = Atom::Var(index);
            let item = match direct {
                true => Value::Atom(at),
                false => lower.iter_item(iter, &at, span),
            };
            lower.unless_never(item, body);
        });
    }

    /// Every position with its element; for what has positions and an end.
    pub(super) fn drive_indexed(
        &mut self,
        iter: &Iter,
        len: Atom,
        span: Span,
        body: impl FnOnce(&mut Self, Atom, Value),
    ) {
        self.drive_range(len, span, |lower, at| {
            let item = lower.iter_item(iter, &at, span);
            if !matches!(item, Value::Never | Value::Error) {
                body(lower, at, item);
            }
        });
    }

    /// A loop over so many positions.
    pub(in crate::lower) fn drive_range(
        &mut self,
        len: Atom,
        span: Span,
        body: impl FnOnce(&mut Self, Atom),
    ) {
        let index = self.func.value("", Ty::usize());
        let range = up_to(len);
        self.unlabelled(Head::For { index, range }, span, |lower| {
            body(lower, Atom::Var(index));
        });
    }

    fn drive_endless(&mut self, iter: &Iter, span: Span, body: Body<'_, 'e>) {
        let counter = self.counter(span);
        self.unlabelled(Head::Forever, span, |lower| {
            let at = lower.next_count(counter, span);
            let item = lower.iter_item(iter, &at, span);
            lower.unless_never(item, body);
        });
    }

    fn drive_tested(&mut self, iter: &Iter, span: Span, body: Body<'_, 'e>) {
        match iter {
            Iter::Filter(inner, test) => self.drive(inner, span, &mut |lower, item| {
                let cond = lower.tested(test, &item, span);
                lower.when(cond, span, |lower| body(lower, item));
            }),
            Iter::TakeWhile(inner, test) => self.leavable(span, |lower, behind| {
                lower.drive(inner, span, &mut |lower, item| {
                    let cond = lower.tested(test, &item, span);
                    lower.unless(cond, span, |lower| lower.leave(behind, span));
                    body(lower, item);
                });
            }),
            Iter::SkipWhile(inner, test) => {
                let skipping = Rvalue::Atom(Atom::bool(true));
                let skipping = self.declare("", Ty::Bool, Some(skipping), span);
                self.drive(inner, span, &mut |lower, item| {
                    let cond = lower.local_now(skipping, span);
                    lower.when(cond, span, |lower| {
                        let cond = lower.tested(test, &item, span);
                        let value = Rvalue::Atom(cond);
                        lower.push(vec![], Op::Write(Place::whole(skipping), value), span);
                    });
                    let cond = lower.local_now(skipping, span);
                    lower.unless(cond, span, |lower| body(lower, item));
                });
            }
            _ => {}
        }
    }

    pub(super) fn tested(&mut self, test: &Callee, item: &Value, span: Span) -> Atom {
        let value = self.call_with(test, vec![Self::lent(item)], span);
        self.operand(value, span)
    }

    /// Adaptors whose closures give options.
    fn drive_options(&mut self, iter: &Iter, span: Span, body: Body<'_, 'e>) {
        match iter {
            Iter::Maybe(tag, payload) => {
                self.when(tag.clone(), span, |lower| body(lower, (**payload).clone()));
            }
            Iter::FilterMap(inner, callee) => self.drive(inner, span, &mut |lower, item| {
                let value = lower.call_with(callee, vec![item], span);
                if let Some((tag, payload)) = lower.taken_apart(value, span) {
                    lower.when(tag, span, |lower| body(lower, payload));
                }
            }),
            Iter::MapWhile(inner, callee) => self.leavable(span, |lower, behind| {
                lower.drive(inner, span, &mut |lower, item| {
                    let value = lower.call_with(callee, vec![item], span);
                    lower.while_some(value, behind, span, body);
                });
            }),
            Iter::Scan(inner, state, callee) => {
                let state = self.slot_of(state.clone(), span);
                let mut own = vec![];
                state.locals(&mut own);
                self.leavable(span, |lower, behind| {
                    lower.drive(inner, span, &mut |lower, item| {
                        let lent = exclusive(lower.slot_value(&state));
                        let value = lower.call_changing(callee, vec![lent, item], &own, span);
                        lower.while_some(value, behind, span, body);
                    });
                });
            }
            _ => {}
        }
    }

    /// Leaves where there is nothing.
    fn while_some(&mut self, value: Value, behind: Label, span: Span, body: Body<'_, 'e>) {
        if let Some((tag, payload)) = self.taken_apart(value, span) {
            self.unless(tag, span, |lower| lower.leave(behind, span));
            body(self, payload);
        }
    }

    /// Adaptors that count what they are given.
    fn drive_counted(&mut self, iter: &Iter, span: Span, body: Body<'_, 'e>) {
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

    pub(super) fn when(&mut self, cond: Atom, span: Span, then: impl FnOnce(&mut Self)) {
        if matches!(&cond, Atom::Lit(lit) if lit.text == "true") {
            return then(self);
        }
        let then = |lower: &mut Self| {
            then(lower);
            Value::Unit
        };
        self.branch(cond, then, |_| Value::Unit, span);
    }

    pub(super) fn unless(&mut self, cond: Atom, span: Span, els: impl FnOnce(&mut Self)) {
        if matches!(&cond, Atom::Lit(lit) if lit.text == "true") {
            return;
        }
        let els = |lower: &mut Self| {
            els(lower);
            Value::Unit
        };
        self.branch(cond, |_| Value::Unit, els, span);
    }

    /// Statements that can be left from anywhere inside.
    pub(in crate::lower) fn leavable(&mut self, span: Span, inner: impl FnOnce(&mut Self, Label)) {
        let behind = self.func.label();
        let (stmts, ()) = self.nested(|lower| inner(lower, behind));
        let block = self.func.block(stmts, vec![]);
        self.push(vec![], Op::Scope(behind, block), span);
    }

    pub(super) fn leave(&mut self, behind: Label, span: Span) {
        self.push(vec![], Op::Exit(behind), span);
    }

    /// A loop that no `break` of the user's means.
    fn unlabelled(&mut self, head: Head, span: Span, body: impl FnOnce(&mut Self)) {
        let labels = (self.func.label(), self.func.label());
        let (stmts, ()) = self.nested(body);
        let body = self.func.block(stmts, vec![]);
        let op = Op::Loop(Loop {
            head,
            carried: vec![],
            body,
            until: None,
            counts: false,
            labels: Some(labels),
        });
        self.push(vec![], op, span);
    }
}

fn up_to(len: Atom) -> Range {
    Range {
        lo: Atom::int(0),
        hi: len,
        inclusive: false,
        adaptors: vec![],
    }
}

/// Locals that are lent to a closure.
fn exclusive(value: Value) -> Value {
    match value {
        Value::Place { place, ty, .. } => Value::Place {
            place,
            ty,
            view: View::RefMut,
        },
        Value::Tuple(items) => Value::Tuple(items.into_iter().map(exclusive).collect()),
        other => other,
    }
}
