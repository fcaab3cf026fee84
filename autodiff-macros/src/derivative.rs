//! The derivatives of a function, as functions.

use crate::activity::Activity;
use crate::along;
use crate::finite;
use crate::forward;
use crate::ir::check::{self, Stage, assured, passed};
use crate::ir::text::{self, Notes, show};
use crate::ir::{Func, Op, Rvalue, Tape, Var};
use crate::plan;
use crate::prepare;
use crate::record;
use crate::reverse::{self, Facts, Sweep};

/// The forward sweep and the reverse one.
pub(crate) struct Adjoint {
    pub(crate) func: Func,
    pub(crate) sweep: Sweep,
    /// Variables that go by another's name.
    pub(crate) aliases: Vec<(Var, Var)>,
}

impl Adjoint {
    pub(crate) fn params(&self) -> Vec<Var> {
        self.func.params.iter().map(|param| param.var).collect()
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

/// along → activity → prepare → plan → record → reverse
pub(crate) fn adjoint(func: &Func, inputs: &[Var]) -> Adjoint {
    let func = &along::along(func.clone(), inputs);
    let activity = Activity::of(func, inputs);
    show(&func.name, "activity", || {
        text::noted(func, &Notes::activity(func, &activity))
    });
    let finite = finite::suspects(func);
    let (mut prepared, extras) = prepare::prepare(func.clone(), &activity);
    let plan = plan::plan(&mut prepared, &activity, &extras);
    show(&func.name, "plan", || {
        text::noted(&prepared, &Notes::plan(&plan))
    });
    let source = prepared.body.clone();
    let (recorded, tapes) = record::record(passed(prepared, Stage::Prepared), &plan);
    let mut recorded = passed(recorded, Stage::Recorded);
    let facts = Facts {
        activity: &activity,
        plan: &plan,
        extras: &extras,
        tapes: &tapes,
        finite: &finite,
    };
    let sweep = reverse::reverse(&mut recorded, &source, &facts);
    show(&func.name, "reverse", || text::sweep(&recorded, &sweep));
    assured(&func.name, "reverse", || check::sweep(&recorded, &sweep));
    let aliases = plan
        .outside
        .iter()
        .map(|(inside, outside)| (*outside, *inside))
        .collect();
    Adjoint {
        func: recorded,
        sweep,
        aliases,
    }
}

/// activity → forward
pub(crate) fn tangent(func: &Func, inputs: &[Var]) -> Tangent {
    let activity = Activity::of(func, inputs);
    let tangent = forward::forward(func.clone(), &activity);
    show(&func.name, "forward mode", || text::tangent(&tangent));
    assured(&func.name, "forward mode", || check::tangent(&tangent));
    tangent
}
