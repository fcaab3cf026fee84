//! The forward sweep: the function, and what the plan keeps of it.
//!
//! # Note: tapes
//!
//! A nest of loops from zero up to bounds that are known ahead of it has a tape with a place for each
//! index: nothing grows in the loop, and the reverse sweep finds the entries by the indices that it
//! runs over anyway. Where the bounds are constants, the tape is an array. All other loops push.

mod bounds;

use std::collections::HashMap;

use proc_macro2::{Ident, Span};
use quote::quote;

use crate::ir::{
    Adaptor, Atom, Block, BlockId, Fun, Func, Head, Loop, Op, Pass, Role, Stmt, Tape, Ty, Var,
};
use crate::plan::Plan;
use crate::promote::unset;
use crate::shape::Shape;

use bounds::Formulas;

/// The tape of each loop body that keeps something.
pub(crate) type Tapes = HashMap<BlockId, Recorded>;

/// Tapes with what their entries hold, and the nest of loops that indexes them.
#[derive(Clone)]
pub(crate) struct Recorded {
    pub(crate) tapes: Vec<(Var, Vec<Var>)>,
    pub(crate) nest: Option<Nest>,
}

/// The index and the bound of each loop, outermost first.
pub(crate) type Nest = Vec<(Var, Atom)>;

/// How many entries at the beginning of a tape may stay unused, for a loop from one or two up.
const WASTE: usize = 2;

/// The largest tape that lies on the stack, in numbers.
const STACK: usize = 4096;

/// How many of the numbers that a loop carries have a tape of their own.
const COLUMNS: usize = 4;

pub(crate) fn record(mut func: Func, plan: &Plan) -> (Func, Tapes) {
    let shape = Shape::of(&func);
    let body = func.body.clone();
    let mut record = Record {
        formulas: bounds::formulas(&func, &body),
        func: &mut func,
        plan,
        shape,
        tapes: Tapes::new(),
        hoisted: vec![],
        ahead: vec![],
        depth: 0,
        branches: 0,
        nest: Some(vec![]),
    };
    let mut body = record.block(body);
    let tapes = record.tapes;
    let mut stmts = record.hoisted;
    stmts.extend(std::mem::take(&mut body.stmts));
    body.stmts = stmts;
    func.body = body;
    (func, tapes)
}

struct Record<'a> {
    func: &'a mut Func,
    plan: &'a Plan,
    shape: Shape,
    tapes: Tapes,
    /// Tapes of inner loops: they go on from one run of their loop to the next.
    hoisted: Vec<Stmt>,
    /// Tapes of the nest of loops that comes next.
    ahead: Vec<Stmt>,
    formulas: Formulas,
    depth: usize,
    /// The branches around: what may not run has a tape ahead of it only where that costs nothing.
    branches: usize,
    /// The loops around, as long as each of them indexes.
    nest: Option<Nest>,
}

