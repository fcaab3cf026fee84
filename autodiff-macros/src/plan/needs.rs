//! What the reverse sweep needs: what the rules mention, conditions, indices, bounds, sizes.

use crate::activity;
use crate::ir::walk::{Part, parts};
use crate::ir::{
    Adaptor, Arg, Atom, Block, Call, Head, Loop, Mode, Op, Place, Proj, Rearrangement, Rvalue, Stmt,
};
use crate::prepare::{is_active, is_active_loop};
use crate::rules;
use crate::shape::{Rerun, rerun};

use super::Planner;

impl Planner<'_> {
    pub(super) fn needs(&mut self, block: &Block, top: bool) {
        for (at, stmt) in block.stmts.iter().enumerate() {
            if top {
                self.at = at;
            }
            self.need_stmt(stmt);
        }
    }

    fn need(&mut self, atom: &Atom) {
        self.needed.extend(atom.var());
    }

    fn need_indices(&mut self, place: &Place) {
        for proj in &place.path {
            match proj {
                Proj::Field(_) | Proj::Deref | Proj::Variant(_) => {}
                Proj::Index(at) => self.need(at),
                Proj::Slice { lo, hi, .. } => {
                    [lo, hi]
                        .into_iter()
                        .flatten()
                        .for_each(|bound| self.need(bound));
                }
            }
        }
    }

    fn need_stmt(&mut self, stmt: &Stmt) {
        let written = activity::written(&stmt.op);
        if self.activity.is_fused(&stmt.binds) {
            return;
        }
        let mut touched = stmt.binds.iter().chain(&written);
        let active = touched.any(|var| self.activity.is_active(*var));
        match &stmt.op {
            Op::If(branch)
                if active
                    || is_active(&branch.then, self.activity)
                    || is_active(&branch.els, self.activity) =>
            {
                self.need(&branch.cond);
                self.needs(&branch.then, false);
                self.needs(&branch.els, false);
            }
            Op::Loop(each) if is_active_loop(&stmt.binds, each, self.activity) => {
                self.need_loop(stmt, each)
            }
            Op::Call(call) if call.mode == Mode::Forward => self.need_call(stmt, call),
            _ if !active => {}
            Op::Apply {
                rule: Some(rule),
                args,
                ..
            } => {
                let (rule, args) = rules::simplified(rule, args);
                let wanted: Vec<bool> = args.iter().map(|arg| self.activity.atom(arg)).collect();
                let mentions = rule.mentions(&wanted);
                for (arg, _) in args
                    .iter()
                    .zip(mentions.args)
                    .filter(|(_, mentioned)| *mentioned)
                {
                    self.need(arg);
                }
                if mentions.result {
                    self.needed.push(stmt.binds[0]);
                }
            }
            Op::Read(place) | Op::Update(place, ..) => self.need_indices(place),
            Op::Init(Some(value)) => self.need_rvalue(value),
            Op::PopBack(place) => self.need_indices(place),
            Op::Swap(a, b) => {
                self.need_indices(a);
                self.need_indices(b);
            }
            Op::Sort(sort) => {
                self.need_indices(&sort.place);
                self.needed.extend(&stmt.binds);
            }
            Op::Rearrange(place, how) => {
                self.need_indices(place);
                match how {
                    Rearrangement::RotateLeft(by) | Rearrangement::RotateRight(by) => self.need(by),
                    how => self.needed.extend(how.order()),
                }
            }
            Op::Write(place, value) | Op::PushBack(place, value) => {
                self.need_indices(place);
                self.need_rvalue(value);
            }
            _ => {}
        }
        self.need_sizes(stmt);
    }

    fn need_sizes(&mut self, stmt: &Stmt) {
        for bind in &stmt.binds {
            self.needed.extend(self.extras.len.get(bind));
            self.needed.extend(self.extras.zero.get(bind));
            self.needed
                .extend(self.extras.before.contains_key(bind).then_some(*bind));
        }
    }

    fn need_rvalue(&mut self, value: &Rvalue) {
        let mut places = vec![];
        parts::rvalue(value, &mut |part| {
            if let Part::Place(place, _) = part {
                places.push(place.clone());
            }
        });
        for place in places
            .iter()
            .filter(|place| self.activity.is_active(place.base))
        {
            self.need_indices(place);
        }
    }

    fn need_loop(&mut self, stmt: &Stmt, each: &Loop) {
        let rerun = rerun(self.func, each);
        if let Head::For { range, .. } = &each.head {
            if rerun != Rerun::Taped {
                self.need(&range.lo);
            }
            if rerun == Rerun::Range {
                self.need(&range.hi);
                for adaptor in &range.adaptors {
                    if let Adaptor::StepBy(step) = adaptor {
                        self.need(step);
                    }
                }
            }
        }
        if each.counts {
            self.needed.extend(stmt.binds.last());
        }
        self.needs(&each.body, false);
    }

    fn need_call(&mut self, stmt: &Stmt, call: &Call) {
        self.needed.push(stmt.binds[1]);
        self.needed.extend(self.extras.seeds.get(&stmt.binds[0]));
        for (nth, arg) in call.args.iter().enumerate() {
            let at = (stmt.binds[0], nth);
            self.needed.extend(self.extras.copies.get(&at));
            self.needed.extend(self.extras.held.get(&at));
            self.needed.extend(self.extras.zeros.get(&at));
            match arg {
                Arg::RefMut(place) | Arg::Ref(place) | Arg::Receiver(place, _) => {
                    self.need_indices(place)
                }
                Arg::RefValue(atom) => self.need(atom),
                Arg::Value(value) => {
                    let mut atoms = vec![];
                    parts::rvalue(value, &mut |part| {
                        if let Part::Atom(atom) = part {
                            atoms.push(atom.clone());
                        }
                    });
                    atoms.iter().for_each(|atom| self.need(atom));
                }
            }
        }
    }
}
