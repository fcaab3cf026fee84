//! What varies with the inputs, and what the result depends on.
//!
//! Only what is both has an adjoint (Hascoët & Pascual 2013, "The Tapenade automatic differentiation
//! tool", §5.1). Storage is one variable: if one element varies, all may.

use std::collections::HashMap;

use crate::ir::walk::{Access, Part, parts};
use crate::ir::{Atom, Block, Func, Mode, Op, Pass, Rvalue, Stmt, Var, VarSet};

/// A side table over variables.
#[derive(Default)]
pub(crate) struct Activity {
    varied: VarSet,
    useful: VarSet,
    fused: Fused,
}

/// Statements that are differentiated where they stand, by what they bind first, and what they add
/// to the adjoints of. For everybody else their results are constants.
pub(crate) type Fused = HashMap<Var, Vec<Var>>;

impl Activity {
    /// The variables that vary with `inputs`, and that the result depends on.
    pub(crate) fn of(func: &Func, inputs: &[Var]) -> Activity {
        Activity::beside(func, inputs, Fused::new())
    }

    /// Exactly these variables.
    pub(crate) fn only(vars: VarSet) -> Activity {
        Activity {
            varied: vars.clone(),
            useful: vars,
            fused: Fused::new(),
        }
    }

    /// What is active beside statements that are differentiated on their own.
    pub(crate) fn beside(func: &Func, inputs: &[Var], fused: Fused) -> Activity {
        let mut activity = Activity {
            varied: inputs.iter().copied().collect(),
            useful: VarSet::new(),
            fused,
        };
        activity.demand(&func.result);
        for param in &func.params {
            if param.pass == Pass::RefMut {
                activity.useful.insert(param.var);
            }
        }
        while activity.grow(func) {}
        activity
    }

    pub(crate) fn is_active(&self, var: Var) -> bool {
        self.varied.contains(&var) && self.useful.contains(&var)
    }

    pub(crate) fn is_varied(&self, var: Var) -> bool {
        self.varied.contains(&var)
    }

    pub(crate) fn is_useful(&self, var: Var) -> bool {
        self.useful.contains(&var)
    }

    pub(crate) fn atom(&self, atom: &Atom) -> bool {
        atom.var().is_some_and(|var| self.is_active(var))
    }

    /// What a statement that is differentiated on its own adds to the adjoints of.
    fn fused(&self, stmt: &Stmt) -> Option<&Vec<Var>> {
        stmt.binds.first().and_then(|bind| self.fused.get(bind))
    }

    /// Whether a statement with these results is differentiated on its own.
    pub(crate) fn is_fused(&self, binds: &[Var]) -> bool {
        binds
            .first()
            .is_some_and(|bind| self.fused.contains_key(bind))
    }

    /// One walk each way; whether something was found.
    fn grow(&mut self, func: &Func) -> bool {
        let before = self.varied.len() + self.useful.len();
        self.forward(&func.body, func);
        self.backward(&func.body, &[]);
        self.varied.len() + self.useful.len() > before
    }

    fn forward(&mut self, block: &Block, func: &Func) {
        for stmt in &block.stmts {
            match &stmt.op {
                _ if self.fused(stmt).is_some() => {}
                Op::If(branch) => {
                    self.forward(&branch.then, func);
                    self.forward(&branch.els, func);
                    for (nth, bind) in stmt.binds.iter().enumerate() {
                        self.vary(*bind, branch.then.yields.get(nth), func);
                        self.vary(*bind, branch.els.yields.get(nth), func);
                    }
                }
                Op::Loop(each) => {
                    for (nth, (param, init)) in each.carried.iter().enumerate() {
                        self.vary(*param, Some(init), func);
                        self.vary(*param, each.body.yields.get(nth), func);
                        self.vary(stmt.binds[nth], Some(&Atom::Var(*param)), func);
                    }
                    self.forward(&each.body, func);
                }
                _ => self.forward_stmt(stmt, func),
            }
        }
    }

    fn vary(&mut self, var: Var, from: Option<&Atom>, func: &Func) {
        let varied = from
            .and_then(Atom::var)
            .is_some_and(|from| self.is_varied(from));
        if varied && func.ty(var).is_differentiable() {
            self.varied.insert(var);
        }
    }

