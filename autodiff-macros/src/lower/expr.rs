//! Expressions.

use proc_macro2::Span;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{BinOp, Expr, Lit as SynLit, UnOp};

use crate::diagnostics as refusal;
use crate::ir::{Atom, Fun, Lit, Op, Place, Proj, Role, Rvalue, Ty, Var};

use super::structs::Constructor;
use super::value::{Value, View, len_of};
use super::{Lower, options, types};

impl Lower<'_> {
    pub(super) fn expr(&mut self, expr: &Expr) -> Value {
        let span = expr.span();
        match expr {
            Expr::Paren(inner) => self.expr(&inner.expr),
            Expr::Group(inner) => self.expr(&inner.expr),
            Expr::Lit(lit) => self.literal(&lit.lit),
            Expr::Path(path) => self.path(path),
            Expr::Unary(unary) => self.unary(unary),
            Expr::Binary(binary) => self.binary(binary),
            Expr::Cast(cast) => self.cast(cast),
            Expr::Reference(reference) => self.reference(reference),
            Expr::Tuple(tuple) if tuple.elems.is_empty() => Value::Unit,
            Expr::Tuple(tuple) => Value::Tuple(tuple.elems.iter().map(|e| self.part(e)).collect()),
            Expr::Array(array) => self.array(array),
            Expr::Repeat(repeat) => self.repeat(repeat),
            Expr::Index(index) => self.index(index),
            Expr::Field(field) => self.field(field),
            Expr::Match(of) => self.match_expr(of),
            Expr::Try(question) => self.question(question),
            Expr::Struct(literal) => self.struct_literal(literal),
            Expr::Call(call) => self.call(call),
            Expr::MethodCall(call) => self.method_call(call),
            Expr::Macro(mac) => self.macro_call(&mac.mac),
            Expr::Closure(closure) => self.closure(closure),
            Expr::Range(range) => self.range(range),
            Expr::Assign(assign) => self.assign(assign),
            Expr::If(branch) => self.if_expr(branch),
            Expr::Block(block) => self.block_expr(block),
            Expr::ForLoop(each) => self.for_loop(each),
            Expr::While(each) => self.while_loop(each),
            Expr::Loop(each) => self.endless_loop(each),
            Expr::Break(exit) => self.break_expr(exit),
            Expr::Continue(exit) => self.continue_expr(exit),
            Expr::Return(exit) => self.return_expr(exit),
            other => self.refused(other, span),
        }
    }

    fn refused(&mut self, expr: &Expr, span: Span) -> Value {
        let (what, refusal) = match expr {
            Expr::Let(_) => ("`let` in a condition", &refusal::IF_LET),
            Expr::TryBlock(_) => ("`?`", &refusal::TRY),
            Expr::Await(_) | Expr::Async(_) => ("`async` code", &refusal::AWAIT),
            Expr::Unsafe(_) => ("an `unsafe` block", &refusal::UNSAFE),
            Expr::RawAddr(_) => ("a raw pointer", &refusal::POINTER),
            _ => ("this expression", &refusal::UNSUPPORTED),
        };
        self.refuse(span, what, refusal)
    }

    /// A component of a tuple or an argument: what it is now, not later.
    pub(super) fn part(&mut self, expr: &Expr) -> Value {
        let value = self.expr(expr);
        self.snapshot(value, expr.span())
    }

    pub(super) fn scalar(&mut self, expr: &Expr) -> Atom {
        let value = self.expr(expr);
        self.operand(value, expr.span())
    }

    fn literal(&mut self, lit: &SynLit) -> Value {
        let (text, suffix, open) = match lit {
            SynLit::Int(int) => (int.to_string(), int.suffix(), self.types.integer()),
            SynLit::Float(float) => (float.to_string(), float.suffix(), self.types.literal()),
            SynLit::Bool(value) => return Value::Atom(Atom::bool(value.value)),
            SynLit::Str(_) | SynLit::Char(_) => {
                return Value::Atom(Atom::Const(lit.to_token_stream(), Ty::Plain));
            }
            other => return self.refuse(other.span(), "this literal", &refusal::UNSUPPORTED),
        };
        let ty = types::primitive(suffix).unwrap_or(open);
        let text = text
            .strip_suffix(suffix)
            .unwrap_or(&text)
            .trim_end_matches('_');
        let text = match text {
            whole if ty.is_float() && !whole.contains(['.', 'e', 'E']) => format!("{whole}.0"),
            text => text.to_owned(),
        };
        Value::Atom(Atom::Lit(Lit { text, ty }))
    }

    fn path(&mut self, path: &syn::ExprPath) -> Value {
        let name = path.path.get_ident();
        if let Some(value) = name.and_then(|name| self.scopes.get(name)).cloned() {
            return self.current(value);
        }
        let number = path.path.segments.last().and_then(|last| {
            let owner = self.owner(path)?;
            self.named_number(&owner, &last.ident.to_string())
        });
        if let Some(number) = number {
            return Value::Atom(number);
        }
        if Constructor::of(&path.path).is_some_and(|of| options::is_option(&of)) {
            self.standard("none", &path.path);
            return Self::none();
        }
        let var = self.constant(path);
        Value::Place {
            place: Place::whole(var),
            ty: self.func.ty(var).clone(),
            view: View::Owned,
        }
    }

    /// A constant of the surrounding module. Its type follows from its use.
    fn constant(&mut self, path: &syn::ExprPath) -> Var {
        let tokens = self.verbatim(path.to_token_stream());
        let text = tokens.to_string();
        let known =
            self.func.vars.iter().position(
                |var| matches!(&var.role, Role::Const(tokens) if tokens.to_string() == text),
            );
        if let Some(known) = known {
            return Var(known);
        }
        let mut segments = path.path.segments.iter().rev().skip(1);
        let owner = segments.find(|segment| segment.ident != "consts");
        let ty = owner.and_then(|owner| types::primitive(&owner.ident.to_string()));
        let ty = ty.or_else(|| self.owner(path));
        let ty = ty.or_else(|| self.inner_constant(path));
        let ty = ty.unwrap_or_else(|| self.types.fresh());
        let name = path
            .path
            .segments
            .last()
            .map_or(String::new(), |last| last.ident.to_string());
        self.func.var(&name, ty, Role::Const(tokens))
    }

    fn inner_constant(&mut self, path: &syn::ExprPath) -> Option<Ty> {
        let name = path.path.get_ident()?;
        let item = self.inner.iter().rev().find(|item| item.ident == *name)?;
        let ty = item.ty.clone();
        self.written(&ty)
    }

    fn unary(&mut self, unary: &syn::ExprUnary) -> Value {
        let span = unary.span();
        match unary.op {
            UnOp::Deref(_) => match self.expr(&unary.expr) {
                Value::Shared(atom) => Value::Atom(atom),
                Value::Place { place, ty, view } => {
                    let boxed =
                        matches!(self.types.shallow(&ty), Ty::Boxed(_)) && view == View::Owned;
                    let (place, ty) = match boxed {
                        true => self.project(&place, &ty, Proj::Deref),
                        false => (place, ty),
                    };
                    Value::Place {
                        place,
                        ty,
                        view: View::Owned,
                    }
                }
                other => other,
            },
            UnOp::Neg(_) | UnOp::Not(_) => {
                let operand = self.scalar(&unary.expr);
                if let (Atom::Lit(lit), UnOp::Neg(_)) = (&operand, &unary.op) {
                    return Value::Atom(negated(lit));
                }
                let ty = self.func.atom_ty(&operand);
                if let Some(refused) = self.overloaded(&[&ty], span) {
                    return refused;
                }
                if let (Ty::Named(_), UnOp::Not(_)) = (self.types.shallow(&ty), &unary.op) {
                    self.types.unify(&ty, &Ty::Bool);
                }
                let fun = if matches!(unary.op, UnOp::Neg(_)) {
                    Fun::Neg
                } else {
                    Fun::Not
                };
                Value::Atom(self.apply(fun, vec![operand], ty, span))
            }
            _ => self.refuse(span, "this operator", &refusal::UNSUPPORTED),
        }
    }

    pub(super) fn apply(&mut self, fun: Fun, args: Vec<Atom>, ty: Ty, span: Span) -> Atom {
        self.bind(
            ty,
            Op::Apply {
                fun,
                rule: None,
                args,
            },
            span,
        )
    }

    fn binary(&mut self, binary: &syn::ExprBinary) -> Value {
        let span = binary.span();
        if matches!(binary.op, BinOp::And(_) | BinOp::Or(_)) {
            return self.lazy(binary);
        }
        let Some((symbol, compound)) = symbol(&binary.op) else {
            return self.refuse(span, "this operator", &refusal::UNSUPPORTED);
        };
        if compound {
            return self.compound(binary, symbol);
        }
        let left = self.scalar(&binary.left);
        let right = self.scalar(&binary.right);
        let (a, b) = (self.func.atom_ty(&left), self.func.atom_ty(&right));
        let compares = matches!(symbol, "==" | "!=" | "<" | "<=" | ">" | ">=");
        if !compares {
            if let Some(refused) = self.overloaded(&[&a, &b], span) {
                return refused;
            }
        }
        Value::Atom(self.combine(symbol, left, right, span))
    }

    pub(super) fn combine(&mut self, symbol: &'static str, a: Atom, b: Atom, span: Span) -> Atom {
        let ty = self.func.atom_ty(&a);
        if !matches!(symbol, "<<" | ">>") {
            let other = self.func.atom_ty(&b);
            self.types.unify(&ty, &other);
        }
        let ty = match symbol {
            "==" | "!=" | "<" | "<=" | ">" | ">=" => Ty::Bool,
            _ => ty,
        };
        self.apply(Fun::Binary(symbol), vec![a, b], ty, span)
    }

    /// `a && b`, `a || b`: `b` is evaluated where `a` does not decide.
    fn lazy(&mut self, binary: &syn::ExprBinary) -> Value {
        let cond = self.scalar(&binary.left);
        let and = matches!(binary.op, BinOp::And(_));
        let decided = move |_: &mut Self| Value::Atom(Atom::bool(!and));
        let other = |lower: &mut Self| Value::Atom(lower.scalar(&binary.right));
        let span = binary.span();
        if and {
            self.branch(cond, other, decided, span)
        } else {
            self.branch(cond, decided, other, span)
        }
    }

    fn cast(&mut self, cast: &syn::ExprCast) -> Value {
        let operand = self.scalar(&cast.expr);
        let ty = match self.written(&cast.ty) {
            Some(ty) => ty,
            None => {
                let what = format!("the type `{}`", super::signature::text(&cast.ty));
                return self.refuse(cast.ty.span(), what, &refusal::UNKNOWN_TYPE);
            }
        };
        let fun = Fun::Cast(cast.ty.to_token_stream());
        Value::Atom(self.apply(fun, vec![operand], ty, cast.span()))
    }

    fn reference(&mut self, reference: &syn::ExprReference) -> Value {
        let asked = match reference.mutability {
            Some(_) => View::RefMut,
            None => View::Ref,
        };
        let value = self.expr(&reference.expr);
        let again = matches!(
            value,
            Value::Place {
                view: View::Ref | View::RefMut,
                ..
            }
        );
        if again && asked == View::RefMut && super::assign::names_reference(&reference.expr) {
            return self.refuse(
                reference.span(),
                "this reference to a reference",
                &refusal::REFERENCE_ASSIGNED,
            );
        }
        match value {
            Value::Iter(_) => {
                self.refuse(reference.span(), "this iterator", &refusal::ITERATOR_STATE)
            }
            Value::Place { place, ty, .. } => Value::Place {
                place,
                ty,
                view: asked,
            },
            value @ Value::Tuple(_) if asked == View::RefMut => {
                self.exclusive(value, reference.span())
            }
            Value::Maybe(tag, Some(held)) => Value::Maybe(tag, Some(Box::new(seen(*held, asked)))),
            value @ (Value::Aggregate(..) | Value::Tuple(_)) => {
                let (place, ty) = self.place_of(value, reference.span());
                Value::Place {
                    place,
                    ty,
                    view: asked,
                }
            }
            Value::Atom(atom) if asked == View::RefMut => {
                let (place, ty) = self.temporary(atom, reference.span());
                Value::Place {
                    place,
                    ty,
                    view: asked,
                }
            }
            other => other,
        }
    }

    fn temporary(&mut self, atom: Atom, span: Span) -> (Place, Ty) {
        let ty = self.func.atom_ty(&atom);
        let local = self.declare("", ty.clone(), Some(Rvalue::Atom(atom)), span);
        (Place::whole(local), ty)
    }

    fn array(&mut self, array: &syn::ExprArray) -> Value {
        let item = self.types.fresh();
        let mut items = vec![];
        for expr in &array.elems {
            let value = self.part(expr);
            let ty = self.value_ty(&value);
            self.types.unify(&item, &ty);
            items.push(self.rvalue(value, expr.span()));
        }
        let ty = Ty::Array(Box::new(item), len_of(items.len()));
        Value::Aggregate(Rvalue::Array(items), ty)
    }

    fn repeat(&mut self, repeat: &syn::ExprRepeat) -> Value {
        let value = self.expr(&repeat.expr);
        let item = self.value_ty(&value);
        let value = self.rvalue(value, repeat.span());
        let value = self.stored(value, &item, repeat.span());
        let len = crate::ir::Len(Some(self.verbatim(repeat.len.to_token_stream())));
        let ty = Ty::Array(Box::new(item), len.clone());
        Value::Aggregate(Rvalue::Repeat(Box::new(value), len), ty)
    }
}

