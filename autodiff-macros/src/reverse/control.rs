//! The adjoint of a branch is a branch on the same condition.

use proc_macro2::Span;

use crate::ir::{Atom, Block, If, Op, Sign, Stmt, Var};

use super::Reverse;
use super::linear::chained;

impl Reverse<'_> {
    pub(super) fn branch(&mut self, binds: &[Var], branch: &If, span: Span) {
        if self.facts.activity.is_fused(binds) {
            return;
        }
        let mut adjoints = vec![];
        for (nth, bind) in binds.iter().enumerate() {
            if let Some(adjoint) = self.adjoint(*bind) {
                adjoints.push((nth, Atom::Var(adjoint)));
            }
        }
        let then = self.side(&branch.then, &adjoints, span);
        let els = self.side(&branch.els, &adjoints, span);
        if then.is_empty() && els.is_empty() {
            return;
        }
        let cond = self.primal(&branch.cond);
        let then = self.func.block(then, vec![]);
        let els = self.func.block(els, vec![]);
        self.push(Op::If(If { cond, then, els }), span);
    }

    fn side(&mut self, block: &Block, adjoints: &[(usize, Atom)], span: Span) -> Vec<Stmt> {
        let stmts = self.nested(block, span, |reverse| {
            for (nth, adjoint) in adjoints {
                if let Some(yielded) = block.yields.get(*nth) {
                    reverse.contribute(yielded, adjoint.clone(), Sign::Plus, span);
                }
            }
        });
        chained(self.func, stmts, &[])
    }
}
