//! What a loop does with what it finds, and what is the same in each of its iterations.

use std::collections::HashMap;

use crate::ir::walk::{Access, Part, parts};
use crate::ir::{Atom, Block, Fun, Func, Head, Loop, Op, Place, Stmt, Var};
use crate::share;

/// What the statements of a loop do with one variable.
#[derive(Clone, Copy, Default)]
pub(super) struct Uses {
    /// Its value, or its length.
    pub(super) read: bool,
    pub(super) added: bool,
    pub(super) changed: bool,
}

/// How deep an operand is looked into where it is compared with another one.
const DEPTH: usize = 8;

pub(super) struct Facts {
    /// What is bound inside, by what; `None` if it differs from one iteration to the next.
    inside: HashMap<Var, Option<Stmt>>,
    uses: HashMap<Var, Uses>,
}

impl Facts {
    pub(super) fn of(each: &Loop) -> Facts {
        let mut facts = Facts {
            inside: HashMap::new(),
            uses: HashMap::new(),
        };
        facts.head(each);
        each.body.each_stmt(&mut |stmt| facts.stmt(stmt));
        facts.atoms(&each.body);
        let until = each.until.iter().filter_map(Atom::var);
        until.for_each(|var| facts.uses(var).read = true);
        facts
    }

    fn head(&mut self, each: &Loop) {
        if let Head::For { index, .. } = each.head {
            self.inside.insert(index, None);
        }
        for (param, _) in &each.carried {
            self.inside.insert(*param, None);
        }
    }

    fn uses(&mut self, var: Var) -> &mut Uses {
        self.uses.entry(var).or_default()
    }

    fn atoms(&mut self, block: &Block) {
        block.each_block(&mut |block| {
            let yields = block.yields.iter().filter_map(Atom::var);
            yields.for_each(|var| self.uses(var).read = true);
        });
    }

    fn stmt(&mut self, stmt: &Stmt) {
        for bind in &stmt.binds {
            let pure = is_pure(&stmt.op) && stmt.binds.len() == 1;
            self.inside.insert(*bind, pure.then(|| stmt.clone()));
        }
        if let Op::Loop(each) = &stmt.op {
            self.head(each);
            let until = each.until.iter().filter_map(Atom::var);
            until.for_each(|var| self.uses(var).read = true);
        }
        let adds = matches!(stmt.op, Op::Update(..) | Op::AddAssign(..));
        parts::op(&stmt.op, &mut |part| match part {
            Part::Atom(atom) => {
                atom.var()
                    .into_iter()
                    .for_each(|var| self.uses(var).read = true);
            }
            Part::Place(place, Access::Read | Access::Shape) => self.uses(place.base).read = true,
            Part::Place(place, Access::Update) if adds => self.uses(place.base).added = true,
            Part::Place(place, _) => self.uses(place.base).changed = true,
        });
        self.tapes(&stmt.op);
    }

    fn tapes(&mut self, op: &Op) {
        match op {
            Op::Push(tape, kept) | Op::Put { tape, kept, .. } => {
                self.uses(*tape).changed = true;
                kept.iter().for_each(|var| self.uses(*var).read = true);
            }
            Op::Fetch { tape: var, .. } | Op::Unwrap(var) | Op::Rewind(var) => {
                self.uses(*var).read = true;
            }
            Op::Pop { tape, cursor } => {
                self.uses(*tape).read = true;
                self.uses(*cursor).changed = true;
            }
            Op::Pull(pull) => self.uses(pull.pullback).read = true,
            _ => {}
        }
    }

    pub(super) fn used(&self, var: Var) -> Uses {
        self.uses.get(&var).copied().unwrap_or_default()
    }

    /// Whether nothing is done with it but that something is added.
    pub(super) fn is_sum(&self, var: Var) -> bool {
        let uses = self.used(var);
        uses.added && !uses.read && !uses.changed
    }

    pub(super) fn is_settled(&self, var: Var) -> bool {
        let uses = self.used(var);
        !uses.added && !uses.changed
    }

