//! Loops whose results reach the end linearly: forward and reverse sweep in one body, with no tape.
//!
//! # Note: when
//!
//! The cotangent of `sum` in `for … { sum += term; }` is the same in each iteration, and where what
//! follows is linear in `sum` it is known ahead of the loop. An iteration can then be
//! differentiated as soon as it has been computed, while all its values are at hand. Needed is that
//!
//! * what the loop carries and has an adjoint is a sum, of which nobody reads the parts (`sums.rs`);
//! * the cotangents of its results follow from what is there ahead of it (`known.rs`);
//! * storage of others that has an adjoint is read only, and not written later on, so that what an
//!   iteration adds to that adjoint may be added at any time.
//!
//! A body is a block like that of a function, and goes the same way: what is in it is fused first,
//! and the passes work on the rest (`region.rs`). A branch around such a loop is fused with it.
//!
//! Only what would keep something on a tape is fused: two loops without one, of which the second
//! runs over what the first has left in the cache, are faster than one that does both.

mod candidate;
mod early;
mod known;
mod region;
mod sums;

use std::collections::HashSet;

use crate::derivative::Adjoint;
use crate::finite::{self, Finite};
use crate::ir::{Atom, BlockId, Func, Rvalue, Var};
use crate::reverse::Sweep;

use region::Region;

/// The adjoint with what can be fused; `None` where nothing can. `split` is the one without.
pub(crate) fn fuse(func: &Func, inputs: &[Var], split: &Adjoint) -> Option<Adjoint> {
    if split.kept.is_empty() && !split.has_pullbacks() {
        return None;
    }
    let mut func = func.clone();
    let sweep = Sweep::begin(&mut func);
    let seeds = match &func.result {
        Rvalue::Atom(atom @ Atom::Var(_)) => vec![(atom.clone(), Atom::Var(sweep.seed))],
        _ => vec![],
    };
    let region = Region {
        inputs: inputs.to_vec(),
        adjoints: sweep.adjoints(&func),
        seeds,
    };
    let mut fuse = Fuse {
        finite: finite::suspects(&func),
        func,
        taped: &split.kept,
        aliases: vec![],
        found: false,
    };
    let sweep = fuse.function(&region, sweep);
    fuse.found.then(|| Adjoint {
        func: fuse.func,
        sweep,
        aliases: fuse.aliases,
        kept: HashSet::new(),
    })
}

struct Fuse<'s> {
    /// What is differentiated stands in its body; it owns all variables.
    func: Func,
    finite: Finite,
    /// The blocks that keep something where nothing is fused.
    taped: &'s HashSet<BlockId>,
    aliases: Vec<(Var, Var)>,
    found: bool,
}
