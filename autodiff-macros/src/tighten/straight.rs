//! The body of a loop without branches as values and effects: a local number that the body declares
//! becomes a value for each time that it changes, and what is only another name goes.

use std::collections::HashMap;

use crate::ir::{
    Adaptor, Atom, Fun, Func, Head, Loop, Op, Place, Range, Rvalue, Sign, Stmt, Ty, Var,
};

use super::facts::{is_pure, rename};

pub(super) struct Straight {
    pub(super) index: Var,
    pub(super) lo: Atom,
    pub(super) hi: Atom,
    /// What is pure, and what adds to a place or writes to one.
    pub(super) stmts: Vec<Stmt>,
    /// What the loop carries without a change: the result, and what it is.
    pub(super) fixed: Vec<(Var, Atom)>,
}

/// `None` where the loop carries something, or has anything else in it.
pub(super) fn straight(func: &mut Func, results: &[Var], each: &Loop) -> Option<Straight> {
    let (index, lo, hi) = range(func, each)?;
    let mut body = Straightening {
        func,
        names: HashMap::new(),
        out: vec![],
    };
    for stmt in &each.body.stmts {
        body.stmt(stmt)?;
    }
    let (names, mut stmts) = (body.names, body.out);
    let nexts = each.body.yields.iter().map(|next| match next.var() {
        Some(var) => names.get(&var).map_or(Some(var), Atom::var),
        None => None,
    });
    let mut fixed = vec![];
    for (((param, init), next), result) in each.carried.iter().zip(nexts).zip(results) {
        (next == Some(*param)).then_some(())?;
        fixed.push((*result, init.clone()));
    }
    let inits: HashMap<Var, Atom> = each.carried.iter().cloned().collect();
    let again = stmts.iter_mut();
    again.for_each(|stmt| rename(&mut stmt.op, &inits));
    Some(Straight {
        index,
        lo,
        hi,
        stmts,
        fixed,
    })
}

fn range(func: &Func, each: &Loop) -> Option<(Var, Atom, Atom)> {
    let Head::For { index, range } = &each.head else {
        return None;
    };
    let counts = *func.ty(*index) == Ty::usize() && func.name(*index) != "_";
    let plain = !range.inclusive && matches!(range.adaptors[..], [] | [Adaptor::Rev]);
    let whole = each.until.is_none() && !each.counts;
    (counts && plain && whole).then(|| (*index, range.lo.clone(), range.hi.clone()))
}

struct Straightening<'a> {
    func: &'a mut Func,
    /// What a variable is by now.
    names: HashMap<Var, Atom>,
    out: Vec<Stmt>,
}

impl Straightening<'_> {
    fn stmt(&mut self, stmt: &Stmt) -> Option<()> {
        let mut stmt = stmt.clone();
        rename(&mut stmt.op, &self.names);
        match &stmt.op {
            Op::Init(Some(Rvalue::Atom(atom))) | Op::Copy(atom) => {
                (self.func.ty(stmt.binds[0]).is_scalar()).then_some(())?;
                self.names.insert(stmt.binds[0], atom.clone());
            }
            Op::Read(from) if self.own(from).is_some() => {
                let now = self.own(from)?;
                self.names.insert(stmt.binds[0], now);
            }
            Op::Update(to, sign, atom) if self.own(to).is_some() => {
                let (now, base) = (self.own(to)?, to.base);
                let next = self.sum(now, *sign, atom.clone(), &stmt);
                self.names.insert(base, next);
            }
            Op::Write(to, Rvalue::Atom(atom)) if self.own(to).is_some() => {
                self.names.insert(to.base, atom.clone());
            }
            Op::Update(..) | Op::Write(_, Rvalue::Atom(_)) => self.out.push(stmt),
            Op::Fetch { .. } => {
                let mut binds = stmt.binds.iter();
                (binds.all(|bind| self.func.ty(*bind).is_scalar())).then_some(())?;
                self.out.push(stmt);
            }
            op if is_pure(op) => self.out.push(stmt),
            _ => return None,
        }
        Some(())
    }

    /// What a number is by now that the body declares.
    fn own(&self, place: &Place) -> Option<Atom> {
        let whole = place.path.is_empty();
        self.names.get(&place.base).filter(|_| whole).cloned()
    }

    fn sum(&mut self, now: Atom, sign: Sign, atom: Atom, of: &Stmt) -> Atom {
        if now.is_lit(0.0) && sign == Sign::Plus {
            return atom;
        }
        let symbol = match sign {
            Sign::Plus => "+",
            Sign::Minus => "-",
        };
        let ty = self.func.atom_ty(&atom);
        let bind = self.func.value("", ty);
        let op = Op::Apply {
            fun: Fun::Binary(symbol),
            rule: None,
            args: vec![now, atom],
        };
        self.out.push(Stmt::new(vec![bind], op, of.span));
        Atom::Var(bind)
    }
}

impl Straight {
    /// The loop with this body, forward.
    pub(super) fn forward(&self, func: &mut Func) -> Loop {
        let range = Range {
            lo: self.lo.clone(),
            hi: self.hi.clone(),
            inclusive: false,
            adaptors: vec![],
        };
        let body = func.block(self.stmts.clone(), vec![]);
        let head = Head::For {
            index: self.index,
            range,
        };
        Loop::plain(head, body)
    }

    pub(super) fn is_tape(&self, var: Var) -> bool {
        let fetches = |stmt: &Stmt| matches!(stmt.op, Op::Fetch { tape, .. } if tape == var);
        self.stmts.iter().any(fetches)
    }

    /// The statement that binds a variable in the body.
    pub(super) fn definition(&self, var: Var) -> Option<&Stmt> {
        self.stmts.iter().find(|stmt| stmt.binds.contains(&var))
    }
}
