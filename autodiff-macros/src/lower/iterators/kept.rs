//! What is kept of an iterator's elements until it is done: `find`, `last`, `reduce` and the like.
//!
//! Where nothing was kept there is `None`. A number is kept itself. Of what is lent, the place is
//! kept: the indices in it go to locals.

use proc_macro2::Span;

use crate::diagnostics as refusal;
use crate::ir::{Atom, Op, Place, Proj, Rvalue, Stmt, Ty, Var};

use crate::lower::Lower;
use crate::lower::slot::Slot;
use crate::lower::value::{Value, View};

pub(super) struct Kept {
    /// Whether something is kept.
    pub(super) some: Var,
    shape: Option<Shape>,
    /// Where the locals are to be declared.
    at: usize,
    pub(super) span: Span,
}

#[derive(Clone)]
enum Shape {
    Slot(Slot),
    Tuple(Vec<Shape>),
    Lent {
        place: Place,
        ty: Ty,
        view: View,
        indices: Vec<Var>,
    },
}

impl<'e> Lower<'e> {
    /// An option of what `run` keeps.
    pub(super) fn kept(
        &mut self,
        span: Span,
        run: impl FnOnce(&mut Lower<'e>, &mut Kept),
    ) -> Value {
        let none = Rvalue::Atom(Atom::bool(false));
        let some = self.declare("", Ty::Bool, Some(none), span);
        let mut kept = Kept {
            some,
            shape: None,
            at: self.stmts.len(),
            span,
        };
        run(self, &mut kept);
        let tag = self.local_now(some, span);
        let Some(shape) = kept.shape else {
            return Value::Maybe(tag, None);
        };
        let (declared, ()) = self.apart(|lower| lower.declare_shape(&shape, span));
        self.stmts.splice(kept.at..kept.at, declared);
        let value = self.shape_value(&shape, span);
        Value::Maybe(tag, Some(Box::new(value)))
    }

    /// Keeps an element instead of what was kept so far.
    pub(super) fn keep(&mut self, kept: &mut Kept, value: Value) {
        if matches!(value, Value::Never | Value::Error) {
            return;
        }
        let span = kept.span;
        let shape = match kept.shape.clone() {
            Some(shape) => shape,
            None => self.shape_of(&value, span),
        };
        kept.shape = Some(shape);
        self.keep_instead(kept, value);
        let some = Rvalue::Atom(Atom::bool(true));
        self.push(vec![], Op::Write(Place::whole(kept.some), some), span);
    }

    /// Keeps another one instead of what is there.
    pub(super) fn keep_instead(&mut self, kept: &Kept, value: Value) {
        if let Some(shape) = kept.shape.clone() {
            self.keep_in(&shape, value, kept.span);
        }
    }

    /// What is kept so far.
    pub(super) fn kept_now(&mut self, kept: &Kept) -> Value {
        match kept.shape.clone() {
            Some(shape) => self.shape_value(&shape, kept.span),
            None => Value::Error,
        }
    }

    fn shape_of(&mut self, value: &Value, span: Span) -> Shape {
        match value {
            Value::Tuple(items) => {
                Shape::Tuple(items.iter().map(|item| self.shape_of(item, span)).collect())
            }
            Value::Place { place, ty, view }
                if *view == View::RefMut
                    || *view == View::Ref && !self.types.shallow(ty).is_scalar() =>
            {
                let indices = atoms(place).into_iter();
                Shape::Lent {
                    place: place.clone(),
                    ty: ty.clone(),
                    view: *view,
                    indices: indices.map(|_| self.func.local("", Ty::usize())).collect(),
                }
            }
            Value::Iter(_) | Value::Closure(_) => {
                self.refuse(span, "this element", &refusal::CLOSURE_CHOICE);
                Shape::Slot(Slot::Unit)
            }
            value => Shape::Slot(self.slot_for("", value)),
        }
    }

    fn keep_in(&mut self, shape: &Shape, value: Value, span: Span) {
        match (shape, value) {
            (_, Value::Never | Value::Error) => {}
            (Shape::Slot(slot), value) => self.store(slot, value, span),
            (Shape::Tuple(shapes), Value::Tuple(items)) if shapes.len() == items.len() => {
                for (shape, item) in shapes.iter().zip(items) {
                    self.keep_in(shape, item, span);
                }
            }
            (Shape::Lent { place, indices, .. }, Value::Place { place: from, .. })
                if same_but_for_indices(place, &from) =>
            {
                for (local, atom) in indices.iter().zip(atoms(&from)) {
                    let value = Rvalue::Atom(atom);
                    self.push(vec![], Op::Write(Place::whole(*local), value), span);
                }
            }
            _ => {
                self.refuse(span, "this element", &refusal::REFERENCE_CHOICE);
            }
        }
    }

    fn declare_shape(&mut self, shape: &Shape, span: Span) {
        match shape {
            Shape::Slot(slot) => self.declare_zero(slot, span),
            Shape::Tuple(shapes) => {
                for shape in shapes {
                    self.declare_shape(shape, span);
                }
            }
            Shape::Lent { indices, .. } => {
                for local in indices {
                    let zero = Some(Rvalue::Atom(Atom::int(0)));
                    self.stmts
                        .push(Stmt::new(vec![*local], Op::Init(zero), span));
                }
            }
        }
    }

    /// Numbers begin as zero, which nobody sees.
    fn declare_zero(&mut self, slot: &Slot, span: Span) {
        let zero = match slot {
            Slot::Tuple(items) => {
                return items.iter().for_each(|item| self.declare_zero(item, span));
            }
            Slot::Local(local) => {
                let ty = self.func.ty(*local).clone();
                match self.types.shallow(&ty) {
                    Ty::Bool => Some(Atom::bool(false)),
                    ty if self.types.is_float(&ty) => Some(Atom::float("0.0", &ty)),
                    ty if self.types.is_integer(&ty) => Some(Atom::int(0)),
                    _ => None,
                }
            }
            Slot::Unit | Slot::Maybe(..) => None,
        };
        match (slot, zero) {
            (Slot::Local(local), Some(zero)) => {
                self.push(vec![*local], Op::Init(Some(Rvalue::Atom(zero))), span);
            }
            (slot, _) => self.declare_slot(slot, span),
        }
    }

    fn shape_value(&mut self, shape: &Shape, span: Span) -> Value {
        match shape {
            Shape::Slot(slot) => self.slot_value(slot),
            Shape::Tuple(shapes) => {
                let items = shapes.iter().map(|shape| self.shape_value(shape, span));
                Value::Tuple(items.collect())
            }
            Shape::Lent {
                place,
                ty,
                view,
                indices,
            } => {
                let mut place = place.clone();
                let now: Vec<Atom> = indices
                    .iter()
                    .map(|local| self.local_now(*local, span))
                    .collect();
                for (atom, now) in atoms_mut(&mut place).into_iter().zip(now) {
                    *atom = now;
                }
                Value::Place {
                    place,
                    ty: ty.clone(),
                    view: *view,
                }
            }
        }
    }
}

/// The indices in a place.
fn atoms(place: &Place) -> Vec<Atom> {
    let mut place = place.clone();
    let atoms = atoms_mut(&mut place);
    atoms.into_iter().map(|atom| atom.clone()).collect()
}

fn atoms_mut(place: &mut Place) -> Vec<&mut Atom> {
    let mut atoms = vec![];
    for proj in &mut place.path {
        match proj {
            Proj::Index(atom) => atoms.push(atom),
            Proj::Slice { lo, hi, .. } => atoms.extend(lo.iter_mut().chain(hi)),
            _ => {}
        }
    }
    atoms
}

/// Whether two places differ in their indices only.
fn same_but_for_indices(a: &Place, b: &Place) -> bool {
    let kinds = a.path.iter().zip(&b.path);
    a.base == b.base
        && a.path.len() == b.path.len()
        && kinds.into_iter().all(|pair| match pair {
            (Proj::Index(_), Proj::Index(_)) => true,
            (
                Proj::Slice { lo, hi, inclusive },
                Proj::Slice {
                    lo: other_lo,
                    hi: other_hi,
                    inclusive: other,
                },
            ) => {
                lo.is_some() == other_lo.is_some()
                    && hi.is_some() == other_hi.is_some()
                    && inclusive == other
            }
            (Proj::Field(a), Proj::Field(b)) => a == b,
            _ => false,
        })
}
