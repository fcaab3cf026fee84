//! The adjoint of storage.
//!
//! # Note: kill
//!
//! What is overwritten has no influence any more: its adjoint is taken, then set to zero, and only
//! then passed on. In this order an assignment may read what it writes.

use proc_macro2::Span;

use crate::ir::walk::{Part, parts};
use crate::ir::{
    Atom, Block, Copying, Head, Loop, Op, Place, Proj, Range, Role, Rvalue, Sign, Stmt, Ty, Var,
};
use crate::names;
use crate::prepare;

use super::Reverse;

impl Reverse<'_> {
    /// Zero adjoints of the storage that a block declares.
    pub(super) fn storage(&mut self, block: &Block, span: Span) {
        for stmt in &block.stmts {
            let binds = match &stmt.op {
                Op::Init(_) | Op::PopBack(_) => &stmt.binds[..],
                Op::Call(_) => &stmt.binds[..1],
                _ => &[],
            };
            for local in binds {
                let is_local = matches!(self.func.vars[local.0].role, Role::Local);
                let known = self.adjoints.contains_key(local);
                if is_local && !known && self.facts.activity.is_active(*local) {
                    self.zero(*local, span);
                }
            }
        }
    }

    fn zero(&mut self, local: Var, span: Span) {
        let ty = self.func.ty(local).clone();
        let zero = match (
            self.facts.extras.len.get(&local),
            self.facts.extras.zero.get(&local),
        ) {
            (Some(len), _) => {
                let item = ty.item().cloned().unwrap_or(Ty::Unknown);
                let zero = Rvalue::Atom(Atom::float("0.0", &item));
                Rvalue::VecRepeat(Box::new(zero), self.primal(&Atom::Var(*len)))
            }
            (_, Some(kept)) => Rvalue::Copy(Place::whole(*kept), Copying::Clone),
            _ => prepare::zero(&ty).unwrap_or(Rvalue::ZeroLike(Place::whole(local))),
        };
        let name = names::adjoint(self.func.name(local));
        let adjoint = self.func.local(&name, ty);
        self.adjoints.insert(local, adjoint);
        self.frame()
            .out
            .push(Stmt::new(vec![adjoint], Op::Init(Some(zero)), span));
    }

    /// The place of the adjoint; `None` where it has none.
    pub(super) fn adjoint_place(&self, place: &Place) -> Option<Place> {
        if !self.facts.activity.is_active(place.base) {
            return None;
        }
        let base = self.adjoint(place.base)?;
        Some(self.primal_place(place).of_tangent(base))
    }

    pub(super) fn read(&mut self, bind: Var, from: &Place, span: Span) {
        let (Some(adjoint), Some(to)) = (self.adjoint(bind), self.adjoint_place(from)) else {
            return;
        };
        self.push(Op::Update(to, Sign::Plus, Atom::Var(adjoint)), span);
    }

    pub(super) fn init(&mut self, local: Var, value: &Rvalue, span: Span) {
        if let Some(adjoint) = self.adjoint_place(&Place::whole(local)) {
            let ty = self.func.ty(local).clone();
            self.rvalue(value, &adjoint, &ty, span);
        }
    }

    pub(super) fn write(&mut self, to: &Place, value: &Rvalue, span: Span) {
        let Some(adjoint) = self.adjoint_place(to) else {
            return;
        };
        let ty = self.func.place_ty(to);
        let mut reads_itself = false;
        parts::rvalue(value, &mut |part| {
            if let Part::Place(place, _) = part {
                reads_itself |= place.base == to.base;
            }
        });
        if let Rvalue::Atom(atom) = value {
            let taken = self.facts.activity.atom(atom).then(|| {
                let ty = self.func.atom_ty(atom);
                self.bind("", ty, Op::Read(adjoint.clone()), span)
            });
            self.clear(&adjoint, &ty, span);
            if let Some(taken) = taken {
                self.contribute(atom, taken, Sign::Plus, span);
            }
        } else if reads_itself {
            let taken = self.func.local("__taken", ty.clone());
            let take = Op::Init(Some(Rvalue::Take(adjoint)));
            self.frame().out.push(Stmt::new(vec![taken], take, span));
            self.rvalue(value, &Place::whole(taken), &ty, span);
        } else {
            self.rvalue(value, &adjoint, &ty, span);
            self.clear(&adjoint, &ty, span);
        }
    }

    /// A write that may change a size: the adjoint is taken, made as large as what was replaced, and
    /// then passed on.
    pub(super) fn replaced(&mut self, to: &Place, value: &Rvalue, size: Var, span: Span) {
        let Some(adjoint) = self.adjoint_place(to) else {
            return;
        };
        let ty = self.func.place_ty(to);
        let taken = self.func.local("__taken", ty.clone());
        let take = Op::Init(Some(Rvalue::Take(adjoint.clone())));
        self.frame().out.push(Stmt::new(vec![taken], take, span));
        if self.func.ty(size).is_scalar() {
            let len = self.primal(&Atom::Var(size));
            self.push(Op::Resize(adjoint, len), span);
        } else {
            let zero = Rvalue::Copy(Place::whole(size), Copying::Clone);
            self.push(Op::Write(adjoint, zero), span);
        }
        self.rvalue(value, &Place::whole(taken), &ty, span);
    }

    fn clear(&mut self, place: &Place, ty: &Ty, span: Span) {
        let op = match ty {
            Ty::Float(_) => Op::Write(place.clone(), Rvalue::Atom(Atom::float("0.0", ty))),
            _ => Op::Clear(place.clone()),
        };
        self.push(op, span);
    }

    pub(super) fn update(&mut self, to: &Place, sign: Sign, atom: &Atom, span: Span) {
        let Some(adjoint) = self.adjoint_place(to) else {
            return;
        };
        if self.facts.activity.atom(atom) {
            let ty = self.func.atom_ty(atom);
            let read = self.bind("", ty, Op::Read(adjoint), span);
            self.contribute(atom, read, sign, span);
        }
    }

    /// Passes the adjoint of a place on to what was written there.
    pub(super) fn rvalue(&mut self, value: &Rvalue, adjoint: &Place, ty: &Ty, span: Span) {
        let item = ty.item().cloned().unwrap_or(Ty::Unknown);
        match value {
            Rvalue::Atom(atom) if self.facts.activity.atom(atom) => {
                let ty = self.func.atom_ty(atom);
                let read = self.bind("", ty, Op::Read(adjoint.clone()), span);
                self.contribute(atom, read, Sign::Plus, span);
            }
            Rvalue::Copy(from, _) => {
                if let Some(to) = self.adjoint_place(from) {
                    self.push(Op::AddAssign(to, adjoint.clone()), span);
                }
            }
            Rvalue::Array(items) | Rvalue::VecOf(items) => {
                for (nth, value) in items.iter().enumerate() {
                    let part = adjoint.then(Proj::Index(Atom::int(nth)));
                    self.rvalue(value, &part, &item, span);
                }
            }
            Rvalue::Tuple(items) => {
                for (nth, value) in items.iter().enumerate() {
                    let part = adjoint.then(Proj::Field(syn::Member::Unnamed(nth.into())));
                    let ty = match ty {
                        Ty::Tuple(items) => items.get(nth).cloned().unwrap_or(Ty::Unknown),
                        _ => Ty::Unknown,
                    };
                    self.rvalue(value, &part, &ty, span);
                }
            }
            Rvalue::Struct(of) => self.structure(of, adjoint, span),
            Rvalue::Boxed(value) => {
                let item = match ty {
                    Ty::Boxed(item) => (**item).clone(),
                    _ => Ty::Unknown,
                };
                self.rvalue(value, &adjoint.then(Proj::Deref), &item, span);
            }
            Rvalue::Maybe(_, value) => self.maybe(value, adjoint, ty, span),
            Rvalue::Repeat(value, _) | Rvalue::VecRepeat(value, _) => {
                self.repeated(value, adjoint, &item, span);
            }
            _ => {}
        }
    }

    /// `[value; n]`: the sum of the adjoints.
    fn repeated(&mut self, value: &Rvalue, adjoint: &Place, item: &Ty, span: Span) {
        let mut active = false;
        parts::rvalue(value, &mut |part| match part {
            Part::Atom(atom) => active |= self.facts.activity.atom(atom),
            Part::Place(place, _) => active |= self.facts.activity.is_active(place.base),
        });
        if !active {
            return;
        }
        let len = self.bind("", Ty::usize(), Op::Len(adjoint.clone()), span);
        let index = self.func.value("__k", Ty::usize());
        let part = adjoint.then(Proj::Index(Atom::Var(index)));
        self.frames.push(super::Frame {
            of: None,
            out: vec![],
        });
        self.rvalue(value, &part, item, span);
        let out = self.frames.pop().map_or(vec![], |frame| frame.out);
        let body = self.func.block(out, vec![]);
        let range = Range::up_to(len);
        let op = Op::Loop(Loop::plain(Head::For { index, range }, body));
        self.push(op, span);
    }
}
