//! A block whose forward sweep and reverse sweep stand together: a function's, a loop's, a branch's.

use std::collections::{HashMap, HashSet};
use std::mem;

use proc_macro2::Span;

use crate::activity::{Activity, Fused};
use crate::derivative::{self, Swept};
use crate::ir::{Atom, Block, Func, If, Loop, Op, Place, Rvalue, Sign, Stmt, Tape, Var};
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

    /// Puts what differentiates a block behind it; gives what it needs ahead of it, but once.
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
        let mut stmt = source.stmts[found.at].clone();
        let mut out = vec![];
        for var in found.adds.iter().filter(|var| activity.is_active(**var)) {
            if !region.adjoints.contains_key(var) {
                out.push(self.zero(*var, region, stmt.span));
            }
        }
        let wanted = stmt.binds.iter().filter(|bind| all.is_active(**bind));
        let wanted: HashSet<Var> = wanted.copied().collect();
        let chain = known::chain(source, found);
        let cotangents = reverse::cotangents(
            &mut self.func,
            source,
            &chain,
            &region.seeds,
            &wanted,
            &self.finite,
        );
        out.extend(cotangents.stmts);
        let inputs = region.adjoints.keys().copied();
        let mut inputs: Vec<Var> = inputs.filter(|var| activity.is_active(*var)).collect();
        inputs.sort();
        let inner = |block: &Block| Region {
            inputs: inputs.clone(),
            adjoints: region.adjoints.clone(),
            seeds: seeds(&stmt.binds, block, &cotangents.of),
        };
        let mut behind = vec![];
        match &stmt.op {
            Op::Loop(each) => {
                let region_of_body = inner(&each.body);
                behind = starts(each, &stmt, &cotangents.of, activity, &region.adjoints);
                let Op::Loop(each) = &mut stmt.op else {
                    return out;
                };
                self.block(&mut each.body, &region_of_body);
                out.extend(ahead(each));
            }
            Op::If(branch) => {
                let (then, els) = (inner(&branch.then), inner(&branch.els));
                let Op::If(If {
                    then: a, els: b, ..
                }) = &mut stmt.op
                else {
                    return out;
                };
                self.block(a, &then);
                self.block(b, &els);
            }
            _ => {
                let Some(seed) = cotangents.of.get(&stmt.binds[0]) else {
                    out.push(stmt);
                    return out;
                };
                let joined = reverse::joined(
                    &mut self.func,
                    source,
                    &stmt,
                    seed,
                    activity,
                    &region.adjoints,
                );
                out.extend(joined);
                return out;
            }
        }
        out.push(stmt);
        out.append(&mut behind);
        out
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

/// What a block inside yields, and the cotangents.
fn seeds(binds: &[Var], block: &Block, cotangents: &HashMap<Var, Atom>) -> Vec<(Atom, Atom)> {
    let pairs = binds.iter().zip(&block.yields);
    let seed = |(bind, yielded): (&Var, &Atom)| {
        cotangents
            .get(bind)
            .map(|seed| (yielded.clone(), seed.clone()))
    };
    pairs.filter_map(seed).collect()
}

/// What a sum starts from gets the sum's cotangent.
fn starts(
    each: &Loop,
    stmt: &Stmt,
    cotangents: &HashMap<Var, Atom>,
    activity: &Activity,
    adjoints: &Adjoints,
) -> Vec<Stmt> {
    let mut out = vec![];
    for ((_, init), bind) in each.carried.iter().zip(&stmt.binds) {
        let Some(init) = init.var().filter(|init| activity.is_active(*init)) else {
            continue;
        };
        if let (Some(adjoint), Some(cotangent)) = (adjoints.get(&init), cotangents.get(bind)) {
            let op = Op::Update(Place::whole(*adjoint), Sign::Plus, cotangent.clone());
            out.push(Stmt::new(vec![], op, stmt.span));
        }
    }
    out
}

/// Takes the tapes out of a loop that are as large in each iteration.
fn ahead(each: &mut Loop) -> Vec<Stmt> {
    let mut inside: HashSet<Var> = each.carried.iter().map(|(param, _)| *param).collect();
    if let crate::ir::Head::For { index, .. } = each.head {
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
    let (tapes, rest) = stmts.into_iter().partition(fits);
    each.body.stmts = rest;
    tapes
}
