//! The slope of a function of numbers: `Σ partial · slope`.

use std::collections::HashMap;

use crate::finite::{self, Finite};
use crate::ir::{Atom, Fun, Func, Op, Stmt, Ty, Var};
use crate::lower::CAST;
use crate::rules::partial::Partials;
use crate::rules::{self, Rule};

pub(super) struct Products<'a> {
    pub(super) finite: &'a Finite,
    pub(super) ty: &'a Ty,
    /// How many numbers there are to have a slope by.
    pub(super) fixed: usize,
    /// The slope of a variable by each of them, where it is not zero.
    pub(super) known: HashMap<(Var, usize), Atom>,
}

impl Products<'_> {
    pub(super) fn slope(&self, atom: &Atom, by: usize) -> Option<Atom> {
        self.known.get(&(atom.var()?, by)).cloned()
    }

    /// The statements behind one, for the slopes of what it binds. Nothing where a partial may be
    /// infinite or NaN.
    pub(super) fn stmt(&mut self, func: &mut Func, stmt: &Stmt) -> Option<Vec<Stmt>> {
        let mut out = vec![];
        let Op::Apply {
            rule: Some(rule),
            args,
            ..
        } = &stmt.op
        else {
            return Some(out);
        };
        let (rule, args) = rules::simplified(rule, args);
        let sloped = |arg: &Atom| (0..self.fixed).any(|by| self.slope(arg, by).is_some());
        let nths: Vec<usize> = (0..rule.partials.len())
            .filter(|nth| sloped(&args[*nth]))
            .collect();
        if nths.is_empty() {
            return Some(out);
        }
        let finite = nths.iter().all(|nth| self.is_finite(rule, args, *nth));
        (finite && *func.ty(stmt.binds[0]) == *self.ty).then_some(())?;
        let mut partials = Partials::new(func, &mut out, rule, self.ty.clone(), stmt.span);
        for (name, operand) in rule.params.iter().chain(rule.integers).zip(args) {
            partials.know(name, operand.clone());
        }
        partials.know("y", Atom::Var(stmt.binds[0]));
        let factors: Vec<(usize, Atom)> = nths
            .iter()
            .map(|nth| (*nth, partials.partial(*nth)))
            .collect();
        for by in 0..self.fixed {
            let mut sum = None;
            for (nth, partial) in &factors {
                if let Some(slope) = self.slope(&args[*nth], by) {
                    sum = self.added(sum, partial, &slope, func, stmt, &mut out);
                }
            }
            if let Some(sum) = sum {
                self.known.insert((stmt.binds[0], by), sum);
            }
        }
        Some(out)
    }

    fn is_finite(&self, rule: &'static Rule, args: &[Atom], nth: usize) -> bool {
        match (rule.name, nth) {
            ("mul" | "mul_add", 0) => finite::is_finite(self.finite, &args[1]),
            ("mul" | "mul_add", 1) => finite::is_finite(self.finite, &args[0]),
            _ => !rule.guarded && !std::ptr::eq(rule, &raw const CAST),
        }
    }

    /// `sum + partial · slope`
    fn added(
        &self,
        sum: Option<Atom>,
        partial: &Atom,
        slope: &Atom,
        func: &mut Func,
        stmt: &Stmt,
        out: &mut Vec<Stmt>,
    ) -> Option<Atom> {
        let mut apply = |fun: Fun, args: Vec<Atom>| {
            let bind = func.value("", self.ty.clone());
            let op = Op::Apply {
                fun,
                rule: None,
                args,
            };
            out.push(Stmt::new(vec![bind], op, stmt.span));
            Atom::Var(bind)
        };
        let minus = partial.is_lit(-1.0);
        let term = match (partial, slope) {
            (partial, _) if partial.is_lit(0.0) => return sum,
            (partial, slope) if partial.is_lit(1.0) || minus => slope.clone(),
            (partial, slope) if slope.is_lit(1.0) => partial.clone(),
            (partial, slope) => apply(Fun::Binary("*"), vec![slope.clone(), partial.clone()]),
        };
        Some(match sum {
            None if minus => apply(Fun::Neg, vec![term]),
            None => term,
            Some(sum) => apply(Fun::Binary(if minus { "-" } else { "+" }), vec![sum, term]),
        })
    }
}
