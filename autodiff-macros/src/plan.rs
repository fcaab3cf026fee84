//! How the reverse sweep gets at each value of the forward sweep that it needs: it is in scope, or
//! computed again, or kept.
//!
//! # Note: what is kept
//!
//! A rule needs what it mentions (to-be-recorded analysis: Hascoët, Naumann & Pascual 2005). Values
//! of the function's own block stay in scope. Of the others, what is cheap (`+ - *`, integers,
//! comparisons, loads of storage that has not changed) and follows from what is at hand anyway is
//! computed again; the rest is kept: a loop's on its tape, one entry an iteration; a branch's by
//! yielding it to the block around, where the same question is asked again.

use std::collections::{HashMap, HashSet};

use crate::activity::{self, Activity};
use crate::ir::walk::{Part, parts};
use crate::ir::{
    Adaptor, Arg, Atom, Block, BlockId, Call, Fun, Func, Head, Loop, Mode, Op, Place, Proj,
    Rearrangement, Role, Rvalue, Stmt, Ty, Var,
};
use crate::prepare::{Extras, is_active, is_active_loop};
use crate::rules;
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
}

impl Plan {
    /// The name of a value where the reverse sweep finds it.
    pub(crate) fn name(&self, mut var: Var) -> Var {
        while let Some(outside) = self.outside.get(&var) {
            var = *outside;
        }
        var
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
        needed: vec![],
        decided: HashSet::new(),
        at: 0,
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
    needed: Vec<Var>,
    decided: HashSet<Var>,
    at: usize,
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
            }
            match &stmt.op {
                Op::If(branch) => {
                    self.branches.insert(branch.then.id, block.id);
                    self.branches.insert(branch.els.id, block.id);
                }
                Op::Loop(each) => {
                    if let Head::For { index, .. } = each.head {
                        if rerun(self.func, each) != Rerun::Taped {
                            self.indices.insert(index);
                        }
                    }
                }
                _ => {}
            }
            stmt.op
                .blocks()
                .into_iter()
                .for_each(|block| self.define(block, false));
        }
    }

    // What is needed.

    fn needs(&mut self, block: &Block, top: bool) {
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

    // What is done about it.

    fn decide(&mut self) {
        let mut needed = std::mem::take(&mut self.needed);
        let mut later = vec![];
        for var in needed.drain(..) {
            if self.is_at_hand(var) || self.decided.contains(&var) {
                continue;
            }
            if self.is_free(var) {
                self.recompute(var);
            } else if self.is_cheap(var) {
                later.push(var);
            } else {
                self.keep(var);
            }
        }
        later.sort();
        for var in later {
            if !self.decided.contains(&var) {
                self.cheap(var);
            }
        }
    }

    /// A cheap value is computed again if what it takes is kept anyway.
    fn cheap(&mut self, var: Var) {
        let operands = self.operands(var);
        let at_hand = |operand: &Var| {
            self.is_at_hand(*operand) || self.is_free(*operand) || self.decided.contains(operand)
        };
        if operands.iter().all(at_hand) {
            self.recompute(var);
        } else {
            self.keep(var);
        }
    }

    fn is_at_hand(&self, var: Var) -> bool {
        self.shape.is_top(var) || self.indices.contains(&var)
    }

    fn operands(&self, var: Var) -> Vec<Var> {
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

    /// Whether a value takes next to nothing to compute again, given its operands.
    fn is_cheap(&self, var: Var) -> bool {
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

    /// Whether it follows from what is at hand, without keeping anything.
    fn is_free(&self, var: Var) -> bool {
        self.is_at_hand(var)
            || (self.is_cheap(var)
                && self
                    .operands(var)
                    .into_iter()
                    .all(|operand| self.is_free(operand)))
    }

    fn recompute(&mut self, var: Var) {
        if self.is_at_hand(var) || !self.decided.insert(var) {
            return;
        }
        self.plan.recomputed.insert(var);
        for operand in self.operands(var) {
            self.recompute(operand);
        }
    }

    /// Keeps a value for the sweep.
    fn keep(&mut self, var: Var) {
        if self.is_at_hand(var) || !self.decided.insert(var) {
            return;
        }
        let block = self.shape.block_of[&var];
        self.plan.kept.entry(block).or_default().push(var);
        let Some(around) = self.branches.get(&block).copied() else {
            return;
        };
        let info = self.func.vars[var.0].clone();
        let outside = self.func.var(&info.name, info.ty, info.role);
        self.shape.block_of.insert(outside, around);
        self.plan.outside.insert(var, outside);
        self.keep(outside);
    }
}
