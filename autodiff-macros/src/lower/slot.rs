//! Locals that take the value of a branch, a block or a loop.

use proc_macro2::Span;

use crate::diagnostics as refusal;
use crate::ir::{Atom, Copying, If, Op, Place, Rvalue, Ty, Var};

use super::Lower;
use super::value::{Value, field};

/// Locals that take the value of a branch, a block or a loop.
#[derive(Clone)]
pub(super) enum Slot {
    Unit,
    Local(Var),
    Tuple(Vec<Slot>),
    /// The condition of an option, and what it holds.
    Maybe(Var, Box<Slot>),
}

impl Slot {
    /// The locals of a slot.
    pub(super) fn locals(&self, to: &mut Vec<Var>) {
        match self {
            Slot::Unit => {}
            Slot::Local(local) => to.push(*local),
            Slot::Tuple(items) => items.iter().for_each(|item| item.locals(to)),
            Slot::Maybe(tag, payload) => {
                to.push(*tag);
                payload.locals(to);
            }
        }
    }
}

impl Lower<'_> {
    /// Locals of the shape of a value, not yet declared.
    pub(super) fn slot_for(&mut self, name: &str, value: &Value) -> Slot {
        match value {
            Value::Unit | Value::Never | Value::Error => Slot::Unit,
            Value::Tuple(items) => {
                Slot::Tuple(items.iter().map(|item| self.slot_for(name, item)).collect())
            }
            Value::Maybe(_, payload) => {
                let tag = self.func.local(name, Ty::Bool);
                let payload = match payload {
                    Some(value) => self.slot_for(name, value),
                    None => {
                        let ty = self.types.fresh();
                        Slot::Local(self.func.local(name, ty))
                    }
                };
                Slot::Maybe(tag, Box::new(payload))
            }
            other => {
                let ty = self.value_ty(other);
                Slot::Local(self.func.local(name, ty))
            }
        }
    }

    /// Declares the locals of a slot at the end of `stmts`.
    pub(super) fn declare_slot(&mut self, slot: &Slot, span: Span) {
        match slot {
            Slot::Unit => {}
            Slot::Local(local) => self.push(vec![*local], Op::Init(None), span),
            Slot::Tuple(items) => items.iter().for_each(|item| self.declare_slot(item, span)),
            Slot::Maybe(tag, payload) => {
                self.push(vec![*tag], Op::Init(None), span);
                self.declare_slot(payload, span);
            }
        }
    }

    /// The locals that take the function's result.
    pub(super) fn result_slot(&mut self, ty: &Ty, span: Span) -> Slot {
        match ty {
            Ty::Unit => Slot::Unit,
            Ty::Tuple(items) => {
                Slot::Tuple(items.iter().map(|ty| self.result_slot(ty, span)).collect())
            }
            Ty::Option(item) => {
                let tag = self.declare("", Ty::Bool, None, span);
                Slot::Maybe(tag, Box::new(self.result_slot(item, span)))
            }
            ty => Slot::Local(self.declare("", ty.clone(), None, span)),
        }
    }

    pub(super) fn slot_rvalue(&mut self, slot: &Slot, span: Span) -> Rvalue {
        match slot {
            Slot::Unit => Rvalue::Atom(Atom::Unit),
            Slot::Local(local) => Rvalue::Copy(Place::whole(*local), Copying::Copy),
            Slot::Tuple(items) => {
                let items = items.iter();
                Rvalue::Tuple(items.map(|item| self.slot_rvalue(item, span)).collect())
            }
            Slot::Maybe(tag, payload) => {
                let tag = self.bind(Ty::Bool, Op::Read(Place::whole(*tag)), span);
                Rvalue::Maybe(tag, Box::new(self.slot_rvalue(payload, span)))
            }
        }
    }

    pub(super) fn slot_value(&mut self, slot: &Slot) -> Value {
        match slot {
            Slot::Unit => Value::Unit,
            Slot::Local(local) => self.local_value(*local),
            Slot::Tuple(items) => {
                Value::Tuple(items.iter().map(|item| self.slot_value(item)).collect())
            }
            Slot::Maybe(tag, payload) => {
                let tag = self.local_value(*tag);
                let tag = self.operand(tag, Span::call_site());
                Value::Maybe(tag, Some(Box::new(self.slot_value(payload))))
            }
        }
    }

    /// Writes a value into a slot: everything is read before anything is written.
    pub(super) fn store(&mut self, slot: &Slot, value: Value, span: Span) {
        let mut writes = vec![];
        self.collect_writes(slot, value, &mut writes, span);
        for (local, value) in writes {
            self.push(vec![], Op::Write(Place::whole(local), value), span);
        }
    }

    fn collect_writes(
        &mut self,
        slot: &Slot,
        value: Value,
        writes: &mut Vec<(Var, Rvalue)>,
        span: Span,
    ) {
        match (slot, value) {
            (_, Value::Never | Value::Error) | (Slot::Unit, _) => {}
            (Slot::Local(local), Value::Place { place, .. })
                if place.base == *local && place.path.is_empty() => {}
            (Slot::Tuple(slots), Value::Tuple(values)) if slots.len() == values.len() => {
                for (slot, value) in slots.iter().zip(values) {
                    self.collect_writes(slot, value, writes, span);
                }
            }
            (Slot::Tuple(slots), Value::Place { place, ty, view }) => {
                for (nth, slot) in slots.iter().enumerate() {
                    let part = self.project(&place, &ty, field(nth));
                    let value = Value::Place {
                        place: part.0,
                        ty: part.1,
                        view,
                    };
                    self.collect_writes(slot, value, writes, span);
                }
            }
            (Slot::Maybe(tag, slot), value) => {
                let Some((found, payload)) = self.taken_apart(value, span) else {
                    return;
                };
                self.collect_maybe((*tag, slot), found, payload, writes, span);
            }
            (Slot::Tuple(_), _) => {
                self.refuse(span, "this value", &refusal::UNKNOWN_TYPE);
            }
            (Slot::Local(local), value) => {
                let ty = self.value_ty(&value);
                let known = self.func.ty(*local).clone();
                self.types.unify(&known, &ty);
                let value = self.rvalue(value, span);
                writes.push((*local, value));
            }
        }
    }

    /// What an option holds is read only where it holds something.
    fn collect_maybe(
        &mut self,
        (tag, slot): (Var, &Slot),
        found: Atom,
        payload: Value,
        writes: &mut Vec<(Var, Rvalue)>,
        span: Span,
    ) {
        match &found {
            Atom::Lit(lit) if lit.text == "true" => {
                self.collect_writes(slot, payload, writes, span);
            }
            Atom::Lit(_) => {}
            Atom::Var(_) | Atom::Const(..) | Atom::Unit => {
                let (then, ()) = self.nested(|lower| lower.store(slot, payload, span));
                let then = self.func.block(then, vec![]);
                let els = self.func.block(vec![], vec![]);
                let cond = found.clone();
                self.push(vec![], Op::If(If { cond, then, els }), span);
            }
        }
        writes.push((tag, Rvalue::Atom(found)));
    }
}
