//! Iterators, driven: a nest of loops and branches around what is done with each element.
//!
//! # Note: order
//!
//! Elements are evaluated as Rust evaluates them: one after the other, each once, and none behind
//! the last that is asked for. So closures of a driven iterator may have effects. `Lower::pure`
//! marks where that does not hold (behind `skip`, on the sides of a `zip`): no closure has an effect
//! there.

use proc_macro2::Span;

use crate::ir::{Atom, Head, Range, Ty};

use super::Iter;
use super::adapt::reversed;
use crate::lower::Lower;
use crate::lower::value::Value;

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
                Some(len) => (Range::up_to(len), Ty::usize()),
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
        let range = Range::up_to(len);
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
}
