//! Operands nest again: what is used once, and right there, is written where it is used.

use crate::activity::written;
use crate::ir::walk::{Access, Part, parts, used_in};
use crate::ir::{Atom, Block, Fun, Func, Op, Role, Rvalue, Stmt, Var, VarMap, VarSet};

pub(super) struct Facts {
    pub(super) once: VarSet,
    pub(super) changing: VarSet,
    /// Values that both sweeps bind.
    again: VarSet,
}

pub(super) fn facts(func: &Func, blocks: &[&Block]) -> Facts {
    let mut uses = VarMap::new();
    for block in blocks {
        count(block, &mut uses);
    }
    parts::rvalue(&func.result, &mut |part| match part {
        Part::Atom(atom) => atom
            .var()
            .into_iter()
            .for_each(|var| add(var, 1, &mut uses)),
        Part::Place(place, _) => add(place.base, 2, &mut uses),
    });
    let mut facts = Facts {
        once: VarSet::new(),
        changing: VarSet::new(),
        again: VarSet::new(),
    };
    let mut bound = VarSet::new();
    for block in blocks {
        block.each_stmt(&mut |stmt| {
            changing(stmt, &mut facts.changing);
            let carried = match &stmt.op {
                Op::Loop(each) => each.carried.as_slice(),
                _ => &[],
            };
            let params = carried.iter().map(|(param, _)| param);
            let again = stmt.binds.iter().chain(params);
            facts
                .again
                .extend(again.filter(|bind| !bound.insert(**bind)));
        });
    }
    for block in blocks {
        block.each_block(&mut |block| inline(block, func, &uses, &mut facts));
    }
    facts
}

fn add(var: Var, count: usize, uses: &mut VarMap<usize>) {
    *uses.place(var).get_or_insert(0) += count;
}

fn count(block: &Block, uses: &mut VarMap<usize>) {
    for var in used_in(block) {
        add(var, 1, uses);
    }
    block.each_stmt(&mut |stmt| match &stmt.op {
        Op::Push(tape, kept) => {
            for var in kept.iter().chain([tape]) {
                add(*var, 2, uses);
            }
        }
        Op::Put { tape, kept, .. } => {
            for var in kept.iter().chain([tape]) {
                add(*var, 2, uses);
            }
        }
        Op::Fetch { tape, .. } => {
            for var in stmt.binds.iter().chain([tape]) {
                add(*var, 2, uses);
            }
        }
        Op::Pop { tape, cursor } => {
            for var in stmt.binds.iter().chain([tape, cursor]) {
                add(*var, 2, uses);
            }
        }
        Op::Pull(pull) => add(pull.pullback, 2, uses),
        _ => {}
    });
}

fn changing(stmt: &Stmt, changing: &mut VarSet) {
    changing.extend(written(&stmt.op));
    match &stmt.op {
        Op::Pop { cursor, .. } => {
            changing.insert(*cursor);
        }
        Op::Push(tape, _) | Op::Put { tape, .. } => {
            changing.insert(*tape);
        }
        Op::Init(None) => changing.extend(&stmt.binds),
        _ => {}
    }
}

/// What an expression that is still to be written reads.
struct Pending {
    since: usize,
    reads: Vec<Var>,
}

fn inline(block: &Block, func: &Func, uses: &VarMap<usize>, facts: &mut Facts) {
    let mut pending: VarMap<Pending> = VarMap::new();
    for (at, stmt) in block.stmts.iter().enumerate() {
        let mut reads = vec![];
        for var in operands(&stmt.op) {
            let Some(candidate) = pending.remove(&var) else {
                if matches!(func.vars[var.0].role, Role::Local | Role::Param { .. }) {
                    reads.push(var);
                }
                continue;
            };
            let between = &block.stmts[candidate.since + 1..at];
            if between.iter().all(|stmt| !writes(stmt, &candidate.reads)) {
                facts.once.insert(var);
                reads.extend(candidate.reads);
            }
        }
        if let Some(bind) = alias(stmt, func, facts) {
            facts.once.insert(bind);
        } else if let Some(bind) = candidate(stmt, block, func, uses, facts) {
            pending.insert(bind, Pending { since: at, reads });
        }
    }
    for atom in &block.yields {
        let Some(var) = atom.var() else { continue };
        let Some(candidate) = pending.remove(&var) else {
            continue;
        };
        let behind = &block.stmts[candidate.since + 1..];
        if behind.iter().all(|stmt| !writes(stmt, &candidate.reads)) {
            facts.once.insert(var);
        }
    }
}

/// The variables that a statement reads itself, ahead of its blocks.
fn operands(op: &Op) -> Vec<Var> {
    let mut operands = vec![];
    parts::op(op, &mut |part| match part {
        Part::Atom(atom) => operands.extend(atom.var()),
        Part::Place(place, access) if access != Access::Write => operands.push(place.base),
        Part::Place(..) => {}
    });
    operands
}

/// Whether a statement, or one inside it, writes what an expression reads.
fn writes(stmt: &Stmt, reads: &[Var]) -> bool {
    let mut found = false;
    crate::ir::walk::each_stmt(stmt, &mut |stmt| {
        found |= written(&stmt.op).iter().any(|var| reads.contains(var));
        if let Op::Pop { cursor, .. } = &stmt.op {
            found |= reads.contains(cursor);
        }
    });
    found
}

/// Another name, and none of the user's, for a variable that does not change.
fn alias(stmt: &Stmt, func: &Func, facts: &Facts) -> Option<Var> {
    let bind = *stmt.binds.first()?;
    let ours = func.name(bind).is_empty() || func.name(bind).starts_with("__");
    let of = match &stmt.op {
        Op::Init(Some(Rvalue::Atom(Atom::Var(of)))) if ours => of,
        Op::Apply {
            fun: Fun::Same,
            args,
            ..
        } => &args.first()?.var()?,
        _ => return None,
    };
    let settled = |var: &Var| !facts.changing.contains(var);
    let plain = !facts.once.contains(of) && !facts.again.contains(&bind);
    (plain && settled(&bind) && settled(of)).then_some(bind)
}

/// A value without a name of the user's, used once.
fn candidate(
    stmt: &Stmt,
    block: &Block,
    func: &Func,
    uses: &VarMap<usize>,
    facts: &Facts,
) -> Option<Var> {
    let bind = *stmt.binds.first()?;
    let simple = match &stmt.op {
        Op::Apply { .. } | Op::Read(_) | Op::Len(_) | Op::Test(..) | Op::Copy(_) => true,
        Op::Init(Some(Rvalue::Atom(Atom::Var(_) | Atom::Lit(_)))) => {
            !facts.changing.contains(&bind)
        }
        _ => false,
    };
    let once = uses.get(&bind) == Some(&1);
    let alias =
        matches!(&stmt.op, Op::Init(Some(Rvalue::Atom(Atom::Var(of)))) if !facts.once.contains(of));
    let next = block.yields.iter().any(|atom| atom.var() == Some(bind));
    (simple && once && (alias || next || func.name(bind).is_empty())).then_some(bind)
}
