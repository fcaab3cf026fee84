//! What a loop adds to one and the same place is summed up in a local, and added once behind it.
//!
//! # Note: where the loop does not run
//!
//! The place may be out of reach then: `x[n - 1]` of an empty slice. So it is touched only where
//! something other than zero was added.

use std::collections::HashMap;

use proc_macro2::Span;

use crate::ir::{
    Atom, Block, Float, Fun, Func, Head, If, Loop, Op, Place, Proj, Role, Rvalue, Sign, Stmt, Ty,
    Var,
};
use crate::share;

use super::Scope;
use super::facts::{Facts, rename, renewed};

/// More than this do not stay in registers.
const MOST: usize = 32;

pub(super) fn block(scope: &mut Scope, block: &mut Block) {
    let mut out = vec![];
    for mut stmt in std::mem::take(&mut block.stmts) {
        let behind = match &mut stmt.op {
            Op::Loop(each) => sums(scope, each, stmt.span, &mut out),
            _ => vec![],
        };
        for inner in stmt.op.blocks_mut() {
            self::block(scope, inner);
        }
        out.push(stmt);
        out.extend(behind);
    }
    block.stmts = out;
}

/// A place that is the same in each iteration.
struct Sum {
    place: Place,
    /// What computes its indices.
    chain: Vec<Stmt>,
    local: Var,
}

/// Declares the sums of a loop ahead of it; gives what adds them behind it.
fn sums(scope: &mut Scope, each: &mut Loop, span: Span, ahead: &mut Vec<Stmt>) -> Vec<Stmt> {
    if !matches!(each.head, Head::For { .. }) {
        return vec![];
    }
    let facts = Facts::of(each);
    let (mut sums, mut known) = (vec![], HashMap::new());
    each.body.each_stmt(&mut |stmt| {
        let Op::Update(place, _, atom) = &stmt.op else {
            return;
        };
        let ty = scope.func.atom_ty(atom);
        let wanted = (scope.is_adjoint)(place.base) && facts.is_sum(place.base);
        let mut chain = vec![];
        if !wanted
            || !is_in_memory(scope.func, place)
            || !is_summed(&ty, place)
            || !facts.is_fixed(place, &mut chain)
        {
            return;
        }
        let (raw, text) = (raw(place), facts.place(place));
        if let Some((_, local)) = known.values().find(|(known, _)| *known == text) {
            let local = *local;
            known.insert(raw, (text, local));
            return;
        }
        let local = scope.func.local(&name(scope.func, place), ty);
        known.insert(raw, (text, local));
        sums.push(Sum {
            place: place.clone(),
            chain,
            local,
        });
    });
    if sums.len() > MOST {
        return vec![];
    }
    replace(&mut each.body, &known);
    let chain = sums.iter().flat_map(|sum| &sum.chain);
    forget(each, chain.flat_map(|stmt| stmt.binds.clone()).collect());
    for sum in &sums {
        let zero = Atom::float("0.0", scope.func.ty(sum.local));
        ahead.push(Stmt::new(
            vec![sum.local],
            Op::Init(Some(Rvalue::Atom(zero))),
            span,
        ));
    }
    sums.into_iter()
        .flat_map(|sum| delivered(scope.func, sum, span))
        .collect()
}

fn raw(place: &Place) -> String {
    share::place(place, &share::operand)
}

/// Whether it is not a local number, which is in a register anyway.
fn is_in_memory(func: &Func, place: &Place) -> bool {
    !place.path.is_empty() || matches!(func.vars[place.base.0].role, Role::Param { .. })
}

/// Whether a sum of this type can be started, and compared with zero where it has to be.
fn is_summed(ty: &Ty, place: &Place) -> bool {
    match ty {
        Ty::Float(Float::Taken(_) | Float::Any) => false,
        Ty::Float(Float::Open) => is_reached(place),
        Ty::Float(_) => true,
        _ => false,
    }
}

/// Whether the place is there in any case.
fn is_reached(place: &Place) -> bool {
    place
        .path
        .iter()
        .all(|proj| matches!(proj, Proj::Field(_) | Proj::Deref))
}

fn name(func: &Func, place: &Place) -> String {
    let base = func.name(place.base);
    match base.strip_suffix("_adj") {
        Some(stem) => format!("{stem}_sum"),
        None => String::new(),
    }
}

fn replace(block: &mut Block, known: &HashMap<String, (String, Var)>) {
    for stmt in &mut block.stmts {
        if let Op::Update(place, ..) = &mut stmt.op {
            if let Some((_, local)) = known.get(&raw(place)) {
                *place = Place::whole(*local);
            }
        }
        for inner in stmt.op.blocks_mut() {
            replace(inner, known);
        }
    }
}

/// What computed indices, and is not asked for any more, goes.
fn forget(each: &mut Loop, mut indices: Vec<Var>) {
    while !indices.is_empty() {
        let facts = Facts::of(each);
        let unused = |var: &Var| !facts.used(*var).read;
        let (gone, left): (Vec<Var>, Vec<Var>) = indices.iter().partition(|var| unused(var));
        if gone.is_empty() {
            return;
        }
        remove(&mut each.body, &gone);
        indices = left;
    }
}

fn remove(block: &mut Block, gone: &[Var]) {
    let is_gone = |stmt: &Stmt| stmt.binds.iter().any(|bind| gone.contains(bind));
    block.stmts.retain(|stmt| !is_gone(stmt));
    for stmt in &mut block.stmts {
        for inner in stmt.op.blocks_mut() {
            remove(inner, gone);
        }
    }
}

fn delivered(func: &mut Func, sum: Sum, span: Span) -> Vec<Stmt> {
    let mut names = HashMap::new();
    let mut stmts = renewed(func, &sum.chain, &mut names);
    let reached = is_reached(&sum.place);
    let mut update = Op::Update(sum.place, Sign::Plus, Atom::Var(sum.local));
    rename(&mut update, &names);
    stmts.push(Stmt::new(vec![], update, span));
    if reached {
        return stmts;
    }
    let zero = Atom::float("0.0", func.ty(sum.local));
    let is_any = func.value("", Ty::Bool);
    let differs = Op::Apply {
        fun: Fun::Binary("!="),
        rule: None,
        args: vec![Atom::Var(sum.local), zero],
    };
    let (then, els) = (func.block(stmts, vec![]), func.block(vec![], vec![]));
    let branch = If {
        cond: Atom::Var(is_any),
        then,
        els,
    };
    vec![
        Stmt::new(vec![is_any], differs, span),
        Stmt::new(vec![], Op::If(branch), span),
    ]
}
