//! Whether storage that is declared without a value gets one on every path before it is read.

use crate::activity::written;
use crate::ir::walk::each_stmt;
use crate::ir::{Block, Op, Stmt, Var};

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Untouched,
    Assigned,
    /// Read, or written on some paths only.
    Open,
}

/// Whether the statements behind a declaration assign the local before anything else.
pub(super) fn is_assigned(local: Var, stmts: &[Stmt]) -> bool {
    state(local, stmts) == State::Assigned
}

fn state(local: Var, stmts: &[Stmt]) -> State {
    for stmt in stmts {
        match of_stmt(local, stmt) {
            State::Untouched => {}
            decided => return decided,
        }
    }
    State::Untouched
}

fn of_stmt(local: Var, stmt: &Stmt) -> State {
    match &stmt.op {
        Op::Write(to, _) if to.base == local && to.path.is_empty() => {
            match stmt.op.used().iter().filter(|var| **var == local).count() {
                1 => State::Assigned,
                _ => State::Open,
            }
        }
        Op::If(branch) => joined(local, &branch.then, &branch.els),
        _ if touches(local, stmt) => State::Open,
        _ => State::Untouched,
    }
}

fn joined(local: Var, then: &Block, els: &Block) -> State {
    let side = |block: &Block| match state(local, &block.stmts) {
        State::Untouched if block.diverges => State::Assigned,
        state => state,
    };
    match (side(then), side(els)) {
        (a, b) if a == b => a,
        _ => State::Open,
    }
}

fn touches(local: Var, stmt: &Stmt) -> bool {
    let mut found = false;
    each_stmt(stmt, &mut |stmt| {
        found |= stmt.op.used().contains(&local) || written(&stmt.op).contains(&local);
    });
    found
}
