//! A block whose forward sweep and reverse sweep stand together: a function's, a loop's, a branch's.

use std::collections::{HashMap, HashSet};
use std::mem;

use proc_macro2::Span;

use crate::activity::{Activity, Fused};
use crate::derivative::{self, Swept};
use crate::ir::{Atom, Block, Func, Head, Loop, Op, Place, Rvalue, Sign, Stmt, Tape, Var};
use crate::reverse::{self, Adjoints, Facts, Sweep};
use crate::{names, prepare};

use super::candidate::Judge;
use super::known::{self, Found};
use super::{Fuse, early};

/// What is known around a block that is differentiated.
#[derive(Clone)]
pub(super) struct Region {
    /// What varies, of that which is bound outside.
    pub(super) inputs: Vec<Var>,
    /// The adjoints that exist.
    pub(super) adjoints: Adjoints,
    /// What leaves the block, and its cotangent.
    pub(super) seeds: Vec<(Atom, Atom)>,
}

impl Fuse<'_> {
    pub(super) fn function(&mut self, region: &Region, sweep: Sweep) -> Sweep {
        self.differentiate(region, |func, source, facts, adjoints| {
            sweep.finish(func, source, facts, adjoints)
        })
    }

    /// Puts behind a block what differentiates it.
    fn block(&mut self, block: &mut Block, region: &Region) {
        let yields = region.seeds.iter();
        let yields = yields.map(|(yielded, _)| Rvalue::Atom(yielded.clone()));
        let result = Rvalue::Tuple(yields.collect());
        let outer_result = mem::replace(&mut self.func.result, result);
        let params = mem::take(&mut self.func.params);
        mem::swap(&mut self.func.body, block);
        let seeds = &region.seeds;
        let sweep = self.differentiate(region, |func, source, facts, adjoints| {
            reverse::region(func, source, facts, adjoints, seeds)
        });
        mem::swap(&mut self.func.body, block);
        self.func.params = params;
        self.func.result = outer_result;
        block.stmts.extend(sweep);
    }

    /// Differentiates the function's body, which becomes its forward sweep.
    fn differentiate<R>(
        &mut self,
        region: &Region,
        reverse: impl FnOnce(&mut Func, &Block, &Facts, Adjoints) -> R,
    ) -> R {
        let mut body = mem::replace(&mut self.func.body, Func::empty().body);
        early::advance(&self.func, &mut body);
        self.func.body = body;
        let all = Activity::of(&self.func, &region.inputs);
        let found = known::find(&self.judge(&all), &region.seeds);
        let source = self.func.body.clone();
        let key = |found: &Found| source.stmts[found.at].binds[0];
        let fused: Fused = found.iter().map(|of| (key(of), of.adds.clone())).collect();
        let activity = Activity::beside(&self.func, &region.inputs, fused);
        let mut region = region.clone();
        let mut replaced = vec![];
        for of in &found {
            let stmts = self.fused(&source, of, &all, &activity, &mut region);
            replaced.push((key(of), stmts));
        }
        self.found |= !found.is_empty();
        let func = mem::replace(&mut self.func, Func::empty());
        let planned = derivative::planned(func, &activity);
        let swept = derivative::swept(planned, &activity, &self.finite, |func, source, facts| {
            reverse(func, source, facts, region.adjoints)
        });
        let Swept { func, plan, result } = swept;
        self.aliases.extend(derivative::aliases(&plan));
        self.func = func;
        self.splice(replaced);
        result
    }

    fn judge<'j>(&'j self, activity: &'j Activity) -> Judge<'j> {
        Judge {
            func: &self.func,
            activity,
            taped: self.taped,
        }
    }

    fn splice(&mut self, mut replaced: Vec<(Var, Vec<Stmt>)>) {
        let mut out = vec![];
        for stmt in mem::take(&mut self.func.body.stmts) {
            let first = stmt.binds.first();
            match replaced.iter_mut().find(|(key, _)| Some(key) == first) {
                Some((_, stmts)) => out.append(stmts),
                None => out.push(stmt),
            }
        }
        self.func.body.stmts = out;
    }

    /// A statement with its adjoint in it, and what it needs ahead of it and behind it.
    fn fused(
        &mut self,
        source: &Block,
        found: &Found,
        all: &Activity,
        activity: &Activity,
        region: &mut Region,
    ) -> Vec<Stmt> {
        let stmt = source.stmts[found.at].clone();
        let mut out = vec![];
        for var in found.adds.iter().filter(|var| activity.is_active(**var)) {
            if !region.adjoints.contains_key(var) {
                out.push(self.zero(*var, region, stmt.span));
            }
        }
        let wanted = stmt.binds.iter().filter(|bind| all.is_active(**bind));
        let wanted: HashSet<Var> = wanted.copied().collect();
        let (chain, seeds) = (known::chain(source, found), &region.seeds);
        let (func, finite) = (&mut self.func, &self.finite);
        let cotangents = reverse::cotangents(func, source, &chain, seeds, &wanted, finite);
        out.extend(cotangents.stmts);
        let around = Around {
            activity,
            region,
            cotangents: &cotangents.of,
        };
        match &stmt.op {
            Op::Call(_) => out.extend(self.call(source, stmt, &around)),
            _ => out.extend(self.blocks(stmt, &around)),
        }
        out
    }

    /// A loop or a branch, with what stands ahead of it and behind it.
    fn blocks(&mut self, mut stmt: Stmt, around: &Around) -> Vec<Stmt> {
        let (mut ahead, mut behind) = (vec![], vec![]);
        if let Op::Loop(each) = &stmt.op {
            behind = around.starts(each, &stmt);
        }
        let binds = stmt.binds.clone();
        match &mut stmt.op {
            Op::Loop(each) => {
                let region = around.inner(&binds, &each.body);
                self.block(&mut each.body, &region);
                ahead = tapes(each);
            }
            Op::If(branch) => {
                for side in [&mut branch.then, &mut branch.els] {
                    let region = around.inner(&binds, side);
                    self.block(side, &region);
                }
            }
            _ => {}
        }
        ahead.push(stmt);
        ahead.append(&mut behind);
        ahead
    }

    /// Both sweeps of a call at once; the call alone where its cotangent is zero.
    fn call(&mut self, source: &Block, stmt: Stmt, around: &Around) -> Vec<Stmt> {
        let Some(seed) = around.cotangents.get(&stmt.binds[0]) else {
            return vec![stmt];
        };
        let (activity, adjoints) = (around.activity, &around.region.adjoints);
        reverse::joined(&mut self.func, source, &stmt, seed, activity, adjoints)
    }

    /// Declares the adjoint of a variable, to which nothing has been added yet.
    fn zero(&mut self, var: Var, region: &mut Region, span: Span) -> Stmt {
        let ty = self.func.ty(var).clone();
        let name = match self.func.name(var) {
            "" => String::new(),
            name => names::adjoint(name),
        };
        let zero = prepare::zero(&ty).unwrap_or(Rvalue::ZeroLike(Place::whole(var)));
        let adjoint = self.func.local(&name, ty);
        region.adjoints.insert(var, adjoint);
        Stmt::new(vec![adjoint], Op::Init(Some(zero)), span)
    }
}

