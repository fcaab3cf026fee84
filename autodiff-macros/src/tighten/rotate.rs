//! Neighbouring elements that a loop reads and writes are carried from one iteration to the next:
//! each is loaded once and stored once.
//!
//! # Note: the window
//!
//! A loop that touches the elements `i + first ..= i + last` finds all but one of them as the
//! iteration before left them. That one enters at the front and is loaded; the one at the back is
//! stored and leaves. The rest is loaded ahead of the loop and stored behind it. Every element in the
//! window is touched by an iteration that runs, so that nothing out of reach is loaded.

use std::collections::{HashMap, HashSet};

use proc_macro2::Span;

use crate::ir::{
    Adaptor, Atom, Fun, Func, Head, If, Loop, Op, Place, Range, Rvalue, Sign, Stmt, Ty, Var,
};

use super::Scope;
use super::apart::is_short;
use super::build::difference;
use super::facts::{Facts, rename};
use super::neighbours::{Window, windows};
use super::plan::Body;
use super::straight::{Carried, Straight, straight};
use super::write::Writer;

pub(super) fn rotated(
    scope: &mut Scope,
    results: &[Var],
    each: &Loop,
    span: Span,
) -> Option<Vec<Stmt>> {
    (!is_short(each)).then_some(())?;
    let straight = straight(scope.func, results, each)?;
    let facts = Facts::of(&straight.forward(scope.func));
    let windows = windows(scope, &straight, &facts);
    if windows.is_empty() {
        return None;
    }
    let mut rotation = Rotation {
        func: scope.func,
        straight: &straight,
        facts: &facts,
        windows,
        span,
    };
    let mut stmts = rotation.written();
    for (bind, init) in straight.fixed {
        stmts.push(Stmt::new(vec![bind], Op::Copy(init), span));
    }
    Some(stmts)
}

struct Rotation<'a> {
    func: &'a mut Func,
    straight: &'a Straight,
    facts: &'a Facts,
    windows: Vec<Window>,
    span: Span,
}

/// What is carried of a window, apart from what enters.
struct Register {
    window: usize,
    nth: usize,
    param: Var,
}

