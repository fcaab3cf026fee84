//! What a loop adds to neighbours is gathered for each of them: one load and one store.
//!
//! # Note: the ends
//!
//! A part that adds to `x[i + c]` has its element `j` from the iteration `j - c`. Let `w` be the
//! distance between the first and the last of the neighbours. The elements that get all parts are
//! those of the iterations `lo..m` with `m = hi - w`, each part as many iterations ahead as its
//! neighbour is behind the last one. What is left of a part are as many iterations at the start, and
//! the rest at the end.

use crate::ir::{Atom, Fun, Op, Sign, Stmt};

use super::apart::Parts;
use super::build::{difference, guarded, is_nothing, number, sum};
use super::plan::Body;
use super::write::Writer;

pub(super) fn family(parts: &mut Parts, family: &[usize]) -> Vec<Stmt> {
    let ahead = iterations_ahead(parts, family);
    let width = ahead.iter().map(|(_, ahead)| *ahead).max().unwrap_or(0);
    let (lo, hi, span) = (
        parts.straight.lo.clone(),
        parts.straight.hi.clone(),
        parts.span,
    );
    let mut out = vec![];
    let middle = middle(parts, width, &mut out);
    for (nth, ahead) in &ahead {
        if *ahead > 0 {
            let end = sum(parts.func, &mut out, lo.clone(), offset(*ahead), span);
            let end = least(parts, end, hi.clone(), &mut out);
            out.extend(parts.plain(&[*nth], lo.clone(), end));
        }
    }
    let all = inner(parts, &ahead, &middle);
    out.extend(guarded(parts.func, lo, middle.clone(), all, span));
    for (nth, ahead) in &ahead {
        if *ahead < width {
            let start = sum(parts.func, &mut out, middle.clone(), offset(*ahead), span);
            out.extend(parts.plain(&[*nth], start, hi.clone()));
        }
    }
    out
}

fn offset(ahead: i64) -> Atom {
    Atom::int(usize::try_from(ahead).unwrap_or_default())
}

/// How many iterations each part is ahead.
fn iterations_ahead(parts: &Parts, family: &[usize]) -> Vec<(usize, i64)> {
    let body = Body {
        func: parts.func,
        straight: parts.straight,
        facts: parts.facts,
    };
    let shifts = family
        .iter()
        .map(|nth| (*nth, body.shift(*nth).unwrap_or(0)));
    let shifts: Vec<(usize, i64)> = shifts.collect();
    let last = shifts.iter().map(|(_, shift)| *shift).max().unwrap_or(0);
    shifts
        .into_iter()
        .map(|(nth, shift)| (nth, last - shift))
        .collect()
}

/// Where the iterations end that have all parts: `max(hi - w, lo)`.
fn middle(parts: &mut Parts, width: i64, out: &mut Vec<Stmt>) -> Atom {
    let (lo, hi, span) = (
        parts.straight.lo.clone(),
        parts.straight.hi.clone(),
        parts.span,
    );
    if let (Some(lo), Some(hi)) = (number(&lo), number(&hi)) {
        return Atom::int(
            hi.saturating_sub(usize::try_from(width).unwrap_or_default())
                .max(lo),
        );
    }
    let back = Fun::Method(syn::Ident::new("saturating_sub", span));
    let end = parts.func.integer(back, vec![hi, offset(width)], out, span);
    if is_nothing(&lo) {
        return end;
    }
    let max = Fun::Method(syn::Ident::new("max", span));
    parts.func.integer(max, vec![end, lo], out, span)
}

fn least(parts: &mut Parts, a: Atom, b: Atom, out: &mut Vec<Stmt>) -> Atom {
    if let (Some(a), Some(b)) = (number(&a), number(&b)) {
        return Atom::int(a.min(b));
    }
    let span = parts.span;
    let min = Fun::Method(syn::Ident::new("min", span));
    // The one that is a literal has its type from the other one.
    let args = if number(&a).is_some() {
        vec![b, a]
    } else {
        vec![a, b]
    };
    parts.func.integer(min, args, out, span)
}

/// All parts of each element.
fn inner(parts: &mut Parts, ahead: &[(usize, i64)], middle: &Atom) -> Vec<Stmt> {
    let lo = parts.straight.lo.clone();
    let span = parts.span;
    let mut out = vec![];
    let count = difference(parts.func, &mut out, middle.clone(), lo.clone(), span);
    let targets: Vec<_> = ahead
        .iter()
        .filter_map(|(nth, _)| parts.base(*nth))
        .collect();
    let mut writer = parts.writer(lo, Some(count.clone()));
    writer.targets(targets.into_iter());
    let mut totals: Vec<(Op, Atom)> = vec![];
    for (nth, ahead) in ahead {
        gathered(&mut writer, *nth, *ahead, &mut totals);
    }
    for (mut op, total) in totals {
        if let Op::Update(_, sign, atom) = &mut op {
            (*sign, *atom) = (Sign::Plus, total);
        }
        writer.body.push(Stmt::new(vec![], op, span));
    }
    out.extend(writer.finished(Atom::int(0), count));
    out
}

/// Adds a part to what its element gets.
fn gathered(writer: &mut Writer, nth: usize, ahead: i64, totals: &mut Vec<(Op, Atom)>) {
    let stmt = writer.straight.stmts[nth].clone();
    let Op::Update(place, sign, atom) = &stmt.op else {
        return;
    };
    let value = writer.value(atom, ahead);
    let Some(place) = writer.viewed(place, ahead) else {
        return;
    };
    let text = |op: &Op| match op {
        Op::Update(place, ..) => crate::share::place(place, &crate::share::operand),
        _ => String::new(),
    };
    let op = Op::Update(place, Sign::Plus, Atom::Unit);
    let known = totals
        .iter_mut()
        .find(|(known, _)| text(known) == text(&op));
    let ty = writer.func.atom_ty(atom);
    let bind = writer.func.value("", ty);
    let (fun, args) = match (&known, sign) {
        (None, Sign::Plus) => return totals.push((op, value)),
        (None, Sign::Minus) => (Fun::Neg, vec![value]),
        (Some((_, total)), Sign::Plus) => (Fun::Binary("+"), vec![total.clone(), value]),
        (Some((_, total)), Sign::Minus) => (Fun::Binary("-"), vec![total.clone(), value]),
    };
    let apply = Op::Apply {
        fun,
        rule: None,
        args,
    };
    writer.body.push(Stmt::new(vec![bind], apply, stmt.span));
    match known {
        Some((_, total)) => *total = Atom::Var(bind),
        None => totals.push((op, Atom::Var(bind))),
    }
}
