//! The reverse sweep: the adjoint of each statement, last one first.
//!
//! The adjoint of a value is a local that exists once something was added to it: a zero adjoint is
//! the absence of an entry. The adjoint of storage is storage of the same shape, and the adjoint of a
//! place is that place of it.

mod aggregate;
mod call;
mod control;
mod linear;
mod loops;
mod place;
mod primitive;
mod vectors;

use std::collections::{HashMap, HashSet};

use proc_macro2::Span;

use crate::activity::Activity;
use crate::finite::Finite;
use crate::ir::walk::{PartMut, parts_mut};
use crate::ir::{
    Atom, Block, BlockId, Copying, Fun, Func, Op, Pass, Place, Rearrangement, Role, Rvalue, Sign,
    Stmt, Ty, Var,
};
use crate::names;
use crate::plan::Plan;
use crate::prepare::Extras;
use crate::record::Tapes;
use crate::shape::Shape;

use linear::chained;

/// The reverse sweep of a function, and the parameters that it has besides.
pub(crate) struct Sweep {
    pub(crate) block: Block,
    /// The cotangent of the result.
    pub(crate) seed: Var,
    /// The buffer of each parameter, in order.
    pub(crate) buffers: Vec<Var>,
}

/// The adjoint of each value that has one, and of storage.
pub(crate) type Adjoints = HashMap<Var, Var>;

/// What earlier passes found out.
pub(crate) struct Facts<'a> {
    pub(crate) activity: &'a Activity,
    pub(crate) plan: &'a Plan,
    pub(crate) extras: &'a Extras,
    pub(crate) tapes: &'a Tapes,
    pub(crate) finite: &'a Finite,
}

impl Sweep {
    /// A sweep that does nothing yet.
    pub(crate) fn begin(func: &mut Func) -> Sweep {
        let seed_ty = func.result_ty.clone();
        let seed = func.local("__seed", seed_ty);
        let buffers = buffers(func);
        Sweep {
            block: func.block(vec![], vec![]),
            seed,
            buffers,
        }
    }

    /// The adjoints of parameters that are places: their buffers.
    pub(crate) fn adjoints(&self, func: &Func) -> Adjoints {
        let params = func.params.iter().zip(&self.buffers);
        let is_place = |var: Var| !matches!(func.vars[var.0].role, Role::Value);
        let places = params.filter(|(param, _)| is_place(param.var));
        places.map(|(param, buffer)| (param.var, *buffer)).collect()
    }

    /// `source` is the function ahead of `record`; `func` is the one that is recorded, and owns the
    /// variables.
    pub(crate) fn finish(
        mut self,
        func: &mut Func,
        source: &Block,
        facts: &Facts,
        adjoints: Adjoints,
    ) -> Sweep {
        let mut reverse = Reverse::new(func, source, facts, adjoints);
        self.block.stmts = reverse.function(source, self.seed, &self.buffers);
        self
    }
}

/// The reverse sweep of a block whose yields have these cotangents.
pub(crate) fn region(
    func: &mut Func,
    source: &Block,
    facts: &Facts,
    adjoints: Adjoints,
    seeds: &[(Atom, Atom)],
) -> Vec<Stmt> {
    let mut reverse = Reverse::new(func, source, facts, adjoints);
    reverse.begin(source);
    let span = Span::call_site();
    reverse.storage(source, span);
    reverse.cursors(span);
    for (yielded, seed) in seeds {
        reverse.contribute(yielded, seed.clone(), Sign::Plus, span);
    }
    reverse.backwards(&source.stmts);
    let stmts = reverse.end();
    chained(reverse.func, stmts, &[])
}

/// The cotangents of some variables, and what computes them.
pub(crate) struct Cotangents {
    pub(crate) stmts: Vec<Stmt>,
    pub(crate) of: HashMap<Var, Atom>,
}