impl Record<'_> {
    fn block(&mut self, mut block: Block) -> Block {
        let mut out = vec![];
        for stmt in std::mem::take(&mut block.stmts) {
            self.stmt(stmt, &mut out);
        }
        block.stmts = out;
        block
    }

    fn stmt(&mut self, stmt: Stmt, out: &mut Vec<Stmt>) {
        let Stmt {
            mut binds,
            op,
            span,
        } = stmt;
        let op = match op {
            Op::If(mut branch) => {
                let nest = self.nest.take();
                let outermost = nest.as_ref().is_some_and(Vec::is_empty);
                self.nest = outermost.then(Vec::new);
                self.depth += 1;
                self.branches += 1;
                branch.then = self.block(branch.then);
                branch.els = self.block(branch.els);
                self.depth -= 1;
                self.branches -= 1;
                self.nest = nest;
                let (then, els) = (branch.then.id, branch.els.id);
                self.yields(then, &mut branch.then, &mut branch.els, &mut binds, span);
                self.yields(els, &mut branch.els, &mut branch.then, &mut binds, span);
                Op::If(branch)
            }
            Op::Loop(each) => Op::Loop(self.each(each, span, out)),
            op => op,
        };
        if self.depth == 0 {
            out.append(&mut self.ahead);
        }
        out.push(Stmt::new(binds, op, span));
    }

    fn each(&mut self, mut each: Loop, span: Span, out: &mut Vec<Stmt>) -> Loop {
        let around = self.nest.take();
        if let Some(around) = &around {
            let level = self.indexing(&each);
            self.nest = level.map(|level| around.iter().cloned().chain([level]).collect());
        }
        self.depth += 1;
        each.body = self.block(each.body);
        self.depth -= 1;
        self.tape(&mut each, span, out);
        self.nest = around;
        each
    }

    /// What a branch keeps, it yields besides; the other side yields a stand-in.
    fn yields(
        &mut self,
        id: BlockId,
        from: &mut Block,
        other: &mut Block,
        binds: &mut Vec<Var>,
        span: Span,
    ) {
        for kept in self.plan.kept.get(&id).into_iter().flatten() {
            let ty = self.func.ty(*kept).clone();
            binds.push(self.plan.outside[kept]);
            if self.plan.is_scalar(self.func, *kept) {
                from.yields.push(Atom::Var(*kept));
                other.yields.push(unset(&ty));
                continue;
            }
            let none = Atom::Const(quote!(::core::option::Option::None), Ty::Unknown);
            other.yields.push(none);
            if self.plan.is_stand_in(*kept) {
                from.yields.push(Atom::Var(*kept));
                continue;
            }
            let some = self.func.value("__some", Ty::Unknown);
            let fun = Fun::Path(
                quote!(::core::option::Option::Some),
                Ident::new("Some", span),
            );
            let op = Op::Apply {
                fun,
                rule: None,
                args: vec![Atom::Var(*kept)],
            };
            from.stmts.push(Stmt::new(vec![some], op, span));
            from.yields.push(Atom::Var(some));
        }
    }

    fn tape(&mut self, each: &mut Loop, span: Span, out: &mut Vec<Stmt>) {
        let Some(kept) = self.plan.kept.get(&each.body.id).cloned() else {
            return;
        };
        let scalars = kept.iter().all(|var| self.plan.is_scalar(self.func, *var));
        let nest = self.nest.clone().filter(|_| scalars);
        let nest = nest.filter(|nest| self.branches == 0 || self.is_fixed(nest, &kept));
        let columns = match &nest {
            Some(_) => columns(each, kept),
            None => vec![kept],
        };
        let local = |kept| (self.func.local("__tape", Ty::Unknown), kept);
        let tapes: Vec<(Var, Vec<Var>)> = columns.into_iter().map(local).collect();
        match &nest {
            Some(nest) => self.put(each, nest, &tapes, span),
            None => self.grow(each, &tapes, span, out),
        }
        self.tapes.insert(each.body.id, Recorded { tapes, nest });
    }

    /// An entry for each index of the nest.
    fn put(&mut self, each: &mut Loop, nest: &Nest, tapes: &[(Var, Vec<Var>)], span: Span) {
        let at = position(nest, self.func, &mut each.body.stmts, span);
        for (tape, kept) in tapes {
            let put = Op::Put {
                tape: *tape,
                at: at.clone(),
                kept: kept.clone(),
            };
            each.body.stmts.push(Stmt::new(vec![], put, span));
            let new = Op::Tape(self.indexed(nest, kept));
            self.ahead.push(Stmt::new(vec![*tape], new, span));
        }
    }

    /// One entry behind the other.
    fn grow(
        &mut self,
        each: &mut Loop,
        tapes: &[(Var, Vec<Var>)],
        span: Span,
        out: &mut Vec<Stmt>,
    ) {
        for (tape, kept) in tapes {
            let push = Op::Push(*tape, kept.clone());
            each.body.stmts.push(Stmt::new(vec![], push, span));
            let capacity = match self.depth {
                0 => capacity(each, self.func),
                _ => None,
            };
            let new = Stmt::new(vec![*tape], Op::Tape(Tape::Growing(capacity)), span);
            match self.depth {
                0 => out.push(new),
                _ => self.hoisted.push(new),
            }
        }
    }

    fn is_fixed(&self, nest: &Nest, kept: &[Var]) -> bool {
        matches!(self.indexed(nest, kept), Tape::Indexed { fixed: true, .. })
    }

    fn indexed(&self, nest: &Nest, kept: &[Var]) -> Tape {
        let bounds: Vec<Atom> = nest.iter().map(|(_, bound)| bound.clone()).collect();
        let constant = |bound: &Atom| match bound {
            Atom::Lit(lit) => lit.text.parse().ok(),
            Atom::Const(path, _) if self.sizes_an_array(&path.to_string()) => Some(1),
            _ => None,
        };
        let sizes: Option<Vec<usize>> = bounds.iter().map(constant).collect();
        let size = sizes.and_then(|sizes| {
            sizes
                .iter()
                .try_fold(kept.len(), |all, size| all.checked_mul(*size))
        });
        let named = bounds
            .iter()
            .filter(|bound| matches!(bound, Atom::Const(..)))
            .count();
        Tape::Indexed {
            bounds,
            fixed: named <= 1 && size.is_some_and(|size| size <= STACK),
            entry: kept.iter().map(|var| self.func.ty(*var).clone()).collect(),
        }
    }

    /// Whether the user has an array of that length on the stack.
    fn sizes_an_array(&self, text: &str) -> bool {
        fn has(ty: &Ty, text: &str) -> bool {
            match ty {
                Ty::Array(item, len) => {
                    len.0.as_ref().is_some_and(|len| len.to_string() == text) || has(item, text)
                }
                Ty::Tuple(items) => items.iter().any(|item| has(item, text)),
                ty => ty.item().is_some_and(|item| has(item, text)),
            }
        }
        let by_value = self
            .func
            .params
            .iter()
            .filter(|param| param.pass == Pass::Value);
        let params = by_value.map(|param| self.func.ty(param.var));
        let locals = self
            .func
            .vars
            .iter()
            .filter(|var| matches!(var.role, Role::Local));
        locals
            .map(|var| &var.ty)
            .chain(params)
            .any(|ty| has(ty, text))
    }

    /// The index and the bound of a loop that counts from zero, to a bound that is known ahead of
    /// the nest, and does not end early.
    fn indexing(&mut self, each: &Loop) -> Option<(Var, Atom)> {
        let Head::For { index, range } = &each.head else {
            return None;
        };
        let from_zero = matches!(&range.lo, Atom::Lit(lit) if lit.text.parse().is_ok_and(|lo: usize| lo <= WASTE));
        let reversed = range
            .adaptors
            .iter()
            .all(|adaptor| matches!(adaptor, Adaptor::Rev));
        let plain = from_zero && reversed && !range.inclusive && each.until.is_none();
        let counted = *self.func.ty(*index) == Ty::usize() || matches!(range.hi, Atom::Lit(_));
        if !plain || !counted || !self.plan.keeps_in(&each.body) {
            return None;
        }
        let mut first = vec![];
        let (shape, formulas) = (&self.shape, &self.formulas);
        let bound = bounds::ahead(&range.hi, self.func, shape, formulas, &mut first)?;
        self.ahead.append(&mut first);
        Some((*index, bound))
    }
}

