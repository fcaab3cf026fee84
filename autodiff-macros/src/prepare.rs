//! What the reverse sweep asks for, made explicit in the forward sweep: pullbacks of calls, copies of
//! arguments that change later, numbers of iterations, sizes of vectors.

use std::collections::{HashMap, HashSet};

use proc_macro2::Span;

use crate::activity::Activity;
use crate::ir::{
    Arg, Atom, Block, Call, Callee, Changes, Copying, Func, Mode, Op, Place, Role, Rvalue, Stmt,
    Ty, Var,
};
use crate::shape::{Rerun, Shape, rerun};

pub(crate) fn prepare(mut func: Func, activity: &Activity) -> (Func, Extras) {
    let shape = Shape::of(&func);
    let mut body = func.body.clone();
    let mut prepare = Prepare {
        func: &mut func,
        activity,
        shape: &shape,
        extras: Extras::default(),
        deferred: HashSet::new(),
        at: 0,
        depth: 0,
        finished: HashSet::new(),
        held: HashSet::new(),
    };
    prepare.block(&mut body);
    let extras = prepare.extras;
    func.body = body;
    (func, extras)
}

/// Variables that the forward sweep has for the reverse one only.
#[derive(Default)]
pub(crate) struct Extras {
    /// The length of a vector of floats that goes out of reach.
    pub(crate) len: HashMap<Var, Var>,
    /// A zero tangent of the shape of a local that goes out of reach.
    pub(crate) zero: HashMap<Var, Var>,
    /// The sizes of places just before they are replaced.
    pub(crate) before: HashMap<Var, Place>,
    /// What the `nth` argument of the call with this result was.
    pub(crate) copies: HashMap<(Var, usize), Var>,
    /// The local that the `nth` argument of the call with this result is in, and which is kept.
    pub(crate) held: HashMap<(Var, usize), Var>,
    /// A zero tangent of the `nth` argument of the call with this result, which has no adjoint.
    pub(crate) zeros: HashMap<(Var, usize), Var>,
    /// A zero cotangent of the result of a call, which has no adjoint.
    pub(crate) seeds: HashMap<Var, Var>,
}

struct Prepare<'a> {
    func: &'a mut Func,
    activity: &'a Activity,
    shape: &'a Shape,
    extras: Extras,
    /// Locals that are declared without a value: before the first write there is no size.
    deferred: HashSet<Var>,
    /// The statement of the function's own block that we are in.
    at: usize,
    depth: usize,
    /// The locals of the block that we are in which hold at its end what they hold now.
    finished: HashSet<Var>,
    /// Locals that are kept as they are.
    held: HashSet<Var>,
}