/// The cotangents of what a block binds, of which all uses are in this chain of its statements.
pub(crate) fn cotangents(
    func: &mut Func,
    source: &Block,
    chain: &[Stmt],
    seeds: &[(Atom, Atom)],
    wanted: &HashSet<Var>,
    finite: &Finite,
) -> Cotangents {
    let binds = chain.iter().flat_map(|stmt| &stmt.binds);
    let activity = Activity::only(binds.chain(wanted).copied().collect());
    alone(&activity, finite, |facts| {
        let mut reverse = Reverse::new(func, source, facts, Adjoints::new());
        reverse.begin(source);
        for (yielded, seed) in seeds {
            reverse.contribute(yielded, seed.clone(), Sign::Plus, Span::call_site());
        }
        for stmt in chain.iter().rev() {
            match &stmt.op {
                Op::Loop(each) => reverse.passed(&stmt.binds, each, stmt.span),
                _ => reverse.stmt(stmt),
            }
        }
        let cotangent = |var: &Var| Some((*var, Atom::Var(reverse.adjoint(*var)?)));
        Cotangents {
            of: wanted.iter().filter_map(cotangent).collect(),
            stmts: reverse.end(),
        }
    })
}

/// A call and its adjoint at once.
pub(crate) fn joined(
    func: &mut Func,
    source: &Block,
    stmt: &Stmt,
    seed: &Atom,
    activity: &Activity,
    adjoints: &Adjoints,
) -> Vec<Stmt> {
    alone(activity, &Finite::new(), |facts| {
        let mut reverse = Reverse::new(func, source, facts, adjoints.clone());
        reverse.begin(source);
        if let Op::Call(call) = &stmt.op {
            reverse.joined(stmt, call, seed.clone());
        }
        reverse.end()
    })
}

/// Where nothing was prepared, planned or recorded.
fn alone<R>(activity: &Activity, finite: &Finite, run: impl FnOnce(&Facts) -> R) -> R {
    run(&Facts {
        activity,
        plan: &Plan::default(),
        extras: &Extras::default(),
        tapes: &Tapes::new(),
        finite,
    })
}

fn buffers(func: &mut Func) -> Vec<Var> {
    let params = func.params.clone();
    let role = Role::Param { exclusive: true };
    let buffer = |param: &crate::ir::Param| {
        let name = names::adjoint(func.name(param.var));
        let ty = func.ty(param.var).clone().unsized_vec();
        func.var(&name, ty, role.clone())
    };
    params.iter().map(buffer).collect()
}

struct Reverse<'a> {
    func: &'a mut Func,
    facts: &'a Facts<'a>,
    shape: Shape,
    adjoints: Adjoints,
    frames: Vec<Frame>,
}

/// A block of the reverse sweep that is being written.
struct Frame {
    /// The block of which it is the adjoint.
    of: Option<BlockId>,
    out: Vec<Stmt>,
}

impl<'a> Reverse<'a> {
    fn new(func: &'a mut Func, source: &Block, facts: &'a Facts, adjoints: Adjoints) -> Self {
        let shape = Shape::of_block(func, source);
        Reverse {
            func,
            facts,
            shape,
            adjoints,
            frames: vec![],
        }
    }

    fn begin(&mut self, block: &Block) {
        self.frames.push(Frame {
            of: Some(block.id),
            out: vec![],
        });
    }

    fn end(&mut self) -> Vec<Stmt> {
        self.frames.pop().map_or(vec![], |frame| frame.out)
    }

    fn function(&mut self, body: &Block, seed: Var, buffers: &[Var]) -> Vec<Stmt> {
        let span = Span::call_site();
        self.begin(body);
        self.seeded(seed, span);
        self.storage(body, span);
        self.cursors(span);
        let result = self.func.result.clone();
        if !self.returns_local(&result) {
            let result_ty = self.func.result_ty.clone();
            self.result(&result, &result_ty, seed, span);
        }
        self.backwards(&body.stmts);
        self.deliver(buffers, span);
        let stmts = self.end();
        chained(self.func, stmts, &[])
    }

