//! How the reverse sweep gets at each value of the forward sweep that it needs: it is in scope, or
//! computed again, or kept.
//!
//! # Note: what is kept
//!
//! A rule needs what it mentions (to-be-recorded analysis: Hascoët, Naumann & Pascual 2005). Values
//! of the function's own block stay in scope. Of the others, what follows by cheap operations (`+ - *`,
//! integers, comparisons, loads of storage that has not changed) from what is in scope is computed again.
//! For the rest, it is decided what is computed again and what is kept, as is cheapest: a loop keeps
//! on its tape, one entry an iteration; a branch by yielding it to the block around.

mod cost;
mod cut;
mod decide;
mod needs;

use std::collections::{HashMap, HashSet};

use crate::activity::Activity;
use crate::ir::{Block, BlockId, Func, Head, Loop, Op, Ty, Var};
use crate::prepare::Extras;
use crate::shape::{Rerun, Shape, rerun};

/// A side table over variables and blocks.
#[derive(Default)]
pub(crate) struct Plan {
    /// What an entry of a loop's tape holds, or a branch yields besides.
    pub(crate) kept: HashMap<BlockId, Vec<Var>>,
    /// The name outside its branch of a value that the branch yields.
    pub(crate) outside: HashMap<Var, Var>,
    /// What the reverse sweep computes again.
    pub(crate) recomputed: HashSet<Var>,
    /// What a loop yields, where what it carried ahead of that is kept: the adjoint loop carries it.
    pub(crate) followed: HashMap<BlockId, Vec<Followed>>,
}

/// What an iteration yields is what the next one begins with, and the last one leaves.
#[derive(Clone)]
pub(crate) struct Followed {
    pub(crate) param: Var,
    pub(crate) next: Var,
    pub(crate) result: Var,
}

impl Plan {
    /// The name of a value where the reverse sweep finds it.
    pub(crate) fn name(&self, mut var: Var) -> Var {
        while let Some(outside) = self.outside.get(&var) {
            var = *outside;
        }
        var
    }

    /// Whether something of a block, or of one inside it, is kept.
    pub(crate) fn keeps_in(&self, block: &Block) -> bool {
        let mut keeps = false;
        block.each_block(&mut |block| keeps |= self.kept.contains_key(&block.id));
        keeps
    }

    /// Whether this is the name outside its branch of something else.
    pub(crate) fn is_stand_in(&self, var: Var) -> bool {
        self.outside.values().any(|outside| *outside == var)
    }

    /// Whether a value leaves its branch as it is, and not in an `Option`.
    pub(crate) fn is_scalar(&self, func: &Func, var: Var) -> bool {
        let ty = func.ty(var);
        ty.is_scalar() && *ty != Ty::Plain
    }
}

pub(crate) fn plan(func: &mut Func, activity: &Activity, extras: &Extras) -> Plan {
    let body = func.body.clone();
    let shape = Shape::of(func);
    let mut planner = Planner {
        func,
        activity,
        extras,
        shape,
        plan: Plan::default(),
        defined: HashMap::new(),
        indices: HashSet::new(),
        branches: HashMap::new(),
        loops: HashMap::new(),
        carried: vec![],
        needed: vec![],
        at: 0,
        depth: 0,
    };
    planner.define(&body, true);
    planner.needs(&body, true);
    planner.decide();
    planner.plan
}

struct Planner<'a> {
    func: &'a mut Func,
    activity: &'a Activity,
    extras: &'a Extras,
    shape: Shape,
    plan: Plan,
    /// The statement that binds a value, and where that stands in the function's own block.
    defined: HashMap<Var, (Op, usize)>,
    /// Indices that the reverse sweep runs over itself.
    indices: HashSet<Var>,
    /// The block around a branch.
    branches: HashMap<BlockId, BlockId>,
    /// How many loops are around what binds a value.
    loops: HashMap<Var, u32>,
    /// What each loop carries.
    carried: Vec<(BlockId, Followed)>,
    needed: Vec<Var>,
    /// The statement of the function's own block, and the loops, that we are in.
    at: usize,
    depth: u32,
}

impl Planner<'_> {
    fn define(&mut self, block: &Block, top: bool) {
        for (at, stmt) in block.stmts.iter().enumerate() {
            if top {
                self.at = at;
            }
            for bind in &stmt.binds {
                let op = if stmt.op.blocks().is_empty() {
                    stmt.op.clone()
                } else {
                    Op::Init(None)
                };
                self.defined.insert(*bind, (op, self.at));
                self.loops.insert(*bind, self.depth);
            }
            match &stmt.op {
                Op::If(branch) => {
                    self.branches.insert(branch.then.id, block.id);
                    self.branches.insert(branch.els.id, block.id);
                    self.define(&branch.then, false);
                    self.define(&branch.els, false);
                }
                Op::Loop(each) => self.define_loop(each, &stmt.binds),
                _ => {}
            }
        }
    }

    fn define_loop(&mut self, each: &Loop, binds: &[Var]) {
        self.depth += 1;
        let pairs = each.body.yields.iter().zip(binds);
        for ((param, _), (next, result)) in each.carried.iter().zip(pairs) {
            self.loops.insert(*param, self.depth);
            if let Some(next) = next.var() {
                let (param, result) = (*param, *result);
                let followed = Followed {
                    param,
                    next,
                    result,
                };
                self.carried.push((each.body.id, followed));
            }
        }
        match &each.head {
            Head::For { index, .. } => {
                self.loops.insert(*index, self.depth);
                if rerun(self.func, each) != Rerun::Taped {
                    self.indices.insert(*index);
                }
            }
            Head::While(cond) => self.define(cond, false),
            Head::Forever => {}
        }
        self.define(&each.body, false);
        self.depth -= 1;
    }
}