impl Prepare<'_> {
    fn block(&mut self, block: &mut Block) {
        let (mut out, mut last) = (vec![], vec![]);
        let around = std::mem::take(&mut self.finished);
        let finishing = last_writes(block);
        for (at, mut stmt) in std::mem::take(&mut block.stmts).into_iter().enumerate() {
            if self.depth == 0 {
                self.at = at;
            }
            if matches!(stmt.op, Op::Init(None)) {
                self.deferred.insert(stmt.binds[0]);
            }
            if matches!(stmt.op, Op::Init(_) | Op::Call(_) | Op::PopBack(_)) {
                self.size(stmt.binds[0], stmt.span, &mut last);
            }
            self.finished = finishing
                .iter()
                .filter_map(|(var, last)| (*last < at).then_some(*var))
                .collect();
            if self.activity.call(&stmt) {
                self.call(stmt, &mut out);
                continue;
            }
            self.resize(&stmt, &mut out);
            self.depth += 1;
            stmt.op
                .blocks_mut()
                .into_iter()
                .for_each(|block| self.block(block));
            self.depth -= 1;
            self.count(&mut stmt);
            self.order(&mut stmt);
            out.push(stmt);
        }
        self.finished = around;
        last.retain(|stmt| self.is_measured(stmt));
        out.append(&mut last);
        block.stmts = out;
    }

    /// Of what is kept as it is, the size need not be kept besides.
    fn is_measured(&mut self, measure: &Stmt) -> bool {
        let measured = measure.op.used();
        let held = measured.iter().find(|var| self.held.contains(*var));
        let Some(held) = held else { return true };
        self.extras.len.remove(held);
        self.extras.zero.remove(held);
        false
    }

    /// A call whose derivative is asked for gives a pullback too.
    fn call(&mut self, mut stmt: Stmt, out: &mut Vec<Stmt>) {
        let span = stmt.span;
        let result = stmt.binds[0];
        let Op::Call(call) = &mut stmt.op else { return };
        for (nth, arg) in call.args.iter().enumerate() {
            if let (Arg::Receiver(place, changes), Callee::Method(name)) = (arg, &call.callee) {
                self.receiver((result, nth), place, *changes, name, span, out);
            }
            if let Some(held) = self.holds(arg) {
                self.extras.held.insert((result, nth), held);
            } else if let Some(copy) = self.copy(arg, span, out) {
                self.extras.copies.insert((result, nth), copy);
            }
        }
        *call = Call {
            mode: Mode::Forward,
            ..call.clone()
        };
        let name = format!("__{}_pullback", last_word(&call.callee.text()));
        stmt.binds.push(self.func.value(&name, Ty::Unknown));
        out.push(stmt);
        self.seed(result, span, out);
    }

    /// The pullback asks for a cotangent of the result, even where nobody uses it.
    fn seed(&mut self, result: Var, span: Span, out: &mut Vec<Stmt>) {
        let info = &self.func.vars[result.0];
        let stored = matches!(info.role, Role::Local) && !info.ty.is_scalar();
        if !stored || self.activity.is_active(result) || zero(&info.ty).is_some() {
            return;
        }
        let seed = self.func.local("__unused", Ty::Unknown);
        let value = Op::Init(Some(Rvalue::ZeroLike(Place::whole(result))));
        out.push(Stmt::new(vec![seed], value, span));
        self.extras.seeds.insert(result, seed);
    }

    /// A method's receiver that may change by then: its type knows what the pullback needs of it.
    fn receiver(
        &mut self,
        at: (Var, usize),
        place: &Place,
        changes: Changes,
        name: &syn::Ident,
        span: Span,
        out: &mut Vec<Stmt>,
    ) {
        let settled = self.shape.is_settled(self.func, place.base, self.at);
        if changes == Changes::Never && settled {
            return;
        }
        let stem = self.func.name(place.base).to_owned();
        let kept = self.func.local(&format!("__{stem}_then"), Ty::Unknown);
        let op = Op::Kept(place.clone(), name.clone());
        out.push(Stmt::new(vec![kept], op, span));
        self.extras.copies.insert(at, kept);
        if !settled && !self.activity.is_active(place.base) {
            let zero = self.func.local(&format!("__{stem}_zero"), Ty::Unknown);
            let value = Op::Init(Some(Rvalue::ZeroLike(place.clone())));
            out.push(Stmt::new(vec![zero], value, span));
            self.extras.zeros.insert(at, zero);
        }
    }

    /// A local that an argument is in, and which does not change any more before it goes out of reach.
    fn holds(&mut self, arg: &Arg) -> Option<Var> {
        let (Arg::Ref(place) | Arg::Value(Rvalue::Copy(place, _))) = arg else {
            return None;
        };
        let base = place.base;
        let stored = matches!(self.func.ty(base), Ty::Vec(_) | Ty::Unknown | Ty::Named(_));
        let settled = self.shape.is_settled(self.func, base, self.at);
        if settled || !stored || !self.finished.contains(&base) {
            return None;
        }
        self.held.insert(base);
        Some(base)
    }

    /// The pullback gets the arguments again: those that change meanwhile are copied.
    fn copy(&mut self, arg: &Arg, span: Span, out: &mut Vec<Stmt>) -> Option<Var> {
        let (Arg::Ref(place) | Arg::Value(Rvalue::Copy(place, _))) = arg else {
            return None;
        };
        if self.shape.is_settled(self.func, place.base, self.at) {
            return None;
        }
        let (copying, ty) = match self.func.place_ty(place) {
            Ty::Slice(item) | Ty::Vec(item) => (Copying::ToVec, Ty::Vec(item)),
            ty @ Ty::Array(..) => (Copying::Copy, ty),
            ty => (Copying::Clone, ty),
        };
        let name = format!("__{}_then", self.func.name(place.base));
        let copy = self.func.local(&name, ty);
        let value = Rvalue::Copy(place.clone(), copying);
        out.push(Stmt::new(vec![copy], Op::Init(Some(value)), span));
        Some(copy)
    }

    /// Loops that may end early say how often they ran.
    fn count(&mut self, stmt: &mut Stmt) {
        let Op::Loop(each) = &mut stmt.op else { return };
        let active = is_active_loop(&stmt.binds, each, self.activity);
        if rerun(self.func, each) == Rerun::Range || !active {
            return;
        }
        each.counts = true;
        stmt.binds.push(self.func.value("__count", Ty::usize()));
    }

    /// The order that a sort found, where adjoints have to go back to where elements came from.
    fn order(&mut self, stmt: &mut Stmt) {
        let Op::Sort(sort) = &stmt.op else { return };
        if self.activity.is_active(sort.place.base) {
            let ty = Ty::Vec(Box::new(Ty::usize()));
            stmt.binds.push(self.func.local("__order", ty));
        }
    }

    /// What the adjoint of a local that goes out of reach is made from: its size at the end.
    fn size(&mut self, local: Var, span: Span, out: &mut Vec<Stmt>) {
        let ty = self.func.ty(local).clone();
        if self.depth == 0
            || !self.activity.is_active(local)
            || ty.is_scalar()
            || zero(&ty).is_some()
        {
            return;
        }
        match self.measure(&Place::whole(local), span, out) {
            Measure::Len(len) => self.extras.len.insert(local, len),
            Measure::Zero(zero) => self.extras.zero.insert(local, zero),
        };
    }

    /// A vector that is replaced may have had another size before.
    fn resize(&mut self, stmt: &Stmt, out: &mut Vec<Stmt>) {
        let Op::Write(to, value) = &stmt.op else {
            return;
        };
        let ty = match value {
            Rvalue::Atom(atom) => self.func.atom_ty(atom),
            _ => self.func.place_ty(to),
        };
        if self.deferred.contains(&to.base) && !matches!(ty, Ty::Vec(_)) {
            return;
        }
        if !self.activity.is_active(to.base) || ty.is_scalar() || zero(&ty).is_some() {
            return;
        }
        let (Measure::Len(var) | Measure::Zero(var)) = self.measure(to, stmt.span, out);
        self.extras.before.insert(var, to.clone());
    }

    fn measure(&mut self, place: &Place, span: Span, out: &mut Vec<Stmt>) -> Measure {
        let name = self.func.name(place.base).to_owned();
        let floats = matches!(self.func.place_ty(place), Ty::Vec(item) if item.is_float());
        if floats {
            let len = self.func.value(&format!("__{name}_len"), Ty::usize());
            out.push(Stmt::new(vec![len], Op::Len(place.clone()), span));
            return Measure::Len(len);
        }
        let zero = self.func.local(&format!("__{name}_zero"), Ty::Unknown);
        let value = Op::Init(Some(Rvalue::ZeroLike(place.clone())));
        out.push(Stmt::new(vec![zero], value, span));
        Measure::Zero(zero)
    }
}

