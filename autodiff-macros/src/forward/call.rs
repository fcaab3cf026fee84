//! The tangent of a call: the callee's forward mode, which gets the tangents of its arguments.

use proc_macro2::Span;

use crate::ir::{Arg, Call, Changes, Mode, Op, Place, Role, Rvalue, Stmt, Ty, Var};
use crate::prepare;

use super::Forward;

impl Forward<'_> {
    /// What is made of constants, and changes later, has no tangent yet.
    pub(super) fn constant_result(&mut self, result: Var, span: Span) {
        let info = self.func.vars[result.0].clone();
        let zero = prepare::zero(&info.ty).unwrap_or(Rvalue::ZeroLike(Place::whole(result)));
        let tangent = self.tangent_of(result, Role::Local);
        let op = Op::Init(Some(zero));
        self.out.push(Stmt::new(vec![tangent], op, span));
    }

    pub(super) fn call_varies(&self, call: &Call) -> bool {
        call.args.iter().any(|arg| match arg {
            Arg::RefMut(place) | Arg::Receiver(place, Changes::Maybe) => self.varies(place.base),
            _ => false,
        })
    }

    pub(super) fn call(&mut self, stmt: &Stmt, call: &Call, span: Span) {
        let mut tangents = vec![];
        for arg in &call.args {
            tangents.push(self.argument(arg, span));
        }
        let result = stmt.binds[0];
        let role = self.func.vars[result.0].role.clone();
        let tangent = self.tangent_of(result, role);
        let op = Op::Call(Call {
            mode: Mode::Tangent,
            tangents,
            ..call.clone()
        });
        self.out.push(Stmt::new(vec![result, tangent], op, span));
    }

    /// The tangent of an argument: of the argument's own kind, or nothing where it is constant.
    fn argument(&mut self, arg: &Arg, span: Span) -> Arg {
        match arg {
            Arg::Value(value) => {
                let ty = self.argument_ty(value);
                Arg::Value(self.rvalue(value, &ty, span))
            }
            Arg::RefValue(atom) if !self.func.atom_ty(atom).is_differentiable() => {
                Arg::Value(Rvalue::NoTangent)
            }
            Arg::RefValue(atom) => Arg::RefValue(self.tangent_or_zero(atom)),
            Arg::Ref(place) | Arg::RefMut(place) | Arg::Receiver(place, _) => {
                if !self.func.place_ty(place).is_differentiable() {
                    return Arg::Value(Rvalue::NoTangent);
                }
                let tangent = self
                    .tangent_place(place)
                    .unwrap_or_else(|| self.zeros(place, span));
                match arg {
                    Arg::Ref(_) | Arg::Receiver(_, Changes::Never) => Arg::Ref(tangent),
                    _ => Arg::RefMut(tangent),
                }
            }
        }
    }

    fn argument_ty(&self, value: &Rvalue) -> Ty {
        match value {
            Rvalue::Atom(atom) => self.func.atom_ty(atom),
            Rvalue::Copy(place, _) => self.func.place_ty(place),
            _ => Ty::Unknown,
        }
    }

    fn zeros(&mut self, place: &Place, span: Span) -> Place {
        let ty = self.func.place_ty(place);
        let zero = prepare::zero(&ty).unwrap_or(Rvalue::ZeroLike(place.clone()));
        let ty = match ty {
            Ty::Slice(item) => Ty::Vec(item),
            ty => ty,
        };
        let local = self.func.local("", ty);
        self.out
            .push(Stmt::new(vec![local], Op::Init(Some(zero)), span));
        Place::whole(local)
    }
}
