//! Iterators as positions and what stands there: a length, and an element at each position.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::diagnostics as refusal;
use crate::ir::{Atom, Fun, Op, Proj, Range, Ty};

use super::Iter;
use crate::lower::Lower;
use crate::lower::value::{Value, View};

impl Lower<'_> {
    /// Whether an iterator has an element at each position.
    pub(super) fn is_positional(&self, iter: &Iter) -> bool {
        match iter {
            Iter::Range { ty, .. } => {
                let ty = self.types.shallow(ty);
                ty == Ty::usize() || matches!(ty, Ty::Infer(_))
            }
            Iter::From { .. } | Iter::Repeat(_) | Iter::Items { .. } | Iter::Parts { .. } => true,
            Iter::Cursor(inner, _)
            | Iter::Enumerate(inner)
            | Iter::Rev(inner)
            | Iter::Skip(inner, _)
            | Iter::Take(inner, _)
            | Iter::StepBy(inner, _)
            | Iter::Cycle(inner)
            | Iter::Copied(inner)
            | Iter::Map(inner, _)
            | Iter::Inspect(inner, _) => self.is_positional(inner),
            Iter::Zip(a, b) => self.is_positional(a) && self.is_positional(b),
            Iter::Chain(..)
            | Iter::Filter(..)
            | Iter::TakeWhile(..)
            | Iter::SkipWhile(..)
            | Iter::FilterMap(..)
            | Iter::MapWhile(..)
            | Iter::Scan(..)
            | Iter::Maybe(..)
            | Iter::Flat { .. } => false,
        }
    }

    /// The number of elements; `None` where there is no end.
    pub(super) fn iter_len(&mut self, iter: &Iter, span: Span) -> Option<Atom> {
        Some(match iter {
            Iter::Range { range, ty } => self.range_len(range, ty, span),
            Iter::Items { place, .. } => self.bind(Ty::usize(), Op::Len(place.clone()), span),
            Iter::Parts {
                place, size, cut, ..
            } => self.part_count(place, size, *cut, span),
            Iter::Enumerate(inner)
            | Iter::Rev(inner)
            | Iter::Copied(inner)
            | Iter::Inspect(inner, _)
            | Iter::Map(inner, _) => return self.iter_len(inner, span),
            Iter::Zip(a, b) => match (self.iter_len(a, span), self.iter_len(b, span)) {
                (Some(a), Some(b)) => self.count_method("min", a, b, span),
                (len, None) | (None, len) => return len,
            },
            Iter::Cursor(inner, given) => {
                let len = self.iter_len(inner, span)?;
                let given = self.local_now(*given, span);
                self.combine("-", len, given, span)
            }
            Iter::Skip(inner, count) => {
                let len = self.iter_len(inner, span)?;
                self.count_method("saturating_sub", len, count.clone(), span)
            }
            Iter::Take(inner, count) => match self.iter_len(inner, span) {
                Some(len) => self.count_method("min", len, count.clone(), span),
                None => count.clone(),
            },
            Iter::StepBy(inner, step) => {
                let len = self.iter_len(inner, span)?;
                self.count_method("div_ceil", len, step.clone(), span)
            }
            // Nothing again and again is nothing; anything else does not end.
            Iter::Cycle(inner) => {
                let len = self.iter_len(inner, span)?;
                let most = Atom::Const(quote!(::core::primitive::usize::MAX), Ty::usize());
                self.count_method("saturating_mul", len, most, span)
            }
            _ => return None,
        })
    }

    /// A range next to other iterators counts in `usize`.
    fn range_len(&mut self, range: &Range, ty: &Ty, span: Span) -> Atom {
        self.types.unify(ty, &Ty::usize());
        let hi = match range.inclusive {
            true => self.combine("+", range.hi.clone(), Atom::int(1), span),
            false => range.hi.clone(),
        };
        if is_zero(&range.lo) {
            return hi;
        }
        self.count_method("saturating_sub", hi, range.lo.clone(), span)
    }

    pub(in crate::lower) fn count_method(
        &mut self,
        name: &str,
        a: Atom,
        b: Atom,
        span: Span,
    ) -> Atom {
        let name = Ident::new(name, span);
        self.apply(Fun::Method(name), vec![a, b], Ty::usize(), span)
    }

    /// What stands at a position.
    pub(super) fn iter_item(&mut self, iter: &Iter, at: &Atom, span: Span) -> Value {
        match iter {
            Iter::Range { range, .. } => Value::Atom(self.offset(&range.lo, at, span)),
            Iter::From { lo } => Value::Atom(self.counted_from(lo, at, span)),
            Iter::Repeat(value) => value.clone(),
            Iter::Items { place, ty, view } => {
                let (place, ty) = self.project(place, ty, Proj::Index(at.clone()));
                Value::Place {
                    place,
                    ty,
                    view: *view,
                }
            }
            Iter::Parts {
                place,
                ty,
                view,
                size,
                cut,
            } => {
                let (lo, hi) = self.part_bounds(place, size, *cut, at, span);
                let proj = Proj::Slice {
                    lo: Some(lo),
                    hi: Some(hi),
                    inclusive: false,
                };
                let (place, ty) = self.project(place, ty, proj);
                Value::Place {
                    place,
                    ty,
                    view: *view,
                }
            }
            Iter::Enumerate(inner) => {
                let item = self.iter_item(inner, at, span);
                Value::Tuple(vec![Value::Atom(at.clone()), item])
            }
            Iter::Zip(a, b) => self.purely(|lower| {
                let first = lower.iter_item(a, at, span);
                let second = lower.iter_item(b, at, span);
                Value::Tuple(vec![first, second])
            }),
            Iter::Copied(inner) => {
                let item = self.iter_item(inner, at, span);
                self.copied(item, span)
            }
            Iter::Map(inner, callee) => {
                let item = self.iter_item(inner, at, span);
                self.call_with(callee, vec![item], span)
            }
            Iter::Inspect(inner, callee) => {
                let item = self.iter_item(inner, at, span);
                self.call_with(callee, vec![Self::lent(&item)], span);
                item
            }
            _ => self.moved_item(iter, at, span),
        }
    }

    /// What stands at a position that is another one in the iterator inside.
    fn moved_item(&mut self, iter: &Iter, at: &Atom, span: Span) -> Value {
        match iter {
            Iter::Rev(inner) => {
                let len = self.iter_len(inner, span).unwrap_or(Atom::Unit);
                let last = self.combine("-", len, Atom::int(1), span);
                let at = self.combine("-", last, at.clone(), span);
                self.iter_item(inner, &at, span)
            }
            Iter::Cursor(inner, given) => {
                let given = self.local_now(*given, span);
                let at = self.combine("+", at.clone(), given, span);
                self.iter_item(inner, &at, span)
            }
            Iter::Take(inner, _) => self.iter_item(inner, at, span),
            Iter::Skip(inner, count) => {
                let at = self.combine("+", at.clone(), count.clone(), span);
                self.purely(|lower| lower.iter_item(inner, &at, span))
            }
            Iter::StepBy(inner, step) => {
                let at = self.combine("*", at.clone(), step.clone(), span);
                self.purely(|lower| lower.iter_item(inner, &at, span))
            }
            Iter::Cycle(inner) => {
                let len = self.iter_len(inner, span).unwrap_or(Atom::Unit);
                let at = self.combine("%", at.clone(), len, span);
                self.purely(|lower| lower.iter_item(inner, &at, span))
            }
            _ => self.refuse(span, "this iterator", &refusal::ITERATOR),
        }
    }

    fn offset(&mut self, lo: &Atom, at: &Atom, span: Span) -> Atom {
        if is_zero(lo) {
            return at.clone();
        }
        self.combine("+", lo.clone(), at.clone(), span)
    }

    /// An endless range may count in another type than positions do.
    fn counted_from(&mut self, lo: &Atom, at: &Atom, span: Span) -> Atom {
        let ty = self.func.atom_ty(lo);
        if self.types.shallow(&ty) == Ty::usize() {
            return self.offset(lo, at, span);
        }
        let cast = Fun::Cast(TokenStream::new());
        let at = self.apply(cast, vec![at.clone()], ty, span);
        self.offset(lo, &at, span)
    }

    pub(super) fn copied(&mut self, item: Value, span: Span) -> Value {
        match item {
            Value::Place { place, ty, .. } => self.snapshot(
                Value::Place {
                    place,
                    ty,
                    view: View::Owned,
                },
                span,
            ),
            Value::Shared(atom) => Value::Atom(atom),
            other => other,
        }
    }
}

fn is_zero(atom: &Atom) -> bool {
    matches!(atom, Atom::Lit(lit) if lit.text == "0")
}
