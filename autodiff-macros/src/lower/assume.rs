//! What a type is taken for where nothing else tells: rustc rejects it where it is something else.

use crate::ir::{Atom, Fun, Func, Op, Role, Stmt, Ty};

use super::infer::Types;

pub(super) fn assume(func: &Func, types: &mut Types) {
    func.body
        .each_stmt(&mut |stmt| arithmetic(stmt, func, types));
    func.body.each_stmt(&mut |stmt| casts(stmt, func, types));
}

/// What is calculated with (the result of a call, an alias) is a float.
fn arithmetic(stmt: &Stmt, func: &Func, types: &mut Types) {
    let first = match &stmt.op {
        Op::Apply {
            fun: Fun::Neg | Fun::Binary("+" | "-" | "*" | "/" | "%"),
            args,
            ..
        } => args.iter().find(|arg| matches!(arg, Atom::Var(_))),
        Op::Update(_, _, atom) => Some(atom),
        _ => return,
    };
    let Some(first) = first else { return };
    let ty = func.atom_ty(first);
    let open = match types.shallow(&ty) {
        Ty::Named(_) => true,
        Ty::Infer(_) => !types.is_integer(&ty),
        _ => false,
    };
    if open && !reads_constant(func, first) {
        let float = types.float();
        types.unify(&ty, &float);
    }
}

/// What a float is cast to is a float; what else is cast is an integer.
fn casts(stmt: &Stmt, func: &Func, types: &mut Types) {
    let Op::Apply {
        fun: Fun::Cast(_),
        args,
        ..
    } = &stmt.op
    else {
        return;
    };
    let (from, to) = (func.atom_ty(&args[0]), func.ty(stmt.binds[0]).clone());
    if matches!(types.shallow(&from), Ty::Named(_)) {
        let integer = types.integer();
        types.unify(&from, &integer);
    }
    if matches!(types.shallow(&to), Ty::Named(_)) && types.is_float(&from) {
        let float = types.float();
        types.unify(&to, &float);
    }
}

/// Whether a value is loaded from a constant of the module.
fn reads_constant(func: &Func, atom: &Atom) -> bool {
    let mut found = false;
    func.body.each_stmt(&mut |stmt| {
        if let (Op::Read(place), Some(var)) = (&stmt.op, atom.var()) {
            found |= stmt.binds[0] == var && matches!(func.vars[place.base.0].role, Role::Const(_));
        }
    });
    found
}
