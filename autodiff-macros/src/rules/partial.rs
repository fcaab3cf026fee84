//! A row's text, as statements of the IR.

use std::collections::{HashMap, HashSet};

use proc_macro2::{Ident, Span};

use crate::ir::{Atom, Block, Float, Fun, Func, If, Lit, Op, Stmt, Ty};

use super::Rule;
use super::formula::{Branch, Formula, formula};

/// Which of its arguments and of its result the partials mention.
pub(crate) struct Mentions {
    pub(crate) args: Vec<bool>,
    pub(crate) result: bool,
}

impl Rule {
    /// What has to be known where the partials of `wanted` are evaluated.
    pub(crate) fn mentions(&self, wanted: &[bool]) -> Mentions {
        let mut names = HashSet::new();
        for (partial, _) in self
            .partials
            .iter()
            .zip(wanted)
            .filter(|(_, wanted)| **wanted)
        {
            self.collect(partial, &mut names);
        }
        let all = self.params.iter().chain(self.integers);
        Mentions {
            args: all.map(|name| names.contains(*name)).collect(),
            result: names.contains("y"),
        }
    }

    fn collect(&self, text: &str, names: &mut HashSet<String>) {
        for name in words(text) {
            if let Some((_, text)) = self.bindings.iter().find(|(binding, _)| *binding == name) {
                self.collect(text, names);
            }
            names.insert(name);
        }
    }
}

/// The identifiers in a text.
fn words(text: &str) -> Vec<String> {
    let split = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    split
        .filter(|word| !word.is_empty())
        .map(ToOwned::to_owned)
        .collect()
}

/// Evaluates partials at the given operands, into `out`.
pub(crate) struct Partials<'a> {
    pub(crate) func: &'a mut Func,
    pub(crate) out: &'a mut Vec<Stmt>,
    pub(crate) rule: &'static Rule,
    pub(crate) span: Span,
    /// The type of the floats.
    pub(crate) ty: Ty,
    known: HashMap<String, Atom>,
}

impl<'a> Partials<'a> {
    pub(crate) fn new(
        func: &'a mut Func,
        out: &'a mut Vec<Stmt>,
        rule: &'static Rule,
        ty: Ty,
        span: Span,
    ) -> Self {
        Partials {
            func,
            out,
            rule,
            span,
            ty,
            known: HashMap::new(),
        }
    }

    pub(crate) fn know(&mut self, name: &str, atom: Atom) {
        self.known.insert(name.to_owned(), atom);
    }

    /// The partial derivative by the `nth` argument.
    pub(crate) fn partial(&mut self, nth: usize) -> Atom {
        self.text(self.rule.partials[nth])
    }

    fn text(&mut self, text: &'static str) -> Atom {
        self.formula(&formula(text))
    }

    fn formula(&mut self, formula: &Formula) -> Atom {
        match formula {
            Formula::Literal { text, is_integer } => self.literal(text, *is_integer),
            Formula::Name(name) => self.name(name),
            Formula::Neg(of) => self.negative(of),
            Formula::Binary(symbol, left, right) => self.binary(symbol, left, right),
            Formula::Method(name, operands) => self.method(name, operands),
            Formula::Cast(of) => self.cast(of),
            Formula::If(branch) => self.branch(branch),
        }
    }

    fn literal(&self, text: &str, is_integer: bool) -> Atom {
        let ty = match is_integer {
            true => Ty::Int(None),
            false => self.ty.clone(),
        };
        Atom::Lit(Lit {
            text: text.to_owned(),
            ty,
        })
    }

    fn name(&mut self, text: &str) -> Atom {
        if let Some(atom) = self.known.get(text) {
            return atom.clone();
        }
        match self.rule.bindings.iter().find(|(name, _)| *name == text) {
            Some((name, text)) => {
                let atom = self.text(text);
                self.know(name, atom.clone());
                atom
            }
            None => match text.parse() {
                Ok(path) => Atom::Const(path, Ty::Float(Float::F64)),
                Err(_) => unreachable!("`{text}` was a path"),
            },
        }
    }

    fn negative(&mut self, of: &Formula) -> Atom {
        match self.formula(of) {
            Atom::Lit(lit) => Atom::Lit(Lit {
                text: match lit.text.strip_prefix('-') {
                    Some(text) => text.to_owned(),
                    None => format!("-{}", lit.text),
                },
                ..lit
            }),
            atom => self.apply(Fun::Neg, vec![atom], self.ty.clone()),
        }
    }