/// What an option holds, behind a reference to the option.
pub(super) fn seen(value: Value, view: View) -> Value {
    match value {
        Value::Place { place, ty, .. } => Value::Place { place, ty, view },
        Value::Tuple(items) => {
            Value::Tuple(items.into_iter().map(|item| seen(item, view)).collect())
        }
        other => other,
    }
}

/// A literal with its sign.
fn negated(lit: &Lit) -> Atom {
    let text = match lit.text.strip_prefix('-') {
        Some(text) => text.to_owned(),
        None => format!("-{}", lit.text),
    };
    Atom::Lit(Lit {
        text,
        ty: lit.ty.clone(),
    })
}

/// The symbol of an operator, and whether it assigns.
fn symbol(op: &BinOp) -> Option<(&'static str, bool)> {
    Some(match op {
        BinOp::Add(_) => ("+", false),
        BinOp::Sub(_) => ("-", false),
        BinOp::Mul(_) => ("*", false),
        BinOp::Div(_) => ("/", false),
        BinOp::Rem(_) => ("%", false),
        BinOp::BitXor(_) => ("^", false),
        BinOp::BitAnd(_) => ("&", false),
        BinOp::BitOr(_) => ("|", false),
        BinOp::Shl(_) => ("<<", false),
        BinOp::Shr(_) => (">>", false),
        BinOp::Eq(_) => ("==", false),
        BinOp::Lt(_) => ("<", false),
        BinOp::Le(_) => ("<=", false),
        BinOp::Ne(_) => ("!=", false),
        BinOp::Ge(_) => (">=", false),
        BinOp::Gt(_) => (">", false),
        BinOp::AddAssign(_) => ("+", true),
        BinOp::SubAssign(_) => ("-", true),
        BinOp::MulAssign(_) => ("*", true),
        BinOp::DivAssign(_) => ("/", true),
        BinOp::RemAssign(_) => ("%", true),
        BinOp::BitXorAssign(_) => ("^", true),
        BinOp::BitAndAssign(_) => ("&", true),
        BinOp::BitOrAssign(_) => ("|", true),
        BinOp::ShlAssign(_) => ("<<", true),
        BinOp::ShrAssign(_) => (">>", true),
        _ => return None,
    })
}
