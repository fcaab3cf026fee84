//! Whether a loop carries a variable as a sum: each step adds something that does not depend on it,
//! and nobody else looks at it.

use std::collections::HashMap;

use crate::activity::{Activity, written};
use crate::ir::{Atom, Block, Loop, Op, Stmt, Var};

/// Whether the `nth` variable that a loop carries is a sum.
pub(super) fn is_sum(each: &Loop, nth: usize, activity: &Activity) -> bool {
    let (param, _) = each.carried[nth];
    let mut path = vec![];
    if !passes(&each.body, &each.body.yields[nth], param, &mut path) {
        return false;
    }
    let mut uses = HashMap::new();
    count(&each.body, activity, &mut uses);
    let on_the_path = |var: Var| path.iter().filter(|other| **other == var).count();
    path.iter()
        .all(|var| uses.get(var).copied() == Some(on_the_path(*var)))
}

/// Whether `atom` is `param` plus something; what is used on the way from the one to the other.
fn passes(block: &Block, atom: &Atom, param: Var, path: &mut Vec<Var>) -> bool {
    let Some(var) = atom.var() else { return false };
    path.push(var);
    if var == param {
        return true;
    }
    let Some((stmt, nth)) = definition(block, var) else {
        return false;
    };
    match &stmt.op {
        Op::Copy(of) => passes(block, of, param, path),
        Op::Apply {
            rule: Some(rule),
            args,
            ..
        } => {
            let terms = match rule.name {
                "add" => 2,
                "sub" => 1,
                _ => 0,
            };
            args.iter()
                .take(terms)
                .any(|arg| tried(block, arg, param, path))
        }
        Op::If(branch) => [&branch.then, &branch.els]
            .into_iter()
            .all(|side| passes(side, &side.yields[nth], param, path)),
        Op::Loop(each) if nth < each.carried.len() => {
            let (inner, init) = &each.carried[nth];
            passes(block, init, param, path)
                && passes(&each.body, &each.body.yields[nth], *inner, path)
        }
        _ => false,
    }
}

fn tried(block: &Block, atom: &Atom, param: Var, path: &mut Vec<Var>) -> bool {
    let before = path.len();
    let passes = passes(block, atom, param, path);
    if !passes {
        path.truncate(before);
    }
    passes
}

fn definition(block: &Block, var: Var) -> Option<(&Stmt, usize)> {
    block.stmts.iter().find_map(|stmt| {
        let nth = stmt.binds.iter().position(|bind| *bind == var)?;
        Some((stmt, nth))
    })
}

/// How often each variable is used where it may matter to a derivative.
fn count(block: &Block, activity: &Activity, uses: &mut HashMap<Var, usize>) {
    let mut add = |var: Var| *uses.entry(var).or_insert(0) += 1;
    block.yields.iter().filter_map(Atom::var).for_each(&mut add);
    for stmt in &block.stmts {
        let nested = !stmt.op.blocks().is_empty();
        let matters = |var: &Var| activity.is_active(*var);
        if nested || stmt.binds.iter().any(matters) || written(&stmt.op).iter().any(matters) {
            stmt.op.used().into_iter().for_each(&mut add);
        }
    }
    for stmt in &block.stmts {
        stmt.op
            .blocks()
            .into_iter()
            .for_each(|block| count(block, activity, uses));
    }
}