    /// The adjoint of a local that is returned begins as the cotangent of the result.
    fn seeded(&mut self, seed: Var, span: Span) {
        let Rvalue::Copy(Place { base, .. }, _) = self.func.result.clone() else {
            return;
        };
        if !self.returns_local(&self.func.result) || !self.facts.activity.is_active(base) {
            return;
        }
        let name = names::adjoint(self.func.name(base));
        let ty = self.func.ty(base).clone();
        let adjoint = self.func.local(&name, ty);
        self.adjoints.insert(base, adjoint);
        let value = Rvalue::Copy(Place::whole(seed), Copying::Copy);
        self.frame()
            .out
            .push(Stmt::new(vec![adjoint], Op::Init(Some(value)), span));
    }

    fn returns_local(&self, result: &Rvalue) -> bool {
        let Rvalue::Copy(place, _) = result else {
            return false;
        };
        place.path.is_empty() && matches!(self.func.vars[place.base.0].role, Role::Local)
    }

    fn result(&mut self, result: &Rvalue, ty: &Ty, seed: Var, span: Span) {
        match result {
            Rvalue::Atom(atom) => self.contribute(atom, Atom::Var(seed), Sign::Plus, span),
            value => self.rvalue(value, &Place::whole(seed), ty, span),
        }
    }

    /// Adds the adjoints of scalar parameters to their buffers.
    fn deliver(&mut self, buffers: &[Var], span: Span) {
        for (param, buffer) in self.func.params.clone().iter().zip(buffers) {
            let value = matches!(self.func.vars[param.var.0].role, Role::Value);
            let Some(adjoint) = self.adjoints.get(&param.var).copied().filter(|_| value) else {
                continue;
            };
            debug_assert!(param.pass != Pass::RefMut);
            self.push(
                Op::Update(Place::whole(*buffer), Sign::Plus, Atom::Var(adjoint)),
                span,
            );
        }
    }

