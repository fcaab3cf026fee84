//! Once all types are known: the rule of each scalar function, and a refusal of what has none.

use proc_macro2::Span;

use crate::diagnostics::{self as refusal, Errors};
use crate::ir::walk::{PartMut, parts_mut};
use crate::ir::{Atom, Block, Fun, Func, Op, Ty, VarInfo};
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

pub(super) fn resolve(func: &mut Func, types: &Types, errors: &mut Errors) {
    for var in &mut func.vars {
        var.ty = types.resolve(&var.ty);
    }
    let vars = std::mem::take(&mut func.vars);
    Resolve { vars: &vars, types, errors }.block(&mut func.body);
    func.vars = vars;
}

struct Resolve<'a> {
    vars: &'a [VarInfo],
    types: &'a Types,
    errors: &'a mut Errors,
}

impl Resolve<'_> {
    fn block(&mut self, block: &mut Block) {
        block.yields.iter_mut().for_each(|atom| self.atom(atom));
        for stmt in &mut block.stmts {
            let span = stmt.span;
            parts_mut::op(&mut stmt.op, &mut |part| {
                if let PartMut::Atom(atom) = part {
                    self.atom(atom);
                }
            });
            if let Op::Apply { fun, rule, args } = &mut stmt.op {
                *rule = self.rule(fun, args, span);
            }
            stmt.op.blocks_mut().into_iter().for_each(|block| self.block(block));
        }
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

    fn rule(&mut self, fun: &Fun, args: &[Atom], span: Span) -> Option<&'static Rule> {
        let ty = args.first().map_or(Ty::Unit, |first| self.ty(first));
        match fun {
            Fun::Binary("==" | "!=" | "<" | "<=" | ">" | ">=") => None,
            Fun::Neg if ty.is_float() => rules::rule("neg", 1),
            Fun::Binary(symbol) if ty.is_float() => rules::operator(symbol),
            Fun::Neg | Fun::Not | Fun::Binary(_) => self.constant(args, "this operand", span),
            Fun::Cast(to) => self.cast(&ty, args, to.to_string().as_str(), span),
            Fun::Method(name) | Fun::Path(_, name) => self.named(&name.to_string(), &ty, args, span),
        }
    }

    /// What has no derivative, for certain: none of its operands has one.
    fn constant(&mut self, args: &[Atom], what: &str, span: Span) -> Option<&'static Rule> {
        if args.iter().any(|arg| self.ty(arg).is_differentiable()) {
            self.errors.refuse(span, what, &refusal::UNKNOWN_TYPE);
        }
        None
    }

    fn cast(&mut self, from: &Ty, args: &[Atom], to: &str, span: Span) -> Option<&'static Rule> {
        match (from, to) {
            (Ty::Float(_), "f32" | "f64" | "_") => Some(&CAST),
            (Ty::Float(_), _) => None,
            _ => self.constant(args, "what is cast", span),
        }
    }

    fn named(&mut self, name: &str, ty: &Ty, args: &[Atom], span: Span) -> Option<&'static Rule> {
        let what = format!("the method `{name}`");
        match ty {
            Ty::Float(_) if name == "from" => return Some(&CAST),
            Ty::Float(_) if PREDICATES.contains(&name) => return None,
            Ty::Float(_) => {
                if let Some(rule) = rules::rule(name, args.len()) {
                    return Some(rule);
                }
                self.errors.refuse(span, what, &refusal::UNKNOWN_METHOD);
            }
            Ty::Int(_) | Ty::Bool | Ty::Plain | Ty::Unit => {
                let constant = args.iter().all(|arg| !self.ty(arg).is_differentiable());
                if !constant || !(INTEGER_METHODS.contains(&name) || name == "from") {
                    self.errors.refuse(span, what, &refusal::UNKNOWN_METHOD);
                }
            }
            _ => self.errors.refuse(span, what, &refusal::UNKNOWN_RECEIVER),
        }
        None
    }
}
