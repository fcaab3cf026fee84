//! The adjoint of a scalar function: `x̄ᵢ += ∂y/∂xᵢ · ȳ`.
//!
//! # Note: a zero adjoint stays zero
//!
//! Where a partial may be infinite or NaN while the function is finite (`sqrt` at 0), or where it may
//! overflow (`exp`), a zero adjoint is not multiplied with it.

use proc_macro2::Span;

use crate::finite;
use crate::ir::{Atom, Fun, Sign, Ty, Var};
use crate::lower::CAST;
use crate::rules::partial::{Partials, conversion};
use crate::rules::{self, Rule};

use super::Reverse;

impl Reverse<'_> {
    pub(super) fn primitive(&mut self, bind: Var, rule: &'static Rule, args: &[Atom], span: Span) {
        let Some(adjoint) = self.adjoint(bind) else {
            return;
        };
        let (rule, args) = rules::simplified(rule, args);
        let adjoint = Atom::Var(adjoint);
        let wanted: Vec<bool> = args
            .iter()
            .map(|arg| self.facts.activity.atom(arg))
            .collect();
        if !wanted.contains(&true) {
            return;
        }
        self.propagate(bind, rule, args, &adjoint, span);
    }

    /// Whether the partial by the `nth` argument may be infinite or NaN.
    fn is_guarded(&self, rule: &'static Rule, args: &[Atom], nth: usize) -> bool {
        let factor = match (rule.name, nth) {
            ("mul" | "mul_add", 0) => &args[1],
            ("mul" | "mul_add", 1) => &args[0],
            _ => return rule.guarded,
        };
        !finite::is_finite(self.facts.finite, factor)
    }

    fn propagate(
        &mut self,
        bind: Var,
        rule: &'static Rule,
        args: &[Atom],
        adjoint: &Atom,
        span: Span,
    ) {
        if std::ptr::eq(rule, &raw const CAST) {
            return self.cast(&args[0], adjoint, span);
        }
        let operands: Vec<Atom> = args.iter().map(|arg| self.primal(arg)).collect();
        let result = self.primal(&Atom::Var(bind));
        let ty = self.func.ty(bind).clone();
        let wanted = args
            .iter()
            .take(rule.partials.len())
            .map(|arg| self.facts.activity.atom(arg));
        let wanted: Vec<bool> = wanted.collect();
        let mut out = std::mem::take(&mut self.frame().out);
        let mut partials = Partials::new(self.func, &mut out, rule, ty.clone(), span);
        for (name, operand) in rule.params.iter().chain(rule.integers).zip(operands) {
            partials.know(name, operand);
        }
        partials.know("y", result);
        let mut factors = vec![];
        for (nth, _) in wanted.iter().enumerate().filter(|(_, wanted)| **wanted) {
            factors.push((nth, partials.partial(nth)));
        }
        self.frame().out = out;
        for (nth, partial) in factors {
            let by = if self.is_guarded(rule, args, nth) {
                Fun::Times
            } else {
                Fun::Binary("*")
            };
            self.scaled(&args[nth], partial, adjoint, by, &ty, span);
        }
    }

    /// `to += partial · adjoint`
    fn scaled(&mut self, to: &Atom, partial: Atom, adjoint: &Atom, by: Fun, ty: &Ty, span: Span) {
        if partial.is_lit(0.0) {
            return;
        }
        if partial.is_lit(1.0) {
            return self.contribute(to, adjoint.clone(), Sign::Plus, span);
        }
        if partial.is_lit(-1.0) {
            return self.contribute(to, adjoint.clone(), Sign::Minus, span);
        }
        let args = vec![adjoint.clone(), partial];
        let product = self.apply(by, args, ty.clone(), span);
        self.contribute(to, product, Sign::Plus, span);
    }

    /// The adjoint of a cast is a cast back.
    fn cast(&mut self, from: &Atom, adjoint: &Atom, span: Span) {
        let ty = self.func.atom_ty(from);
        let fun = conversion(&self.func.atom_ty(adjoint), &ty);
        let back = self.apply(fun, vec![adjoint.clone()], ty, span);
        self.contribute(from, back, Sign::Plus, span);
    }
}
