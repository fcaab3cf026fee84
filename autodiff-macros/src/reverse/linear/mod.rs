//! The body of an adjoint loop as a linear map of what it carries.
//!
//! # Note: off the critical path
//!
//! `x = r * x * (1.0 - x)` has the adjoint `a = a * (1.0 - x) * r - a * r * x`: the next iteration
//! waits for three operations, one behind the other. The factors of `a` do not depend on it. Summed up
//! first, `slope = (1.0 - x) * r - r * x`, they leave one product to wait for: `a = a * slope`. This is
//! the preaccumulation of a local Jacobian (Griewank & Walther 2008, "Evaluating Derivatives", §10.2).
//!
//! It costs a chain of operations for each carried adjoint that a value depends on. An operation that
//! waits for the one before it takes about four cycles; one that waits for nothing, half a cycle.
//! So the map is worth it if it adds no more than `EXCHANGE` operations for each that it takes from
//! the critical path.

mod chains;
mod form;
mod map;
mod results;

use crate::ir::{Atom, Func, Stmt, Var};

pub(super) use chains::chained;
use map::Map;

/// How many operations that nothing waits for are as long as one that everything waits for.
const EXCHANGE: usize = 4;

/// The body and what it yields, with the operations on the carried adjoints at its end; nothing
/// where that is no gain.
pub(super) fn preaccumulated(
    func: &mut Func,
    params: &[Var],
    body: &[Stmt],
    nexts: &[Atom],
) -> Option<(Vec<Stmt>, Vec<Atom>)> {
    let mut map = Map::of(func, params, body)?;
    for stmt in body {
        map.stmt(stmt)?;
    }
    let forms = nexts.iter().map(|next| map.form(next));
    let forms: Vec<_> = forms.collect::<Option<_>>()?;
    let depth = forms.iter().map(|form| form.depth).max().unwrap_or(0);
    let nexts = map.finish(&forms);
    let gain = depth.saturating_sub(map.depth);
    let worth = gain > 0 && map.after <= map.before + EXCHANGE * gain;
    worth.then_some((map.out, nexts))
}
