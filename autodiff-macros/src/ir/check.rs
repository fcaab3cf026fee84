//! Invariants between passes. What breaks one is a mistake of ours, never of the user's.
//!
//! Of every function holds that
//!
//! * what is used is bound ahead of it, in the same block or around it;
//! * a variable is bound once, and no two blocks have the same number;
//! * a branch, a loop and a condition yield as much as is bound to it, and of the same types;
//! * atoms are values, and places are locals, parameters or constants (until `record`);
//! * exits and labels are gone after `structure`, scalar locals that nobody borrows after `promote`.
//!
//! # Note: when they are checked
//!
//! Cargo builds procedural macros with debug assertions in everybody's `dev` profile, where the
//! checks would be a quarter of the time of an expansion. So they run in the tests of this crate, and
//! where `AUTODIFF_CHECK` is set. What is expanded already is not expanded again for that variable.

mod stmt;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use super::walk::{Access, Part, parts};
use super::{text, *};
use crate::derivative::{Adjoint, Tangent};
use crate::reverse::Sweep;

/// How far a function has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Stage {
    Lowered,
    Structured,
    Promoted,
    Shared,
    Pruned,
    Prepared,
    Recorded,
    /// Forward and reverse sweep in one: what the one binds, the other one binds again.
    Joint,
}

/// Shows a function to those who ask for it; where that is wanted, asserts what holds at this stage.
pub(crate) fn passed(func: Func, stage: Stage) -> Func {
    let heading = format!("{stage:?}").to_lowercase();
    text::show(&func.name, &heading, || text::func(&func));
    assured(&func.name, &heading, || self::func(&func, stage));
    func
}

/// Where that is wanted, asserts that nothing is wrong.
pub(crate) fn assured(name: &str, heading: &str, check: impl FnOnce() -> Checked) {
    if is_wanted() {
        if let Err(fault) = check() {
            panic!("`{name}`, {heading}: {fault}");
        }
    }
}

fn is_wanted() -> bool {
    cfg!(all(test, debug_assertions)) || std::env::var_os("AUTODIFF_CHECK").is_some()
}

/// What is wrong, in words.
pub(crate) type Checked = Result<(), String>;

pub(crate) fn func(func: &Func, stage: Stage) -> Checked {
    let mut check = Check::new(func, stage);
    check.params(func.params.iter().map(|param| param.var))?;
    check.block(&func.body, 0, |check| check.result(&func.result))
}

/// The reverse sweep finds what the function's own block binds.
pub(crate) fn sweep(func: &Func, sweep: &Sweep) -> Checked {
    let mut check = Check::new(func, Stage::Recorded);
    check.params(func.params.iter().map(|param| param.var))?;
    check.params(sweep.buffers.iter().copied().chain([sweep.seed]))?;
    for stmt in &func.body.stmts {
        check.params(stmt.binds.iter().copied())?;
    }
    check.block(&sweep.block, 0, |_| Ok(()))
}

/// Both sweeps in one function.
pub(crate) fn joint(joint: &Adjoint) -> Checked {
    let (func, sweep) = (&joint.func, &joint.sweep);
    let mut check = Check::new(func, Stage::Joint);
    check.params(func.params.iter().map(|param| param.var))?;
    check.params(sweep.buffers.iter().copied().chain([sweep.seed]))?;
    check.block(&func.body, 0, |check| {
        check.result(&func.result)?;
        check.block(&sweep.block, 0, |_| Ok(()))
    })
}

pub(crate) fn tangent(tangent: &Tangent) -> Checked {
    let func = &tangent.func;
    let mut check = Check::new(func, Stage::Recorded);
    check.params(func.params.iter().map(|param| param.var))?;
    check.params(tangent.tangents.iter().copied())?;
    check.block(&func.body, 0, |check| {
        check.result(&func.result)?;
        check.result(&tangent.result)
    })
}

struct Check<'a> {
    func: &'a Func,
    stage: Stage,
    scope: VarSet,
    /// All that was bound, in scope or not.
    bound: VarSet,
    blocks: HashSet<BlockId>,
    labels: HashSet<Label>,
    /// Locals that somebody holds a `&mut` to.
    borrowed: VarSet,
}

