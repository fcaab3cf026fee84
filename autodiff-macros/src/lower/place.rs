//! Parts of arrays and tuples.

use syn::spanned::Spanned;
use syn::{Expr, Member};

use crate::diagnostics as refusal;
use crate::ir::{Atom, Place, Proj, Ty};

use super::Lower;
use super::value::{Value, View};

impl Lower<'_> {
    pub(super) fn index(&mut self, index: &syn::ExprIndex) -> Value {
        let base = self.expr(&index.expr);
        if matches!(base, Value::Error | Value::Never) {
            return base;
        }
        let (place, ty) = self.place_of(base, index.expr.span());
        let proj = match &*index.index {
            Expr::Range(range) => self.slice_of(range),
            Expr::Paren(paren) if matches!(*paren.expr, Expr::Range(_)) => {
                let Expr::Range(range) = &*paren.expr else {
                    return Value::Error;
                };
                self.slice_of(range)
            }
            at => {
                let at = self.scalar(at);
                let ty = self.func.atom_ty(&at);
                self.types.unify(&ty, &Ty::usize());
                Proj::Index(at)
            }
        };
        let (place, ty) = self.project(&place, &ty, proj);
        Value::Place {
            place,
            ty,
            view: View::Owned,
        }
    }

    pub(super) fn slice_of(&mut self, range: &syn::ExprRange) -> Proj {
        let usize_ty = Ty::usize();
        let mut bound = |bound: &Option<Box<Expr>>| {
            bound.as_ref().map(|bound| {
                let atom = self.scalar(bound);
                let ty = self.func.atom_ty(&atom);
                self.types.unify(&ty, &usize_ty);
                atom
            })
        };
        let (lo, hi) = (bound(&range.start), bound(&range.end));
        Proj::Slice {
            lo,
            hi,
            inclusive: matches!(range.limits, syn::RangeLimits::Closed(_)),
        }
    }

    pub(super) fn field(&mut self, field: &syn::ExprField) -> Value {
        let span = field.member.span();
        let base = self.expr(&field.base);
        let base = self.current(base);
        if matches!(base, Value::Error | Value::Never) {
            return base;
        }
        match (base, &field.member) {
            (Value::Tuple(mut items), Member::Unnamed(at)) if (at.index as usize) < items.len() => {
                let item = items.swap_remove(at.index as usize);
                self.current(item)
            }
            (Value::Atom(atom), Member::Named(_)) if self.is_composed(&atom) => {
                let what = "an operator or a function whose result has fields";
                self.refuse(field.base.span(), what, &refusal::OVERLOADED)
            }
            (Value::Atom(_) | Value::Shared(_) | Value::Unit, Member::Named(name)) => {
                self.refuse(span, format!("the field `{name}`"), &refusal::FIELD)
            }
            (base, _) => {
                let (place, ty) = self.place_of(base, field.base.span());
                let (place, ty) = self.project(&place, &ty, Proj::Field(field.member.clone()));
                Value::Place {
                    place,
                    ty,
                    view: View::Owned,
                }
            }
        }
    }

    /// Whether the result of an operation is of a type that a macro does not see: it is no number.
    fn is_composed(&mut self, atom: &Atom) -> bool {
        let ty = self.func.atom_ty(atom);
        let Some(name) = self.types.name(&ty) else {
            return false;
        };
        self.types.numbers.compose(&name);
        true
    }

    /// The `nth` element of a place.
    pub(super) fn element(&mut self, place: &Place, ty: &Ty, nth: usize) -> (Place, Ty) {
        self.project(place, ty, Proj::Index(Atom::int(nth)))
    }
}
