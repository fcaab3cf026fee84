//! Sums in several lanes, so that an addition need not wait for the one before.

use std::collections::HashMap;

use quote::quote;

use crate::ir::walk::{PartMut, parts_mut};
use crate::ir::{Atom, Fun, Len, Op, Place, Proj, Rvalue, Sign, Stmt, Ty, Var};

use super::apart::Parts;
use super::build::{counted, guarded, slice, sum};
use super::write::View;

const LANES: usize = 4;

/// Loops for what is added to local numbers; whether they go over slices.
pub(super) fn sums(parts: &mut Parts, sums: &[usize], count: &Atom) -> (Vec<Stmt>, bool) {
    let (lo, hi) = (parts.straight.lo.clone(), parts.straight.hi.clone());
    let mut writer = parts.writer(lo.clone(), Some(count.clone()));
    writer.effects(sums);
    if writer.views.is_empty() {
        return (parts.plain(sums, lo, hi), false);
    }
    let (mut out, body) = (
        std::mem::take(&mut writer.ahead),
        std::mem::take(&mut writer.body),
    );
    let old = Old {
        index: writer.index,
        views: std::mem::take(&mut writer.views),
        absolute: std::mem::take(&mut writer.absolute),
        body,
    };
    let span = parts.span;
    let full = parts.func.integer(
        Fun::Binary("/"),
        vec![count.clone(), Atom::int(LANES)],
        &mut out,
        span,
    );
    let done = parts.func.integer(
        Fun::Binary("*"),
        vec![full.clone(), Atom::int(LANES)],
        &mut out,
        span,
    );
    let blocks = Lanes { parts, old: &old }.blocks(full.clone());
    out.extend(guarded(parts.func, Atom::int(0), full, blocks, span));
    out.push(counted(
        parts.func,
        old.index,
        done,
        count.clone(),
        old.body,
        span,
    ));
    (out, true)
}

/// The loop without lanes.
struct Old {
    index: Var,
    views: Vec<View>,
    absolute: Vec<Var>,
    body: Vec<Stmt>,
}

struct Lanes<'a, 'b> {
    parts: &'a mut Parts<'b>,
    old: &'a Old,
}

impl Lanes<'_, '_> {
    fn blocks(&mut self, full: Atom) -> Vec<Stmt> {
        let span = self.parts.span;
        let (mut out, mut arrays) = (vec![], HashMap::new());
        for stmt in &self.old.body {
            if let Op::Update(to, ..) = &stmt.op {
                arrays
                    .entry(to.base)
                    .or_insert_with(|| self.array(to.base, &mut out));
            }
        }
        let func = &mut *self.parts.func;
        let (block, lane) = (
            func.value("__block", Ty::usize()),
            func.value("__lane", Ty::usize()),
        );
        let mut body = vec![];
        let args = vec![Atom::Var(block), Atom::int(LANES)];
        let at = func.integer(Fun::Binary("*"), args, &mut body, span);
        let mut bases = HashMap::new();
        for view in &self.old.views {
            let stmt = slice(
                func,
                Place::whole(view.var),
                at.clone(),
                Atom::int(LANES),
                false,
                span,
            );
            bases.insert(view.var, stmt.binds[0]);
            body.push(stmt);
        }
        let inner = self.lane(lane, &at, &bases, &arrays);
        let func = &mut *self.parts.func;
        body.push(counted(
            func,
            lane,
            Atom::int(0),
            Atom::int(LANES),
            inner,
            span,
        ));
        out.push(counted(func, block, Atom::int(0), full, body, span));
        let mut arrays: Vec<(Var, Var)> = arrays.into_iter().collect();
        arrays.sort();
        for (to, array) in arrays {
            out.push(self.total(to, array));
        }
        out
    }

    /// A sum for each lane.
    fn array(&mut self, of: Var, out: &mut Vec<Stmt>) -> Var {
        let ty = self.parts.func.ty(of).clone();
        let zero = Rvalue::Atom(Atom::float("0.0", &ty));
        let lanes = proc_macro2::Literal::usize_unsuffixed(LANES);
        let len = Len(Some(quote!(#lanes)));
        let name = format!("{}s", self.parts.func.name(of));
        let array = self
            .parts
            .func
            .local(&name, Ty::Array(Box::new(ty), len.clone()));
        let init = Op::Init(Some(Rvalue::Repeat(Box::new(zero), len)));
        out.push(Stmt::new(vec![array], init, self.parts.span));
        array
    }

    fn lane(
        &mut self,
        lane: Var,
        at: &Atom,
        bases: &HashMap<Var, Var>,
        arrays: &HashMap<Var, Var>,
    ) -> Vec<Stmt> {
        let mut out = vec![];
        let mut names = HashMap::new();
        names.insert(self.old.index, Atom::Var(lane));
        for stmt in &self.old.body {
            let mut stmt = stmt.clone();
            if stmt
                .binds
                .iter()
                .any(|bind| self.old.absolute.contains(bind))
            {
                let span = self.parts.span;
                let within = sum(self.parts.func, &mut out, at.clone(), Atom::Var(lane), span);
                let mut names = names.clone();
                names.insert(self.old.index, within);
                renamed(&mut stmt.op, &names, bases);
            } else {
                renamed(&mut stmt.op, &names, bases);
            }
            if let Op::Update(to, ..) = &mut stmt.op {
                if let Some(array) = arrays.get(&to.base) {
                    *to = Place::whole(*array).then(Proj::Index(Atom::Var(lane)));
                }
            }
            for bind in &mut stmt.binds {
                let ty = self.parts.func.ty(*bind).clone();
                let new = self.parts.func.value("", ty);
                names.insert(*bind, Atom::Var(new));
                *bind = new;
            }
            out.push(stmt);
        }
        out
    }

    /// Adds up the lanes.
    fn total(&mut self, to: Var, array: Var) -> Stmt {
        let span = self.parts.span;
        let func = &mut *self.parts.func;
        let (lane, ty) = (func.value("__lane", Ty::usize()), func.ty(to).clone());
        let term = func.value("", ty);
        let read = Op::Read(Place::whole(array).then(Proj::Index(Atom::Var(lane))));
        let body = vec![
            Stmt::new(vec![term], read, span),
            Stmt::new(
                vec![],
                Op::Update(Place::whole(to), Sign::Plus, Atom::Var(term)),
                span,
            ),
        ];
        counted(func, lane, Atom::int(0), Atom::int(LANES), body, span)
    }
}

fn renamed(op: &mut Op, names: &HashMap<Var, Atom>, bases: &HashMap<Var, Var>) {
    parts_mut::op(op, &mut |part| match part {
        PartMut::Atom(atom) => {
            if let Some(new) = atom.var().and_then(|var| names.get(&var)) {
                *atom = new.clone();
            }
        }
        PartMut::Place(place, _) => {
            if let Some(base) = bases.get(&place.base) {
                place.base = *base;
            }
        }
    });
    if let Op::Fetch { tape, .. } = op {
        if let Some(base) = bases.get(tape) {
            *tape = *base;
        }
    }
}
