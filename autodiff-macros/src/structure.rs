//! Early exits to flags: afterwards a block is left at its end only, and the reverse sweep is the
//! mirror image of the forward one.
//!
//! ```text
//! if c { return a; }  rest    →    if c { value = a; } else { rest }
//! for … { A; if c { break; } B }    →    for … { A; if c { stop = true; } else { B } } until stop
//! ```
//!
//! Where a branch may but need not exit, a flag says so, and what follows asks it. `promote` makes
//! values of the flags, and those that nobody asks disappear.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::Span;

use crate::ir::{
    Atom, Block, Fun, Func, Head, If, Label, Loop, Op, Place, Rvalue, Stmt, Ty, Var, walk,
};

pub(crate) fn structure(mut func: Func) -> Func {
    let stmts = std::mem::take(&mut func.body.stmts);
    let mut structure = Structure {
        func: &mut func,
        flags: BTreeMap::new(),
    };
    let (stmts, _) = structure.stmts(stmts);
    func.body.stmts = stmts;
    func
}

struct Structure<'f> {
    func: &'f mut Func,
    flags: BTreeMap<Label, Var>,
}

type Exits = BTreeSet<Label>;

impl Structure<'_> {
    fn block(&mut self, mut block: Block) -> (Block, Exits) {
        let (stmts, exits) = self.stmts(block.stmts);
        block.diverges = matches!(stmts.last(), Some(stmt) if diverges(&stmt.op));
        block.stmts = stmts;
        (block, exits)
    }

    fn stmts(&mut self, stmts: Vec<Stmt>) -> (Vec<Stmt>, Exits) {
        let mut out = vec![];
        let mut rest = stmts.into_iter();
        while let Some(stmt) = rest.next() {
            let span = stmt.span;
            let stmt = match stmt.op {
                Op::If(branch) if must_exit(&branch.then.stmts) || must_exit(&branch.els.stmts) => {
                    let branch = absorb(branch, rest.collect());
                    let exits = self.stmt(Stmt::new(stmt.binds, Op::If(branch), span), &mut out);
                    return (out, exits);
                }
                op => Stmt { op, ..stmt },
            };
            let exits = self.stmt(stmt, &mut out);
            if !exits.is_empty() {
                let more = self.guarded(rest.collect(), &exits, span, &mut out);
                return (out, exits.union(&more).copied().collect());
            }
        }
        (out, Exits::new())
    }

    /// What follows a statement that may have exited.
    fn guarded(
        &mut self,
        rest: Vec<Stmt>,
        exits: &Exits,
        span: Span,
        out: &mut Vec<Stmt>,
    ) -> Exits {
        if rest.is_empty() {
            return Exits::new();
        }
        let (stmts, more) = self.stmts(rest);
        let cond = self.any(exits, span, out);
        let then = self.func.block(vec![], vec![]);
        let mut els = self.func.block(stmts, vec![]);
        els.diverges = matches!(els.stmts.last(), Some(stmt) if diverges(&stmt.op));
        out.push(Stmt::new(vec![], Op::If(If { cond, then, els }), span));
        more
    }

    fn stmt(&mut self, stmt: Stmt, out: &mut Vec<Stmt>) -> Exits {
        let Stmt { binds, op, span } = stmt;
        match op {
            Op::Exit(label) => {
                let raise = Rvalue::Atom(Atom::bool(true));
                let flag = Place::whole(self.flag(label));
                out.push(Stmt::new(vec![], Op::Write(flag, raise), span));
                Exits::from([label])
            }
            Op::Scope(label, block) => {
                let (stmts, mut exits) = self.stmts(block.stmts);
                if exits.remove(&label) {
                    self.lower_flag(label, span, out);
                }
                out.extend(stmts);
                exits
            }
            Op::If(If { cond, then, els }) => {
                let (then, mut exits) = self.block(then);
                let (els, more) = self.block(els);
                exits.extend(more);
                out.push(Stmt::new(binds, Op::If(If { cond, then, els }), span));
                exits
            }
            Op::Loop(each) => self.each(binds, each, span, out),
            op => {
                out.push(Stmt::new(binds, op, span));
                Exits::new()
            }
        }
    }

    fn each(&mut self, binds: Vec<Var>, mut each: Loop, span: Span, out: &mut Vec<Stmt>) -> Exits {
        if let Head::While(cond) = each.head {
            let (cond, _) = self.block(cond);
            each.head = Head::While(cond);
        }
        let labels = each.labels.take();
        let (stmts, mut exits) = self.stmts(each.body.stmts);
        let mut body = vec![];
        if let Some((behind, next)) = labels {
            if exits.remove(&next) {
                self.lower_flag(next, span, &mut body);
            }
            body.extend(stmts);
            if !exits.is_empty() {
                each.until = Some(self.any(&exits, span, &mut body));
            }
            if exits.remove(&behind) {
                self.lower_flag(behind, span, out);
            }
        } else {
            body = stmts;
        }
        each.body.stmts = body;
        out.push(Stmt::new(binds, Op::Loop(each), span));
        exits
    }

    fn flag(&mut self, label: Label) -> Var {
        let func = &mut *self.func;
        *self
            .flags
            .entry(label)
            .or_insert_with(|| func.local("__exit", Ty::Bool))
    }

    fn lower_flag(&mut self, label: Label, span: Span, out: &mut Vec<Stmt>) {
        let flag = self.flag(label);
        let value = Some(Rvalue::Atom(Atom::bool(false)));
        out.push(Stmt::new(vec![flag], Op::Init(value), span));
    }

    /// Whether one of the flags is up.
    fn any(&mut self, exits: &Exits, span: Span, out: &mut Vec<Stmt>) -> Atom {
        let mut any: Option<Atom> = None;
        for label in exits {
            let flag = Place::whole(self.flag(*label));
            let read = self.func.value("", Ty::Bool);
            out.push(Stmt::new(vec![read], Op::Read(flag), span));
            any = Some(match any {
                None => Atom::Var(read),
                Some(other) => {
                    let both = self.func.value("", Ty::Bool);
                    let args = vec![other, Atom::Var(read)];
                    let op = Op::Apply {
                        fun: Fun::Binary("|"),
                        rule: None,
                        args,
                    };
                    out.push(Stmt::new(vec![both], op, span));
                    Atom::Var(both)
                }
            });
        }
        any.unwrap_or(Atom::bool(false))
    }
}

