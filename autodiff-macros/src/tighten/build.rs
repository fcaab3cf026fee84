//! Slices, sums of indices, and what is written around loops.

use proc_macro2::Span;

use crate::ir::{Atom, Fun, Func, Head, If, Loop, Op, Place, Proj, Range, Role, Stmt, Ty, Var};

/// `&of[start..][..count]`
pub(super) fn slice(
    func: &mut Func,
    of: Place,
    start: Atom,
    count: Atom,
    exclusive: bool,
    span: Span,
) -> Stmt {
    let item = func.place_ty(&of).item().cloned().unwrap_or(Ty::Unknown);
    let name = func.name(of.base).to_owned();
    let role = Role::Param { exclusive };
    let var = func.var(&name, Ty::Slice(Box::new(item)), role);
    let mut of = of;
    if !is_nothing(&start) {
        of = of.then(Proj::Slice {
            lo: Some(start),
            hi: None,
            inclusive: false,
        });
    }
    let of = of.then(Proj::Slice {
        lo: None,
        hi: Some(count),
        inclusive: false,
    });
    Stmt::new(vec![var], Op::View(of, exclusive), span)
}

pub(super) fn is_nothing(atom: &Atom) -> bool {
    matches!(atom, Atom::Lit(lit) if matches!(lit.ty, Ty::Int(_)) && lit.text == "0")
}

pub(super) fn number(atom: &Atom) -> Option<usize> {
    match atom {
        Atom::Lit(lit) => lit.text.replace('_', "").parse().ok(),
        _ => None,
    }
}

pub(super) fn counted(
    func: &mut Func,
    index: Var,
    lo: Atom,
    hi: Atom,
    body: Vec<Stmt>,
    span: Span,
) -> Stmt {
    let range = Range {
        lo,
        hi,
        inclusive: false,
        adaptors: vec![],
    };
    let body = func.block(body, vec![]);
    let head = Head::For { index, range };
    Stmt::new(vec![], Op::Loop(Loop::plain(head, body)), span)
}

/// A sum of indices.
pub(super) fn sum(func: &mut Func, out: &mut Vec<Stmt>, a: Atom, b: Atom, span: Span) -> Atom {
    if is_nothing(&b) {
        return a;
    }
    if is_nothing(&a) {
        return b;
    }
    if let (Some(a), Some(b)) = (number(&a), number(&b)) {
        return Atom::int(a + b);
    }
    func.integer(Fun::Binary("+"), vec![a, b], out, span)
}

pub(super) fn difference(
    func: &mut Func,
    out: &mut Vec<Stmt>,
    a: Atom,
    b: Atom,
    span: Span,
) -> Atom {
    if is_nothing(&b) {
        return a;
    }
    if let (Some(a), Some(b)) = (number(&a), number(&b)) {
        return Atom::int(a.saturating_sub(b));
    }
    func.integer(Fun::Binary("-"), vec![a, b], out, span)
}

/// `if a < b { then }`; `then` itself where that is certain.
pub(super) fn guarded(func: &mut Func, a: Atom, b: Atom, then: Vec<Stmt>, span: Span) -> Vec<Stmt> {
    if let (Some(a), Some(b)) = (number(&a), number(&b)) {
        return if a < b { then } else { vec![] };
    }
    let cond = func.value("", Ty::Bool);
    let op = Op::Apply {
        fun: Fun::Binary("<"),
        rule: None,
        args: vec![a, b],
    };
    let (then, els) = (func.block(then, vec![]), func.block(vec![], vec![]));
    let branch = If {
        cond: Atom::Var(cond),
        then,
        els,
    };
    vec![
        Stmt::new(vec![cond], op, span),
        Stmt::new(vec![], Op::If(branch), span),
    ]
}
