//! What nobody reads goes: values, yields of branches, variables that loops carry.
//!
//! Whatever may panic or have an effect stays: integer arithmetic, reads, calls, assertions.

use crate::ir::walk::{Part, parts};
use crate::ir::{Atom, Block, Fun, Func, Head, Loop, Op, Stmt, Ty, VarSet};

pub(crate) fn prune(mut func: Func) -> Func {
    let mut live = VarSet::new();
    parts::rvalue(&func.result, &mut |part| match part {
        Part::Atom(atom) => live.extend(atom.var()),
        Part::Place(place, _) => {
            live.insert(place.base);
        }
    });
    loop {
        let before = live.len();
        mark(&func.body, &[], &mut live, &func);
        if live.len() == before {
            break;
        }
    }
    let mut body = func.body.clone();
    sweep(&mut body, &live, &func);
    func.body = body;
    func
}

/// Marks what a block reads; `yields` says which of its yields are wanted.
fn mark(block: &Block, yields: &[bool], live: &mut VarSet, func: &Func) {
    for (nth, atom) in block.yields.iter().enumerate() {
        if yields.get(nth).copied().unwrap_or(false) {
            live.extend(atom.var());
        }
    }
    for stmt in block.stmts.iter().rev() {
        mark_stmt(stmt, live, func);
    }
}

fn mark_stmt(stmt: &Stmt, live: &mut VarSet, func: &Func) {
    let wanted: Vec<bool> = stmt.binds.iter().map(|bind| live.contains(bind)).collect();
    match &stmt.op {
        Op::If(branch) => {
            live.extend(branch.cond.var());
            mark(&branch.then, &wanted, live, func);
            mark(&branch.els, &wanted, live, func);
        }
        Op::Loop(each) => mark_loop(each, &wanted, live, func),
        _ if is_removable(stmt, func) && !wanted.contains(&true) => {}
        op => live.extend(op.used()),
    }
}

fn mark_loop(each: &Loop, wanted: &[bool], live: &mut VarSet, func: &Func) {
    if let Head::For { range, .. } = &each.head {
        parts::range(range, &mut |part| {
            if let Part::Atom(atom) = part {
                live.extend(atom.var());
            }
        });
    }
    if let Head::While(cond) = &each.head {
        mark(cond, &[true], live, func);
    }
    live.extend(each.until.iter().filter_map(Atom::var));
    let mut yields = vec![];
    for (nth, (param, init)) in each.carried.iter().enumerate() {
        let carried = wanted[nth] || live.contains(param);
        if carried {
            live.extend(init.var());
        }
        yields.push(carried);
    }
    mark(&each.body, &yields, live, func);
}

/// Whether nothing but its result is of interest, and it cannot panic.
fn is_removable(stmt: &Stmt, func: &Func) -> bool {
    match &stmt.op {
        Op::Apply {
            fun: Fun::Constant, ..
        } => false,
        Op::Apply { .. } => stmt
            .binds
            .iter()
            .all(|bind| matches!(func.ty(*bind), Ty::Float(_) | Ty::Bool)),
        Op::Len(_) | Op::Test(..) | Op::Copy(_) => true,
        Op::Read(place) => place.path.is_empty(),
        _ => false,
    }
}

fn sweep(block: &mut Block, live: &VarSet, func: &Func) {
    let mut kept = vec![];
    for mut stmt in std::mem::take(&mut block.stmts) {
        let wanted: Vec<bool> = stmt.binds.iter().map(|bind| live.contains(bind)).collect();
        if is_removable(&stmt, func) && !wanted.contains(&true) {
            continue;
        }
        match &mut stmt.op {
            Op::If(branch) => {
                retain(&mut branch.then.yields, &wanted);
                retain(&mut branch.els.yields, &wanted);
                retain(&mut stmt.binds, &wanted);
            }
            Op::Loop(each) => {
                let carried = each.carried.iter().zip(&wanted);
                let wanted: Vec<bool> = carried
                    .map(|((param, _), wanted)| *wanted || live.contains(param))
                    .collect();
                retain(&mut each.carried, &wanted);
                retain(&mut each.body.yields, &wanted);
                retain(&mut stmt.binds, &wanted);
            }
            _ => {}
        }
        stmt.op
            .blocks_mut()
            .into_iter()
            .for_each(|block| sweep(block, live, func));
        if !is_idle(&stmt) {
            kept.push(stmt);
        }
    }
    block.stmts = kept;
}

/// A branch that does nothing.
fn is_idle(stmt: &Stmt) -> bool {
    let Op::If(branch) = &stmt.op else {
        return false;
    };
    stmt.binds.is_empty() && branch.then.stmts.is_empty() && branch.els.stmts.is_empty()
}

fn retain<T>(items: &mut Vec<T>, wanted: &[bool]) {
    let mut wanted = wanted.iter();
    items.retain(|_| wanted.next().copied().unwrap_or(true));
}
