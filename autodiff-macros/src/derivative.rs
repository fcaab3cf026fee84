//! The derivatives of a function, as functions.

use std::collections::HashSet;

use crate::activity::Activity;
use crate::along;
use crate::finite::{self, Finite};
use crate::forward;
use crate::fuse;
use crate::induct;
use crate::ir::check::{self, Stage, assured, passed};
use crate::ir::text::{self, Notes, show};
use crate::ir::{Block, BlockId, Func, Mode, Op, Rvalue, Tape, Var};
use crate::plan::{self, Plan};
use crate::prepare::{self, Extras};
use crate::record;
use crate::reverse::{Facts, Sweep};
use crate::tighten::{self, Scope};

/// The forward sweep and the reverse one.
pub(crate) struct Adjoint {
    pub(crate) func: Func,
    pub(crate) sweep: Sweep,
    /// Variables that go by another's name.
    pub(crate) aliases: Vec<(Var, Var)>,
    /// The blocks that keep something for the reverse sweep.
    pub(crate) kept: HashSet<BlockId>,
}

impl Adjoint {
    pub(crate) fn params(&self) -> Vec<Var> {
        self.func.params.iter().map(|param| param.var).collect()
    }

    /// Whether it calls functions for their pullbacks.
    pub(crate) fn has_pullbacks(&self) -> bool {
        let mut found = false;
        self.func.body.each_stmt(&mut |stmt| {
            found |= matches!(&stmt.op, Op::Call(call) if call.mode == Mode::Forward);
        });
        found
    }

    /// Whether the forward sweep keeps something on the heap.
    pub(crate) fn has_tape(&self) -> bool {
        let mut found = false;
        self.func.body.each_stmt(&mut |stmt| {
            found |= match &stmt.op {
                Op::Tape(Tape::Indexed { fixed, .. }) => !fixed,
                op => matches!(op, Op::Tape(_)),
            };
        });
        found
    }
}

/// Forward mode.
pub(crate) struct Tangent {
    pub(crate) func: Func,
    /// The tangent of each parameter.
    pub(crate) tangents: Vec<Var>,
    /// The tangent of the result.
    pub(crate) result: Rvalue,
}

/// readied → swept back → tighten
pub(crate) fn adjoint(func: &Func, inputs: &[Var]) -> Adjoint {
    split(&readied(func, inputs), inputs)
}

/// Both adjoints: in two functions, and where that is another one, in one.
pub(crate) fn both(func: &Func, inputs: &[Var]) -> (Adjoint, Option<Adjoint>) {
    let readied = readied(func, inputs);
    let split = split(&readied, inputs);
    let joint = joint(&readied, inputs, &split);
    (split, joint)
}

/// The adjoint of a function that is readied.
fn split(func: &Func, inputs: &[Var]) -> Adjoint {
    let mut adjoint = swept_back(func, inputs);
    let mut scope = Scope {
        func: &mut adjoint.func,
        is_adjoint: &|_| true,
    };
    tighten::tighten(&mut scope, &mut adjoint.sweep.block);
    let (recorded, sweep) = (&adjoint.func, &adjoint.sweep);
    show(&func.name, "tighten", || text::sweep(recorded, sweep));
    assured(&func.name, "tighten", || check::sweep(recorded, sweep));
    adjoint
}

/// induct → along: the same function, with less that would have to be kept
pub(crate) fn readied(func: &Func, inputs: &[Var]) -> Func {
    along::along(induct::induct(func.clone()), inputs)
}

/// readied → swept back
#[cfg(test)]
pub(crate) fn reversed(func: &Func, inputs: &[Var]) -> Adjoint {
    swept_back(&readied(func, inputs), inputs)
}