/// What follows a branch of which one side always exits belongs to the other side.
fn absorb(mut branch: If, rest: Vec<Stmt>) -> If {
    if must_exit(&branch.then.stmts) {
        branch.els.stmts.extend(rest);
    } else {
        branch.then.stmts.extend(rest);
    }
    branch
}

/// Whether control never comes to the end of these statements.
fn must_exit(stmts: &[Stmt]) -> bool {
    stmts.iter().any(|stmt| match &stmt.op {
        Op::Exit(_) => true,
        Op::If(branch) => must_exit(&branch.then.stmts) && must_exit(&branch.els.stmts),
        Op::Scope(label, block) => must_exit(&block.stmts) && !leaves(&block.stmts, *label),
        Op::Loop(Loop {
            head: Head::Forever,
            labels: Some((behind, _)),
            body,
            ..
        }) => !leaves(&body.stmts, *behind),
        op => diverges(op),
    })
}

fn leaves(stmts: &[Stmt], label: Label) -> bool {
    let mut found = false;
    for stmt in stmts {
        walk::each_stmt(stmt, &mut |stmt| {
            found |= matches!(&stmt.op, Op::Exit(to) if *to == label);
        });
    }
    found
}

/// Whether a statement ends in a panic.
fn diverges(op: &Op) -> bool {
    match op {
        Op::Effect(effect) => effect.diverges,
        Op::If(branch) => branch.then.diverges && branch.els.diverges,
        _ => false,
    }
}