    fn binary(&mut self, symbol: &'static str, left: &Formula, right: &Formula) -> Atom {
        let (left, right) = (self.formula(left), self.formula(right));
        if let (Some(a), Some(b), "==") = (integer(&left), integer(&right), symbol) {
            return Atom::bool(a == b);
        }
        let ty = match symbol {
            "+" | "-" | "*" | "/" => self.ty.clone(),
            _ => Ty::Bool,
        };
        self.apply(Fun::Binary(symbol), vec![left, right], ty)
    }

    fn method(&mut self, name: &str, operands: &[Formula]) -> Atom {
        let mut args = vec![];
        for operand in operands {
            args.push(self.formula(operand));
        }
        let ty = self.func.atom_ty(&args[0]);
        if let Some(known) = folded(name, &args, &ty) {
            return known;
        }
        let name = Ident::new(name, self.span);
        self.apply(Fun::Method(name), args, ty)
    }

    /// `… as T`: literals are of that type anyway.
    fn cast(&mut self, of: &Formula) -> Atom {
        match self.formula(of) {
            Atom::Lit(lit) => {
                let text = match lit.ty {
                    Ty::Int(_) => format!("{}.0", lit.text),
                    _ => lit.text,
                };
                Atom::Lit(Lit {
                    text,
                    ty: self.ty.clone(),
                })
            }
            atom => {
                let fun = conversion(&self.func.atom_ty(&atom), &self.ty);
                self.apply(fun, vec![atom], self.ty.clone())
            }
        }
    }

    fn branch(&mut self, branch: &Branch) -> Atom {
        let cond = self.formula(&branch.cond);
        if let Atom::Lit(Lit { text, .. }) = &cond {
            return match text == "true" {
                true => self.formula(&branch.then),
                false => self.formula(&branch.els),
            };
        }
        let then = self.nested(|partials| partials.formula(&branch.then));
        let els = self.nested(|partials| partials.formula(&branch.els));
        let bind = self.func.value("", self.ty.clone());
        self.push(bind, Op::If(If { cond, then, els }))
    }

    fn nested(&mut self, inner: impl FnOnce(&mut Self) -> Atom) -> Block {
        let outer = std::mem::take(self.out);
        let known = self.known.clone();
        let atom = inner(self);
        self.known = known;
        let stmts = std::mem::replace(self.out, outer);
        self.func.block(stmts, vec![atom])
    }

    fn apply(&mut self, fun: Fun, args: Vec<Atom>, ty: Ty) -> Atom {
        let bind = self.func.value("", ty);
        self.push(
            bind,
            Op::Apply {
                fun,
                rule: None,
                args,
            },
        )
    }

    fn push(&mut self, bind: crate::ir::Var, op: Op) -> Atom {
        self.out.push(Stmt::new(vec![bind], op, self.span));
        Atom::Var(bind)
    }
}

/// The value of an integer literal.
fn integer(atom: &Atom) -> Option<i32> {
    match atom {
        Atom::Lit(lit) if matches!(lit.ty, Ty::Int(_)) => lit.text.parse().ok(),
        _ => None,
    }
}

/// What follows from literal exponents.
fn folded(name: &str, args: &[Atom], ty: &Ty) -> Option<Atom> {
    match (name, args) {
        ("wrapping_sub", [a, b]) => {
            let text = integer(a)?.wrapping_sub(integer(b)?).to_string();
            Some(Atom::Lit(Lit {
                text,
                ty: ty.clone(),
            }))
        }
        ("powi", [x, n]) if integer(n)? == 1 => Some(x.clone()),
        _ => None,
    }
}

/// How a number becomes a float of another type.
pub(crate) fn conversion(from: &Ty, to: &Ty) -> Fun {
    let casts = |ty: &Ty| !matches!(ty, Ty::Float(float) if float.has_no_literals());
    match casts(from) && casts(to) {
        true => Fun::Cast(float_name(to)),
        false => Fun::Convert(to.clone()),
    }
}

/// A float type as it is spelled in generated code.
pub(crate) fn float_name(ty: &Ty) -> proc_macro2::TokenStream {
    match ty {
        Ty::Float(Float::F32) => quote::quote!(::core::primitive::f32),
        Ty::Float(Float::F64) => quote::quote!(::core::primitive::f64),
        Ty::Float(Float::Alias(name) | Float::Real(name) | Float::Taken(name)) => name.0.clone(),
        _ => quote::quote!(_),
    }
}
