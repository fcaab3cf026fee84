//! Methods of slices, arrays and vectors that move elements, or name some of them.

use proc_macro2::{Ident, Span};
use syn::Expr;
use syn::spanned::Spanned;

use crate::diagnostics as refusal;
use crate::ir::{Atom, Effect, EffectArg, Head, Loop, Op, Place, Proj, Range, Rearrangement, Ty};

use super::Lower;
use super::query::is_question;
use super::value::{Value, View};

/// Methods that no number has, where the type of the receiver is not known.
pub(super) const SEQUENCE_METHODS: [&str; 16] = [
    "append",
    "clear",
    "copy_from_slice",
    "extend",
    "extend_from_slice",
    "fill",
    "pop",
    "push",
    "resize",
    "retain",
    "reverse",
    "sort_by",
    "split_at",
    "split_at_mut",
    "swap",
    "truncate",
];

impl Lower<'_> {
    pub(super) fn sequence_method(
        &mut self,
        receiver: Value,
        name: &Ident,
        args: &[&Expr],
    ) -> Value {
        let span = name.span();
        self.sequence(&receiver, span);
        match (name.to_string().as_str(), args) {
            ("swap", [a, b]) => self.swap_items(receiver, a, b, span),
            ("reverse", []) => self.rearranged(receiver, Rearrangement::Reverse, span),
            ("rotate_left", [by]) => {
                let by = self.count(by);
                self.rearranged(receiver, Rearrangement::RotateLeft(by), span)
            }
            ("rotate_right", [by]) => {
                let by = self.count(by);
                self.rearranged(receiver, Rearrangement::RotateRight(by), span)
            }
            ("fill", [value]) => self.fill(receiver, value, span),
            ("copy_from_slice" | "clone_from_slice", [from]) => {
                self.copy_elements(receiver, from, span)
            }
            ("swap_with_slice", [other]) => self.swap_elements(receiver, other, span),
            ("copy_within", [from, to]) => self.copy_within(receiver, from, to, span),
            ("split_at", [at]) => self.split(receiver, at, View::Ref, span),
            ("split_at_mut", [at]) => self.split(receiver, at, View::RefMut, span),
            ("first" | "last" | "first_mut" | "last_mut", [])
            | ("split_first" | "split_last" | "split_first_mut" | "split_last_mut", []) => {
                self.end(receiver, &name.to_string(), span)
            }
            ("get" | "get_mut", [at]) => self.get(receiver, &name.to_string(), at, span),
            ("concat", []) => self.concat(receiver, span),
            ("sort" | "sort_unstable", [])
            | ("sort_by" | "sort_by_key" | "sort_by_cached_key", [_])
            | ("sort_unstable_by" | "sort_unstable_by_key", [_]) => self.sort(receiver, name, args),
            _ if self.may_be_sequence(&receiver) && is_question(name) => {
                self.sequence_question(receiver, name, args)
            }
            _ => self.vector_method(receiver, name, args),
        }
    }

    fn rearranged(&mut self, receiver: Value, how: Rearrangement, span: Span) -> Value {
        let (place, _) = self.place_of(receiver, span);
        self.push(vec![], Op::Rearrange(place, how), span);
        Value::Unit
    }

    /// A loop that nobody leaves early, over so many indices.
    pub(super) fn times(&mut self, count: Atom, span: Span, body: impl FnOnce(&mut Self, Atom)) {
        let index = self.func.value("", Ty::usize());
        let (stmts, ()) = self.nested(|lower| body(lower, Atom::Var(index)));
        let body = self.func.block(stmts, vec![]);
        let range = Range::up_to(count);
        let op = Op::Loop(Loop::plain(Head::For { index, range }, body));
        self.push(vec![], op, span);
    }

    pub(super) fn len_of(&mut self, place: &Place, span: Span) -> Atom {
        self.bind(Ty::usize(), Op::Len(place.clone()), span)
    }

    /// What stands at an index, to be copied.
    pub(super) fn item_at(&mut self, place: &Place, ty: &Ty, at: Atom) -> Value {
        let (place, ty) = self.project(place, ty, Proj::Index(at));
        Value::Place {
            place,
            ty,
            view: View::Owned,
        }
    }

    fn write_item(&mut self, place: &Place, ty: &Ty, at: Atom, value: Value, span: Span) {
        let (item, item_ty) = self.project(place, ty, Proj::Index(at));
        let known = self.value_ty(&value);
        self.types.unify(&item_ty, &known);
        let value = self.rvalue(value, span);
        self.push(vec![], Op::Write(item, value), span);
    }

    /// `place.fill(value)`: a loop that writes.
    fn fill(&mut self, receiver: Value, value: &Expr, span: Span) -> Value {
        let value = self.part(value);
        let (place, ty) = self.place_of(receiver, span);
        let len = self.len_of(&place, span);
        self.times(len, span, |lower, at| {
            lower.write_item(&place, &ty, at, value, span);
        });
        Value::Unit
    }

    /// Panics where two lengths differ.
    fn same_length(&mut self, a: Atom, b: Atom, span: Span) {
        let same = self.combine("==", a, b, span);
        self.assert(same, "the slices differ in length", span);
    }

    pub(super) fn assert(&mut self, holds: Atom, text: &str, span: Span) {
        let effect = Effect {
            path: quote::quote!(::core::assert),
            args: vec![
                EffectArg::Atom(holds),
                EffectArg::Text(quote::quote!("{}", #text)),
            ],
            diverges: false,
        };
        self.push(vec![], Op::Effect(effect), span);
    }

    /// `place.copy_from_slice(from)`
    fn copy_elements(&mut self, receiver: Value, from: &Expr, span: Span) -> Value {
        let value = self.expr(from);
        if matches!(value, Value::Error | Value::Never) {
            return value;
        }
        let (from, from_ty) = self.place_of(value, from.span());
        let (to, ty) = self.place_of(receiver, span);
        let (len, other) = (self.len_of(&to, span), self.len_of(&from, span));
        self.same_length(len.clone(), other, span);
        self.times(len, span, |lower, at| {
            let item = lower.item_at(&from, &from_ty, at.clone());
            lower.write_item(&to, &ty, at, item, span);
        });
        Value::Unit
    }

    /// `place.swap_with_slice(other)`
    fn swap_elements(&mut self, receiver: Value, other: &Expr, span: Span) -> Value {
        let value = self.expr(other);
        if matches!(value, Value::Error | Value::Never) {
            return value;
        }
        let (b, b_ty) = self.place_of(value, other.span());
        let (a, a_ty) = self.place_of(receiver, span);
        let (len, other) = (self.len_of(&a, span), self.len_of(&b, span));
        self.same_length(len.clone(), other, span);
        self.times(len, span, |lower, at| {
            let first = lower.item_at(&a, &a_ty, at.clone());
            let second = lower.item_at(&b, &b_ty, at);
            lower.swap(first, second, span);
        });
        Value::Unit
    }

    /// `place.copy_within(lo..hi, to)`: in the order in which nothing is read after it is written.
    fn copy_within(&mut self, receiver: Value, from: &Expr, to: &Expr, span: Span) -> Value {
        let Expr::Range(range) = super::loops::bare(from) else {
            return self.refuse(from.span(), "this range", &refusal::RANGE_VALUE);
        };
        let Proj::Slice { lo, hi, inclusive } = self.slice_of(range) else {
            return Value::Error;
        };
        let to = self.count(to);
        let (place, ty) = self.place_of(receiver, span);
        let lo = lo.unwrap_or(Atom::int(0));
        let hi = match hi {
            None => self.len_of(&place, span),
            Some(hi) if inclusive => self.combine("+", hi, Atom::int(1), span),
            Some(hi) => hi,
        };
        let len = self.combine("-", hi, lo.clone(), span);
        let down = self.combine("<", to.clone(), lo.clone(), span);
        let copy = |lower: &mut Self, reversed: bool| {
            lower.times(len.clone(), span, |lower, at| {
                let at = match reversed {
                    true => lower.mirrored(len.clone(), at, span),
                    false => at,
                };
                let from = lower.combine("+", lo.clone(), at.clone(), span);
                let to = lower.combine("+", to.clone(), at, span);
                let item = lower.item_at(&place, &ty, from);
                lower.write_item(&place, &ty, to, item, span);
            });
            Value::Unit
        };
        self.branch(
            down,
            |lower| copy(lower, false),
            |lower| copy(lower, true),
            span,
        )
    }

    /// `len - 1 - at`
    fn mirrored(&mut self, len: Atom, at: Atom, span: Span) -> Atom {
        let last = self.combine("-", len, Atom::int(1), span);
        self.combine("-", last, at, span)
    }

    /// `place.split_at(at)`
    fn split(&mut self, receiver: Value, at: &Expr, view: View, span: Span) -> Value {
        let at = self.count(at);
        let (place, ty) = self.place_of(receiver, span);
        let mut part = |lo: Option<Atom>, hi: Option<Atom>| {
            let inclusive = false;
            let (place, ty) = self.project(&place, &ty, Proj::Slice { lo, hi, inclusive });
            Value::Place { place, ty, view }
        };
        let first = part(None, Some(at.clone()));
        let second = part(Some(at), None);
        Value::Tuple(vec![first, second])
    }

    /// `rows.concat()`
    fn concat(&mut self, receiver: Value, span: Span) -> Value {
        let (rows, ty) = self.place_of(receiver, span);
        let value = self.empty_vec(None);
        let (all, all_ty) = self.place_of(value, span);
        let count = self.len_of(&rows, span);
        self.times(count, span, |lower, row| {
            let (row, row_ty) = lower.project(&rows, &ty, Proj::Index(row));
            let len = lower.len_of(&row, span);
            lower.times(len, span, |lower, at| {
                let item = lower.item_at(&row, &row_ty, at);
                lower.push_value(&all, &all_ty, item, span);
            });
        });
        Value::Place {
            place: all,
            ty: all_ty,
            view: View::Owned,
        }
    }
}
