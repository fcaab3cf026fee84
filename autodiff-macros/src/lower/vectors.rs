//! Vectors that grow and shrink: all of it is `push` and `pop`, in loops where need be.

use proc_macro2::{Ident, Span};
use syn::Expr;
use syn::spanned::Spanned;

use crate::diagnostics as refusal;
use crate::ir::{Atom, Copying, Op, Place, Proj, Rearrangement, Role, Rvalue, Ty};

use super::Lower;
use super::value::{Value, View};

impl Lower<'_> {
    /// Methods that change the length of a vector.
    pub(super) fn vector_method(&mut self, receiver: Value, name: &Ident, args: &[&Expr]) -> Value {
        let span = name.span();
        let text = name.to_string();
        let known = matches!(
            (text.as_str(), args.len()),
            ("pop" | "clear", 0)
                | (
                    "push" | "truncate" | "extend_from_slice" | "extend" | "append" | "remove",
                    1
                )
                | ("swap_remove" | "retain" | "split_off" | "drain", 1)
                | ("resize" | "insert", 2)
        );
        if !known {
            return self.refuse(
                span,
                format!("the method `{name}` of arrays and vectors"),
                &refusal::SEQUENCE_METHOD,
            );
        }
        let Some((place, item)) = self.growing(receiver, &text, span) else {
            return Value::Error;
        };
        match (text.as_str(), args) {
            ("pop", []) => self.pop_maybe(place, item, span),
            ("clear", []) => self.shortened(place, item, Atom::int(0), span),
            ("push", [value]) => self.push_back(&place, &item, value),
            ("truncate", [len]) => {
                let len = self.count(len);
                self.shortened(place, item, len, span)
            }
            ("extend_from_slice" | "extend", [items]) => {
                self.extend_items(&place, &item, items, span)
            }
            ("append", [other]) => self.append(&place, &item, other, span),
            ("resize", [len, value]) => self.resize(place, item, len, value, span),
            ("insert", [at, value]) => self.insert(&place, &item, at, value, span),
            ("remove", [at]) => self.remove(place, item, at, span),
            ("swap_remove", [at]) => self.swap_remove(place, item, at, span),
            ("retain", [test]) => self.retain(place, item, test, span),
            ("split_off", [at]) => self.split_off(place, item, at, span),
            (_, [range]) => self.drain(place, item, range, span),
            _ => Value::Error,
        }
    }

    /// A vector that may change its length, and the type of its elements.
    pub(super) fn growing(
        &mut self,
        receiver: Value,
        name: &str,
        span: Span,
    ) -> Option<(Place, Ty)> {
        let (place, ty) = self.place_of(receiver, span);
        let item = self.types.fresh();
        self.types.unify(&ty, &Ty::Vec(Box::new(item.clone())));
        if !matches!(self.types.shallow(&ty), Ty::Vec(_)) {
            let what = format!("the method `{name}` of this type");
            self.refuse(span, what, &refusal::SEQUENCE_METHOD);
            return None;
        }
        if matches!(self.func.vars[place.base.0].role, Role::Param { .. }) {
            let what = format!("`{name}` on a parameter");
            self.refuse(span, what, &refusal::GROWING_PARAMETER);
            return None;
        }
        Some((place, item))
    }

    /// `v.push(x)`
    fn push_back(&mut self, to: &Place, item: &Ty, value: &Expr) -> Value {
        let value_span = value.span();
        let value = self.expr(value);
        if matches!(value, Value::Error | Value::Never) {
            return value;
        }
        self.push_value(to, &Ty::Vec(Box::new(item.clone())), value, value_span);
        Value::Unit
    }

    pub(super) fn push_value(&mut self, to: &Place, ty: &Ty, value: Value, span: Span) {
        let known = self.value_ty(&value);
        self.types.unify(ty, &Ty::Vec(Box::new(known.clone())));
        let value = self.rvalue(value, span);
        let value = self.stored(value, &known, span);
        self.push(vec![], Op::PushBack(to.clone(), value), span);
    }

    /// The last element of a vector, which has one.
    pub(super) fn pop_back(&mut self, from: Place, item: Ty, span: Span) -> Value {
        let local = self.func.local("", item);
        self.push(vec![local], Op::PopBack(from), span);
        self.loose_value(local)
    }

    /// Whether a vector holds anything.
    pub(super) fn holds_some(&mut self, place: &Place, span: Span) -> Atom {
        let len = self.len_of(place, span);
        self.combine("!=", len, Atom::int(0), span)
    }

    /// `v.truncate(len)`
    fn shortened(&mut self, from: Place, item: Ty, len: Atom, span: Span) -> Value {
        let before = self.len_of(&from, span);
        let surplus = self.count_method("saturating_sub", before, len, span);
        self.times(surplus, span, |lower, _| {
            lower.pop_back(from, item, span);
        });
        Value::Unit
    }

    /// `v.extend(items)`
    fn extend_items(&mut self, to: &Place, item: &Ty, items: &Expr, span: Span) -> Value {
        let Some(iter) = self.iterator(items) else {
            return Value::Error;
        };
        let ty = Ty::Vec(Box::new(item.clone()));
        self.drive(&iter, span, &mut |lower, value| {
            let value = super::expr::seen(value, super::value::View::Owned);
            lower.push_value(to, &ty, value, span);
        });
        Value::Unit
    }

    /// What a vector held, which is empty then.
    fn emptied(&mut self, from: Place, item: Ty, span: Span) -> (Place, Ty) {
        let ty = Ty::Vec(Box::new(item));
        let local = self.declare("", ty.clone(), Some(Rvalue::VecEmpty(None)), span);
        self.push(vec![], Op::Swap(from, Place::whole(local)), span);
        (Place::whole(local), ty)
    }

    /// `v.append(&mut w)`
    fn append(&mut self, to: &Place, item: &Ty, other: &Expr, span: Span) -> Value {
        let value = self.expr(other);
        if matches!(value, Value::Error | Value::Never) {
            return value;
        }
        let Some((from, from_item)) = self.growing(value, "append", other.span()) else {
            return Value::Error;
        };
        self.types.unify(item, &from_item);
        let (all, ty) = self.emptied(from, from_item, span);
        let len = self.len_of(&all, span);
        self.times(len, span, |lower, at| {
            let value = lower.item_at(&all, &ty, at);
            lower.push_value(to, &ty, value, span);
        });
        Value::Unit
    }

    /// `v.resize(len, value)`
    fn resize(&mut self, to: Place, item: Ty, len: &Expr, value: &Expr, span: Span) -> Value {
        let len = self.count(len);
        let value = self.part(value);
        let before = self.len_of(&to, span);
        let missing = self.count_method("saturating_sub", len.clone(), before, span);
        let ty = Ty::Vec(Box::new(item.clone()));
        self.times(missing, span, |lower, _| {
            lower.push_value(&to, &ty, value, span);
        });
        self.shortened(to, item, len, span)
    }

    fn tail(&mut self, place: &Place, at: Atom) -> Place {
        place.then(Proj::Slice {
            lo: Some(at),
            hi: None,
            inclusive: false,
        })
    }

    /// `v.insert(at, value)`: behind the last element, and from there to its place.
    fn insert(&mut self, to: &Place, item: &Ty, at: &Expr, value: &Expr, span: Span) -> Value {
        let at = self.count(at);
        let before = self.len_of(to, span);
        let fits = self.combine("<=", at.clone(), before, span);
        self.assert(fits, "there is no such place in the vector", span);
        if let value @ (Value::Error | Value::Never) = self.push_back(to, item, value) {
            return value;
        }
        let tail = self.tail(to, at);
        let how = Rearrangement::RotateRight(Atom::int(1));
        self.push(vec![], Op::Rearrange(tail, how), span);
        Value::Unit
    }

    /// `v.remove(at)`: what is removed comes to the end first.
    fn remove(&mut self, from: Place, item: Ty, at: &Expr, span: Span) -> Value {
        let at = self.count(at);
        let tail = self.tail(&from, at);
        let how = Rearrangement::RotateLeft(Atom::int(1));
        self.push(vec![], Op::Rearrange(tail, how), span);
        self.pop_back(from, item, span)
    }

    /// `v.swap_remove(at)`
    fn swap_remove(&mut self, from: Place, item: Ty, at: &Expr, span: Span) -> Value {
        let at = self.count(at);
        let len = self.len_of(&from, span);
        let last = self.combine("-", len, Atom::int(1), span);
        let (a, b) = (from.then(Proj::Index(at)), from.then(Proj::Index(last)));
        self.push(vec![], Op::Swap(a, b), span);
        self.pop_back(from, item, span)
    }

    /// `v.retain(|x| …)`
    fn retain(&mut self, of: Place, item: Ty, test: &Expr, span: Span) -> Value {
        let closure = match self.expr(test) {
            Value::Closure(closure) => closure,
            Value::Error => return Value::Error,
            _ => return self.refuse(test.span(), "this test", &refusal::UNKNOWN_CALLEE),
        };
        let (all, ty) = self.emptied(of.clone(), item, span);
        let len = self.len_of(&all, span);
        self.times(len, span, |lower, at| {
            let value = lower.item_at(&all, &ty, at);
            let Value::Place {
                place, ty: item, ..
            } = value.clone()
            else {
                return;
            };
            let seen = Value::Place {
                place,
                ty: item,
                view: View::Ref,
            };
            let keep = lower.inline(closure, vec![seen], span);
            let keep = lower.operand(keep, span);
            let push = |lower: &mut Self| {
                lower.push_value(&of, &ty, value, span);
                Value::Unit
            };
            lower.branch(keep, push, |_| Value::Unit, span);
        });
        Value::Unit
    }

    /// `v.split_off(at)`
    fn split_off(&mut self, from: Place, item: Ty, at: &Expr, span: Span) -> Value {
        let at = self.count(at);
        let ty = Ty::Vec(Box::new(item.clone()));
        let copy = Rvalue::Copy(self.tail(&from, at.clone()), Copying::ToVec);
        let local = self.declare("", ty, Some(copy), span);
        self.shortened(from, item, at, span);
        self.loose_value(local)
    }

    /// `v.drain(..)`
    fn drain(&mut self, from: Place, item: Ty, range: &Expr, span: Span) -> Value {
        let all = matches!(super::loops::bare(range), Expr::Range(range)
            if range.start.is_none() && range.end.is_none());
        if !all {
            return self.refuse(range.span(), "a part that is drained", &refusal::DRAINED);
        }
        let (place, ty) = self.emptied(from, item, span);
        Value::Iter(Box::new(super::iterators::Iter::Items {
            place,
            ty,
            view: View::Owned,
        }))
    }

    /// `Vec::from(x)`
    pub(super) fn vec_from(&mut self, from: &Expr, span: Span) -> Value {
        match self.expr(from) {
            value @ (Value::Error | Value::Never) => value,
            value => self.copied_vec(value, span),
        }
    }
}
