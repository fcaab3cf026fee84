//! A loop as the loops into which its body falls.

use proc_macro2::Span;

use crate::ir::{Atom, Block, Func, Head, Loop, Op, Stmt, Var};

use super::build::{difference, guarded, number};
use super::facts::Facts;
use super::plan::{Body, Plan};
use super::straight::{Straight, straight};
use super::write::Writer;
use super::{Scope, gather, lanes, rotate};

/// Loops that run less often are left alone.
const SHORT: usize = 16;

pub(super) fn block(scope: &mut Scope, block: &mut Block) {
    let mut out = vec![];
    for mut stmt in std::mem::take(&mut block.stmts) {
        if let Op::Loop(each) = &mut stmt.op {
            let parts = apart(scope, &stmt.binds, each, stmt.span)
                .or_else(|| rotate::rotated(scope, &stmt.binds, each, stmt.span));
            if let Some(stmts) = parts {
                out.extend(stmts);
                continue;
            }
        }
        for inner in stmt.op.blocks_mut() {
            self::block(scope, inner);
        }
        out.push(stmt);
    }
    block.stmts = out;
}

pub(super) fn is_short(each: &Loop) -> bool {
    let Head::For { range, .. } = &each.head else {
        return true;
    };
    match (number(&range.lo), number(&range.hi)) {
        (Some(lo), Some(hi)) => hi.saturating_sub(lo) < SHORT,
        _ => false,
    }
}

fn apart(scope: &mut Scope, binds: &[Var], each: &Loop, span: Span) -> Option<Vec<Stmt>> {
    let straight = straight(scope.func, binds, each)?;
    straight.carried.is_empty().then_some(())?;
    let facts = Facts::of(&straight.forward(scope.func));
    let body = Body {
        func: scope.func,
        straight: &straight,
        facts: &facts,
    };
    let mut targets = body.targets().into_iter();
    (targets.all(|base| (scope.is_adjoint)(base))).then_some(())?;
    let plan = body.plan()?;
    let parts = Parts {
        func: scope.func,
        straight: &straight,
        facts: &facts,
        span,
    };
    let loops = match is_short(each) {
        true => None,
        false => parts.written(&plan),
    };
    let mut stmts = loops.unwrap_or_else(|| {
        let each = straight.forward(scope.func);
        vec![Stmt::new(vec![], Op::Loop(each), span)]
    });
    for (bind, init) in straight.fixed {
        stmts.push(Stmt::new(vec![bind], Op::Copy(init), span));
    }
    Some(stmts)
}

pub(super) struct Parts<'a> {
    pub(super) func: &'a mut Func,
    pub(super) straight: &'a Straight,
    pub(super) facts: &'a Facts,
    pub(super) span: Span,
}

impl Parts<'_> {
    /// `None` where no loop goes over slices.
    fn written(mut self, plan: &Plan) -> Option<Vec<Stmt>> {
        let (lo, hi) = (self.straight.lo.clone(), self.straight.hi.clone());
        let mut out = vec![];
        let count = difference(self.func, &mut out, hi.clone(), lo.clone(), self.span);
        let mut slices = false;
        if !plan.sums.is_empty() {
            let (stmts, any) = lanes::sums(&mut self, &plan.sums, &count);
            out.extend(stmts);
            slices |= any;
        }
        for family in &plan.gathers {
            out.extend(gather::family(&mut self, family));
            slices = true;
        }
        for group in &plan.groups {
            let (stmts, any) = self.group(group, &count);
            out.extend(stmts);
            slices |= any;
        }
        slices.then(|| guarded(self.func, lo, hi, out, self.span))
    }

    pub(super) fn writer(&mut self, lo: Atom, count: Option<Atom>) -> Writer<'_> {
        Writer::new(self.func, self.straight, self.facts, lo, count, self.span)
    }

    /// The base of an effect.
    pub(super) fn base(&self, nth: usize) -> Option<Var> {
        match &self.straight.stmts[nth].op {
            Op::Update(place, ..) | Op::Write(place, _) => Some(place.base),
            _ => None,
        }
    }

    /// A loop of its own; whether it goes over slices.
    fn group(&mut self, group: &[usize], count: &Atom) -> (Vec<Stmt>, bool) {
        let bases: Vec<Var> = group.iter().filter_map(|nth| self.base(*nth)).collect();
        let lo = self.straight.lo.clone();
        let mut writer = self.writer(lo, Some(count.clone()));
        writer.targets(bases.into_iter());
        writer.effects(group);
        let any = !writer.views.is_empty();
        (writer.finished(Atom::int(0), count.clone()), any)
    }

    /// The same over the old indices.
    pub(super) fn plain(&mut self, group: &[usize], lo: Atom, hi: Atom) -> Vec<Stmt> {
        let mut writer = self.writer(lo.clone(), None);
        writer.effects(group);
        writer.finished(lo, hi)
    }
}