/// What stands side by side in an entry.
///
/// # Note: columns
///
/// Numbers that a loop carries are stored as they come. Side by side in one entry, they would be
/// packed into one register first (LLVM does so), and the next iteration would wait for that.
fn columns(each: &Loop, kept: Vec<Var>) -> Vec<Vec<Var>> {
    let is_carried = |var: &Var| each.carried.iter().any(|(param, _)| param == var);
    let (carried, others): (Vec<Var>, Vec<Var>) = kept.iter().partition(|var| is_carried(var));
    if !(2..=COLUMNS).contains(&carried.len()) {
        return vec![kept];
    }
    let mut columns: Vec<Vec<Var>> = carried.into_iter().map(|var| vec![var]).collect();
    columns.extend(Some(others).filter(|others| !others.is_empty()));
    columns
}

/// Where the entry of an iteration stands: `(i · m + j) · n + k`.
pub(crate) fn position(nest: &Nest, func: &mut Func, out: &mut Vec<Stmt>, span: Span) -> Atom {
    let mut at: Option<Atom> = None;
    for (index, bound) in nest {
        let index = position_of(*index, func, out, span);
        at = Some(match at {
            None => index,
            Some(before) => {
                let args = vec![before, bound.clone()];
                let row = func.integer(Fun::Binary("*"), args, out, span);
                func.integer(Fun::Binary("+"), vec![row, index], out, span)
            }
        });
    }
    at.unwrap_or(Atom::int(0))
}

/// An index of another integer type, as `usize`.
fn position_of(index: Var, func: &mut Func, out: &mut Vec<Stmt>, span: Span) -> Atom {
    if *func.ty(index) == Ty::usize() {
        return Atom::Var(index);
    }
    let cast = Fun::Cast(quote!(::core::primitive::usize));
    func.integer(cast, vec![Atom::Var(index)], out, span)
}

/// The number of iterations, where it is at hand.
fn capacity(each: &Loop, func: &Func) -> Option<Atom> {
    let Head::For { index, range } = &each.head else {
        return None;
    };
    let from_zero = matches!(&range.lo, Atom::Lit(lit) if lit.text == "0");
    let plain = from_zero && !range.inclusive && *func.ty(*index) == Ty::usize();
    plain.then(|| range.hi.clone())
}
