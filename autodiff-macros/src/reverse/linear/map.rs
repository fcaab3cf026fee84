//! A body, statement by statement.

use std::collections::{HashMap, HashSet};

use proc_macro2::Span;

use crate::activity::written;
use crate::ir::walk::each_stmt;
use crate::ir::{Atom, Fun, Func, Op, Place, Rvalue, Sign, Stmt, Ty, Var};

use super::form::Form;

pub(super) struct Map<'a> {
    pub(super) func: &'a mut Func,
    pub(super) params: &'a [Var],
    /// The variables of the body that depend on its parameters.
    linear: HashSet<Var>,
    /// The type of all adjoints here.
    pub(super) ty: Ty,
    /// What the body writes, and what it does not only add to.
    changing: HashSet<Var>,
    read: HashSet<Var>,
    forms: HashMap<Var, Form>,
    /// What is added at the end to what lives outside.
    pub(super) sums: Vec<Added>,
    pub(super) out: Vec<Stmt>,
    /// Operations on adjoints: as the body has them, and as the map has them.
    pub(super) before: usize,
    pub(super) after: usize,
    /// How many operations the next iteration waits for.
    pub(super) depth: usize,
}

/// `to ±= form`
pub(super) struct Added {
    pub(super) to: Place,
    pub(super) sign: Sign,
    pub(super) form: Form,
    pub(super) span: Span,
}

impl<'a> Map<'a> {
    /// Where adjoints are of one type, and occur at the top of the body only.
    pub(super) fn of(func: &'a mut Func, params: &'a [Var], body: &[Stmt]) -> Option<Map<'a>> {
        let linear = dependent(params, body);
        let ty = func.ty(*params.first()?).clone();
        let alike = linear.iter().all(|var| *func.ty(*var) == ty);
        (alike && is_straight(body, &linear)).then_some(())?;
        let (changing, read) = touched(body);
        Some(Map {
            linear,
            changing,
            read,
            ..Map::from(func, params)
        })
    }

    /// A map with nothing in it yet.
    pub(super) fn from(func: &'a mut Func, params: &'a [Var]) -> Map<'a> {
        let ty = func.ty(params[0]).clone();
        let mut map = Map {
            func,
            params,
            linear: params.iter().copied().collect(),
            ty,
            changing: HashSet::new(),
            read: HashSet::new(),
            forms: HashMap::new(),
            sums: vec![],
            out: vec![],
            before: 0,
            after: 0,
            depth: 0,
        };
        for (nth, param) in params.iter().enumerate() {
            map.forms.insert(*param, map.parameter(nth));
        }
        map
    }

    /// Whether a number depends on the parameters.
    pub(super) fn knows(&self, var: Var) -> bool {
        self.linear.contains(&var)
    }

    fn is_linear(&self, atom: &Atom) -> bool {
        atom.var().is_some_and(|var| self.linear.contains(&var))
    }

    /// What has nothing to do with the carried adjoints stays where it is.
    pub(super) fn stmt(&mut self, stmt: &Stmt) -> Option<()> {
        if !touches(stmt, &self.linear) {
            self.out.push(stmt.clone());
            return Some(());
        }
        let form = match &stmt.op {
            Op::Init(Some(Rvalue::Atom(atom))) => self.form(atom)?,
            Op::Apply { fun, args, .. } => self.apply(fun, args, stmt.span)?,
            Op::Update(to, sign, atom) => return self.update(to, *sign, atom, stmt.span),
            _ => return None,
        };
        self.linear.insert(stmt.binds[0]);
        self.forms.insert(stmt.binds[0], form);
        Some(())
    }

    /// What an operand is.
    pub(super) fn form(&self, atom: &Atom) -> Option<Form> {
        match atom {
            Atom::Var(var) if self.linear.contains(var) => self.forms.get(var).cloned(),
            Atom::Var(var) if self.changing.contains(var) => None,
            zero if zero.is_lit(0.0) => Some(Form::default()),
            other => Some(Form::constant(Some(other.clone()))),
        }
    }

    fn apply(&mut self, fun: &Fun, args: &[Atom], span: Span) -> Option<Form> {
        self.before += 1;
        match (fun, args) {
            (Fun::Neg, [of]) => {
                let of = self.form(of)?;
                Some(self.sum(Form::default(), Sign::Minus, of, span))
            }
            (Fun::Binary("*") | Fun::Times, [of, by]) if !self.is_linear(by) => {
                let of = self.form(of)?;
                Some(self.scaled(of, fun, by, span))
            }
            _ => None,
        }
    }

    fn update(&mut self, to: &Place, sign: Sign, atom: &Atom, span: Span) -> Option<()> {
        self.before += 1;
        let form = self.form(atom)?;
        let whole = to.path.is_empty();
        if whole && self.linear.contains(&to.base) {
            let before = self.forms.remove(&to.base)?;
            let sum = self.sum(before, sign, form, span);
            self.forms.insert(to.base, sum);
            return Some(());
        }
        if self.read.contains(&to.base) {
            return None;
        }
        let same = |added: &Added| whole && added.to.base == to.base && added.to.path.is_empty();
        let added = match self.sums.iter().position(same) {
            Some(at) => {
                let Added {
                    to, form: before, ..
                } = self.sums.remove(at);
                let form = self.sum(before, sign, form, span);
                Added {
                    to,
                    sign: Sign::Plus,
                    form,
                    span,
                }
            }
            None if whole => {
                let form = self.sum(Form::default(), sign, form, span);
                Added {
                    to: to.clone(),
                    sign: Sign::Plus,
                    form,
                    span,
                }
            }
            None => Added {
                to: to.clone(),
                sign,
                form,
                span,
            },
        };
        self.sums.push(added);
        Some(())
    }
}

fn dependent(params: &[Var], body: &[Stmt]) -> HashSet<Var> {
    let mut linear: HashSet<Var> = params.iter().copied().collect();
    let bound: HashSet<Var> = body.iter().flat_map(|stmt| stmt.binds.clone()).collect();
    loop {
        let before = linear.len();
        for stmt in body {
            if stmt.op.used().iter().any(|var| linear.contains(var)) {
                let written = written(&stmt.op);
                let changed = stmt.binds.iter().chain(&written);
                linear.extend(changed.filter(|var| bound.contains(var)));
            }
        }
        if linear.len() == before {
            return linear;
        }
    }
}

fn touches(stmt: &Stmt, linear: &HashSet<Var>) -> bool {
    let used = stmt.op.used();
    let mut touched = stmt.binds.iter().chain(&used);
    touched.any(|var| linear.contains(var))
}

fn is_straight(body: &[Stmt], linear: &HashSet<Var>) -> bool {
    let mut straight = true;
    for stmt in body {
        for block in stmt.op.blocks() {
            block.each_stmt(&mut |stmt| straight &= !touches(stmt, linear));
            let used = crate::ir::walk::used_in(block);
            straight &= !used.iter().any(|var| linear.contains(var));
        }
    }
    straight
}

/// What a body writes, and what it does with it besides adding to it.
fn touched(body: &[Stmt]) -> (HashSet<Var>, HashSet<Var>) {
    let (mut changing, mut read) = (HashSet::new(), HashSet::new());
    for stmt in body {
        each_stmt(stmt, &mut |stmt| {
            changing.extend(written(&stmt.op));
            match &stmt.op {
                Op::Update(to, _, atom) => {
                    read.extend(atom.var().filter(|var| *var != to.base));
                }
                op => read.extend(op.used()),
            }
        });
    }
    (changing, read)
}
