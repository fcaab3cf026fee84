//! Adaptors that drive what they adapt as long as, or where, a closure says so.

use proc_macro2::Span;

use crate::ir::{Atom, Label, Op, Place, Rvalue, Ty};

use super::drive::Body;
use super::{Callee, Iter};
use crate::lower::Lower;
use crate::lower::value::{Value, View};

impl<'e> Lower<'e> {
    pub(super) fn drive_tested(&mut self, iter: &Iter, span: Span, body: Body<'_, 'e>) {
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
    pub(super) fn drive_options(&mut self, iter: &Iter, span: Span, body: Body<'_, 'e>) {
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
