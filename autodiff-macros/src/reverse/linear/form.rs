//! Sums of carried adjoints, each with a factor.

use std::collections::BTreeMap;

use proc_macro2::Span;

use crate::ir::{Atom, Fun, Op, Sign, Stmt};

use super::map::Map;

/// `rest + Σ factor · parameter`
#[derive(Clone, Default)]
pub(super) struct Form {
    pub(super) terms: BTreeMap<usize, Factor>,
    pub(super) rest: Option<Atom>,
    /// How many operations it took, one behind the other, as the body had it.
    pub(super) depth: usize,
}

#[derive(Clone)]
pub(super) struct Factor {
    pub(super) atom: Atom,
    pub(super) sign: Sign,
    /// Whether the body multiplied with just this, and did not ask for zeros.
    pub(super) plain: bool,
}

impl Factor {
    pub(super) fn is_one(&self) -> bool {
        self.atom.is_lit(1.0)
    }
}

impl Form {
    pub(super) fn constant(rest: Option<Atom>) -> Form {
        Form {
            rest,
            ..Form::default()
        }
    }

    fn is_zero(&self) -> bool {
        self.terms.is_empty() && self.rest.is_none()
    }
}

fn times(a: Sign, b: Sign) -> Sign {
    match a == b {
        true => Sign::Plus,
        false => Sign::Minus,
    }
}

impl Map<'_> {
    pub(super) fn parameter(&self, nth: usize) -> Form {
        let factor = Factor {
            atom: Atom::float("1.0", &self.ty),
            sign: Sign::Plus,
            plain: true,
        };
        Form {
            terms: [(nth, factor)].into(),
            ..Form::default()
        }
    }

    /// `form · by`
    pub(super) fn scaled(&mut self, mut form: Form, fun: &Fun, by: &Atom, span: Span) -> Form {
        for factor in form.terms.values_mut() {
            let first = factor.is_one();
            factor.plain &= first && matches!(fun, Fun::Binary(_));
            factor.atom = match first {
                true => by.clone(),
                false => self.operation(fun.clone(), vec![factor.atom.clone(), by.clone()], span),
            };
        }
        let rest = form.rest.take();
        form.rest = rest.map(|rest| self.operation(fun.clone(), vec![rest, by.clone()], span));
        form.depth += 1;
        form
    }

    /// `a ± b`
    pub(super) fn sum(&mut self, mut a: Form, sign: Sign, b: Form, span: Span) -> Form {
        a.depth = match a.is_zero() {
            true => b.depth + usize::from(sign == Sign::Minus),
            false => a.depth.max(b.depth) + 1,
        };
        for (nth, mut factor) in b.terms {
            factor.sign = times(factor.sign, sign);
            if let Some(before) = a.terms.remove(&nth) {
                factor = self.factors(before, factor, span);
            }
            a.terms.insert(nth, factor);
        }
        a.rest = match (a.rest, b.rest) {
            (rest, None) => rest,
            (None, Some(rest)) if sign == Sign::Plus => Some(rest),
            (None, Some(rest)) => Some(self.operation(Fun::Neg, vec![rest], span)),
            (Some(before), Some(rest)) => Some(self.added(before, sign, rest, span)),
        };
        a
    }

    /// One factor in place of two. The sum may be infinite where none of them is.
    fn factors(&mut self, a: Factor, b: Factor, span: Span) -> Factor {
        let (a, b) = match a.sign {
            Sign::Minus => (b, a),
            Sign::Plus => (a, b),
        };
        let atom = self.added(a.atom, times(a.sign, b.sign), b.atom, span);
        Factor {
            atom,
            sign: a.sign,
            plain: false,
        }
    }

    pub(super) fn added(&mut self, a: Atom, sign: Sign, b: Atom, span: Span) -> Atom {
        let symbol = match sign {
            Sign::Plus => "+",
            Sign::Minus => "-",
        };
        self.operation(Fun::Binary(symbol), vec![a, b], span)
    }

    pub(super) fn operation(&mut self, fun: Fun, args: Vec<Atom>, span: Span) -> Atom {
        self.after += 1;
        let bind = self.func.value("", self.ty.clone());
        let op = Op::Apply {
            fun,
            rule: None,
            args,
        };
        self.out.push(Stmt::new(vec![bind], op, span));
        Atom::Var(bind)
    }
}
