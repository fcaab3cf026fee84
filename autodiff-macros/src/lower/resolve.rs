//! Once all types are known: the rule of each scalar function, and a refusal of what has none.

use std::collections::HashSet;

use proc_macro2::{Ident, Span};

use crate::diagnostics::{self as refusal, Errors};
use crate::ir::walk::{Access, Part, PartMut, parts, parts_mut};
use crate::ir::{Atom, Block, Fun, Func, Op, Place, Role, Rvalue, Stmt, Ty, Var, VarInfo};
use crate::rules::{self, Rule};

use super::infer::Types;
use super::method::{INTEGER_METHODS, PREDICATES};

/// A cast from float to float: slope 1.
pub(crate) static CAST: Rule = Rule {
    name: "cast",
    params: &["x"],
    integers: &[],
    bindings: &[],
    partials: &["1.0"],
    guarded: false,
};

pub(super) fn resolve(func: &mut Func, types: &mut Types, errors: &mut Errors) {
    for var in &mut func.vars {
        var.ty = types.resolve(&var.ty);
    }
    let mut resolve = Resolve {
        vars: std::mem::take(&mut func.vars),
        types,
        errors,
        constants: HashSet::new(),
        poisoned: HashSet::new(),
        floats: vec![],
    };
    resolve.sequences(&mut func.sequences);
    resolve.block(&mut func.body);
    func.vars = resolve.vars;
    func.floats = resolve.floats;
    func.numbers = types.numbers.known().cloned().collect();
    super::query::check_sorts(func, errors);
}

struct Resolve<'a> {
    vars: Vec<VarInfo>,
    types: &'a Types,
    errors: &'a mut Errors,
    /// Values that follow from constants of the module alone.
    constants: HashSet<Var>,
    /// What follows from something refused: one mistake gives one error.
    poisoned: HashSet<Var>,
    floats: Vec<(Place, Ty)>,
}

