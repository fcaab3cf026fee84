//! The bounds of inner loops, ahead of the nest.
//!
//! # Note: a bound that is computed inside
//!
//! In `for _ in 0..steps { for i in 1..n - 1 { … } }` the bound `n - 1` is computed in each step, but
//! from what is known ahead. The tape is sized by the same formula in saturating arithmetic: where
//! the formula overflows, the function has panicked before anything is kept, or the nest does not
//! run at all.

use std::collections::HashMap;

use proc_macro2::{Ident, Span};

use crate::ir::{Atom, Block, Fun, Func, Op, Stmt, Ty, Var};
use crate::shape::Shape;

/// What integers are computed by.
pub(super) type Formulas = HashMap<Var, (Fun, Vec<Atom>)>;

pub(super) fn formulas(func: &Func, block: &Block) -> Formulas {
    let mut formulas = Formulas::new();
    block.each_stmt(&mut |stmt| {
        if let (Op::Apply { fun, args, .. }, [bind]) = (&stmt.op, &stmt.binds[..]) {
            if *func.ty(*bind) == Ty::usize() {
                formulas.insert(*bind, (fun.clone(), args.clone()));
            }
        }
    });
    formulas
}

/// A bound from what the function's own block binds; the statements that compute it, if any.
pub(super) fn ahead(
    bound: &Atom,
    func: &mut Func,
    shape: &Shape,
    formulas: &Formulas,
    out: &mut Vec<Stmt>,
) -> Option<Atom> {
    let Some(var) = bound.var().filter(|var| !shape.is_top(*var)) else {
        return Some(bound.clone());
    };
    let (fun, args) = formulas.get(&var)?;
    let fun = saturating(fun)?;
    let mut operands = vec![];
    for arg in args {
        operands.push(ahead(arg, func, shape, formulas, out)?);
    }
    Some(func.integer(fun, operands, out, Span::call_site()))
}

/// The same without overflow.
fn saturating(fun: &Fun) -> Option<Fun> {
    let name = match fun {
        Fun::Binary("+") => "saturating_add",
        Fun::Binary("-") => "saturating_sub",
        Fun::Binary("*") => "saturating_mul",
        Fun::Method(name) if name == "min" || name == "max" => return Some(fun.clone()),
        Fun::Method(name) if name == "saturating_sub" => return Some(fun.clone()),
        _ => return None,
    };
    Some(Fun::Method(Ident::new(name, Span::call_site())))
}
