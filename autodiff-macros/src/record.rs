//! The forward sweep: the function, and what the plan keeps of it.

use std::collections::HashMap;

use proc_macro2::{Ident, Span};
use quote::quote;

use crate::ir::{Atom, Block, BlockId, Fun, Func, Head, Loop, Op, Stmt, Ty, Var};
use crate::plan::Plan;
use crate::promote::unset;

/// The tape of each loop body that keeps something.
pub(crate) type Tapes = HashMap<BlockId, Var>;

pub(crate) fn record(mut func: Func, plan: &Plan) -> (Func, Tapes) {
    let body = func.body.clone();
    let mut record = Record {
        func: &mut func,
        plan,
        tapes: Tapes::new(),
        hoisted: vec![],
        depth: 0,
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
    tapes: Tapes,
    /// Tapes of inner loops: they go on from one run of their loop to the next.
    hoisted: Vec<Stmt>,
    depth: usize,
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
        let Stmt { mut binds, op, span } = stmt;
        let op = match op {
            Op::If(mut branch) => {
                self.depth += 1;
                branch.then = self.block(branch.then);
                branch.els = self.block(branch.els);
                self.depth -= 1;
                let (then, els) = (branch.then.id, branch.els.id);
                self.yields(then, &mut branch.then, &mut branch.els, &mut binds, span);
                self.yields(els, &mut branch.els, &mut branch.then, &mut binds, span);
                Op::If(branch)
            }
            Op::Loop(mut each) => {
                self.depth += 1;
                each.body = self.block(each.body);
                self.depth -= 1;
                self.tape(&mut each, span, out);
                Op::Loop(each)
            }
            op => op,
        };
        out.push(Stmt::new(binds, op, span));
    }

    /// What a branch keeps, it yields besides; the other side yields a stand-in.
    fn yields(&mut self, id: BlockId, from: &mut Block, other: &mut Block, binds: &mut Vec<Var>, span: Span) {
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
            let some = self.func.value("some", Ty::Unknown);
            let fun = Fun::Path(quote!(::core::option::Option::Some), Ident::new("Some", span));
            let op = Op::Apply { fun, rule: None, args: vec![Atom::Var(*kept)] };
            from.stmts.push(Stmt::new(vec![some], op, span));
            from.yields.push(Atom::Var(some));
        }
    }

    fn tape(&mut self, each: &mut Loop, span: Span, out: &mut Vec<Stmt>) {
        let Some(kept) = self.plan.kept.get(&each.body.id) else { return };
        let tape = self.func.local("tape", Ty::Unknown);
        self.tapes.insert(each.body.id, tape);
        let push = Op::Push(tape, kept.clone());
        each.body.stmts.push(Stmt::new(vec![], push, span));
        if self.depth == 0 {
            out.push(Stmt::new(vec![tape], Op::Tape(capacity(each, self.func)), span));
        } else {
            self.hoisted.push(Stmt::new(vec![tape], Op::Tape(None), span));
        }
    }
}

/// The number of iterations, where it is at hand.
fn capacity(each: &Loop, func: &Func) -> Option<Atom> {
    let Head::For { index, range } = &each.head else { return None };
    let from_zero = matches!(&range.lo, Atom::Lit(lit) if lit.text == "0");
    let plain = from_zero && !range.inclusive && *func.ty(*index) == Ty::usize();
    plain.then(|| range.hi.clone())
}
