//! Scalar locals to values: each is bound once, branches yield what they changed, loops carry what
//! they change.
//!
//! The exits are gone by now, so that one walk does it: no dominance frontiers.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use proc_macro2::Span;
use quote::quote;

use crate::ir::walk::{Access, Part, PartMut, parts, parts_mut};
use crate::ir::{
    Arg, Atom, Captured, Copying, EffectArg, Float, Fun, Func, Head, If, Loop, Op, Place, Role,
    Rvalue, Sign, Stmt, Ty, Var,
};
use crate::rules;

pub(crate) fn promote(mut func: Func) -> Func {
    let scalars = scalars(&func);
    let stmts = std::mem::take(&mut func.body.stmts);
    let result = func.result.clone();
    let mut promote = Promote {
        func: &mut func,
        scalars,
        current: BTreeMap::new(),
        declared: BTreeSet::new(),
        known: HashMap::new(),
    };
    let stmts = promote.stmts(stmts);
    let result = promote.result(result);
    func.body.stmts = stmts;
    func.result = result;
    func
}

/// The locals that become values: scalars to which nobody holds a `&mut`.
fn scalars(func: &Func) -> HashSet<Var> {
    let is_scalar =
        |at: &usize| matches!(func.vars[*at].role, Role::Local) && func.vars[*at].ty.is_scalar();
    let mut scalars: HashSet<Var> = (0..func.vars.len()).filter(is_scalar).map(Var).collect();
    func.body.each_stmt(&mut |stmt| {
        if matches!(stmt.op, Op::Swap(..)) {
            return;
        }
        parts::op(&stmt.op, &mut |part| {
            if let Part::Place(place, Access::Both) = part {
                scalars.remove(&place.base);
            }
        });
    });
    scalars
}

struct Promote<'f> {
    func: &'f mut Func,
    scalars: HashSet<Var>,
    /// What each scalar local is at this point.
    current: BTreeMap<Var, Atom>,
    declared: BTreeSet<Var>,
    /// What values that are no longer bound stand for.
    known: HashMap<Var, Atom>,
}