impl Resolve<'_> {
    fn block(&mut self, block: &mut Block) {
        block.yields.iter_mut().for_each(|atom| self.atom(atom));
        for mut stmt in std::mem::take(&mut block.stmts) {
            let span = stmt.span;
            parts_mut::op(&mut stmt.op, &mut |part| {
                if let PartMut::Atom(atom) = part {
                    self.atom(atom);
                }
            });
            if stmt.op.used().iter().any(|var| self.poisoned.contains(var)) {
                self.poison(&stmt);
            } else if let Op::Apply { fun, rule, args } = &mut stmt.op {
                self.spell(fun, stmt.binds[0]);
                let before = self.errors.len();
                if let Some(check) = self.assumed(fun, args, span) {
                    block.stmts.push(check);
                }
                let to = self.vars[stmt.binds[0].0].ty.clone();
                *rule = self.rule(fun, args, &to, span);
                if self.errors.len() > before {
                    self.poison(&stmt);
                }
            }
            if let Op::Update(_, _, atom) = &stmt.op {
                let atom = atom.clone();
                self.overloaded(&[atom], span);
            }
            if self.follows_from_constants(&stmt.op) {
                self.constants.extend(&stmt.binds);
            }
            stmt.op
                .blocks_mut()
                .into_iter()
                .for_each(|block| self.block(block));
            self.note(&stmt);
            block.stmts.push(stmt);
        }
    }

    /// What comes from a constant of the module, or out of a type that only rustc sees: it is what
    /// we took it for.
    fn note(&mut self, stmt: &Stmt) {
        self.built(stmt);
        self.failures(stmt);
        self.parts_of_numbers(stmt);
        let (place, ty) = match &stmt.op {
            Op::Read(place) | Op::Init(Some(Rvalue::Copy(place, _))) => {
                (place, self.vars[stmt.binds[0].0].ty.clone())
            }
            Op::Write(to, Rvalue::Copy(place, _)) => (place, self.place_ty(to)),
            Op::Update(place, _, atom) => (place, self.ty(atom)),
            _ => return,
        };
        let constant = matches!(self.vars[place.base.0].role, Role::Const(_));
        let found = self.place_ty(place);
        let unseen = matches!(found, Ty::Unknown | Ty::Named(_));
        if ty.is_float() && (constant || unseen)
            || matches!(ty, Ty::Int(_) | Ty::Bool) && unseen && !constant
        {
            self.floats.push((place.clone(), ty));
        }
    }

    /// `b.0`, where `b` was taken for a number.
    fn parts_of_numbers(&mut self, stmt: &Stmt) {
        let mut found = None;
        parts::op(&stmt.op, &mut |part| {
            if let Part::Place(place, _) = part {
                let info = &self.vars[place.base.0];
                let number = matches!(info.ty, Ty::Int(_) | Ty::Float(_) | Ty::Bool);
                if number && !place.path.is_empty() {
                    found = Some(match info.name.as_str() {
                        "" => "this".to_owned(),
                        name => format!("`{name}`"),
                    });
                }
            }
        });
        if let Some(what) = found {
            self.errors
                .refuse(stmt.span, what, &refusal::PART_OF_A_NUMBER);
        }
    }

    /// `Square(x)` is a struct, or a function whose name begins with a capital.
    fn built(&mut self, stmt: &Stmt) {
        let (of, ty) = match &stmt.op {
            Op::Init(Some(Rvalue::Struct(of))) => (of, self.vars[stmt.binds[0].0].ty.clone()),
            Op::Write(to, Rvalue::Struct(of)) => (of, self.place_ty(to)),
            _ => return,
        };
        if ty.is_scalar() {
            let what = format!("`{}`", super::signature::text(&of.path));
            self.errors.refuse(stmt.span, what, &refusal::CAPITAL);
        }
    }

    /// What an `Err` holds has no derivative: refused where a float is needed, else rustc confirms it.
    fn failures(&mut self, stmt: &Stmt) {
        if let Op::Effect(_) = &stmt.op {
            return;
        }
        let to = match &stmt.op {
            Op::Read(_) | Op::Init(Some(Rvalue::Copy(..))) => {
                Some(self.vars[stmt.binds[0].0].ty.clone())
            }
            Op::Write(to, Rvalue::Copy(..)) => Some(self.place_ty(to)),
            Op::Init(Some(value)) | Op::Write(_, value) if is_message(value) => return,
            _ => None,
        };
        let mut used = vec![];
        parts::op(&stmt.op, &mut |part| {
            if let Part::Place(place, Access::Read) = part {
                used.push(place.clone());
            }
        });
        used.retain(|place| self.is_failure(place));
        let added = matches!(&stmt.op, Op::Update(_, _, atom) if self.ty(atom) == Ty::Opaque);
        if added || !used.is_empty() && to.as_ref().is_some_and(Ty::is_float) {
            self.errors.refuse(stmt.span, "this", &refusal::FAILURE);
        } else if to != Some(Ty::Opaque) {
            let constants = used.into_iter().map(|place| (place, Ty::Bool));
            self.floats.extend(constants);
        }
    }

    fn is_failure(&self, place: &Place) -> bool {
        let whole = &self.vars[place.base.0].ty;
        (0..=place.path.len()).any(|parts| {
            let mut part = place.clone();
            part.path.truncate(parts);
            part.ty(whole.clone()) == Ty::Opaque
        })
    }

    /// What is gone through like a slice, and may be anything else.
    fn sequences(&self, places: &mut Vec<(Place, Span)>) {
        places.retain(|(place, _)| matches!(self.place_ty(place), Ty::Unknown | Ty::Named(_)));
    }

    fn place_ty(&self, place: &Place) -> Ty {
        place.ty(self.vars[place.base.0].ty.clone())
    }

    /// What is cast and of unknown type is taken for an integer; rustc confirms it.
    fn assumed(&mut self, fun: &Fun, args: &[Atom], span: Span) -> Option<Stmt> {
        let var = args.first().and_then(Atom::var)?;
        let unknown = matches!(self.vars[var.0].ty, Ty::Unknown) && !self.constants.contains(&var);
        if !matches!(fun, Fun::Cast(_)) || !unknown {
            return None;
        }
        self.vars[var.0].ty = Ty::Plain;
        self.vars.push(VarInfo {
            name: "_".to_owned(),
            ty: Ty::Plain,
            role: Role::Value,
        });
        let op = Op::Apply {
            fun: Fun::Constant,
            rule: None,
            args: vec![Atom::Var(var)],
        };
        Some(Stmt::new(vec![Var(self.vars.len() - 1)], op, span))
    }

    /// A cast to integers that follow from their use.
    fn spell(&self, fun: &mut Fun, to: Var) {
        let Fun::Cast(tokens) = fun else { return };
        if tokens.is_empty() {
            let name = match &self.vars[to.0].ty {
                Ty::Int(Some(name)) => name.as_str(),
                _ => "i32",
            };
            let name = Ident::new(name, Span::call_site());
            *tokens = quote::quote!(#name);
        }
    }

    fn poison(&mut self, stmt: &Stmt) {
        self.poisoned.extend(&stmt.binds);
        self.poisoned.extend(crate::activity::written(&stmt.op));
    }

    fn follows_from_constants(&self, op: &Op) -> bool {
        let constant = |var: &Var| {
            matches!(self.vars[var.0].role, Role::Const(_)) || self.constants.contains(var)
        };
        let is_index = |var: &Var| matches!(self.vars[var.0].ty, Ty::Int(_));
        match op {
            Op::Read(place) => constant(&place.base),
            Op::Apply { .. } => op.used().iter().all(|var| constant(var) || is_index(var)),
            _ => false,
        }
    }

    fn is_differentiable(&self, atom: &Atom) -> bool {
        let constant = atom.var().is_some_and(|var| self.constants.contains(&var));
        !constant && self.ty(atom).is_differentiable()
    }

    fn atom(&self, atom: &mut Atom) {
        match atom {
            Atom::Lit(lit) => lit.ty = self.types.resolve(&lit.ty),
            Atom::Const(_, ty) => *ty = self.types.resolve(ty),
            Atom::Var(_) | Atom::Unit => {}
        }
    }

    fn ty(&self, atom: &Atom) -> Ty {
        match atom {
            Atom::Var(var) => self.vars[var.0].ty.clone(),
            Atom::Lit(lit) => lit.ty.clone(),
            Atom::Const(_, ty) => ty.clone(),
            Atom::Unit => Ty::Unit,
        }
    }

    fn rule(&mut self, fun: &Fun, args: &[Atom], to: &Ty, span: Span) -> Option<&'static Rule> {
        let ty = args.first().map_or(Ty::Unit, |first| self.ty(first));
        match fun {
            Fun::Binary("==" | "!=" | "<" | "<=" | ">" | ">=") => None,
            Fun::Neg | Fun::Not | Fun::Binary(_) if self.overloaded(args, span) => None,
            Fun::Neg if ty.is_float() => rules::rule("neg", 1),
            Fun::Binary(symbol) if ty.is_float() => rules::operator(symbol),
            Fun::Behind
            | Fun::Constant
            | Fun::Same
            | Fun::Times
            | Fun::Product
            | Fun::Tangent
            | Fun::Convert(_) => None,
            Fun::Neg | Fun::Not | Fun::Binary(_) => self.constant(args, "this operand", span),
            Fun::Cast(written) => self.cast(&ty, args, to, &written.to_string(), span),
            Fun::Method(name) | Fun::Path(_, name) => {
                self.named(&name.to_string(), &ty, args, span)
            }
        }
    }

    /// What has no derivative, for certain: none of its operands has one.
    fn constant(&mut self, args: &[Atom], what: &str, span: Span) -> Option<&'static Rule> {
        if args.iter().any(|arg| self.is_differentiable(arg)) {
            self.errors.refuse(span, what, &refusal::UNKNOWN_TYPE);
        }
        None
    }

    /// Operators on a struct are functions that a macro does not see.
    fn overloaded(&mut self, args: &[Atom], span: Span) -> bool {
        let named = args.iter().find_map(|arg| match self.ty(arg) {
            Ty::Named(name) => Some(name),
            _ => None,
        });
        if let Some(name) = &named {
            let what = format!("an operator of `{}`", super::signature::text(&name.0));
            self.errors.refuse(span, what, &refusal::OVERLOADED);
        }
        named.is_some()
    }

    fn cast(
        &mut self,
        from: &Ty,
        args: &[Atom],
        to: &Ty,
        written: &str,
        span: Span,
    ) -> Option<&'static Rule> {
        match (from, to) {
            (Ty::Float(_), Ty::Float(_)) => Some(&CAST),
            (Ty::Float(_), _) if written == "_" => Some(&CAST),
            (Ty::Float(_), Ty::Named(_)) => self.constant(args, "what is cast", span),
            (Ty::Float(_), _) => None,
            _ => self.constant(args, "what is cast", span),
        }
    }

    fn named(&mut self, name: &str, ty: &Ty, args: &[Atom], span: Span) -> Option<&'static Rule> {
        let what = format!("the method `{name}`");
        match ty {
            Ty::Float(_) if name == "from" || name == "from_f64" => return Some(&CAST),
            Ty::Float(float) if name == "to_f64" && !float.is_primitive() => return Some(&CAST),
            Ty::Float(_) if PREDICATES.contains(&name) => return None,
            Ty::Float(_) => {
                if let Some(rule) = rules::rule(name, args.len()) {
                    return Some(rule);
                }
                self.errors.refuse(span, what, &refusal::UNKNOWN_METHOD);
            }
            Ty::Int(_) | Ty::Bool | Ty::Plain | Ty::Unit => {
                let constant = args.iter().all(|arg| !self.is_differentiable(arg));
                let from = ["from", "from_usize", "from_i32"].contains(&name);
                if !constant || !(INTEGER_METHODS.contains(&name) || from) {
                    self.errors.refuse(span, what, &refusal::UNKNOWN_METHOD);
                }
            }
            _ => self.errors.refuse(span, what, &refusal::UNKNOWN_RECEIVER),
        }
        None
    }
}

/// An error or a message that is made: what it mentions stays a constant.
fn is_message(value: &Rvalue) -> bool {
    match value {
        Rvalue::Opaque(_) => true,
        Rvalue::Struct(of) => matches!(of.fields.as_slice(), [(_, Rvalue::Opaque(_))]),
        _ => false,
    }
}