/// What is known around a statement that is fused.
struct Around<'a> {
    activity: &'a Activity,
    region: &'a Region,
    /// The cotangents of its results.
    cotangents: &'a HashMap<Var, Atom>,
}

impl Around<'_> {
    /// The region of a block inside.
    fn inner(&self, binds: &[Var], block: &Block) -> Region {
        let inputs = self.region.adjoints.keys().copied();
        let mut inputs: Vec<Var> = inputs.filter(|var| self.activity.is_active(*var)).collect();
        inputs.sort();
        let pairs = binds.iter().zip(&block.yields);
        let seed = |(bind, yielded): (&Var, &Atom)| {
            let seed = self.cotangents.get(bind)?;
            Some((yielded.clone(), seed.clone()))
        };
        Region {
            inputs,
            adjoints: self.region.adjoints.clone(),
            seeds: pairs.filter_map(seed).collect(),
        }
    }

    /// What a sum starts from gets the sum's cotangent.
    fn starts(&self, each: &Loop, stmt: &Stmt) -> Vec<Stmt> {
        let pairs = each.carried.iter().zip(&stmt.binds);
        let start = |((_, init), bind): (&(Var, Atom), &Var)| {
            let init = init.var().filter(|init| self.activity.is_active(*init))?;
            let adjoint = self.region.adjoints.get(&init)?;
            let cotangent = self.cotangents.get(bind)?.clone();
            let op = Op::Update(Place::whole(*adjoint), Sign::Plus, cotangent);
            Some(Stmt::new(vec![], op, stmt.span))
        };
        pairs.filter_map(start).collect()
    }
}

/// Takes the tapes out of a loop that are as large in each iteration.
fn tapes(each: &mut Loop) -> Vec<Stmt> {
    let mut inside: HashSet<Var> = each.carried.iter().map(|(param, _)| *param).collect();
    if let Head::For { index, .. } = each.head {
        inside.insert(index);
    }
    each.body.each_stmt(&mut |stmt| inside.extend(&stmt.binds));
    let fits = |stmt: &Stmt| match &stmt.op {
        Op::Tape(Tape::Indexed { bounds, .. }) => !bounds
            .iter()
            .any(|bound| bound.var().is_some_and(|var| inside.contains(&var))),
        _ => false,
    };
    let stmts = mem::take(&mut each.body.stmts);
    let (ahead, rest) = stmts.into_iter().partition(fits);
    each.body.stmts = rest;
    ahead
}
