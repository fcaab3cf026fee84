//! What it costs to keep a value, and to compute it again.
//!
//! # Note: the cost model
//!
//! In operations: `+ - *`, a comparison or integer arithmetic is one, a load two, a number on a tape
//! four (it is stored and loaded, and takes part in the traffic to memory), a number that a branch yields
//! two. What happens in a loop happens often. Functions, divisions, calls and loops are never computed
//! again: they cost more than a number on a tape.

use crate::ir::walk::{Part, parts};
use crate::ir::{Fun, Op, Role, Ty, Var};

use super::Planner;

const LOAD: u64 = 2;
const TAPED: u64 = 4;
const YIELDED: u64 = 2;

/// How often a loop runs, for want of anything better.
const TRIPS: u64 = 16;

/// The deepest nest of which more is made than of the one around it.
const DEEP: u32 = 8;

impl Planner<'_> {
    fn weight(&self, var: Var) -> u64 {
        TRIPS.pow(self.loops(var).min(DEEP))
    }

    fn loops(&self, var: Var) -> u32 {
        self.loops.get(&var).copied().unwrap_or(0)
    }

    /// What it costs to keep a value.
    pub(super) fn keeping(&self, var: Var) -> u64 {
        match self.loops(var) {
            0 => YIELDED,
            _ => TAPED * self.weight(var),
        }
    }

    /// What it costs to compute a value again, given its operands.
    pub(super) fn again(&self, var: Var) -> u64 {
        let load = matches!(self.defined.get(&var), Some((Op::Read(_), _)));
        self.weight(var) * if load { LOAD } else { 1 }
    }

    pub(super) fn is_at_hand(&self, var: Var) -> bool {
        self.shape.is_top(var) || self.indices.contains(&var)
    }

    pub(super) fn operands(&self, var: Var) -> Vec<Var> {
        let Some((op, _)) = self.defined.get(&var) else {
            return vec![];
        };
        let mut operands = vec![];
        parts::op(op, &mut |part| {
            if let Part::Atom(atom) = part {
                operands.extend(atom.var());
            }
        });
        operands
    }

    /// Whether it follows from what is at hand, without keeping anything.
    pub(super) fn is_free(&self, var: Var) -> bool {
        if let Some(free) = self.free.borrow().get(&var) {
            return *free;
        }
        let operands = || self.operands(var).into_iter();
        let free = self.is_at_hand(var)
            || (self.is_cheap(var) && operands().all(|operand| self.is_free(operand)))
            || (self.is_quotient(var) && operands().all(|operand| self.is_invariant(operand)));
        self.free.borrow_mut().insert(var, free);
        free
    }

    /// Whether it is the same in each iteration, so that a compiler computes it once.
    fn is_invariant(&self, var: Var) -> bool {
        let operands = || self.operands(var).into_iter();
        self.shape.is_top(var)
            || ((self.is_cheap(var) || self.is_quotient(var))
                && operands().all(|operand| self.is_invariant(operand)))
    }

    fn is_quotient(&self, var: Var) -> bool {
        let quotient = |fun: &Fun| matches!(fun, Fun::Binary("/"));
        matches!(self.defined.get(&var), Some((Op::Apply { fun, .. }, _)) if quotient(fun))
    }

    /// Whether a value takes next to nothing to compute again, given its operands.
    pub(super) fn is_cheap(&self, var: Var) -> bool {
        let Some((op, at)) = self.defined.get(&var) else {
            return false;
        };
        match op {
            Op::Apply { fun, rule, .. } => match (fun, rule) {
                (
                    Fun::Neg
                    | Fun::Not
                    | Fun::Behind
                    | Fun::Constant
                    | Fun::Same
                    | Fun::Times
                    | Fun::Product
                    | Fun::Tangent,
                    _,
                ) => true,
                (Fun::Cast(_) | Fun::Convert(_), _) => true,
                (Fun::Path(_, name), _) if Fun::converts(name) => true,
                (Fun::Binary(symbol), Some(_)) => !matches!(*symbol, "/" | "%"),
                (Fun::Binary(_), None) => true,
                (Fun::Method(_) | Fun::Path(..), Some(_)) => false,
                (Fun::Method(_) | Fun::Path(..), None) => {
                    !matches!(self.func.ty(var), Ty::Float(_))
                }
            },
            Op::Read(place) | Op::Test(place, _) => {
                self.shape.is_settled(self.func, place.base, *at)
            }
            Op::Len(place) => {
                let info = &self.func.vars[place.base.0];
                let returned = matches!(info.role, Role::Param { exclusive: true });
                let slice = matches!(info.ty, Ty::Slice(_)) && !returned;
                self.shape.is_settled(self.func, place.base, *at) || slice
            }
            _ => false,
        }
    }
}