    pub(super) fn is_inside(&self, var: Var) -> bool {
        self.inside.contains_key(&var)
    }

    /// Whether an operand is the same in each iteration; what computes it inside joins `chain`.
    pub(super) fn is_invariant(&self, atom: &Atom, chain: &mut Vec<Stmt>) -> bool {
        let Some(var) = atom.var() else { return true };
        let Some(found) = self.inside.get(&var) else {
            return self.is_settled(var);
        };
        let Some(stmt) = found else { return false };
        if chain.iter().any(|known| known.binds == stmt.binds) {
            return true;
        }
        let mut invariant = true;
        parts::op(&stmt.op, &mut |part| match part {
            Part::Atom(atom) => invariant = invariant && self.is_invariant(atom, chain),
            Part::Place(place, _) => {
                invariant = invariant && !self.is_inside(place.base) && self.is_settled(place.base);
            }
        });
        if invariant {
            chain.push(stmt.clone());
        }
        invariant
    }

    /// Whether a place is the same in each iteration.
    pub(super) fn is_fixed(&self, place: &Place, chain: &mut Vec<Stmt>) -> bool {
        let mut fixed = !self.is_inside(place.base);
        parts::place(place, Access::Read, &mut |part| {
            if let Part::Atom(atom) = part {
                fixed = fixed && self.is_invariant(atom, chain);
            }
        });
        fixed
    }

    /// An operand as text, in terms of what the loop finds.
    pub(super) fn text(&self, atom: &Atom) -> String {
        self.text_to(atom, DEPTH)
    }

    pub(super) fn place(&self, place: &Place) -> String {
        self.place_to(place, DEPTH)
    }

    fn text_to(&self, atom: &Atom, depth: usize) -> String {
        let stmt = match atom.var().and_then(|var| self.inside.get(&var)) {
            Some(Some(stmt)) if depth > 0 => stmt,
            _ => return share::operand(atom),
        };
        let depth = depth - 1;
        match &stmt.op {
            Op::Apply { fun, args, .. } => {
                let args: Vec<String> = args.iter().map(|arg| self.text_to(arg, depth)).collect();
                match share::function(fun) {
                    Some(fun) => format!("{fun}({})", args.join(", ")),
                    None => share::operand(atom),
                }
            }
            Op::Copy(atom) => self.text_to(atom, depth),
            Op::Read(place) => self.place_to(place, depth),
            Op::Len(place) => format!("len {}", self.place_to(place, depth)),
            _ => share::operand(atom),
        }
    }

    fn place_to(&self, place: &Place, depth: usize) -> String {
        share::place(place, &|atom| self.text_to(atom, depth))
    }
}

/// A statement that gives the same for the same operands, and does nothing else.
pub(super) fn is_pure(op: &Op) -> bool {
    match op {
        Op::Apply { fun, rule, .. } => match fun {
            Fun::Path(_, name) => rule.is_some() || Fun::converts(name),
            Fun::Constant => false,
            _ => true,
        },
        Op::Copy(_) | Op::Read(_) | Op::Len(_) => true,
        _ => false,
    }
}

/// The same statements with variables of their own.
pub(super) fn renewed(
    func: &mut Func,
    chain: &[Stmt],
    names: &mut HashMap<Var, Atom>,
) -> Vec<Stmt> {
    let mut out = vec![];
    for stmt in chain {
        let mut stmt = stmt.clone();
        rename(&mut stmt.op, names);
        for bind in &mut stmt.binds {
            let ty = func.ty(*bind).clone();
            let new = func.value("", ty);
            names.insert(*bind, Atom::Var(new));
            *bind = new;
        }
        out.push(stmt);
    }
    out
}

pub(super) fn rename(op: &mut Op, names: &HashMap<Var, Atom>) {
    crate::ir::walk::parts_mut::op(op, &mut |part| {
        if let crate::ir::walk::PartMut::Atom(atom) = part {
            if let Some(new) = atom.var().and_then(|var| names.get(&var)) {
                *atom = new.clone();
            }
        }
    });
}