    fn forward_stmt(&mut self, stmt: &Stmt, func: &Func) {
        let carries = match &stmt.op {
            Op::Apply { rule, .. } => rule.is_some_and(|rule| !rule.is_flat()),
            Op::Len(_) | Op::Test(..) | Op::Effect(_) | Op::Sort(_) | Op::Ask(_) => false,
            _ => true,
        };
        if !carries || !self.reads_varied(&stmt.op) {
            return;
        }
        let written = written(&stmt.op);
        for var in stmt.binds.iter().chain(&written) {
            if func.ty(*var).is_differentiable() {
                self.varied.insert(*var);
            }
        }
    }

    pub(crate) fn reads_varied(&self, op: &Op) -> bool {
        let mut varied = false;
        parts::op(op, &mut |part| match part {
            Part::Atom(atom) => varied |= atom.var().is_some_and(|var| self.is_varied(var)),
            Part::Place(place, Access::Read | Access::Both) => varied |= self.is_varied(place.base),
            Part::Place(..) => {}
        });
        varied
    }

    fn backward(&mut self, block: &Block, yields: &[bool]) {
        for (nth, atom) in block.yields.iter().enumerate() {
            if yields.get(nth).copied().unwrap_or(false) {
                self.useful.extend(atom.var());
            }
        }
        for stmt in block.stmts.iter().rev() {
            self.backward_stmt(stmt);
        }
    }

    fn backward_stmt(&mut self, stmt: &Stmt) {
        if let Some(adds) = self.fused(stmt).cloned() {
            return self.useful.extend(adds);
        }
        let wanted: Vec<bool> = stmt
            .binds
            .iter()
            .map(|bind| self.is_useful(*bind))
            .collect();
        match &stmt.op {
            Op::If(branch) => {
                self.backward(&branch.then, &wanted);
                self.backward(&branch.els, &wanted);
            }
            Op::Loop(each) => {
                let mut yields = vec![];
                for (nth, (param, init)) in each.carried.iter().enumerate() {
                    let useful = wanted[nth] || self.is_useful(*param);
                    if useful {
                        self.useful.extend(init.var());
                    }
                    yields.push(useful);
                }
                self.backward(&each.body, &yields);
            }
            Op::Apply { rule, .. } if rule.is_none_or(|rule| rule.is_flat()) => {}
            Op::Len(_) | Op::Test(..) | Op::Effect(_) | Op::Sort(_) | Op::Ask(_) => {}
            op => {
                let written = written(op);
                let useful =
                    wanted.contains(&true) || written.iter().any(|var| self.is_useful(*var));
                if useful {
                    self.demand_operands(op);
                    if let Op::PopBack(_) = op {
                        self.useful.extend(&stmt.binds);
                    }
                }
            }
        }
    }

    fn demand_operands(&mut self, op: &Op) {
        parts::op(op, &mut |part| match part {
            Part::Atom(atom) => self.useful.extend(atom.var()),
            Part::Place(place, Access::Read | Access::Both) => {
                self.useful.insert(place.base);
            }
            Part::Place(..) => {}
        });
    }

    fn demand(&mut self, result: &Rvalue) {
        parts::rvalue(result, &mut |part| match part {
            Part::Atom(atom) => self.useful.extend(atom.var()),
            Part::Place(place, _) => {
                self.useful.insert(place.base);
            }
        });
    }

    /// Whether a call has to be differentiated: what it is given varies, and what it makes matters.
    pub(crate) fn call(&self, stmt: &Stmt) -> bool {
        let Op::Call(call) = &stmt.op else {
            return false;
        };
        debug_assert!(call.mode == Mode::Plain);
        let written = written(&stmt.op);
        let mut results = stmt.binds.iter().chain(&written);
        self.reads_varied(&stmt.op) && results.any(|var| self.is_active(*var))
    }
}

/// The storage that a statement changes.
pub(crate) fn written(op: &Op) -> Vec<Var> {
    let mut written = vec![];
    parts::op(op, &mut |part| {
        if let Part::Place(place, Access::Write | Access::Update | Access::Both) = part {
            written.push(place.base);
        }
    });
    written
}
