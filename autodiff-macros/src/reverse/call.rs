//! The adjoint of a call: its pullback, which gets the arguments again, the cotangent of the result,
//! and a buffer for each argument.

use std::collections::HashSet;

use proc_macro2::Span;

use crate::ir::{Arg, Atom, Call, Copying, Mode, Op, Place, Pull, Rvalue, Sign, Stmt, Ty, Var};
use crate::prepare;
use crate::promote::unset;

use super::Reverse;

/// What becomes of a buffer after the pullback has added to it.
enum Delivery {
    Nothing,
    Scalar(Atom, Var),
    Add(Place, Var),
}

impl Reverse<'_> {
    pub(super) fn call(&mut self, stmt: &Stmt, call: &Call, span: Span) {
        if call.mode != Mode::Forward {
            return;
        }
        let result = stmt.binds[0];
        let inputs = self.inputs(result, call);
        let mut taken = HashSet::new();
        let mut adjoints = vec![];
        let mut deliveries = vec![];
        for (nth, (arg, input)) in call.args.iter().zip(&inputs).enumerate() {
            if let Some(zero) = self.facts.extras.zeros.get(&(result, nth)) {
                let zero = Rvalue::Copy(Place::whole(*zero), Copying::Clone);
                let buffer = self.temporary(zero, Ty::Unknown, span);
                adjoints.push(Arg::RefMut(Place::whole(buffer)));
                deliveries.push(Delivery::Nothing);
                continue;
            }
            let (adjoint, delivery) = self.buffer(arg, input.as_ref(), &mut taken, span);
            adjoints.push(adjoint);
            deliveries.push(delivery);
        }
        let pull = Pull {
            pullback: stmt.binds[1],
            inputs: inputs.into_iter().flatten().collect(),
            seed: Some(self.seed(result)),
            adjoints,
        };
        self.push(Op::Pull(pull), span);
        for delivery in deliveries {
            self.delivered(delivery, span);
        }
    }

    /// A call of which the cotangent is known ahead of it: both sweeps at once.
    pub(super) fn joined(&mut self, stmt: &Stmt, call: &Call, seed: Atom) {
        let mut taken = HashSet::new();
        let mut tangents = vec![Arg::Value(Rvalue::Atom(seed))];
        let mut deliveries = vec![];
        for arg in &call.args {
            let (adjoint, delivery) = self.buffer(arg, Some(arg), &mut taken, stmt.span);
            tangents.push(adjoint);
            deliveries.push(delivery);
        }
        let call = Call {
            mode: Mode::Joint,
            tangents,
            ..call.clone()
        };
        let joined = Stmt::new(stmt.binds.clone(), Op::Call(call), stmt.span);
        self.frame().out.push(joined);
        for delivery in deliveries {
            self.delivered(delivery, stmt.span);
        }
    }

    /// The cotangent of the result.
    fn seed(&self, result: Var) -> Rvalue {
        let ty = self.func.ty(result);
        match self.adjoint(result) {
            Some(adjoint) if ty.is_scalar() => Rvalue::Atom(Atom::Var(adjoint)),
            Some(adjoint) => Rvalue::Copy(Place::whole(adjoint), Copying::Clone),
            None => match self.facts.extras.seeds.get(&result) {
                Some(zero) => Rvalue::Copy(Place::whole(*zero), Copying::Clone),
                None => prepare::zero(ty).unwrap_or_else(|| Rvalue::Atom(unset(ty))),
            },
        }
    }

    /// The arguments as they were; what the callee writes through `&mut` it has no use for.
    fn inputs(&self, result: Var, call: &Call) -> Vec<Option<Arg>> {
        let input = |(nth, arg): (usize, &Arg)| {
            if let Some(copy) = self.facts.extras.copies.get(&(result, nth)) {
                if self.func.ty(*copy).is_scalar() {
                    let copy = self.primal(&Atom::Var(*copy));
                    return Some(match arg {
                        Arg::Ref(_) => Arg::RefValue(copy),
                        _ => Arg::Value(Rvalue::Atom(copy)),
                    });
                }
                let copy = Place::whole(*copy);
                return Some(match arg {
                    Arg::Ref(_) | Arg::Receiver(..) => Arg::Ref(copy),
                    _ => Arg::Value(Rvalue::Copy(copy, Copying::Clone)),
                });
            }
            let mut op = Op::Call(Call {
                args: vec![arg.clone()],
                ..call.clone()
            });
            self.localize(&mut op);
            match op {
                Op::Call(mut call) => match call.args.pop() {
                    Some(Arg::Receiver(place, _)) => Some(Arg::Ref(place)),
                    arg => arg.filter(|arg| !matches!(arg, Arg::RefMut(_))),
                },
                _ => None,
            }
        };
        call.args.iter().enumerate().map(input).collect()
    }

    /// A buffer for the adjoint of an argument.
    fn buffer(
        &mut self,
        arg: &Arg,
        input: Option<&Arg>,
        taken: &mut HashSet<Var>,
        span: Span,
    ) -> (Arg, Delivery) {
        match arg {
            Arg::Value(Rvalue::Atom(atom)) | Arg::RefValue(atom) => self.scalar_buffer(atom, span),
            Arg::Ref(place) | Arg::RefMut(place) | Arg::Value(Rvalue::Copy(place, _)) => {
                self.place_buffer(place, input, taken, span)
            }
            Arg::Receiver(place, _) => self.place_buffer(place, None, taken, span),
            Arg::Value(_) => unreachable!("aggregates are bound ahead of a call"),
        }
    }

    fn scalar_buffer(&mut self, atom: &Atom, span: Span) -> (Arg, Delivery) {
        let ty = self.func.atom_ty(atom);
        let zero = match prepare::zero(&ty) {
            Some(zero) => zero,
            None => {
                let primal = self.primal(atom);
                let copy = self.held(primal, ty.clone(), span);
                Rvalue::ZeroLike(Place::whole(copy))
            }
        };
        let buffer = self.temporary(zero, ty, span);
        let delivery = match self.facts.activity.atom(atom) {
            true => Delivery::Scalar(atom.clone(), buffer),
            false => Delivery::Nothing,
        };
        (Arg::RefMut(Place::whole(buffer)), delivery)
    }

    fn held(&mut self, atom: Atom, ty: Ty, span: Span) -> Var {
        let local = self.func.local("", ty);
        self.frame().out.push(Stmt::new(
            vec![local],
            Op::Init(Some(Rvalue::Atom(atom))),
            span,
        ));
        local
    }

    fn temporary(&mut self, zero: Rvalue, ty: Ty, span: Span) -> Var {
        let ty = if ty.is_differentiable() { ty } else { Ty::Unit };
        let buffer = self.func.local("__buffer", ty);
        self.frame()
            .out
            .push(Stmt::new(vec![buffer], Op::Init(Some(zero)), span));
        buffer
    }

    /// The adjoint itself serves, once for each variable: two `&mut` of one cannot be passed.
    fn place_buffer(
        &mut self,
        place: &Place,
        input: Option<&Arg>,
        taken: &mut HashSet<Var>,
        span: Span,
    ) -> (Arg, Delivery) {
        let ty = self.func.place_ty(place);
        if !ty.is_differentiable() {
            let buffer = self.temporary(Rvalue::NoTangent, Ty::Unit, span);
            return (Arg::RefMut(Place::whole(buffer)), Delivery::Nothing);
        }
        let adjoint = self.adjoint_place(place);
        if let Some(adjoint) = &adjoint {
            if taken.insert(place.base) {
                return (Arg::RefMut(adjoint.clone()), Delivery::Nothing);
            }
        }
        let zero = match (prepare::zero(&ty), input) {
            (Some(zero), _) => zero,
            (None, Some(Arg::Ref(place) | Arg::Value(Rvalue::Copy(place, _)))) => {
                Rvalue::ZeroLike(place.clone())
            }
            _ => Rvalue::ZeroLike(self.primal_place(place)),
        };
        let buffer_ty = match ty {
            Ty::Slice(item) => Ty::Vec(item),
            ty => ty,
        };
        let buffer = self.temporary(zero, buffer_ty, span);
        let delivery = adjoint.map_or(Delivery::Nothing, |adjoint| Delivery::Add(adjoint, buffer));
        (Arg::RefMut(Place::whole(buffer)), delivery)
    }

    fn delivered(&mut self, delivery: Delivery, span: Span) {
        match delivery {
            Delivery::Nothing => {}
            Delivery::Scalar(atom, buffer) => {
                self.contribute(&atom, Atom::Var(buffer), Sign::Plus, span);
            }
            Delivery::Add(place, buffer) => {
                self.push(Op::AddAssign(place, Place::whole(buffer)), span);
            }
        }
    }
}
