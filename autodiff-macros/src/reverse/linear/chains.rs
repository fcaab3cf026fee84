//! Chains of adjoints in a straight line, each as one product.
//!
//! # Note: what is known early
//!
//! In `(a * x + b * x * x * x).exp()`, the factor from the adjoint of the exponential to that of `x` takes
//! a few operations, all of which are known ahead of the exponential. Written one behind the other they
//! would wait for its adjoint. So what leads from one adjoint to one other, by whichever ways, becomes a
//! factor first: the local derivative of a statement, as ADIFOR has it (Bischof et al. 1992).

use std::collections::HashMap;

use proc_macro2::Span;

use crate::ir::{Atom, Fun, Func, Op, Place, Role, Rvalue, Sign, Stmt, Var, VarMap};

use super::form::Form;
use super::map::Map;

/// The longest chain that is looked at, in statements.
const REACH: usize = 96;

/// How many operations a chain has to save of those that wait for each other.
const GAIN: usize = 2;

/// The statements, with chains as products; `yields` is read behind them.
pub(in crate::reverse) fn chained(
    func: &mut Func,
    mut stmts: Vec<Stmt>,
    yields: &[Atom],
) -> Vec<Stmt> {
    let mut mentions = counted(&stmts, yields);
    for at in (0..stmts.len()).rev() {
        for root in written_whole(&stmts[at]) {
            let Some(before) = rooted(func, &stmts[..=at], root) else {
                continue;
            };
            let left = mentions.get(&root).map_or(0, |all| all - before);
            let params = [root];
            let walk = Walk::new(func, &params, left, &mentions);
            if let Some(chain) = walk.chain(&stmts[at + 1..]) {
                stmts.splice(at + 1..at + 1 + chain.length, chain.stmts);
                mentions = counted(&stmts, yields);
            }
        }
    }
    stmts
}

/// How often each variable is mentioned.
fn counted(stmts: &[Stmt], yields: &[Atom]) -> VarMap<usize> {
    let mut mentions = VarMap::new();
    let mut count = |var| *mentions.place(var).get_or_insert(0) += 1;
    stmts.iter().for_each(|stmt| mentioned(stmt, &mut count));
    yields.iter().filter_map(Atom::var).for_each(count);
    mentions
}

/// How often a number is mentioned up to here, if nothing was done with it but to bind it and to add
/// to it.
fn rooted(func: &Func, stmts: &[Stmt], root: Var) -> Option<usize> {
    let local = !matches!(func.vars[root.0].role, Role::Param { .. });
    (local && func.ty(root).is_float()).then_some(())?;
    let mut before = 0;
    for stmt in stmts.iter().rev().take(REACH) {
        mentioned(stmt, &mut |var| before += usize::from(var == root));
        if stmt.binds.contains(&root) {
            return Some(before);
        }
        (!mentions_other(stmt, root)).then_some(())?;
    }
    None
}

/// The adjoint that a statement declares, or adds to.
fn written_whole(stmt: &Stmt) -> Vec<Var> {
    match &stmt.op {
        Op::Init(Some(Rvalue::Atom(_))) => stmt.binds.clone(),
        Op::Update(to, ..) if to.path.is_empty() => vec![to.base],
        _ => vec![],
    }
}

/// What stands in place of the statements behind the root.
struct Chain {
    length: usize,
    stmts: Vec<Stmt>,
}

/// Where a chain ends: a number of its own, or one that lives on and is added to.
#[derive(Clone, Copy)]
enum End {
    Own(Var),
    Added(Var),
}

struct Walk<'a> {
    map: Map<'a>,
    root: Var,
    mentions: &'a VarMap<usize>,
    /// How often each number of the chain is still mentioned.
    left: HashMap<Var, usize>,
    /// What is added to a number that is not of the chain.
    added: Option<(Var, Form)>,
    /// The statements between that are not of the chain.
    between: Vec<Stmt>,
}

