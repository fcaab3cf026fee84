//! The reverse sweep as a person would write it: sums stay in registers, loops run forward, and what
//! they read and write are slices of one length.

mod accumulate;
mod apart;
mod build;
mod facts;
mod gather;
mod lanes;
mod neighbours;
mod plan;
mod rotate;
mod straight;
mod unit;
mod write;

use crate::ir::{Block, Func, Var};

/// What the pass knows of a block besides the block itself.
pub(crate) struct Scope<'a> {
    pub(crate) func: &'a mut Func,
    /// Whether the sums in a variable may be added up in any order: those of adjoints may.
    pub(crate) is_adjoint: &'a dyn Fn(Var) -> bool,
}

pub(crate) fn tighten(scope: &mut Scope, block: &mut Block) {
    accumulate::block(scope, block);
    apart::block(scope, block);
}