/// The locals that a block declares with a value, and the statement of it that writes each one last.
fn last_writes(block: &Block) -> HashMap<Var, usize> {
    let mut last = HashMap::new();
    for (at, stmt) in block.stmts.iter().enumerate() {
        if matches!(stmt.op, Op::Init(Some(_)) | Op::Call(_)) {
            last.extend(stmt.binds.iter().map(|bind| (*bind, at)));
        }
        crate::ir::walk::each_stmt(stmt, &mut |stmt| {
            for var in crate::activity::written(&stmt.op) {
                last.entry(var).and_modify(|last| *last = at);
            }
        });
    }
    last
}

/// The size of a place: a length, or a zero tangent of the same shape.
enum Measure {
    Len(Var),
    Zero(Var),
}

fn last_word(path: &str) -> String {
    let mut words = path.split(|c: char| !c.is_alphanumeric() && c != '_');
    words
        .rfind(|word| !word.is_empty())
        .unwrap_or("call")
        .to_owned()
}

/// The zero tangent of a type of fixed size.
pub(crate) fn zero(ty: &Ty) -> Option<Rvalue> {
    Some(match ty {
        Ty::Float(_) => Rvalue::Atom(Atom::float("0.0", ty)),
        Ty::Int(_) | Ty::Bool | Ty::Plain | Ty::Opaque | Ty::Unit => Rvalue::NoTangent,
        Ty::Array(item, len) if len.0.is_some() => {
            Rvalue::Repeat(Box::new(zero(item)?), len.clone())
        }
        Ty::Tuple(items) => Rvalue::Tuple(items.iter().map(zero).collect::<Option<_>>()?),
        _ => return None,
    })
}

/// Whether a loop has an adjoint: what it carries may pass through it untouched.
pub(crate) fn is_active_loop(binds: &[Var], each: &crate::ir::Loop, activity: &Activity) -> bool {
    let params = each.carried.iter().map(|(param, _)| param);
    if activity.is_fused(binds) {
        return false;
    }
    is_active(&each.body, activity)
        || binds
            .iter()
            .chain(params)
            .any(|var| activity.is_active(*var))
}

/// Whether a block has an adjoint: something active is bound or written in it.
pub(crate) fn is_active(block: &Block, activity: &Activity) -> bool {
    let mut active = false;
    block.each_block(&mut |block| {
        active |= block.yields.iter().any(|atom| activity.atom(atom));
    });
    block.each_stmt(&mut |stmt| {
        active |= stmt.binds.iter().any(|bind| activity.is_active(*bind));
        active |= crate::activity::written(&stmt.op)
            .iter()
            .any(|var| activity.is_active(*var));
    });
    active
}
