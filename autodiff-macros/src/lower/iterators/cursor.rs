//! Iterators that are asked for one element after the other: `let mut it = xs.iter();`.

use proc_macro2::Span;

use crate::ir::{Atom, Op, Place, Sign, Var};

use super::Iter;
use crate::lower::Lower;
use crate::lower::value::Value;

impl Lower<'_> {
    /// An iterator that `let mut` binds counts what it has given.
    pub(in crate::lower) fn cursor(&mut self, iter: Iter, span: Span) -> Iter {
        match iter {
            Iter::Cursor(inner, given) => Iter::Cursor(inner, given),
            iter if self.is_positional(&iter) => {
                let given = self.counter(span);
                Iter::Cursor(Box::new(iter), given)
            }
            other => other,
        }
    }

    /// `it.next()` and `it.peek()`
    pub(super) fn next(&mut self, inner: &Iter, given: Var, moves: bool, span: Span) -> Value {
        let len = self.iter_len(inner, span);
        let at = self.local_now(given, span);
        let some = match len {
            Some(len) => self.combine("<", at.clone(), len, span),
            None => Atom::bool(true),
        };
        self.kept(span, |lower, kept| {
            lower.when(some, span, |lower| {
                let item = match moves {
                    true => lower.iter_item(inner, &at, span),
                    false => lower.purely(|lower| lower.iter_item(inner, &at, span)),
                };
                lower.keep(kept, item);
                if moves {
                    let op = Op::Update(Place::whole(given), Sign::Plus, Atom::int(1));
                    lower.push(vec![], op, span);
                }
            });
        })
    }

    /// What a copy of an iterator begins with.
    pub(super) fn cursor_now(&mut self, iter: Iter, span: Span) -> Iter {
        match iter {
            Iter::Cursor(inner, given) => {
                let given = self.local_now(given, span);
                Iter::Skip(inner, given)
            }
            other => other,
        }
    }
}
