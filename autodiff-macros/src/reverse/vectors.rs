//! The adjoint of a vector that grows and shrinks.
//!
//! The adjoint of a vector has the length that the vector has at that point: what was pushed last is
//! taken from the adjoint, and what was popped is given back to it.

use proc_macro2::Span;

use crate::ir::{Copying, Op, Place, Rearrangement, Rvalue, Sign, Stmt, Ty, Var};
use crate::prepare;

use super::Reverse;

impl Reverse<'_> {
    pub(super) fn push_back(&mut self, to: &Place, value: &Rvalue, span: Span) {
        let Some(adjoint) = self.adjoint_place(to) else {
            return;
        };
        let item = self
            .func
            .place_ty(to)
            .item()
            .cloned()
            .unwrap_or(Ty::Unknown);
        if let Rvalue::Atom(atom) = value {
            let taken = self.bind("", item, Op::PopBack(adjoint), span);
            return self.contribute(atom, taken, Sign::Plus, span);
        }
        let taken = self.func.local("__taken", item.clone());
        let pop = Stmt::new(vec![taken], Op::PopBack(adjoint), span);
        self.frame().out.push(pop);
        self.rvalue(value, &Place::whole(taken), &item, span);
    }

    pub(super) fn pop_back(&mut self, bind: Var, from: &Place, span: Span) {
        let Some(to) = self.adjoint_place(from) else {
            return;
        };
        let ty = self.func.ty(bind);
        let value = match self.adjoint(bind) {
            Some(adjoint) => Rvalue::Copy(Place::whole(adjoint), Copying::Copy),
            None => prepare::zero(ty).unwrap_or(Rvalue::ZeroLike(Place::whole(bind))),
        };
        self.push(Op::PushBack(to, value), span);
    }

    /// The adjoint of an exchange is an exchange.
    pub(super) fn swap(&mut self, a: &Place, b: &Place, span: Span) {
        if let (Some(a), Some(b)) = (self.adjoint_place(a), self.adjoint_place(b)) {
            self.push(Op::Swap(a, b), span);
        }
    }

    /// The adjoints go back to where the elements came from.
    pub(super) fn rearrange(&mut self, place: &Place, how: &Rearrangement, span: Span) {
        let Some(adjoint) = self.adjoint_place(place) else {
            return;
        };
        let mut op = Op::Rearrange(adjoint, how.clone().inverse());
        self.localize(&mut op);
        self.push(op, span);
    }
}
