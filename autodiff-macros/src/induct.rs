//! Integers that a loop counts up are computed from its index.
//!
//! # Note: no tape for a counter
//!
//! `next += 1` in a loop over `j` is `next + (j - lo)` of the `next` ahead of the loop. The reverse
//! sweep, which has `j`, then finds the counter again without a tape. The forward sweep computes what
//! it did: LLVM counts, whichever way it is written.

use proc_macro2::Span;

use crate::ir::walk::{PartMut, parts_mut, used_in};
use crate::ir::{Atom, Block, Fun, Func, Head, Loop, Op, Ty, Var};

pub(crate) fn induct(mut func: Func) -> Func {
    let mut body = std::mem::replace(&mut func.body, Func::empty().body);
    block(&mut func, &mut body);
    func.body = body;
    func
}

fn block(func: &mut Func, block: &mut Block) {
    for stmt in &mut block.stmts {
        for inner in stmt.op.blocks_mut() {
            self::block(func, inner);
        }
        if let Op::Loop(each) = &mut stmt.op {
            for nth in 0..each.carried.len() {
                counter(func, each, nth, stmt.span);
            }
        }
    }
}

/// Computes the `nth` carried variable from the index, where it is a counter that is looked at.
fn counter(func: &mut Func, each: &mut Loop, nth: usize, span: Span) {
    let (param, init) = each.carried[nth].clone();
    let Head::For { index, range } = &each.head else {
        return;
    };
    let integers = [param, *index]
        .iter()
        .all(|var| *func.ty(*var) == Ty::usize());
    let Some(step) = step(each, nth).filter(|_| integers && range.adaptors.is_empty()) else {
        return;
    };
    let uses = used_in(&each.body).into_iter().filter(|var| *var == param);
    if uses.count() < 2 {
        return;
    }
    let mut first = vec![];
    let from_the_start = vec![Atom::Var(*index), range.lo.clone()];
    let mut count = func.integer(Fun::Binary("-"), from_the_start, &mut first, span);
    if !matches!(&step, Atom::Lit(lit) if lit.text == "1") {
        count = func.integer(Fun::Binary("*"), vec![count, step], &mut first, span);
    }
    let now = func.integer(Fun::Binary("+"), vec![init, count], &mut first, span);
    let next = each.body.yields[nth].var();
    replace(&mut each.body, next, param, &now);
    each.body.stmts.splice(0..0, first);
}

/// What is added in each iteration, if it is a literal.
fn step(each: &Loop, nth: usize) -> Option<Atom> {
    let next = each.body.yields[nth].var()?;
    let stmt = each.body.stmts.iter().find(|stmt| stmt.binds == [next])?;
    match &stmt.op {
        Op::Apply {
            fun: Fun::Binary("+"),
            args,
            ..
        } => match &args[..] {
            [Atom::Var(var), step @ Atom::Lit(_)] if *var == each.carried[nth].0 => {
                Some(step.clone())
            }
            _ => None,
        },
        _ => None,
    }
}

/// Puts `now` for `param`, but in the statement that binds `next`.
fn replace(block: &mut Block, next: Option<Var>, param: Var, now: &Atom) {
    let put = |atom: &mut Atom| {
        if atom.var() == Some(param) {
            *atom = now.clone();
        }
    };
    for stmt in &mut block.stmts {
        if stmt.binds.first().copied() != next || next.is_none() {
            parts_mut::op(&mut stmt.op, &mut |part| {
                if let PartMut::Atom(atom) = part {
                    put(atom);
                }
            });
        }
        if let Op::Loop(each) = &mut stmt.op {
            each.until.iter_mut().for_each(put);
        }
        for inner in stmt.op.blocks_mut() {
            replace(inner, next, param, now);
        }
    }
    block.yields.iter_mut().for_each(put);
}