impl Rotation<'_> {
    fn written(&mut self) -> Vec<Stmt> {
        let mut then = vec![];
        let (lo, hi) = (self.straight.lo.clone(), self.straight.hi.clone());
        let one = Atom::int(1);
        let end = difference(self.func, &mut then, hi.clone(), one, self.span);
        let (start, end) = match self.straight.reversed {
            true => (end, lo.clone()),
            false => (lo.clone(), end),
        };
        let registers = self.registers();
        let inits = self.loaded(&registers, &start, &mut then);
        let (each, results) = self.each(&registers, inits);
        then.push(each);
        let (kept, left) = results.split_at(self.straight.carried.len());
        self.stored(&registers, left, &end, &mut then);
        self.guarded(lo, hi, then, kept)
    }

    fn registers(&mut self) -> Vec<Register> {
        let mut registers = vec![];
        for (window, of) in self.windows.iter().enumerate() {
            let name = self.func.name(of.base).to_owned();
            for nth in 0..of.last() {
                // The first one leaves where the loop runs forward, the last one where it runs back.
                let nth = nth + usize::from(self.straight.reversed);
                let param = self.func.value(&name, of.ty.clone());
                registers.push(Register { window, nth, param });
            }
        }
        registers
    }

    /// A place at an iteration.
    fn at(&mut self, place: &Place, index: &Atom, out: &mut Vec<Stmt>) -> Place {
        let mut writer = Writer::new(
            self.func,
            self.straight,
            self.facts,
            index.clone(),
            None,
            self.span,
        );
        let place = writer.fixed(place.clone());
        out.extend(writer.ahead);
        place
    }

    fn load(&mut self, window: usize, nth: usize, index: &Atom, out: &mut Vec<Stmt>) -> Atom {
        let place = self.windows[window].places[nth].clone();
        let place = self.at(&place, index, out);
        let ty = self.windows[window].ty.clone();
        let bind = self.func.value("", ty);
        out.push(Stmt::new(vec![bind], Op::Read(place), self.span));
        Atom::Var(bind)
    }

    fn store(&mut self, window: usize, nth: usize, index: &Atom, what: Atom, out: &mut Vec<Stmt>) {
        let place = self.windows[window].places[nth].clone();
        let place = self.at(&place, index, out);
        out.push(Stmt::new(
            vec![],
            Op::Write(place, Rvalue::Atom(what)),
            self.span,
        ));
    }

    fn loaded(&mut self, registers: &[Register], start: &Atom, out: &mut Vec<Stmt>) -> Vec<Atom> {
        let load = |register: &Register| self.load(register.window, register.nth, start, out);
        registers.iter().map(load).collect()
    }

    /// What the last iteration leaves.
    fn stored(&mut self, registers: &[Register], left: &[Var], end: &Atom, out: &mut Vec<Stmt>) {
        for (register, value) in registers.iter().zip(left) {
            // The next iteration would find it there.
            let nth = match self.straight.reversed {
                true => register.nth - 1,
                false => register.nth + 1,
            };
            self.store(register.window, nth, end, Atom::Var(*value), out);
        }
    }

    /// The loop, and its results: what it carried before, then the registers.
    fn each(&mut self, registers: &[Register], inits: Vec<Atom>) -> (Stmt, Vec<Var>) {
        let (body, names, now) = self.body(registers);
        let mut nexts = vec![];
        let mut carried = vec![];
        let mut results = vec![];
        for Carried {
            param,
            init,
            next,
            result,
        } in &self.straight.carried
        {
            let next = next.var().and_then(|var| names.get(&var)).unwrap_or(next);
            nexts.push(next.clone());
            carried.push((*param, init.clone()));
            let (name, ty) = (
                self.func.name(*result).to_owned(),
                self.func.ty(*result).clone(),
            );
            results.push(self.func.value(&name, ty));
        }
        for (register, init) in registers.iter().zip(inits) {
            let nth = match self.straight.reversed {
                true => register.nth - 1,
                false => register.nth + 1,
            };
            nexts.push(now[register.window][nth].clone());
            carried.push((register.param, init));
            let ty = self.func.ty(register.param).clone();
            results.push(self.func.value("", ty));
        }
        let range = Range {
            lo: self.straight.lo.clone(),
            hi: self.straight.hi.clone(),
            inclusive: false,
            adaptors: match self.straight.reversed {
                true => vec![Adaptor::Rev],
                false => vec![],
            },
        };
        let head = Head::For {
            index: self.straight.index,
            range,
        };
        let body = self.func.block(body, nexts);
        let each = Loop {
            carried,
            ..Loop::plain(head, body)
        };
        (
            Stmt::new(results.clone(), Op::Loop(each), self.span),
            results,
        )
    }

    /// The statements, what they call what has been loaded, and what the elements are at the end.
    fn body(&mut self, registers: &[Register]) -> (Vec<Stmt>, HashMap<Var, Atom>, Vec<Vec<Atom>>) {
        let (mut out, mut names) = (vec![], HashMap::new());
        let index = Atom::Var(self.straight.index);
        let mut now: Vec<Vec<Atom>> = vec![];
        for window in 0..self.windows.len() {
            let last = self.windows[window].last();
            let entering = if self.straight.reversed { 0 } else { last };
            let entered = self.load(window, entering, &index, &mut out);
            let mut elements = vec![entered; last + 1];
            for register in registers
                .iter()
                .filter(|register| register.window == window)
            {
                elements[register.nth] = Atom::Var(register.param);
            }
            now.push(elements);
        }
        for stmt in self.straight.stmts.clone() {
            self.stmt(stmt, &mut names, &mut now, &mut out);
        }
        self.forget(&mut out);
        for (window, elements) in now.iter().enumerate() {
            let leaving = match self.straight.reversed {
                true => elements.len() - 1,
                false => 0,
            };
            self.store(window, leaving, &index, elements[leaving].clone(), &mut out);
        }
        (out, names, now)
    }

    fn stmt(
        &mut self,
        mut stmt: Stmt,
        names: &mut HashMap<Var, Atom>,
        now: &mut [Vec<Atom>],
        out: &mut Vec<Stmt>,
    ) {
        rename(&mut stmt.op, names);
        match &stmt.op {
            Op::Read(place) => {
                if let Some((window, nth)) = self.element(place) {
                    names.insert(stmt.binds[0], now[window][nth].clone());
                    return;
                }
            }
            Op::Update(place, sign, atom) => {
                if let Some((window, nth)) = self.element(place) {
                    let old = now[window][nth].clone();
                    now[window][nth] = self.sum(old, *sign, atom.clone(), out);
                    return;
                }
            }
            Op::Write(place, Rvalue::Atom(atom)) => {
                if let Some((window, nth)) = self.element(place) {
                    now[window][nth] = atom.clone();
                    return;
                }
            }
            _ => {}
        }
        out.push(stmt);
    }

    /// Indices that nobody asks for any more go.
    fn forget(&self, out: &mut Vec<Stmt>) {
        let carried = self.straight.carried.iter();
        let mut used: HashSet<Var> = carried.filter_map(|carried| carried.next.var()).collect();
        let mut kept = vec![];
        while let Some(stmt) = out.pop() {
            let index = |var: &Var| matches!(self.func.ty(*var), Ty::Int(_));
            let unused = |var: &Var| index(var) && !used.contains(var);
            if !matches!(stmt.op, Op::Apply { .. }) || !stmt.binds.iter().all(unused) {
                used.extend(stmt.op.used());
                kept.push(stmt);
            }
        }
        kept.reverse();
        *out = kept;
    }

    fn element(&self, place: &Place) -> Option<(usize, usize)> {
        let window = self
            .windows
            .iter()
            .position(|window| window.base == place.base)?;
        let body = Body {
            func: self.func,
            straight: self.straight,
            facts: self.facts,
        };
        let shift = body.unit(place)?.shift - self.windows[window].first;
        Some((window, usize::try_from(shift).ok()?))
    }

    fn sum(&mut self, a: Atom, sign: Sign, b: Atom, out: &mut Vec<Stmt>) -> Atom {
        if a.is_lit(0.0) && sign == Sign::Plus {
            return b;
        }
        let symbol = match sign {
            Sign::Plus => "+",
            Sign::Minus => "-",
        };
        let ty = self.func.atom_ty(&b);
        let bind = self.func.value("", ty);
        let op = Op::Apply {
            fun: Fun::Binary(symbol),
            rule: None,
            args: vec![a, b],
        };
        out.push(Stmt::new(vec![bind], op, self.span));
        Atom::Var(bind)
    }

    /// `if lo < hi { then }`, which binds what the loop carried before.
    fn guarded(&mut self, lo: Atom, hi: Atom, then: Vec<Stmt>, kept: &[Var]) -> Vec<Stmt> {
        let carried = &self.straight.carried;
        let binds: Vec<Var> = carried.iter().map(|carried| carried.result).collect();
        let inits: Vec<Atom> = carried.iter().map(|carried| carried.init.clone()).collect();
        let cond = self.func.value("", Ty::Bool);
        let op = Op::Apply {
            fun: Fun::Binary("<"),
            rule: None,
            args: vec![lo, hi],
        };
        let yields = kept.iter().map(|var| Atom::Var(*var)).collect();
        let branch = If {
            cond: Atom::Var(cond),
            then: self.func.block(then, yields),
            els: self.func.block(vec![], inits),
        };
        vec![
            Stmt::new(vec![cond], op, self.span),
            Stmt::new(binds, Op::If(branch), self.span),
        ]
    }
}
