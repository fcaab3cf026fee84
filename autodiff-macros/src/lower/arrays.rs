//! Arrays that a closure makes: `a.map(f)`, `std::array::from_fn(f)`.

use proc_macro2::Span;
use syn::Expr;

use crate::diagnostics as refusal;
use crate::ir::{Atom, Len, Op, Place, Proj, Ty};

use super::Lower;
use super::value::{Value, View};

impl Lower<'_> {
    pub(super) fn is_array(&mut self, value: &Value) -> bool {
        let ty = self.value_ty(value);
        matches!(self.types.shallow(&ty), Ty::Array(_, Len(Some(_))))
    }

    /// `a.map(f)`: in the order of the elements, as Rust has it.
    pub(super) fn mapped(&mut self, array: Value, f: &Expr, span: Span) -> Value {
        let array = self.snapshot(array, span);
        let (place, ty) = self.place_of(array, span);
        let Ty::Array(_, len) = self.types.shallow(&ty) else {
            return Value::Error;
        };
        self.array_of(len, span, |lower, at| {
            let (place, ty) = lower.project(&place, &ty, Proj::Index(at));
            let view = View::Owned;
            let item = lower.snapshot(Value::Place { place, ty, view }, span);
            lower.applied(f, vec![item])
        })
    }

    /// `std::array::from_fn(f)` where an array of this length is asked for.
    pub(super) fn array_from(&mut self, len: Len, f: &Expr, span: Span) -> Value {
        self.array_of(len, span, |lower, at| {
            lower.applied(f, vec![Value::Atom(at)])
        })
    }

    /// An array of which each element is made in turn.
    fn array_of(
        &mut self,
        len: Len,
        span: Span,
        item: impl FnOnce(&mut Self, Atom) -> Value,
    ) -> Value {
        let item_ty = self.types.fresh();
        let ty = Ty::Array(Box::new(item_ty.clone()), len.clone());
        let array = self.declare("", ty, None, span);
        let hi = Atom::Const(len.0.unwrap_or_default(), Ty::usize());
        self.drive_range(hi, span, |lower, at| {
            let value = item(lower, at.clone());
            if matches!(value, Value::Error | Value::Never) {
                return;
            }
            let found = lower.value_ty(&value);
            lower.types.unify(&item_ty, &found);
            if !lower.begins_blank(&item_ty) {
                lower.refuse(span, "an array of such elements", &refusal::ARRAY_MADE);
                return;
            }
            let value = lower.rvalue(value, span);
            let to = Place::whole(array).then(Proj::Index(at));
            lower.push(vec![], Op::Write(to, value), span);
        });
        self.loose_value(array)
    }

    /// Whether storage of this type can be declared before it has a value.
    fn begins_blank(&self, ty: &Ty) -> bool {
        match self.types.shallow(ty) {
            ty if self.types.is_float(&ty) || self.types.is_integer(&ty) => true,
            Ty::Bool => true,
            Ty::Array(item, Len(Some(_))) => self.begins_blank(&item),
            Ty::Tuple(items) => items.iter().all(|item| self.begins_blank(item)),
            _ => false,
        }
    }
}