impl Promote<'_> {
    fn stmts(&mut self, stmts: Vec<Stmt>) -> Vec<Stmt> {
        let mut out = vec![];
        for stmt in stmts {
            self.stmt(stmt, &mut out);
        }
        out
    }

    fn stmt(&mut self, mut stmt: Stmt, out: &mut Vec<Stmt>) {
        self.operands(&mut stmt.op);
        let span = stmt.span;
        match stmt.op {
            Op::Init(value) if self.is_scalar(stmt.binds[0]) => {
                self.declared.insert(stmt.binds[0]);
                self.current.remove(&stmt.binds[0]);
                if let Some(value) = value {
                    self.set(stmt.binds[0], value, span, out);
                }
            }
            Op::Write(to, value) if self.is_scalar(to.base) => self.set(to.base, value, span, out),
            Op::Update(to, sign, atom) if self.is_scalar(to.base) => {
                self.update(to.base, sign, atom, span, out);
            }
            Op::Swap(a, b) if self.is_scalar(a.base) || self.is_scalar(b.base) => {
                self.swap(a, b, span, out);
            }
            Op::Read(from) if from.path.is_empty() && self.atom_of(from.base).is_some() => {
                if let Some(atom) = self.atom_of(from.base) {
                    self.known.insert(stmt.binds[0], atom);
                }
            }
            Op::Copy(atom) => {
                self.known.insert(stmt.binds[0], atom);
            }
            op @ (Op::Call(_) | Op::PopBack(_)) if self.is_scalar(stmt.binds[0]) => {
                let local = stmt.binds[0];
                let result = self.version(local);
                self.declared.insert(local);
                self.current.insert(local, Atom::Var(result));
                out.push(Stmt::new(vec![result], op, span));
            }
            Op::If(branch) => self.branch(branch, span, out),
            Op::Loop(each) => self.each(each, span, out),
            op => out.push(Stmt::new(stmt.binds, op, span)),
        }
    }

    fn is_scalar(&self, var: Var) -> bool {
        self.scalars.contains(&var)
    }

    /// What a local or a constant is here, as an atom.
    fn atom_of(&self, base: Var) -> Option<Atom> {
        if self.is_scalar(base) {
            return Some(self.value_of(base));
        }
        let info = &self.func.vars[base.0];
        match &info.role {
            Role::Const(path) => Some(Atom::Const(path.clone(), info.ty.clone())),
            _ => None,
        }
    }

    fn value_of(&self, local: Var) -> Atom {
        let unset = || unset(self.func.ty(local));
        self.current.get(&local).cloned().unwrap_or_else(unset)
    }

    /// Replaces operands by what they stand for.
    fn operands(&self, op: &mut Op) {
        if let Op::Call(call) = op {
            for arg in &mut call.args {
                self.argument(arg);
            }
        }
        parts_mut::op(op, &mut |part| {
            if let PartMut::Atom(atom) = part {
                *atom = self.atom(atom);
            }
        });
        self.rvalues(op);
    }

    fn argument(&self, arg: &mut Arg) {
        if let Arg::Ref(place) = arg {
            if place.path.is_empty() {
                if let Some(atom) = self
                    .atom_of(place.base)
                    .filter(|_| self.is_scalar(place.base))
                {
                    *arg = Arg::RefValue(atom);
                }
            }
        }
    }

    /// Copies of scalars inside aggregates.
    fn rvalues(&self, op: &mut Op) {
        match op {
            Op::Init(Some(value)) | Op::Write(_, value) | Op::PushBack(_, value) => {
                self.rvalue(value);
            }
            Op::Call(call) => {
                for arg in &mut call.args {
                    if let Arg::Value(value) = arg {
                        self.rvalue(value);
                    }
                }
            }
            Op::Sort(query) | Op::Ask(query) => {
                for capture in &mut query.captures {
                    self.captured(&mut capture.what);
                }
            }
            Op::Effect(effect) => {
                effect.args.iter_mut().for_each(|arg| self.effect_arg(arg));
            }
            _ => {}
        }
    }

    fn captured(&self, what: &mut Captured) {
        match what {
            Captured::Place(place) if place.path.is_empty() && self.is_scalar(place.base) => {
                *what = Captured::Shared(self.value_of(place.base));
            }
            Captured::Closure(_, inner) => {
                inner
                    .iter_mut()
                    .for_each(|capture| self.captured(&mut capture.what));
            }
            _ => {}
        }
    }

    fn effect_arg(&self, arg: &mut EffectArg) {
        let EffectArg::Place(place) = arg else { return };
        if let Some(atom) = self.atom_of(place.base).filter(|_| place.path.is_empty()) {
            *arg = EffectArg::Atom(atom);
        }
    }

    fn rvalue(&self, value: &mut Rvalue) {
        match value {
            Rvalue::Opaque(of) => {
                let captures = of.captures.iter_mut();
                captures.for_each(|(_, arg)| self.effect_arg(arg));
            }
            Rvalue::Copy(from, _) if from.path.is_empty() && self.is_scalar(from.base) => {
                *value = Rvalue::Atom(self.value_of(from.base));
            }
            Rvalue::Array(items) | Rvalue::Tuple(items) | Rvalue::VecOf(items) => {
                items.iter_mut().for_each(|item| self.rvalue(item));
            }
            Rvalue::Struct(of) => {
                let fields = of.fields.iter_mut();
                fields.for_each(|(_, field)| self.rvalue(field));
            }
            Rvalue::Repeat(item, _)
            | Rvalue::VecRepeat(item, _)
            | Rvalue::Boxed(item)
            | Rvalue::Maybe(_, item) => self.rvalue(item),
            _ => {}
        }
    }

    fn atom(&self, atom: &Atom) -> Atom {
        match atom {
            Atom::Var(var) => self.known.get(var).unwrap_or(atom).clone(),
            other => other.clone(),
        }
    }

    fn set(&mut self, local: Var, value: Rvalue, span: Span, out: &mut Vec<Stmt>) {
        let atom = match value {
            Rvalue::Atom(Atom::Lit(lit)) if is_open(&lit.ty) => {
                let literal = self.func.value("", lit.ty.clone());
                out.push(Stmt::new(vec![literal], Op::Copy(Atom::Lit(lit)), span));
                Atom::Var(literal)
            }
            Rvalue::Atom(atom) => atom,
            Rvalue::Copy(from, _) => {
                let read = self.func.value("", self.func.ty(local).clone());
                out.push(Stmt::new(vec![read], Op::Read(from), span));
                Atom::Var(read)
            }
            _ => unset(self.func.ty(local)),
        };
        if let Atom::Var(var) = atom {
            self.christen(var, local);
        }
        self.current.insert(local, atom);
    }

    fn christen(&mut self, var: Var, local: Var) {
        if self.func.name(var).is_empty() {
            self.func.vars[var.0].name = self.func.name(local).to_owned();
        }
    }

    fn update(&mut self, local: Var, sign: Sign, atom: Atom, span: Span, out: &mut Vec<Stmt>) {
        let symbol = match sign {
            Sign::Plus => "+",
            Sign::Minus => "-",
        };
        let ty = self.func.ty(local).clone();
        let rule = ty.is_float().then(|| rules::operator(symbol)).flatten();
        let args = vec![self.value_of(local), atom];
        let next = self.version(local);
        let op = Op::Apply {
            fun: Fun::Binary(symbol),
            rule,
            args,
        };
        out.push(Stmt::new(vec![next], op, span));
        self.current.insert(local, Atom::Var(next));
    }

    /// Scalars change their names; what stays in place is read ahead of the write.
    fn swap(&mut self, a: Place, b: Place, span: Span, out: &mut Vec<Stmt>) {
        match (self.is_scalar(a.base), self.is_scalar(b.base)) {
            (true, true) => {
                let (first, second) = (self.value_of(a.base), self.value_of(b.base));
                self.current.insert(a.base, second);
                self.current.insert(b.base, first);
            }
            (true, false) => {
                let first = self.value_of(a.base);
                self.set(a.base, Rvalue::Copy(b.clone(), Copying::Copy), span, out);
                let write = Op::Write(b, Rvalue::Atom(first));
                out.push(Stmt::new(vec![], write, span));
            }
            (false, _) => self.swap(b, a, span, out),
        }
    }

    fn branch(&mut self, branch: If, span: Span, out: &mut Vec<Stmt>) {
        let If {
            cond,
            mut then,
            mut els,
        } = branch;
        let before = self.current.clone();
        let declared = self.declared.clone();
        then.stmts = self.stmts(std::mem::take(&mut then.stmts));
        let after_then = std::mem::replace(&mut self.current, before.clone());
        self.declared.clone_from(&declared);
        els.stmts = self.stmts(std::mem::take(&mut els.stmts));
        let after_els = std::mem::take(&mut self.current);
        self.declared.clone_from(&declared);
        let (after_then, after_els) = match (then.diverges, els.diverges) {
            (true, false) => (before, after_els),
            (false, true) => (after_then, before),
            _ => (after_then, after_els),
        };
        let mut binds = vec![];
        for local in declared {
            let ty = self.func.ty(local).clone();
            let sides = (after_then.get(&local), after_els.get(&local));
            let atom = match sides {
                (None, None) => continue,
                (Some(a), Some(b)) if same(a, b) => a.clone(),
                (a, b) => {
                    then.yields.push(a.cloned().unwrap_or_else(|| unset(&ty)));
                    els.yields.push(b.cloned().unwrap_or_else(|| unset(&ty)));
                    let bind = self.version(local);
                    binds.push(bind);
                    Atom::Var(bind)
                }
            };
            self.current.insert(local, atom);
        }
        out.push(Stmt::new(binds, Op::If(If { cond, then, els }), span));
    }

    fn each(&mut self, mut each: Loop, span: Span, out: &mut Vec<Stmt>) {
        let mut binds = vec![];
        let changed = self.changed(&each);
        let declared = self.declared.clone();
        for &local in &changed {
            let param = self.version(local);
            let init = self.value_of(local);
            self.current.insert(local, Atom::Var(param));
            each.carried.push((param, init));
        }
        if let Head::While(cond) = &mut each.head {
            cond.stmts = self.stmts(std::mem::take(&mut cond.stmts));
            cond.yields = cond.yields.iter().map(|atom| self.atom(atom)).collect();
        }
        each.body.stmts = self.stmts(std::mem::take(&mut each.body.stmts));
        each.until = each.until.as_ref().map(|until| self.atom(until));
        self.declared = declared;
        for &local in &changed {
            each.body.yields.push(self.value_of(local));
            let result = self.version(local);
            self.current.insert(local, Atom::Var(result));
            binds.push(result);
        }
        out.push(Stmt::new(binds, Op::Loop(each), span));
    }

    /// A new value of a local.
    fn version(&mut self, local: Var) -> Var {
        let name = self.func.name(local).to_owned();
        let ty = self.func.ty(local).clone();
        self.func.value(&name, ty)
    }

    /// The scalar locals from outside that a loop writes.
    fn changed(&self, each: &Loop) -> Vec<Var> {
        let mut changed = BTreeSet::new();
        let mut visit = |stmt: &Stmt| {
            parts::op(&stmt.op, &mut |part| {
                if let Part::Place(
                    Place { base, .. },
                    Access::Write | Access::Update | Access::Both,
                ) = part
                {
                    changed.insert(*base);
                }
            });
        };
        each.body.each_stmt(&mut visit);
        if let Head::While(cond) = &each.head {
            cond.each_stmt(&mut visit);
        }
        changed.retain(|local| self.is_scalar(*local) && self.declared.contains(local));
        changed.into_iter().collect()
    }

    fn result(&self, result: Rvalue) -> Rvalue {
        match result {
            Rvalue::Copy(from, _) if self.is_scalar(from.base) => {
                Rvalue::Atom(self.value_of(from.base))
            }
            Rvalue::Tuple(items) => {
                Rvalue::Tuple(items.into_iter().map(|item| self.result(item)).collect())
            }
            Rvalue::Maybe(tag, item) => {
                Rvalue::Maybe(self.atom(&tag), Box::new(self.result(*item)))
            }
            other => other,
        }
    }
}

/// Whether rustc infers the type of a literal from all its uses, so that it has to stay one.
fn is_open(ty: &Ty) -> bool {
    matches!(ty, Ty::Float(Float::Open | Float::Any) | Ty::Int(None))
}

/// What stands for a variable that is not set on this path, and not read either.
pub(crate) fn unset(ty: &Ty) -> Atom {
    match ty {
        Ty::Float(_) => Atom::float("0.0", ty),
        Ty::Int(_) => Atom::int(0),
        Ty::Bool => Atom::bool(false),
        _ => Atom::Const(quote!(::core::default::Default::default()), ty.clone()),
    }
}

fn same(a: &Atom, b: &Atom) -> bool {
    match (a, b) {
        (Atom::Var(a), Atom::Var(b)) => a == b,
        (Atom::Lit(a), Atom::Lit(b)) => a.text == b.text && a.ty == b.ty,
        _ => false,
    }
}