fn ensure(holds: bool, fault: impl FnOnce() -> String) -> Checked {
    if holds { Ok(()) } else { Err(fault()) }
}

impl<'a> Check<'a> {
    fn new(func: &'a Func, stage: Stage) -> Self {
        Check {
            func,
            stage,
            scope: VarSet::new(),
            bound: VarSet::new(),
            blocks: HashSet::new(),
            labels: HashSet::new(),
            borrowed: borrowed(func),
        }
    }

    fn name(&self, var: Var) -> String {
        format!("`{}` ({})", self.func.name(var), var.0)
    }

    fn params(&mut self, mut params: impl Iterator<Item = Var>) -> Checked {
        params.try_for_each(|param| self.bind(param))
    }

    fn bind(&mut self, var: Var) -> Checked {
        let fresh = self.bound.insert(var) || self.stage == Stage::Joint;
        ensure(fresh, || format!("{} is bound twice", self.name(var)))?;
        ensure(!matches!(self.func.ty(var), Ty::Infer(_)), || {
            format!("{} has no type", self.name(var))
        })?;
        self.scope.insert(var);
        Ok(())
    }

    fn in_scope(&self, var: Var) -> Checked {
        let constant = matches!(self.func.vars[var.0].role, Role::Const(_));
        ensure(constant || self.scope.contains(&var), || {
            format!("{} is not in scope", self.name(var))
        })
    }

    fn atom(&self, atom: &Atom) -> Checked {
        let Some(var) = atom.var() else { return Ok(()) };
        let value = matches!(self.func.vars[var.0].role, Role::Value);
        ensure(value || self.stage >= Stage::Recorded, || {
            format!("{} is no value", self.name(var))
        })?;
        self.in_scope(var)
    }

    fn place(&self, place: &Place) -> Checked {
        let value = matches!(self.func.vars[place.base.0].role, Role::Value);
        ensure(!value || self.stage >= Stage::Recorded, || {
            format!("{} is no place", self.name(place.base))
        })?;
        self.in_scope(place.base)
    }

    fn result(&self, result: &Rvalue) -> Checked {
        self.visited(|visit| parts::rvalue(result, visit))
    }

    fn visited(&self, walk: impl FnOnce(&mut dyn FnMut(Part<'_>))) -> Checked {
        let mut checked = Ok(());
        walk(&mut |part| {
            let part = match part {
                Part::Atom(atom) => self.atom(atom),
                Part::Place(place, _) => self.place(place),
            };
            checked = std::mem::replace(&mut checked, Ok(())).and(part);
        });
        checked
    }

    /// A block, and what is looked at behind its statements, in its scope.
    fn block(
        &mut self,
        block: &Block,
        yields: usize,
        behind: impl FnOnce(&mut Self) -> Checked,
    ) -> Checked {
        let fresh = block.id.0 < self.func.blocks && self.blocks.insert(block.id);
        ensure(fresh, || {
            format!("two blocks have the number {}", block.id.0)
        })?;
        let outer = self.scope.clone();
        for stmt in &block.stmts {
            self.stmt(stmt)?;
        }
        let found = block.yields.len();
        ensure(found == yields, || {
            format!("a block yields {found} instead of {yields}")
        })?;
        block.yields.iter().try_for_each(|atom| self.atom(atom))?;
        let ends = !block.diverges
            || self.stage < Stage::Structured
            || block.stmts.last().is_some_and(stmt::diverges);
        ensure(ends, || "a block that diverges comes to its end".to_owned())?;
        behind(self)?;
        self.scope = outer;
        Ok(())
    }
}

fn borrowed(func: &Func) -> VarSet {
    let mut borrowed = VarSet::new();
    func.body.each_stmt(&mut |stmt| {
        if matches!(stmt.op, Op::Swap(..)) {
            return;
        }
        parts::op(&stmt.op, &mut |part| {
            if let Part::Place(place, Access::Both) = part {
                borrowed.insert(place.base);
            }
        });
    });
    borrowed
}
