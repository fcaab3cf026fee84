//! What an expression stands for while it is lowered, and how it becomes an operand.

use proc_macro2::Span;

use crate::diagnostics as refusal;
use crate::ir::{Atom, Copying, If, Len, Op, Place, Proj, Rvalue, Ty, Var};

use super::Lower;
use super::iterators::Iter;
use super::slot::Slot;

#[derive(Clone)]
pub(super) enum Value {
    Atom(Atom),
    /// A reference to a scalar that does not change while it is held.
    Shared(Atom),
    Place {
        place: Place,
        ty: Ty,
        view: View,
    },
    Tuple(Vec<Value>),
    /// An option: whether there is something, and what; nothing stands for what never is there.
    Maybe(Atom, Option<Box<Value>>),
    /// An option that is declared `mut`: the locals in which it stands.
    Variable(Box<Slot>),
    /// An array that is being written down.
    Aggregate(Rvalue, Ty),
    /// An index into the closures of the function.
    Closure(usize),
    Iter(Box<Iter>),
    Unit,
    /// Control does not come by here.
    Never,
    /// Refused already.
    Error,
}

/// How an expression names a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    Owned,
    Ref,
    RefMut,
}

impl Lower<'_> {
    /// A variable as it is now.
    pub(super) fn current(&mut self, value: Value) -> Value {
        match value {
            Value::Variable(slot) => self.slot_value(&slot),
            other => other,
        }
    }

    pub(super) fn value_ty(&mut self, value: &Value) -> Ty {
        match value {
            Value::Atom(atom) | Value::Shared(atom) => self.func.atom_ty(atom),
            Value::Place { ty, .. } | Value::Aggregate(_, ty) => ty.clone(),
            Value::Tuple(items) => {
                Ty::Tuple(items.iter().map(|item| self.value_ty(item)).collect())
            }
            Value::Maybe(_, Some(value)) => Ty::Option(Box::new(self.value_ty(value))),
            Value::Maybe(_, None) => Ty::Option(Box::new(self.types.fresh())),
            Value::Unit => Ty::Unit,
            _ => self.types.fresh(),
        }
    }

    /// A scalar operand.
    pub(super) fn operand(&mut self, value: Value, span: Span) -> Atom {
        match value {
            Value::Atom(atom) | Value::Shared(atom) => atom,
            Value::Place { place, ty, .. } => self.bind(ty, Op::Read(place), span),
            Value::Closure(_) => {
                self.refuse(span, "this closure", &refusal::CLOSURE_VALUE);
                Atom::Unit
            }
            Value::Iter(_) => {
                self.refuse(span, "this iterator", &refusal::RANGE_VALUE);
                Atom::Unit
            }
            Value::Tuple(_) | Value::Aggregate(..) | Value::Maybe(..) => {
                let (place, ty) = self.place_of(value, span);
                self.bind(ty, Op::Read(place), span)
            }
            value @ Value::Variable(_) => {
                let now = self.current(value);
                self.operand(now, span)
            }
            Value::Unit | Value::Never | Value::Error => Atom::Unit,
        }
    }

    /// What a place is given; scalars are read at once, so that later writes do not show.
    pub(super) fn rvalue(&mut self, value: Value, span: Span) -> Rvalue {
        match value {
            Value::Place { place, ty, view } => self.copy(place, &ty, view, span),
            Value::Tuple(items) => {
                let items = items.into_iter();
                Rvalue::Tuple(items.map(|item| self.rvalue(item, span)).collect())
            }
            Value::Aggregate(value, _) => value,
            Value::Maybe(tag, payload) => self.maybe(tag, payload, span),
            other => Rvalue::Atom(self.operand(other, span)),
        }
    }

    /// An option as a value; what it holds is read only where it holds something.
    fn maybe(&mut self, tag: Atom, payload: Option<Box<Value>>, span: Span) -> Rvalue {
        let none = quote::quote!(::core::option::Option::None);
        let Some(payload) = payload else {
            return Rvalue::Atom(Atom::Const(none, Ty::Option(Box::new(self.types.fresh()))));
        };
        let slot = self.slot_for("", &payload);
        let ty = self.value_ty(&payload);
        let (then, ()) = self.nested(|lower| lower.store(&slot, *payload, span));
        self.declare_slot(&slot, span);
        let then = self.func.block(then, vec![]);
        let els = self.func.block(vec![], vec![]);
        let cond = tag.clone();
        self.push(vec![], Op::If(If { cond, then, els }), span);
        let value = self.slot_value(&slot);
        let value = self.rvalue(value, span);
        let value = self.stored(value, &ty, span);
        Rvalue::Maybe(tag, Box::new(value))
    }

    fn copy(&mut self, place: Place, ty: &Ty, view: View, span: Span) -> Rvalue {
        let ty = self.types.shallow(ty);
        if view == View::RefMut {
            self.refuse(span, "this expression", &refusal::REFERENCE_CHOICE);
        }
        let copying = match &ty {
            ty if self.types.is_float(ty) || ty.is_scalar() => {
                return Rvalue::Atom(self.bind(ty.clone(), Op::Read(place), span));
            }
            Ty::Infer(_) if self.types.is_integer(&ty) => {
                return Rvalue::Atom(self.bind(ty.clone(), Op::Read(place), span));
            }
            Ty::Array(..) => Copying::Copy,
            Ty::Tuple(_) | Ty::Infer(_) => Copying::Clone,
            Ty::Opaque => Copying::Clone,
            Ty::Vec(_) | Ty::Option(_) | Ty::Boxed(_) | Ty::Named(_) if view == View::Owned => {
                Copying::Clone
            }
            _ => {
                self.refuse(span, "this expression", &refusal::REFERENCE_CHOICE);
                Copying::Clone
            }
        };
        Rvalue::Copy(place, copying)
    }

    /// A place that holds the value, a temporary where need be.
    pub(super) fn place_of(&mut self, value: Value, span: Span) -> (Place, Ty) {
        if let Value::Place { place, ty, .. } = value {
            return (place, ty);
        }
        let ty = self.value_ty(&value);
        let value = self.rvalue(value, span);
        let local = self.declare("", ty.clone(), Some(value), span);
        (Place::whole(local), ty)
    }

    /// Declares a local, and gives it its first value.
    pub(super) fn declare(&mut self, name: &str, ty: Ty, value: Option<Rvalue>, span: Span) -> Var {
        let local = self.func.local(name, ty);
        self.push(vec![local], Op::Init(value), span);
        local
    }

    pub(super) fn local_value(&self, local: Var) -> Value {
        Value::Place {
            place: Place::whole(local),
            ty: self.func.ty(local).clone(),
            view: View::Owned,
        }
    }

    /// The value of an expression, in a local of its own that nothing writes to any more.
    pub(super) fn loose_value(&mut self, local: Var) -> Value {
        self.loose.insert(local);
        self.local_value(local)
    }

    /// A local is no longer anyone's in particular.
    pub(super) fn loosen(&mut self, value: &Value) {
        match value {
            Value::Place { place, .. } if is_local(&self.func.vars[place.base.0].role) => {
                self.loose.insert(place.base);
            }
            Value::Tuple(items) => items.iter().for_each(|item| self.loosen(item)),
            _ => {}
        }
    }

    pub(super) fn is_loose(&self, place: &Place) -> bool {
        place.path.is_empty() && self.loose.contains(&place.base)
    }

    /// From now on a value has an owner, and others have to copy it.
    pub(super) fn settle(&mut self, value: &Value) {
        match value {
            Value::Place { place, .. } => {
                self.loose.remove(&place.base);
            }
            Value::Tuple(items) => items.iter().for_each(|item| self.settle(item)),
            Value::Maybe(_, Some(payload)) => self.settle(payload),
            _ => {}
        }
    }

    /// A value that later writes to what it was read from do not change.
    pub(super) fn snapshot(&mut self, value: Value, span: Span) -> Value {
        match value {
            Value::Place {
                place,
                ty,
                view: View::Owned,
            } => {
                let still = self.is_frozen(&place) || self.is_loose(&place);
                if still && !self.types.shallow(&ty).is_scalar() {
                    return Value::Place {
                        place,
                        ty,
                        view: View::Owned,
                    };
                }
                match self.copy(place, &ty, View::Owned, span) {
                    Rvalue::Atom(atom) => Value::Atom(atom),
                    value => self.local_value_of(value, ty, span),
                }
            }
            Value::Aggregate(value, ty) => self.local_value_of(value, ty, span),
            Value::Tuple(items) => {
                let items = items.into_iter();
                Value::Tuple(items.map(|item| self.snapshot(item, span)).collect())
            }
            Value::Maybe(tag, Some(payload)) => self.settled(tag, *payload, span),
            other => other,
        }
    }

    /// An option whose value does not change later; references stay what they are.
    fn settled(&mut self, tag: Atom, payload: Value, span: Span) -> Value {
        if is_still(&payload) {
            return Value::Maybe(tag, Some(Box::new(payload)));
        }
        let slot = self.slot_for("", &payload);
        let (then, ()) = self.nested(|lower| lower.store(&slot, payload, span));
        self.declare_slot(&slot, span);
        let then = self.func.block(then, vec![]);
        let els = self.func.block(vec![], vec![]);
        let cond = tag.clone();
        self.push(vec![], Op::If(If { cond, then, els }), span);
        Value::Maybe(tag, Some(Box::new(self.slot_value(&slot))))
    }

    fn local_value_of(&mut self, value: Rvalue, ty: Ty, span: Span) -> Value {
        let local = self.declare("", ty, Some(value), span);
        self.local_value(local)
    }

    /// Whether nothing can change the place: it lies behind a shared reference, or is constant.
    pub(super) fn is_frozen(&self, place: &Place) -> bool {
        matches!(
            self.func.vars[place.base.0].role,
            crate::ir::Role::Param { exclusive: false } | crate::ir::Role::Const(_)
        )
    }
}

fn is_local(role: &crate::ir::Role) -> bool {
    matches!(role, crate::ir::Role::Local)
}

/// Whether later writes do not show in a value, or are meant to.
fn is_still(value: &Value) -> bool {
    match value {
        Value::Place { view, .. } => *view != View::Owned,
        Value::Tuple(items) => items.iter().all(is_still),
        Value::Atom(_) | Value::Shared(_) | Value::Unit => true,
        _ => false,
    }
}

pub(super) fn field(nth: usize) -> Proj {
    Proj::Field(syn::Member::Unnamed(nth.into()))
}

/// The length of an array of which only the number of elements is known.
pub(super) fn len_of(count: usize) -> Len {
    let count = proc_macro2::Literal::usize_unsuffixed(count);
    Len(Some(quote::quote!(#count)))
}
