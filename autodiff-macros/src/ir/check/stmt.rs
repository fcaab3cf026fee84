//! Invariants of statements.

use super::{Check, Checked, Stage, ensure};
use crate::ir::walk::parts;
use crate::ir::*;

impl Check<'_> {
    pub(super) fn stmt(&mut self, stmt: &Stmt) -> Checked {
        self.visited(|visit| parts::op(&stmt.op, visit))?;
        extra(&stmt.op)
            .into_iter()
            .try_for_each(|var| self.in_scope(var))?;
        match &stmt.op {
            Op::If(branch) => self.branch(&stmt.binds, branch)?,
            Op::Loop(each) => self.each(&stmt.binds, each)?,
            Op::Scope(label, block) => {
                self.labelled(&[*label], |check| check.block(block, 0, |_| Ok(())))?
            }
            Op::Exit(label) => ensure(self.labels.contains(label), || {
                "an exit has no target".to_owned()
            })?,
            op => self.simple(&stmt.binds, op)?,
        }
        self.params(stmt.binds.iter().copied())
    }

    fn labelled(&mut self, labels: &[Label], inner: impl FnOnce(&mut Self) -> Checked) -> Checked {
        ensure(self.stage == Stage::Lowered || labels.is_empty(), || {
            "a label is left".to_owned()
        })?;
        let new = labels.iter().all(|label| self.labels.insert(*label));
        ensure(new, || "a label is taken twice".to_owned())?;
        inner(self)?;
        self.labels.retain(|label| !labels.contains(label));
        Ok(())
    }

    fn branch(&mut self, binds: &[Var], branch: &If) -> Checked {
        for block in [&branch.then, &branch.els] {
            self.block(block, binds.len(), |_| Ok(()))?;
            let diverges = block.diverges;
            let mut pairs = block.yields.iter().zip(binds).filter(|_| !diverges);
            pairs.try_for_each(|(atom, bind)| self.agree(atom, *bind))?;
        }
        Ok(())
    }

    fn each(&mut self, binds: &[Var], each: &Loop) -> Checked {
        let carried = each.carried.len();
        let wanted = carried + usize::from(each.counts);
        ensure(binds.len() == wanted, || {
            format!("a loop binds {} instead of {wanted}", binds.len())
        })?;
        let outer = self.scope.clone();
        if let Head::For { index, .. } = each.head {
            self.bind(index)?;
        }
        self.params(each.carried.iter().map(|(param, _)| *param))?;
        if let Head::While(cond) = &each.head {
            self.block(cond, 1, |_| Ok(()))?;
        }
        let labels = each
            .labels
            .map_or(vec![], |(behind, next)| vec![behind, next]);
        self.labelled(&labels, |check| {
            check.block(&each.body, carried, |check| {
                each.until.iter().try_for_each(|until| check.atom(until))
            })
        })?;
        self.scope = outer;
        for ((param, init), (bind, next)) in
            each.carried.iter().zip(binds.iter().zip(&each.body.yields))
        {
            self.agree(init, *param)?;
            self.agree(next, *param)?;
            self.agree(&Atom::Var(*param), *bind)?;
        }
        Ok(())
    }

    /// Whether a value has the type of what it is bound to, as far as both are known.
    fn agree(&self, atom: &Atom, bind: Var) -> Checked {
        let (from, to) = (self.func.atom_ty(atom), self.func.ty(bind));
        let known = |ty: &Ty| match ty {
            Ty::Float(float) => float.is_primitive(),
            ty => !matches!(ty, Ty::Unknown | Ty::Int(None) | Ty::Plain),
        };
        let same = match (&from, to) {
            (Ty::Float(_), Ty::Float(_)) | (Ty::Int(_), Ty::Int(_)) => {
                !known(&from) || !known(to) || from == *to
            }
            (from, to) => !known(from) || !known(to) || from == to,
        };
        ensure(same, || {
            format!(
                "{} is of type {to:?}, and is bound to one of type {from:?}",
                self.name(bind)
            )
        })
    }

    fn simple(&mut self, binds: &[Var], op: &Op) -> Checked {
        let derivative = matches!(
            op,
            Op::AddAssign(..)
                | Op::Clear(_)
                | Op::View(..)
                | Op::Resize(..)
                | Op::Tape(_)
                | Op::Push(..)
                | Op::Put { .. }
                | Op::Fetch { .. }
                | Op::Rewind(_)
                | Op::Pop { .. }
                | Op::Unwrap(_)
                | Op::Pull(_)
        );
        ensure(!derivative || self.stage >= Stage::Recorded, || {
            "a derivative comes too early".to_owned()
        })?;
        let wanted = match op {
            Op::Write(..)
            | Op::Update(..)
            | Op::PushBack(..)
            | Op::Swap(..)
            | Op::Rearrange(..)
            | Op::AddAssign(..)
            | Op::Clear(_)
            | Op::Resize(..) => 0,
            Op::Push(..) | Op::Put { .. } | Op::Pull(_) | Op::Effect(_) => 0,
            Op::Call(call) if matches!(call.mode, Mode::Forward | Mode::Tangent) => 2,
            Op::Pop { .. } | Op::Fetch { .. } => binds.len(),
            Op::Sort(_) => binds.len().min(1),
            _ => 1,
        };
        ensure(binds.len() == wanted, || {
            format!("{op:?} binds {} instead of {wanted}", binds.len())
        })?;
        if let Op::Apply {
            rule: Some(rule),
            args,
            ..
        } = op
        {
            let arity = rule.params.len() + rule.integers.len();
            ensure(args.len() == arity, || {
                format!("`{}` has {} arguments", rule.name, args.len())
            })?;
        }
        match op {
            Op::Init(_) => self.storage(binds[0]),
            _ => Ok(()),
        }
    }

    fn storage(&self, local: Var) -> Checked {
        let is_local = matches!(self.func.vars[local.0].role, Role::Local);
        ensure(is_local, || format!("{} is no local", self.name(local)))?;
        let promoted = matches!(self.stage, Stage::Promoted | Stage::Shared | Stage::Pruned);
        let left = promoted && self.func.ty(local).is_scalar() && !self.borrowed.contains(&local);
        ensure(!left, || {
            format!("{} is a scalar in storage", self.name(local))
        })
    }
}

/// The variables that a statement names besides its operands.
fn extra(op: &Op) -> Vec<Var> {
    match op {
        Op::Push(tape, kept) | Op::Put { tape, kept, .. } => {
            [*tape].into_iter().chain(kept.iter().copied()).collect()
        }
        Op::Rewind(var) | Op::Unwrap(var) | Op::Fetch { tape: var, .. } => vec![*var],
        Op::Pop { tape, cursor } => vec![*tape, *cursor],
        Op::Pull(pull) => vec![pull.pullback],
        Op::Rearrange(_, how) => how.order().into_iter().collect(),
        _ => vec![],
    }
}

pub(super) fn diverges(stmt: &Stmt) -> bool {
    match &stmt.op {
        Op::Effect(effect) => effect.diverges,
        Op::If(branch) => branch.then.diverges && branch.els.diverges,
        _ => false,
    }
}
