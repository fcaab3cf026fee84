//! The tangent of structs and variants that are built.
//!
//! The type of a struct's tangent has no name here: it begins as the zero tangent of what was built,
//! and its fields are written one by one.

use proc_macro2::Span;

use crate::ir::{Op, Place, Proj, Role, Rvalue, Stmt, Ty, Var};

use super::Forward;

impl Forward<'_> {
    /// The tangent of what a place has just been given; what the tangent reads is as it was.
    pub(super) fn built_in_place(&mut self, to: &Place, value: &Rvalue, span: Span) {
        let Some(tangent) = self.tangent_place(to) else {
            return;
        };
        let ty = self.func.place_ty(to);
        let new = self.func.var("", ty, Role::Local);
        self.built(new, to, value, span);
        let value = Rvalue::Copy(Place::whole(new), crate::ir::Copying::Copy);
        self.push(Op::Write(tangent, value), span);
    }

    /// Declares the tangent of what stands in `primal`.
    pub(super) fn built(&mut self, tangent: Var, primal: &Place, value: &Rvalue, span: Span) {
        let zero = Op::Init(Some(Rvalue::ZeroLike(primal.clone())));
        self.out.push(Stmt::new(vec![tangent], zero, span));
        self.fill(&Place::whole(tangent), value, span);
    }

    fn fill(&mut self, to: &Place, value: &Rvalue, span: Span) {
        match value {
            Rvalue::Struct(of) if of.is_error() => {}
            Rvalue::Struct(of) => {
                if let Some(base) = of.base.as_ref().and_then(|base| self.tangent_place(base)) {
                    self.push(Op::AddAssign(to.clone(), base), span);
                }
                for (member, value) in &of.fields {
                    let part = to.then(of.field(member));
                    let part = part.of_tangent(part.base);
                    self.field(&part, value, of.base.is_some(), span);
                }
            }
            Rvalue::Array(items) | Rvalue::VecOf(items) => {
                for (nth, value) in items.iter().enumerate() {
                    let part = to.then(Proj::Index(crate::ir::Atom::int(nth)));
                    self.fill(&part, value, span);
                }
            }
            Rvalue::Tuple(items) => {
                for (nth, value) in items.iter().enumerate() {
                    let part = to.then(Proj::Field(nth.into()));
                    self.fill(&part, value, span);
                }
            }
            Rvalue::Boxed(value) => self.fill(&to.then(Proj::Deref), value, span),
            value => self.field(to, value, false, span),
        }
    }

    /// A field that holds zero, or what it has from the base.
    fn field(&mut self, to: &Place, value: &Rvalue, replaces: bool, span: Span) {
        if builds(value) {
            if replaces {
                self.push(Op::Clear(to.clone()), span);
            }
            return self.fill(to, value, span);
        }
        if self.is_varied(value) || (replaces && self.may_vary(value)) {
            let value = self.rvalue(value, &Ty::Unknown, span);
            self.push(Op::Write(to.clone(), value), span);
        }
    }

    fn is_varied(&self, value: &Rvalue) -> bool {
        let mut varied = false;
        super::operands(value, &mut |var| varied |= self.varies(var));
        varied
    }

    /// Whether what is written may have a tangent at all.
    fn may_vary(&self, value: &Rvalue) -> bool {
        match value {
            Rvalue::Atom(atom) => self.func.atom_ty(atom).is_differentiable(),
            Rvalue::Copy(place, _) => self.func.place_ty(place).is_differentiable(),
            _ => true,
        }
    }
}

/// Whether a struct or a variant is built, at any depth. `lower` binds those that are repeated, or
/// stand in an option, ahead.
pub(super) fn builds(value: &Rvalue) -> bool {
    match value {
        Rvalue::Struct(_) => true,
        Rvalue::Array(items) | Rvalue::VecOf(items) | Rvalue::Tuple(items) => {
            items.iter().any(builds)
        }
        Rvalue::Boxed(item) => builds(item),
        _ => false,
    }
}