impl<'a> Walk<'a> {
    fn new(
        func: &'a mut Func,
        params: &'a [Var; 1],
        left: usize,
        mentions: &'a VarMap<usize>,
    ) -> Walk<'a> {
        Walk {
            map: Map::from(func, params),
            root: params[0],
            mentions,
            left: [(params[0], left)].into(),
            added: None,
            between: vec![],
        }
    }

    /// The longest chain that is a gain.
    fn chain(mut self, behind: &[Stmt]) -> Option<Chain> {
        let mut best = None;
        for (nth, stmt) in behind.iter().take(REACH).enumerate() {
            if self.stmt(stmt).is_none() {
                break;
            }
            let Some(end) = self.end() else { continue };
            best = self.ended(nth + 1, end, stmt.span).or(best);
            if let End::Added(_) = end {
                break;
            }
        }
        best
    }

    /// Takes a statement into the chain, or leaves it between; nothing where it is in the way.
    fn stmt(&mut self, stmt: &Stmt) -> Option<()> {
        let mut touched = false;
        mentioned(stmt, &mut |var| touched |= self.map.knows(var));
        let mut read = false;
        if let Some((to, _)) = &self.added {
            read = mentions_other(stmt, *to);
        }
        match (touched, read) {
            (_, true) => None,
            (false, false) => {
                self.between.push(stmt.clone());
                Some(())
            }
            (true, false) => {
                self.link(stmt)?;
                mentioned(stmt, &mut |var| {
                    if self.map.knows(var) {
                        let all = self.mentions.get(&var).copied().unwrap_or(0);
                        *self.left.entry(var).or_insert(all) -= 1;
                    }
                });
                Some(())
            }
        }
    }

    fn link(&mut self, stmt: &Stmt) -> Option<()> {
        match &stmt.op {
            Op::Update(to, sign, atom) if !self.map.knows(to.base) => {
                to.path.is_empty().then_some(())?;
                let form = self.map.form(atom)?;
                let (base, before) = self.added.take().unwrap_or((to.base, Form::default()));
                (base == to.base && *self.map.func.ty(base) == self.map.ty).then_some(())?;
                self.map.before += 1;
                let sum = self.map.sum(before, *sign, form, stmt.span);
                self.added = Some((base, sum));
                Some(())
            }
            Op::Update(_, _, atom) if !atom.var().is_some_and(|var| self.map.knows(var)) => None,
            Op::Update(..) => self.map.stmt(stmt),
            Op::Init(_) | Op::Apply { .. } => {
                let ty = &self.map.ty;
                let mut bound = stmt.binds.iter();
                bound
                    .all(|bind| self.map.func.ty(*bind) == ty)
                    .then_some(())?;
                self.map.stmt(stmt)
            }
            _ => None,
        }
    }

    /// Whether all of the chain comes together here.
    fn end(&self) -> Option<End> {
        let live = self.left.iter().filter(|(_, left)| **left > 0);
        let live: Vec<Var> = live.map(|(var, _)| *var).collect();
        match (&self.added, live.as_slice()) {
            (None, [end]) if *end != self.root => Some(End::Own(*end)),
            (Some((to, _)), []) => Some(End::Added(*to)),
            _ => None,
        }
    }

    /// The chain as it would be if it ended here, where that is a gain.
    fn ended(&mut self, length: usize, end: End, span: Span) -> Option<Chain> {
        let form = match (end, &self.added) {
            (End::Own(var), _) => self.map.form(&Atom::Var(var))?,
            (End::Added(_), added) => added.clone()?.1,
        };
        let factor = form.terms.get(&0)?.clone();
        let gain = form.depth.saturating_sub(1);
        let worth = gain >= GAIN && form.rest.is_none() && self.map.after <= self.map.before + gain;
        worth.then_some(())?;
        let mut stmts = self.between.clone();
        stmts.extend(self.map.out.clone());
        let mut new = |fun: Fun, args: Vec<Atom>| {
            let bind = self.map.func.value("", self.map.ty.clone());
            let op = Op::Apply {
                fun,
                rule: None,
                args,
            };
            stmts.push(Stmt::new(vec![bind], op, span));
            Atom::Var(bind)
        };
        let (mut atom, mut sign) = (factor.atom, factor.sign);
        if let (End::Own(_), Sign::Minus) = (end, sign) {
            (atom, sign) = (new(Fun::Neg, vec![atom]), Sign::Plus);
        }
        let fun = match factor.plain {
            true => Fun::Binary("*"),
            false => Fun::Times,
        };
        let product = new(fun, vec![Atom::Var(self.root), atom]);
        let stmt = match end {
            End::Added(to) => {
                let update = Op::Update(Place::whole(to), sign, product);
                Stmt::new(vec![], update, span)
            }
            End::Own(to) => {
                let op = match self.map.func.vars[to.0].role {
                    Role::Local => Op::Init(Some(Rvalue::Atom(product))),
                    _ => Op::Copy(product),
                };
                Stmt::new(vec![to], op, span)
            }
        };
        stmts.push(stmt);
        Some(Chain { length, stmts })
    }
}

/// All variables that a statement, or one inside it, reads, writes or binds.
fn mentioned(stmt: &Stmt, visit: &mut dyn FnMut(Var)) {
    stmt.binds.iter().for_each(|var| visit(*var));
    stmt.op.used().into_iter().for_each(&mut *visit);
    for block in stmt.op.blocks() {
        block.each_stmt(&mut |stmt| stmt.binds.iter().for_each(|var| visit(*var)));
        crate::ir::walk::used_in(block)
            .into_iter()
            .for_each(&mut *visit);
    }
}

/// Whether a statement does something else with a number than to add to it.
fn mentions_other(stmt: &Stmt, to: Var) -> bool {
    let adds = matches!(&stmt.op, Op::Update(place, _, atom)
        if place.path.is_empty() && place.base == to && atom.var() != Some(to));
    let mut found = false;
    mentioned(stmt, &mut |var| found |= var == to);
    found && !adds
}
