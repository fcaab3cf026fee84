//! The tangent of a scalar function: `ẏ = Σ ∂y/∂xᵢ · ẋᵢ`.

use proc_macro2::Span;

use crate::ir::{Atom, Fun, Op, Role, Sign, Stmt, Var};
use crate::lower::CAST;
use crate::rules::partial::{Partials, conversion};
use crate::rules::{self, Rule};

use super::Forward;

impl Forward<'_> {
    /// `ẏ = Σ ∂y/∂xᵢ · ẋᵢ`
    pub(super) fn primitive(&mut self, bind: Var, rule: &'static Rule, args: &[Atom], span: Span) {
        let (rule, args) = rules::simplified(rule, args);
        let ty = self.func.ty(bind).clone();
        let mut sum: Option<Atom> = None;
        for nth in 0..args.len().min(rule.partials.len()) {
            let Some((term, sign)) = self.term(bind, rule, args, nth, span) else {
                continue;
            };
            sum = Some(match (sum, sign) {
                (None, Sign::Plus) => term,
                (None, Sign::Minus) => {
                    Atom::Var(self.apply("", Fun::Neg, vec![term], ty.clone(), span))
                }
                (Some(sum), sign) => {
                    let symbol = if sign == Sign::Plus { "+" } else { "-" };
                    Atom::Var(self.apply(
                        "",
                        Fun::Binary(symbol),
                        vec![sum, term],
                        ty.clone(),
                        span,
                    ))
                }
            });
        }
        let tangent = self.tangent_of(bind, Role::Value);
        let sum = sum.unwrap_or_else(|| Atom::float("0.0", &ty));
        self.out.push(Stmt::new(vec![tangent], Op::Copy(sum), span));
    }

    /// One term of the sum; none where the partial is zero.
    fn term(
        &mut self,
        bind: Var,
        rule: &'static Rule,
        args: &[Atom],
        nth: usize,
        span: Span,
    ) -> Option<(Atom, Sign)> {
        let tangent = self.tangent(&args[nth])?;
        let ty = &self.func.ty(bind).clone();
        if std::ptr::eq(rule, &raw const CAST) {
            let fun = conversion(&self.func.atom_ty(&tangent), ty);
            return Some((
                Atom::Var(self.apply("", fun, vec![tangent], ty.clone(), span)),
                Sign::Plus,
            ));
        }
        let mut partials = Partials::new(self.func, &mut self.out, rule, ty.clone(), span);
        for (name, operand) in rule.params.iter().chain(rule.integers).zip(args) {
            partials.know(name, operand.clone());
        }
        partials.know("y", Atom::Var(bind));
        let partial = partials.partial(nth);
        if partial.is_lit(0.0) {
            return None;
        }
        if partial.is_lit(1.0) {
            return Some((tangent, Sign::Plus));
        }
        if partial.is_lit(-1.0) {
            return Some((tangent, Sign::Minus));
        }
        let product = self.apply("", Fun::Product, vec![partial, tangent], ty.clone(), span);
        Some((Atom::Var(product), Sign::Plus))
    }
}
