//! The adjoint of a loop is a loop over the same iterations, last one first.
//!
//! What the loop carries, its adjoint carries backwards: the adjoint of the next value becomes that
//! of the value at the start of the iteration. All of them change at once, as in the loop itself.

use proc_macro2::Span;

use crate::ir::{Adaptor, Atom, Fun, Head, Loop, Op, Range, Sign, Stmt, Ty, Var};
use crate::names;
use crate::prepare::is_active_loop;
use crate::record::position;
use crate::shape::{Rerun, rerun};

use super::Reverse;
use super::linear::{chained, preaccumulated};

impl Reverse<'_> {
    /// A cursor for each tape that grew, ahead of everything.
    pub(super) fn cursors(&mut self, span: Span) {
        let recorded = self.facts.tapes.values();
        let growing = recorded.filter(|recorded| recorded.nest.is_none());
        let mut tapes: Vec<Var> = growing
            .flat_map(|recorded| recorded.tapes.iter().map(|(tape, _)| *tape))
            .collect();
        tapes.sort();
        for tape in tapes {
            let cursor = self.func.local("__at", Ty::usize());
            self.adjoints.insert(tape, cursor);
            self.frame()
                .out
                .push(Stmt::new(vec![cursor], Op::Rewind(tape), span));
        }
    }

    pub(super) fn each(&mut self, binds: &[Var], each: &Loop, span: Span) {
        if !is_active_loop(binds, each, self.facts.activity) {
            return;
        }
        let carried = self.carried(binds, each);
        let body = self.nested(&each.body, span, |reverse| {
            reverse.pop(each, span);
            for (nth, param) in &carried {
                let yielded = &each.body.yields[*nth];
                reverse.contribute(yielded, Atom::Var(*param), Sign::Plus, span);
            }
        });
        let mut nexts = vec![];
        for (nth, _) in &carried {
            let (param, _) = each.carried[*nth];
            let zero = Atom::float("0.0", self.func.ty(param));
            nexts.push(self.adjoint(param).map_or(zero, Atom::Var));
        }
        if body.is_empty() && carried.is_empty() {
            return;
        }
        let params: Vec<Var> = carried.iter().map(|(_, param)| *param).collect();
        let (body, nexts) = match preaccumulated(self.func, &params, &body, &nexts) {
            Some(map) => map,
            None => (chained(self.func, body, &nexts), nexts),
        };
        let results = self.run(binds, each, &carried, body, nexts, span);
        for ((nth, _), result) in carried.iter().zip(results) {
            let (_, init) = &each.carried[*nth];
            self.contribute(init, Atom::Var(result), Sign::Plus, span);
        }
    }

    /// The sums that a loop carries pass their cotangents on to what they started from.
    pub(super) fn passed(&mut self, binds: &[Var], each: &Loop, span: Span) {
        for ((_, init), bind) in each.carried.iter().zip(binds) {
            if let Some(adjoint) = self.adjoint(*bind) {
                self.contribute(init, Atom::Var(adjoint), Sign::Plus, span);
            }
        }
    }

    /// A parameter of the adjoint loop for each active variable that the loop carries.
    fn carried(&mut self, binds: &[Var], each: &Loop) -> Vec<(usize, Var)> {
        let mut carried = vec![];
        for (nth, (param, _)) in each.carried.iter().enumerate() {
            let active = self.facts.activity.is_active(*param);
            if active || self.adjoint(binds[nth]).is_some() {
                let name = names::adjoint(self.func.name(*param));
                let ty = self.func.ty(*param).clone();
                carried.push((nth, self.func.value(&name, ty)));
            }
        }
        carried
    }

    /// What the forward sweep kept of this iteration, ahead of everything else in it.
    fn pop(&mut self, each: &Loop, span: Span) {
        let Some(recorded) = self.facts.tapes.get(&each.body.id).cloned() else {
            return;
        };
        let mut first = vec![];
        let at = recorded
            .nest
            .as_ref()
            .map(|nest| position(nest, self.func, &mut first, span));
        for (tape, kept) in recorded.tapes {
            let op = match (&at, self.adjoint(tape)) {
                (Some(at), _) => Op::Fetch {
                    tape,
                    at: at.clone(),
                },
                (None, Some(cursor)) => Op::Pop { tape, cursor },
                (None, None) => return,
            };
            first.push(Stmt::new(kept, op, span));
        }
        first.append(&mut self.frame().out);
        self.frame().out = first;
    }

    fn run(
        &mut self,
        binds: &[Var],
        each: &Loop,
        carried: &[(usize, Var)],
        body: Vec<Stmt>,
        nexts: Vec<Atom>,
        span: Span,
    ) -> Vec<Var> {
        let mut params = vec![];
        let mut results = vec![];
        let mut nexts = nexts;
        for (nth, param) in carried {
            let ty = self.func.ty(*param).clone();
            let name = self.func.name(*param).to_owned();
            let zero = Atom::float("0.0", &ty);
            let init = self.adjoint(binds[*nth]).map_or(zero, Atom::Var);
            params.push((*param, init));
            results.push(self.func.value(&name, ty));
        }
        let plan = self.facts.plan;
        for followed in plan.followed.get(&each.body.id).into_iter().flatten() {
            let ty = self.func.ty(followed.next).clone();
            params.push((followed.next, self.primal(&Atom::Var(followed.result))));
            nexts.push(Atom::Var(followed.param));
            results.push(self.func.value("", ty));
        }
        let head = self.head(binds, each, span);
        let body = self.func.block(body, nexts);
        let op = Op::Loop(Loop {
            head,
            carried: params,
            body,
            until: None,
            counts: false,
            labels: None,
        });
        self.frame().out.push(Stmt::new(results.clone(), op, span));
        results
    }

    /// The iterations, last one first.
    fn head(&mut self, binds: &[Var], each: &Loop, span: Span) -> Head {
        let count = binds.last().map(|count| self.primal(&Atom::Var(*count)));
        match (&each.head, rerun(self.func, each), count) {
            (Head::For { index, range }, Rerun::Range, _) => {
                let mut range = Range {
                    lo: self.primal(&range.lo),
                    hi: self.primal(&range.hi),
                    ..range.clone()
                };
                for adaptor in &mut range.adaptors {
                    if let Adaptor::StepBy(step) = adaptor {
                        *step = self.primal(step);
                    }
                }
                match range.adaptors.last() {
                    Some(Adaptor::Rev) => {
                        range.adaptors.pop();
                    }
                    _ => range.adaptors.push(Adaptor::Rev),
                }
                Head::For {
                    index: *index,
                    range,
                }
            }
            (Head::For { index, range }, Rerun::Counted, Some(count)) => {
                let lo = self.primal(&range.lo);
                let args = vec![lo.clone(), count];
                let hi = self.apply(Fun::Binary("+"), args, Ty::usize(), span);
                let range = Range {
                    lo,
                    hi,
                    inclusive: false,
                    adaptors: vec![Adaptor::Rev],
                };
                Head::For {
                    index: *index,
                    range,
                }
            }
            (_, _, count) => {
                let index = self.func.value("_", Ty::usize());
                let hi = count.unwrap_or(Atom::int(0));
                let range = Range {
                    lo: Atom::int(0),
                    hi,
                    inclusive: false,
                    adaptors: vec![],
                };
                Head::For { index, range }
            }
        }
    }
}
