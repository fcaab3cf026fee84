//! The adjoint of structs, variants and options that are built: what reaches a field passes on to
//! what the field was given.

use proc_macro2::Span;

use crate::ir::walk::{Part, parts};
use crate::ir::{If, Op, Pattern, Place, Proj, Rvalue, Struct, Ty};

use super::{Frame, Reverse};

impl Reverse<'_> {
    pub(super) fn structure(&mut self, of: &Struct, adjoint: &Place, span: Span) {
        if of.is_error() {
            return;
        }
        for (member, value) in &of.fields {
            let part = adjoint.then(of.field(member));
            let part = part.of_tangent(part.base);
            self.rvalue(value, &part, &Ty::Unknown, span);
        }
        let Some(base) = of.base.as_ref().and_then(|base| self.adjoint_place(base)) else {
            return;
        };
        for (member, value) in &of.fields {
            if !self.is_constant(value) {
                self.push(Op::Clear(adjoint.then(of.field(member))), span);
            }
        }
        self.push(Op::AddAssign(base, adjoint.clone()), span);
    }

    /// Whether what is written is of a type without derivatives.
    fn is_constant(&self, value: &Rvalue) -> bool {
        let mut constant = true;
        parts::rvalue(value, &mut |part| {
            constant &= match part {
                Part::Atom(atom) => !self.func.atom_ty(atom).is_differentiable(),
                Part::Place(place, _) => !self.func.place_ty(place).is_differentiable(),
            };
        });
        constant
    }

    /// An option's adjoint is none where the option is, or where it is zero.
    pub(super) fn maybe(&mut self, value: &Rvalue, adjoint: &Place, ty: &Ty, span: Span) {
        let item = match ty {
            Ty::Option(item) => (**item).clone(),
            _ => Ty::Unknown,
        };
        self.frames.push(Frame {
            of: None,
            out: vec![],
        });
        self.rvalue(value, &adjoint.then(Proj::some(span)), &item, span);
        let out = self.frames.pop().map_or(vec![], |frame| frame.out);
        if out.is_empty() {
            return;
        }
        let test = Op::Test(adjoint.clone(), Pattern::Present);
        let cond = self.bind("", Ty::Bool, test, span);
        let then = self.func.block(out, vec![]);
        let els = self.func.block(vec![], vec![]);
        self.push(Op::If(If { cond, then, els }), span);
    }
}
