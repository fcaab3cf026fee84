//! What side tables say of variables and blocks, as comments.

use std::collections::HashMap;

use super::Text;
use super::operand::comma;
use crate::activity::Activity;
use crate::ir::*;
use crate::plan::Plan;

/// Remarks on variables, and what blocks keep.
#[derive(Default)]
pub(crate) struct Notes {
    pub(super) vars: HashMap<Var, &'static str>,
    pub(super) kept: HashMap<BlockId, Vec<Var>>,
}

impl Notes {
    pub(crate) fn activity(func: &Func, activity: &Activity) -> Notes {
        let note = |var: Var| match (activity.is_varied(var), activity.is_useful(var)) {
            (true, true) => Some((var, "active")),
            (true, false) => Some((var, "varied")),
            (false, true) => Some((var, "useful")),
            (false, false) => None,
        };
        let vars = (0..func.vars.len()).map(Var).filter_map(note).collect();
        Notes {
            vars,
            kept: HashMap::new(),
        }
    }

    pub(crate) fn plan(plan: &Plan) -> Notes {
        let vars = plan.recomputed.iter().map(|var| (*var, "again")).collect();
        Notes {
            vars,
            kept: plan.kept.clone(),
        }
    }
}

impl Text<'_> {
    pub(super) fn note(&mut self, vars: &[Var]) -> Option<String> {
        let said: Vec<Var> = vars
            .iter()
            .copied()
            .filter(|var| self.notes.vars.contains_key(var))
            .collect();
        let note =
            |text: &mut Self, var: &Var| format!("{} {}", text.var(*var), text.notes.vars[var]);
        match (said.as_slice(), vars) {
            ([], _) => None,
            ([var], [_]) => Some(format!(" // {}", self.notes.vars[var])),
            (said, _) => Some(format!(" // {}", comma(said, |var| note(self, var)))),
        }
    }
}
