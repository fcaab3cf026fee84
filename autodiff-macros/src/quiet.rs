//! A function that runs a second time: what it prints and what it asserts was done the first time.

use crate::ir::{Block, Func, Op};

/// The function without the effects that carry no derivative, but for those that end it.
pub(crate) fn quiet(mut func: Func) -> Func {
    silence(&mut func.body);
    func
}

fn silence(block: &mut Block) {
    let loud = |op: &Op| matches!(op, Op::Effect(effect) if !effect.diverges);
    block.stmts.retain(|stmt| !loud(&stmt.op));
    let inner = block.stmts.iter_mut();
    inner
        .flat_map(|stmt| stmt.op.blocks_mut())
        .for_each(silence);
}
