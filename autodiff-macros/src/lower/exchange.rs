//! `mem::swap`, `mem::replace`, `mem::take`, and tuples behind `&mut`.

use proc_macro2::Span;
use syn::Expr;
use syn::spanned::Spanned;

use crate::diagnostics as refusal;
use crate::ir::{Atom, Len, Op, Place, Proj, Rvalue, Ty};

use super::Lower;
use super::value::{Value, View, field};

impl Lower<'_> {
    /// `mem::swap(a, b)`
    pub(super) fn swapped(&mut self, a: &Expr, b: &Expr, span: Span) -> Value {
        let (a, b) = (self.expr(a), self.expr(b));
        self.swap(a, b, span)
    }

    /// Exchanges two places.
    pub(super) fn swap(&mut self, a: Value, b: Value, span: Span) -> Value {
        match (a, b) {
            (Value::Error, _) | (_, Value::Error) => Value::Error,
            (Value::Tuple(a), Value::Tuple(b)) if a.len() == b.len() => {
                for (a, b) in a.into_iter().zip(b) {
                    self.swap(a, b, span);
                }
                Value::Unit
            }
            (Value::Tuple(items), place @ Value::Place { .. })
            | (place @ Value::Place { .. }, Value::Tuple(items)) => {
                for (nth, item) in items.into_iter().enumerate() {
                    let part = self.field_of(place.clone(), nth);
                    self.swap(item, part, span);
                }
                Value::Unit
            }
            (
                Value::Place { place: a, ty, .. },
                Value::Place {
                    place: b,
                    ty: other,
                    ..
                },
            ) => {
                self.types.unify(&ty, &other);
                self.swap_places(a, b, &ty, span)
            }
            _ => self.refuse(span, "this exchange", &refusal::NOT_A_PLACE),
        }
    }

    /// Parts of one variable that the borrow checker cannot tell apart are copied.
    fn swap_places(&mut self, a: Place, b: Place, ty: &Ty, span: Span) -> Value {
        if matches!(self.types.shallow(ty), Ty::Slice(_)) {
            return self.refuse(span, "this exchange", &refusal::REFERENCE_ASSIGNED);
        }
        let fields = |place: &Place| place.path.iter().all(|proj| matches!(proj, Proj::Field(_)));
        if a.base != b.base || fields(&a) && fields(&b) {
            self.push(vec![], Op::Swap(a, b), span);
            return Value::Unit;
        }
        let held = |place: &Place| Value::Place {
            place: place.clone(),
            ty: ty.clone(),
            view: View::Owned,
        };
        let first = self.snapshot(held(&a), span);
        let second = self.rvalue(held(&b), span);
        self.push(vec![], Op::Write(a, second), span);
        let first = self.rvalue(first, span);
        self.push(vec![], Op::Write(b, first), span);
        Value::Unit
    }

    /// `x.swap(i, j)`
    pub(super) fn swap_items(&mut self, receiver: Value, a: &Expr, b: &Expr, span: Span) -> Value {
        let (place, ty) = self.place_of(receiver, span);
        let mut item = |expr: &Expr| {
            let at = self.count(expr);
            self.project(&place, &ty, Proj::Index(at)).0
        };
        let (a, b) = (item(a), item(b));
        self.push(vec![], Op::Swap(a, b), span);
        Value::Unit
    }

    /// `mem::replace(place, value)`: the new value, exchanged with the old one.
    pub(super) fn replaced(&mut self, to: &Expr, value: &Expr, span: Span) -> Value {
        let value_span = value.span();
        let to = self.expr(to);
        let value = self.expr(value);
        if matches!(value, Value::Error | Value::Never) {
            return value;
        }
        let ty = self.value_ty(&to);
        let known = self.value_ty(&value);
        self.types.unify(&ty, &known);
        self.exchanged(to, value, value_span, span)
    }

    fn exchanged(&mut self, to: Value, value: Value, value_span: Span, span: Span) -> Value {
        if let Value::Tuple(items) = value {
            let mut old = vec![];
            for (nth, item) in items.into_iter().enumerate() {
                let part = self.field_of(to.clone(), nth);
                old.push(self.exchanged(part, item, value_span, span));
            }
            return Value::Tuple(old);
        }
        let ty = self.value_ty(&to);
        let value = self.rvalue(value, value_span);
        let local = self.declare("", ty, Some(value), span);
        let old = self.local_value(local);
        self.swap(to, old, span);
        self.loose_value(local)
    }

    /// `mem::take(place)`
    pub(super) fn default_taken(&mut self, from: &Expr, span: Span) -> Value {
        let from = self.expr(from);
        if matches!(from, Value::Error | Value::Never) {
            return from;
        }
        let ty = self.value_ty(&from);
        match self.default(&ty) {
            Some(empty) => {
                let local = self.declare("", ty, Some(empty), span);
                let old = self.local_value(local);
                self.swap(from, old, span);
                self.loose_value(local)
            }
            None => self.refuse(span, "what is taken here", &refusal::UNKNOWN_DEFAULT),
        }
    }

    /// `Default::default()`, where the type is known.
    fn default(&self, ty: &Ty) -> Option<Rvalue> {
        let ty = self.types.shallow(ty);
        Some(match &ty {
            Ty::Vec(_) => Rvalue::VecEmpty(None),
            ty if self.types.is_float(ty) => Rvalue::Atom(Atom::float("0.0", ty)),
            ty if self.types.is_integer(ty) => Rvalue::Atom(Atom::int(0)),
            Ty::Bool => Rvalue::Atom(Atom::bool(false)),
            Ty::Array(item, len @ Len(Some(_))) if self.types.is_float(item) => {
                Rvalue::Repeat(Box::new(self.default(item)?), len.clone())
            }
            Ty::Tuple(items) => {
                let items = items.iter().map(|item| self.default(item));
                Rvalue::Tuple(items.collect::<Option<_>>()?)
            }
            _ => return None,
        })
    }

    fn field_of(&mut self, value: Value, nth: usize) -> Value {
        match value {
            Value::Tuple(items) => items.get(nth).cloned().unwrap_or(Value::Error),
            Value::Place { place, ty, view } => {
                let (place, ty) = self.project(&place, &ty, field(nth));
                Value::Place { place, ty, view }
            }
            _ => Value::Error,
        }
    }

    /// `&mut` of a tuple that stands in several variables.
    pub(super) fn exclusive(&mut self, value: Value, span: Span) -> Value {
        match value {
            Value::Tuple(items) => {
                let items = items.into_iter();
                Value::Tuple(items.map(|item| self.exclusive(item, span)).collect())
            }
            Value::Place { place, ty, view } if view == View::RefMut || !self.is_frozen(&place) => {
                Value::Place {
                    place,
                    ty,
                    view: View::RefMut,
                }
            }
            Value::Error | Value::Never => value,
            other => {
                let ty = self.value_ty(&other);
                let value = self.rvalue(other, span);
                let local = self.declare("", ty, Some(value), span);
                self.exclusive_local(local)
            }
        }
    }

    fn exclusive_local(&self, local: crate::ir::Var) -> Value {
        Value::Place {
            place: Place::whole(local),
            ty: self.func.ty(local).clone(),
            view: View::RefMut,
        }
    }
}

/// Whether this is a tuple of places behind `&mut`.
pub(super) fn is_exclusive(value: &Value) -> bool {
    match value {
        Value::Tuple(items) => !items.is_empty() && items.iter().all(is_exclusive),
        Value::Place { view, .. } => *view == View::RefMut,
        _ => false,
    }
}
