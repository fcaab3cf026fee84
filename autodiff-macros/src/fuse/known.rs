//! The cotangents of the results of a statement, where they follow from what is there ahead of it.
//!
//! One walk backwards over a block: what is only used linearly, with factors that are known early,
//! has a cotangent that is known early, made by a chain of statements.

use std::collections::{BTreeSet, HashMap};

use crate::activity::Activity;
use crate::ir::walk::{parts, used_in};
use crate::ir::{Atom, Block, Loop, Op, Stmt, Var};
use crate::rules::{self, Rule};

use super::candidate::Judge;
use super::sums;

/// A statement that is fused.
pub(super) struct Found {
    /// Its number in the block.
    pub(super) at: usize,
    /// The statements behind it through which its results reach the end.
    pub(super) chain: BTreeSet<usize>,
    /// What it may add to the adjoints of.
    pub(super) adds: Vec<Var>,
}

/// How the cotangent of a value comes about.
#[derive(Clone, Default)]
struct Cotangent {
    chain: BTreeSet<usize>,
    factors: BTreeSet<Var>,
}

/// The statements of the function's body that are fused, in order.
pub(super) fn find(judge: &Judge, seeds: &[(Atom, Atom)]) -> Vec<Found> {
    let block = &judge.func.body;
    let mut known = Known {
        judge,
        activity: judge.activity,
        cotangents: HashMap::new(),
        found: vec![],
    };
    let seeded = |atom: &Atom| seeds.iter().any(|(seeded, _)| seeded.var() == atom.var());
    let mut result = vec![];
    parts::rvalue(&judge.func.result, &mut |part| {
        if let crate::ir::walk::Part::Atom(atom) = part {
            result.push(atom.clone());
        }
    });
    for atom in result.iter().filter(|atom| !seeded(atom)) {
        known.lose(atom);
    }
    for (atom, _) in seeds {
        known.learn(atom, Cotangent::default());
    }
    for (at, stmt) in block.stmts.iter().enumerate().rev() {
        known.stmt(at, stmt);
    }
    known.found.reverse();
    known.found
}

struct Known<'a> {
    judge: &'a Judge<'a>,
    activity: &'a Activity,
    /// `None`: not known early.
    cotangents: HashMap<Var, Option<Cotangent>>,
    found: Vec<Found>,
}

