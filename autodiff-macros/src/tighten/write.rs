//! A loop over slices that begin where its first iteration is.

use std::collections::HashMap;

use proc_macro2::Span;

use crate::ir::walk::{Part, parts};
use crate::ir::{Atom, Fun, Func, Op, Place, Proj, Stmt, Ty, Var};

use super::build::{counted, is_nothing, number, slice, sum};
use super::facts::Facts;
use super::straight::Straight;
use super::unit::unit;

/// A loop that is being written. The shift of a part says how many iterations it is ahead.
pub(super) struct Writer<'a> {
    pub(super) func: &'a mut Func,
    pub(super) straight: &'a Straight,
    pub(super) facts: &'a Facts,
    /// Ahead of the loop.
    pub(super) ahead: Vec<Stmt>,
    pub(super) body: Vec<Stmt>,
    /// Where the loop begins, in terms of the old one.
    lo: Atom,
    /// How often it runs, where it goes over slices.
    pub(super) count: Option<Atom>,
    pub(super) index: Var,
    /// What has been computed ahead and in the body.
    hoisted: HashMap<(Var, i64), Atom>,
    known: HashMap<(Var, i64), Atom>,
    /// Bases that effects of this loop are on.
    targets: Vec<Var>,
    pub(super) views: Vec<View>,
    /// The old index, and what it is computed from.
    pub(super) absolute: Vec<Var>,
    span: Span,
}

