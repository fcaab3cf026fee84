//! A loop that goes through a sequence with more than one element in view carries them along.
//!
//! # Note: neighbours
//!
//! Where an iteration adds to `x_adj[i]` and to `x_adj[i + 1]`, the next one finds in memory what this
//! one has just written there, and waits for it. An element that stays in view from one iteration to
//! the next stays in a variable: it is loaded when it comes into view, and stored when it leaves.
//! Each element in between is looked at anyway, so that nothing is reached that was not.

use std::collections::{HashMap, HashSet};

use proc_macro2::Span;

use crate::ir::walk::{Part, parts};
use crate::ir::{
    Adaptor, Atom, Block, Fun, Func, Head, If, Loop, Op, Place, Proj, Rvalue, Stmt, Ty, Var,
};

use super::Scope;
use super::build::index;

/// The most elements that are carried.
const WIDE: i64 = 3;

pub(super) fn block(scope: &mut Scope, block: &mut Block) {
    let mut out = vec![];
    for mut stmt in std::mem::take(&mut block.stmts) {
        for inner in stmt.op.blocks_mut() {
            self::block(scope, inner);
        }
        match windows(scope, &stmt) {
            Some(stmts) => out.extend(stmts),
            None => out.push(stmt),
        }
    }
    block.stmts = out;
}

/// The loop with all windows that there are.
fn windows(scope: &mut Scope, stmt: &Stmt) -> Option<Vec<Stmt>> {
    let Op::Loop(each) = &stmt.op else {
        return None;
    };
    let found = Neighbours::of(scope, each)?;
    let inits = each.carried.iter().map(|(_, init)| init.clone()).collect();
    let mut each = each.clone();
    let (mut inner, mut behind) = (vec![], vec![]);
    let mut binds = vec![];
    for bind in &stmt.binds {
        let (name, ty) = (
            scope.func.name(*bind).to_owned(),
            scope.func.ty(*bind).clone(),
        );
        binds.push(scope.func.value(&name, ty));
    }
    let yields = binds.iter().copied().map(Atom::Var).collect();
    for (base, offsets) in &found.bases {
        let mut window = Window::new(scope.func, *base, offsets, &found, stmt.span);
        window.open(&mut inner);
        window.slide(&mut each);
        window.close(&mut binds, &mut behind);
    }
    inner.push(Stmt::new(binds, Op::Loop(each), stmt.span));
    inner.append(&mut behind);
    Some(where_it_runs(
        scope.func,
        stmt,
        found.bounds,
        [yields, inits],
        inner,
    ))
}

/// What is reached ahead of a loop is there only where the loop runs.
fn where_it_runs(
    func: &mut Func,
    stmt: &Stmt,
    (lo, hi): (Atom, Atom),
    [yields, inits]: [Vec<Atom>; 2],
    inner: Vec<Stmt>,
) -> Vec<Stmt> {
    let cond = func.value("", Ty::Bool);
    let less = Op::Apply {
        fun: Fun::Binary("<"),
        rule: None,
        args: vec![lo, hi],
    };
    let branch = If {
        cond: Atom::Var(cond),
        then: func.block(inner, yields),
        els: func.block(vec![], inits),
    };
    vec![
        Stmt::new(vec![cond], less, stmt.span),
        Stmt::new(stmt.binds.clone(), Op::If(branch), stmt.span),
    ]
}

/// The bases of which a loop looks at neighbours, and how far from its index.
struct Neighbours {
    index: Var,
    bounds: (Atom, Atom),
    reversed: bool,
    bases: Vec<(Var, Vec<i64>)>,
}

impl Neighbours {
    fn of(scope: &Scope, each: &Loop) -> Option<Neighbours> {
        let Head::For { index, range } = &each.head else {
            return None;
        };
        let reversed = match range.adaptors[..] {
            [] => false,
            [Adaptor::Rev] => true,
            _ => return None,
        };
        let counted = *scope.func.ty(*index) == Ty::usize() && !range.inclusive;
        if !counted || each.until.is_some() || each.counts {
            return None;
        }
        let mut views = Views::of(scope.func, *index, &each.body);
        let mut bases = vec![];
        for (base, offsets) in std::mem::take(&mut views.offsets) {
            let Some(mut offsets) = offsets else { continue };
            offsets.sort_unstable();
            offsets.dedup();
            let wide = offsets[offsets.len() - 1] - offsets[0];
            let changes = views.changed.contains(&base);
            if (scope.is_adjoint)(base) && changes && (1..=WIDE).contains(&wide) {
                bases.push((base, offsets));
            }
        }
        bases.sort();
        (!bases.is_empty()).then(|| Neighbours {
            index: *index,
            bounds: (range.lo.clone(), range.hi.clone()),
            reversed,
            bases,
        })
    }
}

