//! Forward mode: behind each statement, the one that computes its tangent.
//!
//! A variable that does not vary has no tangent; zero stands where one is asked for. A zero partial or
//! a zero tangent gives zero, whatever the other factor: as in the reverse sweep, what does not matter
//! cannot turn the result into NaN.

mod aggregate;
mod call;
mod primitive;

use std::collections::HashMap;

use proc_macro2::Span;

use crate::activity::Activity;
use crate::derivative::Tangent;
use crate::ir::{
    Atom, Block, Copying, Fun, Func, If, Loop, Op, Place, Query, Rearrangement, Role, Rvalue, Stmt,
    Ty, Var,
};
use crate::names;
use crate::prepare;

pub(crate) fn forward(mut func: Func, activity: &Activity) -> Tangent {
    let mut tangents = vec![];
    let mut known = HashMap::new();
    for param in func.params.clone() {
        let info = func.vars[param.var.0].clone();
        let tangent = func.var(
            &names::tangent(&info.name),
            info.ty.unsized_vec(),
            info.role,
        );
        tangents.push(tangent);
        if activity.is_varied(param.var) {
            known.insert(param.var, tangent);
        }
    }
    let mut body = func.body.clone();
    let result = func.result.clone();
    let result_ty = func.result_ty.clone();
    let mut forward = Forward {
        func: &mut func,
        activity,
        tangents: known,
        out: vec![],
    };
    body.stmts = forward.stmts(&body);
    let result = forward.rvalue(&result, &result_ty, Span::call_site());
    let late = std::mem::take(&mut forward.out);
    body.stmts.extend(late);
    func.body = body;
    Tangent {
        func,
        tangents,
        result,
    }
}

/// The variables that a value is made of.
fn operands(value: &Rvalue, visit: &mut dyn FnMut(Var)) {
    crate::ir::walk::parts::rvalue(value, &mut |part| match part {
        crate::ir::walk::Part::Atom(atom) => atom.var().into_iter().for_each(&mut *visit),
        crate::ir::walk::Part::Place(place, _) => visit(place.base),
    });
}

struct Forward<'a> {
    func: &'a mut Func,
    activity: &'a Activity,
    /// The tangent of each variable that varies, once it is bound.
    tangents: HashMap<Var, Var>,
    out: Vec<Stmt>,
}