impl Known<'_> {
    fn learn(&mut self, atom: &Atom, more: Cotangent) {
        let Some(var) = atom.var().filter(|var| self.activity.is_active(*var)) else {
            return;
        };
        let cotangent = self
            .cotangents
            .entry(var)
            .or_insert(Some(Cotangent::default()));
        if let Some(cotangent) = cotangent {
            cotangent.chain.extend(more.chain);
            cotangent.factors.extend(more.factors);
        }
    }

    fn lose(&mut self, atom: &Atom) {
        if let Some(var) = atom.var() {
            self.cotangents.insert(var, None);
        }
    }

    fn lose_all(&mut self, stmt: &Stmt) {
        let mut used = stmt.op.used();
        for block in stmt.op.blocks() {
            used.extend(used_in(block));
        }
        for var in used {
            self.cotangents.insert(var, None);
        }
    }

    fn stmt(&mut self, at: usize, stmt: &Stmt) {
        if self.judge.accepts(at) {
            if let Some(cotangents) = self.results(at, stmt) {
                return self.fused(at, stmt, cotangents);
            }
        }
        let nested = !stmt.op.blocks().is_empty();
        let active = stmt.binds.iter().any(|bind| self.activity.is_active(*bind));
        match &stmt.op {
            Op::Apply {
                rule: Some(rule),
                args,
                ..
            } if active => self.apply(at, stmt.binds[0], rule, args),
            Op::Loop(each) => self.passed(at, stmt, each),
            op if active || nested || !crate::activity::written(op).is_empty() => {
                self.lose_all(stmt);
            }
            _ => {}
        }
    }

    /// A loop that is not fused passes the cotangents of its sums on, and of nothing else.
    fn passed(&mut self, at: usize, stmt: &Stmt, each: &Loop) {
        for (nth, ((_, init), bind)) in each.carried.iter().zip(&stmt.binds).enumerate() {
            let cotangent = self.cotangents.get(bind).cloned().flatten();
            match cotangent.filter(|_| sums::is_sum(each, nth, self.activity)) {
                Some(cotangent) => self.start(at, init, &cotangent),
                None => self.lose(init),
            }
        }
        self.lose_inside(stmt);
    }

    /// Which of its results a statement has the early cotangents of, if it is all that matter.
    fn results(&self, at: usize, stmt: &Stmt) -> Option<HashMap<Var, Cotangent>> {
        let active = stmt
            .binds
            .iter()
            .filter(|bind| self.activity.is_active(**bind));
        let result = |bind: &Var| {
            let cotangent = self.cotangents.get(bind)?.clone()?;
            self.is_early(at, &cotangent).then_some((*bind, cotangent))
        };
        active.map(result).collect()
    }

    /// Whether all factors are bound ahead of the statement of this number.
    fn is_early(&self, at: usize, cotangent: &Cotangent) -> bool {
        let later = &self.judge.func.body.stmts[at..];
        let binds = |var: &Var| later.iter().any(|stmt| stmt.binds.contains(var));
        !cotangent.factors.iter().any(binds)
    }

    fn fused(&mut self, at: usize, stmt: &Stmt, cotangents: HashMap<Var, Cotangent>) {
        let chain = cotangents.values().flat_map(|of| &of.chain).copied();
        self.found.push(Found {
            at,
            chain: chain.collect(),
            adds: self.judge.adds(stmt),
        });
        if let Op::Loop(each) = &stmt.op {
            for ((_, init), bind) in each.carried.iter().zip(&stmt.binds) {
                if let Some(cotangent) = cotangents.get(bind) {
                    self.start(at, init, cotangent);
                }
            }
        }
        match &stmt.op {
            Op::Call(_) => self.lose_all(stmt),
            _ => self.lose_inside(stmt),
        }
    }

    fn lose_inside(&mut self, stmt: &Stmt) {
        for block in stmt.op.blocks() {
            for var in used_in(block) {
                self.cotangents.insert(var, None);
            }
        }
    }

    /// What a sum starts from has the cotangent of the sum.
    fn start(&mut self, at: usize, init: &Atom, cotangent: &Cotangent) {
        let mut cotangent = cotangent.clone();
        cotangent.chain.insert(at);
        self.learn(init, cotangent);
    }

    fn apply(&mut self, at: usize, bind: Var, rule: &'static Rule, args: &[Atom]) {
        let (rule, args) = rules::simplified(rule, args);
        let cotangent = self.cotangents.get(&bind).cloned().flatten();
        for (nth, arg) in args.iter().enumerate() {
            match cotangent.clone().zip(factors(rule, args, nth)) {
                Some((mut cotangent, factors)) => {
                    cotangent.chain.insert(at);
                    cotangent.factors.extend(factors);
                    self.learn(arg, cotangent);
                }
                None => self.lose(arg),
            }
        }
    }
}

/// What the partial by an argument is made of, if it is neither the argument nor the result.
fn factors(rule: &'static Rule, args: &[Atom], nth: usize) -> Option<Vec<Var>> {
    let wanted: Vec<bool> = (0..args.len()).map(|other| other == nth).collect();
    let mentions = rule.mentions(&wanted);
    let mentioned = args.iter().zip(&mentions.args).filter(|(_, yes)| **yes);
    let factors: Vec<Var> = mentioned.filter_map(|(arg, _)| arg.var()).collect();
    let linear = !mentions.result && !args[nth].var().is_some_and(|var| factors.contains(&var));
    linear.then_some(factors)
}

/// The block of the statements that a cotangent goes through.
pub(super) fn chain(block: &Block, found: &Found) -> Vec<Stmt> {
    found
        .chain
        .iter()
        .map(|at| block.stmts[*at].clone())
        .collect()
}