/// How far from the index each base is looked at; `None` where it is used in another way.
struct Views<'a> {
    func: &'a Func,
    shifts: HashMap<Var, i64>,
    offsets: HashMap<Var, Option<Vec<i64>>>,
    changed: HashSet<Var>,
}

impl Views<'_> {
    fn of<'a>(func: &'a Func, index: Var, body: &Block) -> Views<'a> {
        let mut views = Views {
            func,
            shifts: HashMap::from([(index, 0)]),
            offsets: HashMap::new(),
            changed: HashSet::new(),
        };
        for stmt in &body.stmts {
            views.shift(stmt);
            views.stmt(stmt);
            for block in stmt.op.blocks() {
                block.each_stmt(&mut |stmt| views.lost(stmt));
            }
        }
        views
    }

    /// `i + 1`, `i - 1`
    fn shift(&mut self, stmt: &Stmt) {
        let Op::Apply {
            fun: Fun::Binary(symbol @ ("+" | "-")),
            args,
            ..
        } = &stmt.op
        else {
            return;
        };
        let [Atom::Var(var), Atom::Lit(lit)] = &args[..] else {
            return;
        };
        let number = lit.text.parse::<i64>().ok();
        if let (Some(shift), Some(number)) = (self.shifts.get(var), number) {
            let sign = if *symbol == "+" { 1 } else { -1 };
            self.shifts.insert(stmt.binds[0], shift + sign * number);
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        let viewed = viewed(&stmt.op).and_then(|place| Some((place.base, self.offset(place)?)));
        let mut seen = 0;
        parts::op(&stmt.op, &mut |part| {
            if let Part::Place(place, _) = part {
                seen += usize::from(viewed.is_some_and(|(base, _)| base == place.base));
            }
        });
        match viewed {
            Some((base, offset)) if seen == 1 => {
                let offsets = self.offsets.entry(base).or_insert(Some(vec![]));
                if let Some(offsets) = offsets {
                    offsets.push(offset);
                }
                if !matches!(stmt.op, Op::Read(_)) {
                    self.changed.insert(base);
                }
                self.others(stmt, Some(base));
            }
            _ => self.others(stmt, None),
        }
    }

    fn offset(&self, place: &Place) -> Option<i64> {
        let [Proj::Index(Atom::Var(at))] = &place.path[..] else {
            return None;
        };
        let float = self.func.place_ty(place).is_float();
        self.shifts.get(at).copied().filter(|_| float)
    }

    fn lost(&mut self, stmt: &Stmt) {
        self.others(stmt, None);
    }

    fn others(&mut self, stmt: &Stmt, but: Option<Var>) {
        self.offsets
            .extend(stmt.binds.iter().map(|bind| (*bind, None)));
        parts::op(&stmt.op, &mut |part| match part {
            Part::Place(place, _) if Some(place.base) != but => {
                self.offsets.insert(place.base, None);
            }
            _ => {}
        });
    }
}

/// The place of which a statement looks at one element.
fn viewed(op: &Op) -> Option<&Place> {
    match op {
        Op::Read(place) | Op::Update(place, ..) | Op::Write(place, Rvalue::Atom(_)) => Some(place),
        _ => None,
    }
}

struct Window<'a> {
    func: &'a mut Func,
    base: Var,
    found: &'a Neighbours,
    /// The variables of the elements in view, and how far they are from the index.
    locals: Vec<(i64, Var)>,
    /// What is carried, by the distance from the index at the start of an iteration.
    carried: Vec<(i64, Var, Atom)>,
    span: Span,
}