/// activity → prepare → plan → record → reverse
fn swept_back(func: &Func, inputs: &[Var]) -> Adjoint {
    let activity = Activity::of(func, inputs);
    show(&func.name, "activity", || {
        text::noted(func, &Notes::activity(func, &activity))
    });
    let finite = finite::suspects(func);
    let mut planned = planned(func.clone(), &activity);
    planned.func = passed(planned.func, Stage::Prepared);
    let swept = swept(planned, &activity, &finite, |func, source, facts| {
        let sweep = Sweep::begin(func);
        let adjoints = sweep.adjoints(func);
        sweep.finish(func, source, facts, adjoints)
    });
    let (recorded, sweep) = (swept.func, swept.result);
    assured(&func.name, "recorded", || {
        check::func(&recorded, Stage::Recorded)
    });
    show(&func.name, "reverse", || text::sweep(&recorded, &sweep));
    assured(&func.name, "reverse", || check::sweep(&recorded, &sweep));
    Adjoint {
        func: recorded,
        sweep,
        aliases: aliases(&swept.plan),
        kept: swept.plan.kept.into_keys().collect(),
    }
}

/// The adjoint for those who ask for the gradient at once; `None` where it is that of `split`.
///
/// fuse → tighten
fn joint(func: &Func, inputs: &[Var], split: &Adjoint) -> Option<Adjoint> {
    let mut joint = fused(func, inputs, split)?;
    let primal = func.vars.len();
    let mut body = std::mem::replace(&mut joint.func.body, Func::empty().body);
    let mut scope = Scope {
        func: &mut joint.func,
        is_adjoint: &|var| var.0 >= primal,
    };
    tighten::tighten(&mut scope, &mut body);
    tighten::tighten(&mut scope, &mut joint.sweep.block);
    joint.func.body = body;
    show(&func.name, "tighten, fused", || text::joint(&joint));
    assured(&func.name, "tighten, fused", || check::joint(&joint));
    Some(joint)
}

/// (activity → prepare → plan → record → reverse), for each block
pub(crate) fn fused(func: &Func, inputs: &[Var], split: &Adjoint) -> Option<Adjoint> {
    let joint = fuse::fuse(func, inputs, split)?;
    show(&func.name, "fused", || text::joint(&joint));
    assured(&func.name, "fused", || check::joint(&joint));
    Some(joint)
}

/// A function of which it is known how its reverse sweep comes to what it needs.
pub(crate) struct Planned {
    pub(crate) func: Func,
    extras: Extras,
    plan: Plan,
}

/// prepare → plan
pub(crate) fn planned(func: Func, activity: &Activity) -> Planned {
    let (mut func, extras) = prepare::prepare(func, activity);
    let plan = plan::plan(&mut func, activity, &extras);
    show(&func.name, "plan", || {
        text::noted(&func, &Notes::plan(&plan))
    });
    Planned { func, extras, plan }
}

/// A recorded function, and what was made of it.
pub(crate) struct Swept<R> {
    pub(crate) func: Func,
    pub(crate) plan: Plan,
    pub(crate) result: R,
}

/// record → reverse
pub(crate) fn swept<R>(
    planned: Planned,
    activity: &Activity,
    finite: &Finite,
    reverse: impl FnOnce(&mut Func, &Block, &Facts) -> R,
) -> Swept<R> {
    let Planned { func, extras, plan } = planned;
    let source = func.body.clone();
    let (mut func, tapes) = record::record(func, &plan);
    show(&func.name, "recorded", || text::func(&func));
    let facts = Facts {
        activity,
        plan: &plan,
        extras: &extras,
        tapes: &tapes,
        finite,
    };
    let result = reverse(&mut func, &source, &facts);
    Swept { func, plan, result }
}

/// The names outside their branches of what branches keep.
pub(crate) fn aliases(plan: &Plan) -> Vec<(Var, Var)> {
    let outside = plan.outside.iter();
    outside
        .map(|(inside, outside)| (*outside, *inside))
        .collect()
}

/// activity → forward
pub(crate) fn tangent(func: &Func, inputs: &[Var]) -> Tangent {
    let activity = Activity::of(func, inputs);
    let tangent = forward::forward(func.clone(), &activity);
    show(&func.name, "forward mode", || text::tangent(&tangent));
    assured(&func.name, "forward mode", || check::tangent(&tangent));
    tangent
}