impl Forward<'_> {
    fn stmts(&mut self, block: &Block) -> Vec<Stmt> {
        let outer = std::mem::take(&mut self.out);
        for stmt in &block.stmts {
            self.stmt(stmt);
        }
        std::mem::replace(&mut self.out, outer)
    }

    fn stmt(&mut self, stmt: &Stmt) {
        let span = stmt.span;
        match &stmt.op {
            Op::If(branch) => self.branch(&stmt.binds, branch, span),
            Op::Loop(each) => self.each(&stmt.binds, each, span),
            Op::Call(call)
                if self.activity.reads_varied(&stmt.op)
                    && (stmt.binds.iter().any(|bind| self.varies(*bind))
                        || self.call_varies(call)) =>
            {
                self.call(stmt, call, span);
            }
            Op::Call(_) if self.varies(stmt.binds[0]) => {
                self.out.push(stmt.clone());
                self.constant_result(stmt.binds[0], span);
            }
            Op::Write(to, value) if aggregate::builds(value) => {
                self.out.push(stmt.clone());
                self.built_in_place(to, value, span);
            }
            Op::Write(to, value) => {
                if let Some(tangent) = self.tangent_place(to) {
                    let ty = self.func.place_ty(to);
                    let value = self.rvalue(value, &ty, span);
                    self.push(Op::Write(tangent, value), span);
                }
                self.out.push(stmt.clone());
            }
            Op::Sort(sort) => self.sort(stmt, sort),
            Op::PushBack(to, value) => {
                if let Some(tangent) = self.tangent_place(to) {
                    let item = self.func.place_ty(to).item().cloned();
                    let value = self.rvalue(value, &item.unwrap_or(Ty::Unknown), span);
                    self.push(Op::PushBack(tangent, value), span);
                }
                self.out.push(stmt.clone());
            }
            _ => {
                self.out.push(stmt.clone());
                self.behind(stmt, span);
            }
        }
    }

    fn behind(&mut self, stmt: &Stmt, span: Span) {
        match &stmt.op {
            Op::Apply {
                rule: Some(rule),
                args,
                ..
            } if self.varies(stmt.binds[0]) => {
                self.primitive(stmt.binds[0], rule, args, span);
            }
            Op::Read(from) if self.varies(stmt.binds[0]) => {
                if let Some(tangent) = self.tangent_place(from) {
                    self.read(stmt.binds[0], from, tangent, span);
                }
            }
            Op::Init(Some(value)) if self.varies(stmt.binds[0]) && aggregate::builds(value) => {
                let tangent = self.tangent_of(stmt.binds[0], Role::Local);
                self.built(tangent, &Place::whole(stmt.binds[0]), value, span);
            }
            Op::PopBack(from) if self.varies(stmt.binds[0]) => {
                if let Some(from) = self.tangent_place(from) {
                    let role = self.func.vars[stmt.binds[0].0].role.clone();
                    let tangent = self.tangent_of(stmt.binds[0], role);
                    self.out
                        .push(Stmt::new(vec![tangent], Op::PopBack(from), span));
                }
            }
            Op::Swap(a, b) => {
                if let (Some(a), Some(b)) = (self.tangent_place(a), self.tangent_place(b)) {
                    self.push(Op::Swap(a, b), span);
                }
            }
            Op::Rearrange(place, how) => {
                if let Some(tangent) = self.tangent_place(place) {
                    self.push(Op::Rearrange(tangent, how.clone()), span);
                }
            }
            Op::Init(value) if self.varies(stmt.binds[0]) => {
                self.init(stmt.binds[0], value.as_ref(), span)
            }
            Op::Update(to, sign, atom) => {
                if let (Some(to), Some(tangent)) = (self.tangent_place(to), self.tangent(atom)) {
                    self.push(Op::Update(to, *sign, tangent), span);
                }
            }
            _ => {}
        }
    }

    fn sort(&mut self, stmt: &Stmt, sort: &Query) {
        let Some(tangent) = self.tangent_place(&sort.place) else {
            return self.out.push(stmt.clone());
        };
        let ty = Ty::Vec(Box::new(Ty::usize()));
        let order = self.func.local("__order", ty);
        let sort = Op::Sort(sort.clone());
        self.out.push(Stmt::new(vec![order], sort, stmt.span));
        let how = Rearrangement::Order(order);
        self.push(Op::Rearrange(tangent, how), stmt.span);
    }

    /// What a struct holds may be a constant of it, of which its tangent has nothing.
    fn read(&mut self, bind: Var, from: &Place, tangent: Place, span: Span) {
        let read = Op::Read(tangent);
        let seen = self.func.is_seen(from);
        let to = self.tangent_of(bind, Role::Value);
        if seen || !self.func.ty(bind).is_float() {
            return self.out.push(Stmt::new(vec![to], read, span));
        }
        let found = self.func.value("", Ty::Unknown);
        self.out.push(Stmt::new(vec![found], read, span));
        let op = Op::Apply {
            fun: Fun::Tangent,
            rule: None,
            args: vec![Atom::Var(found), Atom::Var(bind)],
        };
        self.out.push(Stmt::new(vec![to], op, span));
    }

    fn varies(&self, var: Var) -> bool {
        self.activity.is_varied(var)
    }

    fn push(&mut self, op: Op, span: Span) {
        self.out.push(Stmt::new(vec![], op, span));
    }

    /// The tangent of an operand, where it has one.
    fn tangent(&self, atom: &Atom) -> Option<Atom> {
        let tangent = self.tangents.get(&atom.var()?)?;
        Some(Atom::Var(*tangent))
    }

    fn tangent_of(&mut self, var: Var, role: Role) -> Var {
        if let Some(tangent) = self.tangents.get(&var) {
            return *tangent;
        }
        let name = match self.func.name(var) {
            "" => String::new(),
            name => names::tangent(name),
        };
        let ty = self.func.ty(var).clone();
        let tangent = self.func.var(&name, ty, role);
        self.tangents.insert(var, tangent);
        tangent
    }

    fn tangent_place(&self, place: &Place) -> Option<Place> {
        let base = *self.tangents.get(&place.base)?;
        Some(place.of_tangent(base))
    }

    fn tangent_or_zero(&self, atom: &Atom) -> Atom {
        let ty = self.func.atom_ty(atom);
        self.tangent(atom).unwrap_or_else(|| match ty {
            ty @ Ty::Float(_) => Atom::float("0.0", &ty),
            _ => Atom::Unit,
        })
    }

    fn apply(&mut self, name: &str, fun: Fun, args: Vec<Atom>, ty: Ty, span: Span) -> Var {
        let bind = self.func.value(name, ty);
        self.out.push(Stmt::new(
            vec![bind],
            Op::Apply {
                fun,
                rule: None,
                args,
            },
            span,
        ));
        bind
    }

    fn init(&mut self, local: Var, value: Option<&Rvalue>, span: Span) {
        let ty = self.func.ty(local).clone();
        let value = value.map(|value| self.rvalue(value, &ty, span));
        let tangent = self.tangent_of(local, Role::Local);
        self.out
            .push(Stmt::new(vec![tangent], Op::Init(value), span));
    }

    /// The tangent of what is written to a place.
    fn rvalue(&mut self, value: &Rvalue, ty: &Ty, span: Span) -> Rvalue {
        let item = ty.item().cloned().unwrap_or(Ty::Unknown);
        match value {
            Rvalue::Atom(atom) if !self.func.atom_ty(atom).is_differentiable() => Rvalue::NoTangent,
            Rvalue::Atom(none @ Atom::Const(_, Ty::Option(_))) => Rvalue::Atom(none.clone()),
            Rvalue::Atom(atom) => Rvalue::Atom(self.tangent_or_zero(atom)),
            Rvalue::Copy(from, copying) => match self.tangent_place(from) {
                Some(tangent) => Rvalue::Copy(tangent.clone(), self.copying(&tangent, *copying)),
                None => prepare::zero(&self.func.place_ty(from))
                    .unwrap_or(Rvalue::ZeroLike(from.clone())),
            },
            Rvalue::Array(items) => Rvalue::Array(self.rvalues(items, &item, span)),
            Rvalue::VecOf(items) => Rvalue::VecOf(self.rvalues(items, &item, span)),
            Rvalue::Tuple(items) => {
                let part = |nth: usize| match ty {
                    Ty::Tuple(items) => items.get(nth).cloned().unwrap_or(Ty::Unknown),
                    _ => Ty::Unknown,
                };
                let items = items.iter().enumerate();
                Rvalue::Tuple(
                    items
                        .map(|(nth, value)| self.rvalue(value, &part(nth), span))
                        .collect(),
                )
            }
            Rvalue::Boxed(value) => {
                let item = match ty {
                    Ty::Boxed(item) => (**item).clone(),
                    _ => Ty::Unknown,
                };
                Rvalue::Boxed(Box::new(self.rvalue(value, &item, span)))
            }
            Rvalue::Maybe(tag, value) => {
                let item = match ty {
                    Ty::Option(item) => (**item).clone(),
                    _ => Ty::Unknown,
                };
                Rvalue::Maybe(tag.clone(), Box::new(self.rvalue(value, &item, span)))
            }
            Rvalue::Repeat(value, len) => {
                Rvalue::Repeat(Box::new(self.rvalue(value, &item, span)), len.clone())
            }
            Rvalue::VecRepeat(value, len) => {
                Rvalue::VecRepeat(Box::new(self.rvalue(value, &item, span)), len.clone())
            }
            other => other.clone(),
        }
    }

    fn copying(&self, from: &Place, copying: Copying) -> Copying {
        match (copying, self.func.place_ty(from)) {
            (_, Ty::Slice(_) | Ty::Vec(_)) => Copying::ToVec,
            (copying, _) => copying,
        }
    }

    fn rvalues(&mut self, values: &[Rvalue], ty: &Ty, span: Span) -> Vec<Rvalue> {
        values
            .iter()
            .map(|value| self.rvalue(value, ty, span))
            .collect()
    }

    fn branch(&mut self, binds: &[Var], branch: &If, span: Span) {
        let mut then = branch.then.clone();
        let mut els = branch.els.clone();
        then.stmts = self.stmts(&branch.then);
        els.stmts = self.stmts(&branch.els);
        let mut all = binds.to_vec();
        for (nth, bind) in binds.iter().enumerate() {
            if self.varies(*bind) {
                then.yields.push(self.yielded(&branch.then, nth, *bind));
                els.yields.push(self.yielded(&branch.els, nth, *bind));
                all.push(self.tangent_of(*bind, Role::Value));
            }
        }
        let op = Op::If(If {
            cond: branch.cond.clone(),
            then,
            els,
        });
        self.out.push(Stmt::new(all, op, span));
    }

    fn yielded(&self, block: &Block, nth: usize, bind: Var) -> Atom {
        let zero = Atom::float("0.0", self.func.ty(bind));
        block
            .yields
            .get(nth)
            .and_then(|atom| self.tangent(atom))
            .unwrap_or(zero)
    }

    fn each(&mut self, binds: &[Var], each: &Loop, span: Span) {
        let mut tangent = each.clone();
        let mut all: Vec<Var> = binds.to_vec();
        let mut varied = vec![];
        for (nth, (param, init)) in each.carried.iter().enumerate() {
            if self.varies(*param) {
                let init = self.tangent_or_zero(init);
                let param = self.tangent_of(*param, Role::Value);
                tangent.carried.push((param, init));
                varied.push(nth);
            }
        }
        if let crate::ir::Head::While(cond) = &mut tangent.head {
            cond.stmts = self.stmts(&cond.clone());
        }
        tangent.body.stmts = self.stmts(&each.body);
        for nth in varied {
            let next = &each.body.yields[nth];
            let next = self.tangent_or_zero(next);
            tangent.body.yields.push(next);
            all.push(self.tangent_of(binds[nth], Role::Value));
        }
        self.out.push(Stmt::new(all, Op::Loop(tangent), span));
    }
}