    /// Last one first; a write that changes a size goes with the statement that measured it.
    fn backwards(&mut self, stmts: &[Stmt]) {
        let mut rest = stmts;
        while let Some((stmt, before)) = rest.split_last() {
            rest = before;
            let measured = before.last().and_then(|stmt| stmt.binds.first());
            let size = measured.filter(|size| self.facts.extras.before.contains_key(size));
            match (&stmt.op, size) {
                (Op::Write(to, value), Some(size)) => {
                    self.replaced(to, value, *size, stmt.span);
                    rest = &before[..before.len() - 1];
                }
                _ => self.stmt(stmt),
            }
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        let span = stmt.span;
        match &stmt.op {
            Op::Apply {
                rule: Some(rule),
                args,
                ..
            } => {
                self.primitive(stmt.binds[0], rule, args, span);
            }
            Op::Read(from) => self.read(stmt.binds[0], from, span),
            Op::Init(Some(value)) => self.init(stmt.binds[0], value, span),
            Op::Write(to, value) => self.write(to, value, span),
            Op::Update(to, sign, atom) => self.update(to, *sign, atom, span),
            Op::PushBack(to, value) => self.push_back(to, value, span),
            Op::PopBack(from) => self.pop_back(stmt.binds[0], from, span),
            Op::Swap(a, b) => self.swap(a, b, span),
            Op::Rearrange(place, how) => self.rearrange(place, how, span),
            Op::Sort(sort) => {
                if let [order] = stmt.binds[..] {
                    self.rearrange(&sort.place, &Rearrangement::Order(order), span);
                }
            }
            Op::Call(call) => self.call(stmt, call, span),
            Op::If(branch) => self.branch(&stmt.binds, branch, span),
            Op::Loop(each) => self.each(&stmt.binds, each, span),
            _ => {}
        }
    }

    /// The adjoint of a block inside, as a block of its own.
    fn nested(&mut self, block: &Block, span: Span, inner: impl FnOnce(&mut Self)) -> Vec<Stmt> {
        self.begin(block);
        self.unwrap(block, span);
        self.again(block);
        self.storage(block, span);
        inner(self);
        self.backwards(&block.stmts);
        self.end()
    }

    /// What a branch keeps that is no scalar comes out of it in an `Option`.
    fn unwrap(&mut self, block: &Block, span: Span) {
        let plan = self.facts.plan;
        for kept in plan.kept.get(&block.id).into_iter().flatten() {
            let outside = plan.name(*kept);
            if outside != *kept && !plan.is_stand_in(*kept) && !plan.is_scalar(self.func, *kept) {
                self.frame()
                    .out
                    .push(Stmt::new(vec![*kept], Op::Unwrap(outside), span));
            }
        }
    }

    /// What the plan computes again, ahead of everything else.
    fn again(&mut self, block: &Block) {
        for stmt in &block.stmts {
            if stmt
                .binds
                .iter()
                .any(|bind| self.facts.plan.recomputed.contains(bind))
            {
                let mut stmt = stmt.clone();
                self.localize(&mut stmt.op);
                self.frame().out.push(stmt);
            }
        }
    }

    /// Names values as the reverse sweep finds them.
    fn localize(&self, op: &mut Op) {
        parts_mut::op(op, &mut |part| {
            if let PartMut::Atom(atom) = part {
                *atom = self.primal(atom);
            }
        });
    }

    /// The value of an operand in the forward sweep.
    fn primal(&self, atom: &Atom) -> Atom {
        match atom {
            Atom::Var(var) if self.facts.plan.is_scalar(self.func, *var) => {
                Atom::Var(self.facts.plan.name(*var))
            }
            other => other.clone(),
        }
    }

    fn primal_place(&self, place: &Place) -> Place {
        let mut op = Op::Read(place.clone());
        self.localize(&mut op);
        match op {
            Op::Read(place) => place,
            _ => place.clone(),
        }
    }

    fn frame(&mut self) -> &mut Frame {
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    fn push(&mut self, op: Op, span: Span) {
        self.frame().out.push(Stmt::new(vec![], op, span));
    }

    fn bind(&mut self, name: &str, ty: Ty, op: Op, span: Span) -> Atom {
        let bind = self.func.value(name, ty);
        self.frame().out.push(Stmt::new(vec![bind], op, span));
        Atom::Var(bind)
    }

    fn apply(&mut self, fun: Fun, args: Vec<Atom>, ty: Ty, span: Span) -> Atom {
        self.bind(
            "",
            ty,
            Op::Apply {
                fun,
                rule: None,
                args,
            },
            span,
        )
    }

    /// The adjoint of a value, if anything was added to it.
    fn adjoint(&self, var: Var) -> Option<Var> {
        self.adjoints.get(&var).copied()
    }

    /// Adds to the adjoint of an operand; the first time, this is what it is.
    fn contribute(&mut self, to: &Atom, what: Atom, sign: Sign, span: Span) {
        let Some(var) = to.var().filter(|var| self.facts.activity.is_active(*var)) else {
            return;
        };
        if let Some(adjoint) = self.adjoint(var) {
            return self.push(Op::Update(Place::whole(adjoint), sign, what), span);
        }
        let ty = self.func.ty(var).clone();
        let block = self.shape.block_of.get(&var).copied();
        let home = self
            .frames
            .iter()
            .position(|frame| frame.of == block)
            .unwrap_or(0);
        if home + 1 == self.frames.len() {
            let what = match sign {
                Sign::Plus => what,
                Sign::Minus => self.apply(Fun::Neg, vec![what], ty, span),
            };
            self.declare(var, home, what, span);
        } else {
            let zero = Atom::float("0.0", &ty);
            let adjoint = self.declare(var, home, zero, span);
            self.push(Op::Update(Place::whole(adjoint), sign, what), span);
        }
    }

    /// Declares the adjoint of a value in the frame of the block that binds it.
    fn declare(&mut self, var: Var, home: usize, value: Atom, span: Span) -> Var {
        let name = match self.func.name(var) {
            "" => String::new(),
            name => names::adjoint(name),
        };
        let ty = self.func.ty(var).clone();
        let adjoint = self.func.local(&name, ty);
        self.adjoints.insert(var, adjoint);
        let init = Op::Init(Some(Rvalue::Atom(value)));
        self.frames[home]
            .out
            .push(Stmt::new(vec![adjoint], init, span));
        adjoint
    }
}
