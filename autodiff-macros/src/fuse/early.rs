//! What is behind a loop and does not depend on it goes ahead of it: the count by which a sum is
//! divided is then known where the cotangent of the sum is asked for.

use std::collections::HashSet;

use crate::ir::{Block, Fun, Func, Op, Role, Stmt, Ty, Var};

/// Moves what cannot panic and has no effect ahead of the first loop or branch that it may pass.
pub(super) fn advance(func: &Func, block: &mut Block) {
    let mut at = 0;
    while at < block.stmts.len() {
        if is_pure(func, &block.stmts[at]) {
            let to = earliest(&block.stmts, at);
            block.stmts[to..=at].rotate_right(1);
        }
        at += 1;
    }
}

/// The first statement with blocks that a statement may stand ahead of, or where it stands.
fn earliest(stmts: &[Stmt], at: usize) -> usize {
    let used: HashSet<Var> = stmts[at].op.used().into_iter().collect();
    let binds_none = |stmt: &&Stmt| !stmt.binds.iter().any(|bind| used.contains(bind));
    let passed = stmts[..at].iter().rev().take_while(binds_none).count();
    let ahead = &stmts[at - passed..at];
    let first = ahead.iter().position(|stmt| !stmt.op.blocks().is_empty());
    first.map_or(at, |first| at - passed + first)
}

fn is_pure(func: &Func, stmt: &Stmt) -> bool {
    match &stmt.op {
        Op::Apply { fun, rule, .. } => match fun {
            Fun::Cast(_) | Fun::Convert(_) | Fun::Not | Fun::Behind => true,
            Fun::Neg | Fun::Binary(_) => matches!(func.ty(stmt.binds[0]), Ty::Float(_) | Ty::Bool),
            Fun::Method(_) | Fun::Path(..) => rule.is_some(),
            Fun::Times | Fun::Product | Fun::Tangent | Fun::Constant | Fun::Same => false,
        },
        Op::Len(of) => {
            matches!(func.vars[of.base.0].role, Role::Param { exclusive: false })
                && of.path.is_empty()
        }
        _ => false,
    }
}
