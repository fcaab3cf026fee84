//! Which values may be infinite or NaN although the function's inputs are finite.
//!
//! A product's adjoint multiplies with the other factor. Where that factor comes from a division, an
//! exponential, a logarithm or a call, it may be infinite while the product does not matter at all
//! (its adjoint is zero); then the adjoint asks first. Sums and products of inputs are taken to be
//! finite: where those overflow, the function itself has overflown.

use crate::ir::walk::{Part, parts};
use crate::ir::{Atom, Block, Func, Op, Stmt, Var, VarSet};
use crate::rules::Rule;

/// The variables that may be infinite or NaN.
pub(crate) type Finite = VarSet;

pub(crate) fn suspects(func: &Func) -> Finite {
    let mut suspects = Finite::new();
    loop {
        let before = suspects.len();
        block(&func.body, &mut suspects);
        if suspects.len() == before {
            return suspects;
        }
    }
}

pub(crate) fn is_finite(suspects: &Finite, atom: &Atom) -> bool {
    match atom {
        Atom::Var(var) => !suspects.contains(var),
        Atom::Const(path, _) => {
            let path = path.to_string();
            !["INFINITY", "NAN", "MAX", "MIN"]
                .iter()
                .any(|name| path.ends_with(name))
        }
        Atom::Lit(_) | Atom::Unit => true,
    }
}

fn block(block: &Block, suspects: &mut Finite) {
    for stmt in &block.stmts {
        self::stmt(stmt, suspects);
        stmt.op
            .blocks()
            .into_iter()
            .for_each(|block| self::block(block, suspects));
    }
}

fn stmt(stmt: &Stmt, suspects: &mut Finite) {
    match &stmt.op {
        Op::If(branch) => {
            for (nth, bind) in stmt.binds.iter().enumerate() {
                flow(branch.then.yields.get(nth), *bind, suspects);
                flow(branch.els.yields.get(nth), *bind, suspects);
            }
        }
        Op::Loop(each) => {
            for (nth, (param, init)) in each.carried.iter().enumerate() {
                flow(Some(init), *param, suspects);
                flow(each.body.yields.get(nth), *param, suspects);
                flow(Some(&Atom::Var(*param)), stmt.binds[nth], suspects);
            }
        }
        Op::Apply {
            rule: Some(rule), ..
        } if is_bounded(rule) => {}
        Op::Apply {
            rule: Some(rule), ..
        } if is_unbounded(rule) => suspects.extend(&stmt.binds),
        Op::Call(_) => {
            suspects.extend(&stmt.binds);
            suspects.extend(crate::activity::written(&stmt.op));
        }
        op => {
            if reads_suspect(op, suspects) {
                suspects.extend(&stmt.binds);
                suspects.extend(crate::activity::written(op));
            }
        }
    }
}

fn flow(from: Option<&Atom>, to: Var, suspects: &mut Finite) {
    if from.is_some_and(|from| !is_finite(suspects, from)) {
        suspects.insert(to);
    }
}

fn reads_suspect(op: &Op, suspects: &Finite) -> bool {
    let mut found = false;
    parts::op(op, &mut |part| match part {
        Part::Atom(atom) => found |= !is_finite(suspects, atom),
        Part::Place(place, _) => found |= suspects.contains(&place.base),
    });
    found
}

/// Finite whatever it is given, or NaN like its operand.
fn is_bounded(rule: &Rule) -> bool {
    matches!(
        rule.name,
        "sin" | "cos" | "tanh" | "atan" | "asin" | "acos" | "atan2" | "signum"
    )
}

/// May be infinite for finite operands.
fn is_unbounded(rule: &Rule) -> bool {
    rule.guarded
        && !matches!(
            rule.name,
            "sqrt" | "cbrt" | "hypot" | "atan2" | "asin" | "acos" | "along"
        )
}
