//! Whether a statement can be differentiated on its own, provided that the cotangents of its results
//! are known.

use std::collections::HashSet;

use crate::activity::{Activity, written};
use crate::ir::walk::{each_stmt, used_in};
use crate::ir::{Block, BlockId, Func, If, Loop, Mode, Op, Role, Rvalue, Stmt, Var};
use crate::prepare;

use super::sums;

/// What candidates are judged by.
pub(super) struct Judge<'a> {
    pub(super) func: &'a Func,
    pub(super) activity: &'a Activity,
    pub(super) taped: &'a HashSet<BlockId>,
}

impl Judge<'_> {
    /// Whether the statement of this number in the function's body can be fused.
    pub(super) fn accepts(&self, at: usize) -> bool {
        let stmt = &self.func.body.stmts[at];
        let form = match &stmt.op {
            Op::Loop(each) => self.is_fusible_loop(stmt, each),
            Op::If(branch) => self.is_fusible_branch(branch),
            Op::Call(call) => call.mode == Mode::Plain && self.activity.call(stmt),
            _ => false,
        };
        form && stmt.binds.iter().any(|bind| self.activity.is_active(*bind))
            && self.keeps(stmt)
            && self.leaves_storage(at)
    }

    /// Whether something in it would be kept: on a tape, or by a pullback.
    fn keeps(&self, stmt: &Stmt) -> bool {
        let mut keeps = false;
        each_stmt(stmt, &mut |stmt| match &stmt.op {
            Op::Call(_) => keeps |= self.activity.call(stmt),
            Op::Loop(each) => {
                let mut kept = |block: &Block| keeps |= self.taped.contains(&block.id);
                each.body.each_block(&mut kept);
            }
            _ => {}
        });
        keeps
    }

    fn is_fusible_loop(&self, stmt: &Stmt, each: &Loop) -> bool {
        let carried = each.carried.iter().zip(&stmt.binds).enumerate();
        let mut active = carried.filter(|(_, ((param, _), bind))| {
            self.activity.is_active(*param) || self.activity.is_active(**bind)
        });
        !each.body.diverges && active.all(|(nth, _)| sums::is_sum(each, nth, self.activity))
    }

    fn is_fusible_branch(&self, branch: &If) -> bool {
        !branch.then.diverges && !branch.els.diverges
    }

    /// Whether storage of others is read only, here and from here on.
    fn leaves_storage(&self, at: usize) -> bool {
        let stmt = &self.func.body.stmts[at];
        let adds = self.adds(stmt);
        let mut changed = vec![];
        for stmt in &self.func.body.stmts[at..] {
            each_stmt(stmt, &mut |stmt| changed.extend(written(&stmt.op)));
        }
        adds.iter()
            .filter(|var| self.is_storage(**var))
            .all(|var| !changed.contains(var) && !self.is_returned(*var) && self.is_sized(*var))
    }

    fn is_storage(&self, var: Var) -> bool {
        !matches!(self.func.vars[var.0].role, Role::Value)
    }

    /// The adjoint of what is returned begins as the cotangent of the result.
    fn is_returned(&self, var: Var) -> bool {
        matches!(&self.func.result, Rvalue::Copy(place, _) if place.base == var)
    }

    /// Whether a zero adjoint can be made ahead of the statement.
    fn is_sized(&self, var: Var) -> bool {
        let late =
            |stmt: &Stmt| stmt.binds.first() == Some(&var) && matches!(stmt.op, Op::Init(None));
        prepare::zero(self.func.ty(var)).is_some() || !self.func.body.stmts.iter().any(late)
    }

    /// What others bind and a statement may add to the adjoints of.
    pub(super) fn adds(&self, stmt: &Stmt) -> Vec<Var> {
        let mut bound = HashSet::new();
        each_stmt(stmt, &mut |stmt| {
            bound.extend(stmt.binds.iter().copied());
            if let Op::Loop(each) = &stmt.op {
                bound.extend(each.carried.iter().map(|(param, _)| *param));
            }
        });
        let mut used = stmt.op.used();
        for block in stmt.op.blocks() {
            used.extend(used_in(block));
        }
        used.retain(|var| !bound.contains(var) && self.activity.is_active(*var));
        used.sort();
        used.dedup();
        used
    }
}
