//! What a body adds to adjoints outside, and what it yields.
//!
//! # Note: one question for all
//!
//! A factor that the body multiplied with as it is remains one. A product or a sum of factors may
//! overflow where none of them does, and an adjoint that is zero stays zero. So the terms of an adjoint
//! with such factors stand in one branch, behind one question, which is foreseen and waits for nothing.

use proc_macro2::Span;

use crate::ir::{Atom, Fun, If, Op, Sign, Stmt, Ty};

use super::form::{Factor, Form};
use super::map::{Added, Map};

impl Map<'_> {
    /// Writes all results, and gives what is yielded.
    pub(super) fn finish(&mut self, forms: &[Form]) -> Vec<Atom> {
        let span = Span::call_site();
        let sums = std::mem::take(&mut self.sums);
        let asking = self.asking(&sums, forms);
        for added in &sums {
            if let (Some(value), _) = self.value(&added.form, &asking, added.span) {
                self.add(added, value);
            }
        }
        let mut nexts = vec![];
        for form in forms {
            nexts.push(self.value(form, &asking, span));
        }
        for nth in asking {
            self.ask(nth, &sums, forms, &mut nexts);
        }
        self.depth = nexts.iter().map(|(_, waits)| *waits).max().unwrap_or(0);
        let zero = Atom::float("0.0", &self.ty);
        let nexts = nexts
            .into_iter()
            .map(|(next, _)| next.unwrap_or(zero.clone()));
        nexts.collect()
    }

    /// The parameters that have to be asked whether they are zero.
    fn asking(&self, sums: &[Added], forms: &[Form]) -> Vec<usize> {
        let mut asking = vec![];
        for nth in 0..self.params.len() {
            let all = sums.iter().map(|added| &added.form).chain(forms);
            let mut factors = all.filter_map(|form| form.terms.get(&nth));
            if factors.any(|factor| !factor.plain) {
                asking.push(nth);
            }
        }
        asking
    }

    /// The sum of the other terms, and how many operations wait for a parameter.
    fn value(&mut self, form: &Form, asking: &[usize], span: Span) -> (Option<Atom>, usize) {
        let certain = form.terms.iter().filter(|(nth, _)| !asking.contains(nth));
        let (ones, products): (Vec<_>, Vec<_>) = certain.partition(|(_, factor)| factor.is_one());
        let mut value = (form.rest.clone(), 0);
        for (nth, factor) in ones.into_iter().chain(products) {
            value = self.term(value, *nth, factor, span);
        }
        value
    }

    /// `before + factor · parameter`
    fn term(
        &mut self,
        (before, waits): (Option<Atom>, usize),
        nth: usize,
        factor: &Factor,
        span: Span,
    ) -> (Option<Atom>, usize) {
        let param = Atom::Var(self.params[nth]);
        let Factor { mut atom, sign, .. } = factor.clone();
        if before.is_none() && sign == Sign::Minus && !factor.is_one() {
            atom = self.operation(Fun::Neg, vec![atom], span);
        }
        let (term, alone) = match factor.is_one() {
            true => (param, 0),
            false => (self.operation(Fun::Binary("*"), vec![param, atom], span), 1),
        };
        match before {
            Some(before) => {
                let sum = self.added(before, sign, term, span);
                (Some(sum), waits.max(alone) + 1)
            }
            None if sign == Sign::Minus && factor.is_one() => {
                (Some(self.operation(Fun::Neg, vec![term], span)), 1)
            }
            None => (Some(term), alone),
        }
    }

    fn add(&mut self, added: &Added, value: Atom) {
        self.after += 1;
        let update = Op::Update(added.to.clone(), added.sign, value);
        self.out.push(Stmt::new(vec![], update, added.span));
    }

    /// All terms of a parameter that is not zero.
    fn ask(
        &mut self,
        nth: usize,
        sums: &[Added],
        forms: &[Form],
        nexts: &mut [(Option<Atom>, usize)],
    ) {
        let span = Span::call_site();
        let zero = Atom::float("0.0", &self.ty);
        let outer = std::mem::take(&mut self.out);
        for added in sums {
            if let Some(factor) = added.form.terms.get(&nth) {
                if let (Some(value), _) = self.term((None, 0), nth, factor, added.span) {
                    self.add(added, value);
                }
            }
        }
        let (mut binds, mut then, mut els) = (vec![], vec![], vec![]);
        for (form, next) in forms.iter().zip(nexts) {
            let Some(factor) = form.terms.get(&nth) else {
                continue;
            };
            let before = next.0.take();
            let (with, waits) = self.term((before.clone(), next.1), nth, factor, span);
            then.extend(with);
            els.push(before.unwrap_or(zero.clone()));
            let bind = self.func.value("", self.ty.clone());
            binds.push(bind);
            *next = (Some(Atom::Var(bind)), waits);
        }
        let inside = std::mem::replace(&mut self.out, outer);
        let cond = self.is_not_zero(nth, zero, span);
        let then = self.func.block(inside, then);
        let els = self.func.block(vec![], els);
        let op = Op::If(If { cond, then, els });
        self.out.push(Stmt::new(binds, op, span));
    }

    fn is_not_zero(&mut self, nth: usize, zero: Atom, span: Span) -> Atom {
        let bind = self.func.value("", Ty::Bool);
        let op = Op::Apply {
            fun: Fun::Binary("!="),
            rule: None,
            args: vec![Atom::Var(self.params[nth]), zero],
        };
        self.out.push(Stmt::new(vec![bind], op, span));
        Atom::Var(bind)
    }
}
