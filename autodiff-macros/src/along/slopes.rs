//! The slopes that a loop carries: of each number it carries, by each that stays the same.

use std::collections::{BTreeSet, HashMap, HashSet};

use proc_macro2::Span;

use crate::activity::Activity;
use crate::finite::{self, Finite};
use crate::ir::walk::{PartMut, parts_mut, used_in};
use crate::ir::{Atom, Block, Fun, Func, Loop, Op, Role, Stmt, Ty, Var};
use crate::rules::Rule;

use super::products::Products;
use super::{ALONG, HELD, SLOPES};

pub(super) struct Slopes {
    activity: Activity,
    finite: Finite,
}

/// The loop's own numbers.
struct Parts {
    /// Those that it carries, and where.
    carried: Vec<(usize, Var)>,
    /// Those that stay the same.
    fixed: Vec<Var>,
    ty: Ty,
}

impl Slopes {
    pub(super) fn of(func: &Func, inputs: &[Var]) -> Slopes {
        Slopes {
            activity: Activity::of(func, inputs),
            finite: finite::suspects(func),
        }
    }

    /// Makes the loop at `at` carry slopes; whether it can.
    pub(super) fn rewritten(
        &self,
        func: &mut Func,
        stmts: &mut Vec<Stmt>,
        at: usize,
    ) -> Option<()> {
        let span = stmts[at].span;
        let Stmt { binds, op, .. } = &mut stmts[at];
        let Op::Loop(each) = op else { return None };
        let parts = self.parts(func, binds, each)?;
        let (held, ahead) = hold(func, &parts, span);
        let mut rules = Products {
            finite: &self.finite,
            ty: &parts.ty,
            fixed: parts.fixed.len(),
            known: HashMap::new(),
        };
        for (by, fixed) in parts.fixed.iter().enumerate() {
            let one = Atom::float("1.0", &parts.ty);
            rules.known.insert((*fixed, by), one);
        }
        let ends = carry(func, each, &parts, &mut rules);
        for mut stmt in std::mem::take(&mut each.body.stmts) {
            let slopes = rules.stmt(func, &stmt)?;
            parts_mut::op(&mut stmt.op, &mut |part| rename(part, &held));
            each.body.stmts.push(stmt);
            each.body.stmts.extend(slopes);
        }
        for (nth, _) in &parts.carried {
            for by in 0..parts.fixed.len() {
                let slope = rules.slope(&each.body.yields[*nth], by);
                let zero = Atom::float("0.0", &parts.ty);
                each.body.yields.push(slope.unwrap_or(zero));
            }
        }
        for atom in &mut each.body.yields {
            rename(PartMut::Atom(atom), &held);
        }
        let behind = behind(func, binds, &parts, &ends, span);
        stmts.splice(at + 1..at + 1, behind);
        stmts.splice(at..at, ahead);
        Some(())
    }

    /// Where all that varies passes through functions of numbers, at the top of the body.
    fn parts(&self, func: &Func, binds: &[Var], each: &Loop) -> Option<Parts> {
        let carried = each.carried.iter().map(|(param, _)| *param).enumerate();
        let active = |(nth, param): &(usize, Var)| {
            self.activity.is_active(*param) || self.activity.is_active(binds[*nth])
        };
        let carried: Vec<(usize, Var)> = carried.filter(active).collect();
        let ty = func.ty(carried.first()?.1).clone();
        let fixed = self.fixed(func, each);
        let all = carried.iter().map(|(_, param)| param).chain(&fixed);
        let mut varying: HashSet<Var> = all.copied().collect();
        let alike = varying.iter().all(|var| *func.ty(*var) == ty) && ty.is_float();
        let few = (1..=SLOPES).contains(&(carried.len() * fixed.len()));
        (alike && few && is_straight(&each.body, &mut varying)).then_some(())?;
        Some(Parts { carried, fixed, ty })
    }