impl<'a> Window<'a> {
    fn new(
        func: &'a mut Func,
        base: Var,
        offsets: &[i64],
        found: &'a Neighbours,
        span: Span,
    ) -> Window<'a> {
        let (first, last) = (offsets[0], offsets[offsets.len() - 1]);
        let ty = func.ty(base).item().cloned().unwrap_or(Ty::Unknown);
        let name = func.name(base).trim_start_matches("__").to_owned();
        let local = |at: i64| (at, func.local(&format!("__{name}_here"), ty.clone()));
        let locals = (first..=last).map(local).collect();
        Window {
            func,
            base,
            found,
            locals,
            carried: vec![],
            span,
        }
    }

    fn ty(&self) -> Ty {
        self.func
            .ty(self.base)
            .item()
            .cloned()
            .unwrap_or(Ty::Unknown)
    }

    /// What is in view of an iteration already when it starts.
    fn stays(&self) -> Vec<i64> {
        let all = self.locals.iter().map(|(at, _)| *at);
        match self.found.reversed {
            false => all.take(self.locals.len() - 1).collect(),
            true => all.skip(1).collect(),
        }
    }

    fn element(&mut self, from: &Atom, at: i64, out: &mut Vec<Stmt>) -> Place {
        let at = match at {
            0 => from.clone(),
            at => {
                let symbol = if at < 0 { "-" } else { "+" };
                let args = vec![from.clone(), Atom::int(at.unsigned_abs() as usize)];
                index(self.func, out, Fun::Binary(symbol), args, self.span)
            }
        };
        Place::whole(self.base).then(Proj::Index(at))
    }

    /// Loads what the first iteration finds in view.
    fn open(&mut self, out: &mut Vec<Stmt>) {
        let (lo, hi) = self.found.bounds.clone();
        let back = i64::from(self.found.reversed);
        let from = if self.found.reversed { hi } else { lo };
        for at in self.stays() {
            let place = self.element(&from, at - back, out);
            let ty = self.ty();
            let loaded = self.func.value("", ty);
            out.push(Stmt::new(vec![loaded], Op::Read(place), self.span));
            let ty = self.ty();
            let param = self.func.value("__next", ty);
            self.carried.push((at, param, Atom::Var(loaded)));
        }
    }

    /// Loads what comes into view, stores what leaves it, and puts variables for the rest.
    fn slide(&mut self, each: &mut Loop) {
        let index = Atom::Var(self.found.index);
        let ends = [self.locals[0].0, self.locals[self.locals.len() - 1].0];
        let [leaving, coming] = match self.found.reversed {
            false => ends,
            true => [ends[1], ends[0]],
        };
        let mut body = vec![];
        let place = self.element(&index, coming, &mut body);
        let ty = self.ty();
        let loaded = self.func.value("", ty);
        body.push(Stmt::new(vec![loaded], Op::Read(place), self.span));
        for (at, local) in self.locals.clone() {
            let known = self.carried.iter().find(|(carried, ..)| *carried == at);
            let value = known.map_or(loaded, |(_, param, _)| *param);
            let init = Op::Init(Some(Rvalue::Atom(Atom::Var(value))));
            body.push(Stmt::new(vec![local], init, self.span));
        }
        self.replace(&mut each.body, body);
        let place = self.element(&index, leaving, &mut each.body.stmts);
        let local = self.local(leaving);
        let store = Op::Write(place, Rvalue::Atom(Atom::Var(local)));
        each.body.stmts.push(Stmt::new(vec![], store, self.span));
        let step = if self.found.reversed { -1 } else { 1 };
        for (at, param, init) in self.carried.clone() {
            each.carried.push((param, init));
            each.body.yields.push(Atom::Var(self.local(at + step)));
        }
    }

    fn local(&self, at: i64) -> Var {
        self.locals[usize::try_from(at - self.locals[0].0).unwrap_or(0)].1
    }

    fn replace(&self, body: &mut Block, first: Vec<Stmt>) {
        let mut views = Views::of(self.func, self.found.index, body);
        let shifts = std::mem::take(&mut views.shifts);
        for stmt in &mut body.stmts {
            let (Op::Read(place) | Op::Update(place, ..) | Op::Write(place, _)) = &mut stmt.op
            else {
                continue;
            };
            if place.base != self.base {
                continue;
            }
            if let [Proj::Index(Atom::Var(at))] = &place.path[..] {
                *place = Place::whole(self.local(shifts[at]));
            }
        }
        body.stmts.splice(0..0, first);
    }

    /// Stores what the last iteration leaves in view.
    fn close(&mut self, binds: &mut Vec<Var>, out: &mut Vec<Stmt>) {
        let (lo, hi) = self.found.bounds.clone();
        let from = if self.found.reversed { lo } else { hi };
        let back = i64::from(self.found.reversed);
        for (at, ..) in self.carried.clone() {
            let ty = self.ty();
            let last = self.func.value("__last", ty);
            binds.push(last);
            let place = self.element(&from, at - back, out);
            let store = Op::Write(place, Rvalue::Atom(Atom::Var(last)));
            out.push(Stmt::new(vec![], store, self.span));
        }
    }
}