/// A slice that the loop goes over.
pub(super) struct View {
    element: (String, i64),
    pub(super) var: Var,
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        func: &'a mut Func,
        straight: &'a Straight,
        facts: &'a Facts,
        lo: Atom,
        count: Option<Atom>,
        span: Span,
    ) -> Writer<'a> {
        let index = func.value("__k", Ty::usize());
        Writer {
            func,
            straight,
            facts,
            ahead: vec![],
            body: vec![],
            lo,
            count,
            index,
            hoisted: HashMap::new(),
            known: HashMap::new(),
            targets: vec![],
            views: vec![],
            absolute: vec![],
            span,
        }
    }

    pub(super) fn targets(&mut self, bases: impl Iterator<Item = Var>) {
        self.targets.extend(bases);
    }

    /// An operand of the old body in the new one.
    pub(super) fn value(&mut self, atom: &Atom, shift: i64) -> Atom {
        let Some(var) = atom.var() else {
            return atom.clone();
        };
        if var == self.straight.index {
            return self.old_index(shift);
        }
        let Some(stmt) = self.straight.definition(var) else {
            return atom.clone();
        };
        if self.facts.is_invariant(atom, &mut vec![]) {
            return self.start(atom, 0);
        }
        if !self.known.contains_key(&(var, shift)) {
            let mut stmt = stmt.clone();
            self.operands(&mut stmt.op, shift);
            let binds = self.renewed(&mut stmt);
            self.body.push(stmt);
            for (old, new) in binds {
                self.known.insert((old, shift), new);
            }
        }
        self.known[&(var, shift)].clone()
    }

    /// The operands of a statement of the old body.
    pub(super) fn operands(&mut self, op: &mut Op, shift: i64) {
        if let Op::Read(place) | Op::Update(place, ..) | Op::Write(place, _) = op {
            if let Some(view) = self.viewed(place, shift) {
                *place = view;
            }
        }
        self.tape(op, shift);
        let mut new = vec![];
        parts::op(op, &mut |part| {
            if let Part::Atom(atom) = part {
                new.push(atom.clone());
            }
        });
        let new: Vec<Atom> = new.iter().map(|atom| self.value(atom, shift)).collect();
        let mut new = new.into_iter();
        crate::ir::walk::parts_mut::op(op, &mut |part| {
            if let (crate::ir::walk::PartMut::Atom(atom), Some(new)) = (part, new.next()) {
                *atom = new;
            }
        });
    }

    /// A tape is a sequence like any other.
    fn tape(&mut self, op: &mut Op, shift: i64) {
        let Op::Fetch { tape, at } = op else {
            return;
        };
        let entry = Place::whole(*tape).then(Proj::Index(at.clone()));
        let Some(view) = self.viewed(&entry, shift) else {
            return;
        };
        if let [Proj::Index(index)] = view.path.as_slice() {
            (*tape, *at) = (view.base, index.clone());
        }
    }

    fn renewed(&mut self, stmt: &mut Stmt) -> Vec<(Var, Atom)> {
        let mut pairs = vec![];
        for bind in &mut stmt.binds {
            let (ty, name) = (
                self.func.ty(*bind).clone(),
                self.func.name(*bind).to_owned(),
            );
            let new = self.func.value(&name, ty);
            pairs.push((*bind, Atom::Var(new)));
            *bind = new;
        }
        pairs
    }

    fn old_index(&mut self, shift: i64) -> Atom {
        if self.count.is_none() {
            return Atom::Var(self.index);
        }
        let key = (self.straight.index, shift);
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let begin = self.begin(shift);
        let index = Atom::Var(self.index);
        let sum = sum(self.func, &mut self.body, begin, index, self.span);
        self.absolute
            .extend(sum.var().filter(|var| *var != self.index));
        self.known.insert(key, sum.clone());
        sum
    }

    /// The old index where the loop begins.
    fn begin(&mut self, shift: i64) -> Atom {
        let key = (self.straight.index, shift);
        if let Some(known) = self.hoisted.get(&key) {
            return known.clone();
        }
        let shift = Atom::int(usize::try_from(shift).unwrap_or_default());
        let begin = sum(
            self.func,
            &mut self.ahead,
            self.lo.clone(),
            shift,
            self.span,
        );
        self.hoisted.insert(key, begin.clone());
        begin
    }

    /// What an operand is where the loop begins.
    fn start(&mut self, atom: &Atom, shift: i64) -> Atom {
        let Some(var) = atom.var() else {
            return atom.clone();
        };
        if var == self.straight.index {
            return self.begin(shift);
        }
        let Some(stmt) = self.straight.definition(var) else {
            return atom.clone();
        };
        let shift = match self.facts.is_invariant(atom, &mut vec![]) {
            true => 0,
            false => shift,
        };
        if !self.hoisted.contains_key(&(var, shift)) {
            let mut stmt = stmt.clone();
            crate::ir::walk::parts_mut::op(&mut stmt.op, &mut |part| {
                if let crate::ir::walk::PartMut::Atom(atom) = part {
                    *atom = self.start(atom, shift);
                }
            });
            let now = self.computed(stmt);
            self.hoisted.insert((var, shift), now);
        }
        self.hoisted[&(var, shift)].clone()
    }

    fn computed(&mut self, mut stmt: Stmt) -> Atom {
        if let Op::Apply {
            fun: Fun::Binary(symbol @ ("+" | "-")),
            args,
            ..
        } = &stmt.op
        {
            let (a, b) = (args[0].clone(), args[1].clone());
            let is_index = matches!(self.func.atom_ty(&Atom::Var(stmt.binds[0])), Ty::Int(_));
            let numbers = (number(&a), number(&b));
            if let (true, (Some(a), Some(b))) = (is_index, numbers) {
                let folded = match *symbol {
                    "+" => a.checked_add(b),
                    _ => a.checked_sub(b),
                };
                if let Some(folded) = folded {
                    return Atom::int(folded);
                }
            }
            if is_index && is_nothing(&b) {
                return a;
            }
            if is_index && is_nothing(&a) && *symbol == "+" {
                return b;
            }
        }
        self.renewed(&mut stmt);
        let bind = stmt.binds[0];
        self.ahead.push(stmt);
        Atom::Var(bind)
    }

    /// A place that moves on with the loop, in the slice that the loop goes over.
    pub(super) fn viewed(&mut self, place: &Place, shift: i64) -> Option<Place> {
        let count = self.count.clone()?;
        let unit = unit(self.func, self.straight, self.facts, place)?;
        let (family, first) = unit.element();
        let element = (family, first + shift);
        let known = self.views.iter().find(|view| view.element == element);
        let base = match known {
            Some(view) => view.var,
            None => {
                let exclusive = self.targets.contains(&place.base);
                let start = self.start(&unit.at, shift);
                let of = self.fixed(unit.of);
                let var = self.slice(of, start, count, exclusive);
                self.views.push(View { element, var });
                var
            }
        };
        let rest = self.fixed(Place {
            base,
            path: unit.rest,
        });
        let mut path = vec![Proj::Index(Atom::Var(self.index))];
        path.extend(rest.path);
        Some(Place { base, path })
    }

    /// A place that is the same in each iteration, in terms of what is ahead of the loop.
    pub(super) fn fixed(&mut self, place: Place) -> Place {
        let mut op = Op::Read(place.clone());
        crate::ir::walk::parts_mut::op(&mut op, &mut |part| {
            if let crate::ir::walk::PartMut::Atom(atom) = part {
                *atom = self.start(atom, 0);
            }
        });
        match op {
            Op::Read(place) => place,
            _ => place,
        }
    }

    fn slice(&mut self, of: Place, start: Atom, count: Atom, exclusive: bool) -> Var {
        let stmt = slice(self.func, of, start, count, exclusive, self.span);
        let var = stmt.binds[0];
        self.ahead.push(stmt);
        var
    }

    /// Effects of the old body, behind all that they need.
    pub(super) fn effects(&mut self, effects: &[usize]) {
        let mut stmts = vec![];
        for nth in effects {
            let mut stmt = self.straight.stmts[*nth].clone();
            self.operands(&mut stmt.op, 0);
            stmts.push(stmt);
        }
        self.body.extend(stmts);
    }

    /// The loop, with what stands ahead of it.
    pub(super) fn finished(mut self, lo: Atom, hi: Atom) -> Vec<Stmt> {
        let body = std::mem::take(&mut self.body);
        let each = counted(self.func, self.index, lo, hi, body, self.span);
        let mut stmts = self.ahead;
        stmts.push(each);
        stmts
    }
}