    /// The active numbers from outside that functions in the body take.
    fn fixed(&self, func: &Func, each: &Loop) -> Vec<Var> {
        let mut inside: HashSet<Var> = each.carried.iter().map(|(param, _)| *param).collect();
        let mut fixed = BTreeSet::new();
        for stmt in &each.body.stmts {
            if let Op::Apply {
                rule: Some(_),
                args,
                ..
            } = &stmt.op
            {
                let vars = args.iter().filter_map(Atom::var);
                fixed.extend(vars.filter(|var| !inside.contains(var)));
            }
            inside.extend(&stmt.binds);
        }
        let is_number = |var: &Var| matches!(func.vars[var.0].role, Role::Value);
        let active = |var: &Var| self.activity.is_active(*var);
        fixed
            .into_iter()
            .filter(|var| active(var) && is_number(var))
            .collect()
    }
}

/// Whether nothing but functions of numbers is given what varies.
fn is_straight(body: &Block, varying: &mut HashSet<Var>) -> bool {
    body.stmts.iter().all(|stmt| {
        let inner = stmt.op.blocks().into_iter().flat_map(used_in);
        let varies = stmt
            .op
            .used()
            .into_iter()
            .chain(inner)
            .any(|var| varying.contains(&var));
        match &stmt.op {
            Op::Apply { rule, .. } => {
                let carries = varies && rule.is_some_and(|rule| !rule.is_flat());
                varying.extend(stmt.binds.iter().filter(|_| carries));
                true
            }
            _ => !varies,
        }
    })
}

/// A name without a derivative for each number that stays the same.
fn hold(func: &mut Func, parts: &Parts, span: Span) -> (HashMap<Var, Var>, Vec<Stmt>) {
    let (mut held, mut ahead) = (HashMap::new(), vec![]);
    for fixed in &parts.fixed {
        let name = func.name(*fixed).to_owned();
        let bind = func.value(&name, parts.ty.clone());
        held.insert(*fixed, bind);
        ahead.push(same(bind, &HELD, vec![Atom::Var(*fixed)], span));
    }
    (held, ahead)
}

fn rename(part: PartMut<'_>, held: &HashMap<Var, Var>) {
    if let PartMut::Atom(Atom::Var(var)) = part {
        *var = held.get(var).copied().unwrap_or(*var);
    }
}

/// A parameter for each slope; gives the names behind the loop.
fn carry(func: &mut Func, each: &mut Loop, parts: &Parts, rules: &mut Products) -> Vec<Var> {
    let mut ends = vec![];
    for (_, param) in &parts.carried {
        for by in 0..parts.fixed.len() {
            let slope = func.value("__slope", parts.ty.clone());
            each.carried.push((slope, Atom::float("0.0", &parts.ty)));
            rules.known.insert((*param, by), Atom::Var(slope));
            ends.push(func.value("__slope", parts.ty.clone()));
        }
    }
    ends
}

/// What the loop gives goes along with what stayed the same in it.
fn behind(
    func: &mut Func,
    binds: &mut Vec<Var>,
    parts: &Parts,
    ends: &[Var],
    span: Span,
) -> Vec<Stmt> {
    let mut behind = vec![];
    for ((nth, _), slopes) in parts.carried.iter().zip(ends.chunks(parts.fixed.len())) {
        let end = binds[*nth];
        let mut before = func.value(func.name(end).to_owned().as_str(), parts.ty.clone());
        binds[*nth] = before;
        for (by, (fixed, slope)) in parts.fixed.iter().zip(slopes).enumerate() {
            let bind = match by + 1 == slopes.len() {
                true => end,
                false => func.value("", parts.ty.clone()),
            };
            let args = vec![Atom::Var(before), Atom::Var(*fixed), Atom::Var(*slope)];
            behind.push(same(bind, &ALONG, args, span));
            before = bind;
        }
    }
    binds.extend(ends);
    behind
}

fn same(bind: Var, rule: &'static Rule, args: Vec<Atom>, span: Span) -> Stmt {
    let op = Op::Apply {
        fun: Fun::Same,
        rule: Some(rule),
        args,
    };
    Stmt::new(vec![bind], op, span)
}
