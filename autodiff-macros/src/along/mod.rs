//! The derivative by a number that stays the same in a loop runs along with the loop.
//!
//! # Note: no tape
//!
//! In `y = y * x + c[i]`, the adjoint of `y` waits for nothing but `x`; it is the adjoint of `x` that asks
//! for each `y`, and a tape. But the loop carries one number, and only its last value has an adjoint:
//! that of `x` is the product of it and `dy/dx`, which the forward sweep finds by the product rule while
//! it computes `y` (`slope = slope * x + y`). In the loop, `x` is *held*: a number without a derivative.
//! Behind it, `y` goes *along* with `x`, with that slope.
//!
//! This is done where the loop needs no tape then, and carries no more than [`SLOPES`] slopes.

mod products;
mod slopes;

use crate::activity::Activity;
use crate::ir::{Block, BlockId, Func, Op, Stmt, Var};
use crate::plan;
use crate::prepare;
use crate::rules::Rule;

use slopes::Slopes;

/// How many slopes a loop carries at most.
const SLOPES: usize = 2;

/// The operand, without its derivative.
pub(crate) static HELD: Rule = Rule {
    name: "held",
    params: &["x"],
    integers: &[],
    bindings: &[],
    partials: &[],
    guarded: false,
};

/// The first operand, which changes with the second one by the third.
pub(crate) static ALONG: Rule = Rule {
    name: "along",
    params: &["z", "x"],
    integers: &["slope"],
    bindings: &[],
    partials: &["1.0", "slope"],
    guarded: true,
};

/// A function with the same value and the same derivative.
pub(crate) fn along(mut func: Func, inputs: &[Var]) -> Func {
    let taped = taped(&func, inputs);
    for id in taped {
        let (mut changed, mut done) = (func.clone(), None);
        let mut body = changed.body.clone();
        loops(&mut body, &mut |stmts, at| {
            if matches!(&stmts[at].op, Op::Loop(each) if each.body.id == id) {
                done = Slopes::of(&func, inputs).rewritten(&mut changed, stmts, at);
            }
        });
        changed.body = body;
        if done.is_some() && !self::taped(&changed, inputs).contains(&id) {
            func = changed;
        }
    }
    func
}

/// The loops that keep something, if nothing is done about it.
fn taped(func: &Func, inputs: &[Var]) -> Vec<BlockId> {
    let activity = Activity::of(func, inputs);
    let (mut prepared, extras) = prepare::prepare(func.clone(), &activity);
    let plan = plan::plan(&mut prepared, &activity, &extras);
    let mut taped = vec![];
    func.body.each_stmt(&mut |stmt| {
        if let Op::Loop(each) = &stmt.op {
            taped.extend(Some(each.body.id).filter(|id| plan.kept.contains_key(id)));
        }
    });
    taped
}

/// Visits where each loop stands, inner ones first.
fn loops(block: &mut Block, visit: &mut dyn FnMut(&mut Vec<Stmt>, usize)) {
    for at in (0..block.stmts.len()).rev() {
        for inner in block.stmts[at].op.blocks_mut() {
            loops(inner, visit);
        }
        if let Op::Loop(_) = block.stmts[at].op {
            visit(&mut block.stmts, at);
        }
    }
}
