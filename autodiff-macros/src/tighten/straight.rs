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
    pub(super) carried: Vec<Carried>,
    pub(super) reversed: bool,
}

/// A variable that the loop carries.
pub(super) struct Carried {
    pub(super) param: Var,
    pub(super) init: Atom,
    pub(super) next: Atom,
    pub(super) result: Var,
}

/// `None` where the loop has anything else in it.
pub(super) fn straight(func: &mut Func, results: &[Var], each: &Loop) -> Option<Straight> {
    let (index, lo, hi) = range(func, each)?;
    let reversed = matches!(&each.head, Head::For { range, .. } if !range.adaptors.is_empty());
    let mut body = Straightening {
        func,
        names: HashMap::new(),
        out: vec![],
    };
    for stmt in &each.body.stmts {
        body.stmt(stmt)?;
    }
    let (names, stmts) = (body.names, body.out);
    let last = |next: &Atom| match next.var().and_then(|var| names.get(&var)) {
        Some(last) => last.clone(),
        None => next.clone(),
    };
    let nexts = each.body.yields.iter().map(last);
    let mut straight = Straight {
        index,
        lo,
        hi,
        stmts,
        fixed: vec![],
        carried: vec![],
        reversed,
    };
    for (((param, init), next), result) in each.carried.iter().zip(nexts).zip(results) {
        straight.carry(*param, init, next, *result);
    }
    let same: HashMap<Var, Atom> = each
        .carried
        .iter()
        .filter(|(param, _)| !straight.carried.iter().any(|known| known.param == *param))
        .cloned()
        .collect();
    straight.rename(&same);
    Some(straight)
}

impl Straight {
    fn carry(&mut self, param: Var, init: &Atom, next: Atom, result: Var) {
        if next.var() != Some(param) {
            let init = init.clone();
            return self.carried.push(Carried {
                param,
                init,
                next,
                result,
            });
        }
        self.fixed.push((result, init.clone()));
    }

    fn rename(&mut self, names: &HashMap<Var, Atom>) {
        let stmts = self.stmts.iter_mut();
        stmts.for_each(|stmt| rename(&mut stmt.op, names));
        for carried in &mut self.carried {
            if let Some(new) = carried.next.var().and_then(|var| names.get(&var)) {
                carried.next = new.clone();
            }
        }
    }
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
        let nexts = self.carried.iter().map(|carried| carried.next.clone());
        let body = func.block(self.stmts.clone(), nexts.collect());
        let head = Head::For {
            index: self.index,
            range,
        };
        let carried = self.carried.iter();
        let carried = carried.map(|carried| (carried.param, carried.init.clone()));
        Loop {
            carried: carried.collect(),
            ..Loop::plain(head, body)
        }
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
