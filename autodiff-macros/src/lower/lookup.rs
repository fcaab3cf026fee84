//! Elements that may not be there, where they are looked into at once: `v.pop()`, `x.first()`,
//! `x.get(i)`.

use proc_macro2::Span;
use syn::Expr;
use syn::spanned::Spanned;

use crate::diagnostics as refusal;
use crate::ir::{Atom, Head, If, Op, Place, Proj, Stmt, Ty, Var};

use super::Lower;
use super::loops::bare;
use super::value::{Value, View};

/// What an `Option` holds, and whether it holds anything.
pub(super) struct Lookup {
    some: Atom,
    what: Found,
}

#[derive(Clone)]
enum Found {
    /// What is taken from a vector, once it is known to be there.
    Popped(Place, Ty),
    /// A part of a place, which may be named but not read where it is not there.
    Part(Value),
}

impl Lower<'_> {
    /// `v.pop()` and the like, or the value of what looks so; `None` where it is something else.
    pub(super) fn lookup(&mut self, expr: &Expr) -> Option<Result<Lookup, Value>> {
        let Expr::MethodCall(call) = bare(expr) else {
            return None;
        };
        let name = call.method.to_string();
        let args: Vec<&Expr> = call.args.iter().collect();
        match (name.as_str(), args.as_slice()) {
            ("copied" | "cloned", []) => {
                return Some(match self.lookup(&call.receiver)? {
                    Ok(lookup) => Ok(lookup.copied()),
                    Err(value) => Err(self.method_of(value, call)),
                });
            }
            ("pop" | "first" | "last" | "first_mut" | "last_mut", [])
            | ("split_first" | "split_last" | "split_first_mut" | "split_last_mut", [])
            | ("get" | "get_mut", [_]) => {}
            _ => return None,
        }
        let receiver = self.expr(&call.receiver);
        if !self.may_be_sequence(&receiver) {
            return Some(Err(self.method_of(receiver, call)));
        }
        Some(self.looked_up(receiver, &name, &args, call.method.span()))
    }

    fn looked_up(
        &mut self,
        receiver: Value,
        name: &str,
        args: &[&Expr],
        span: Span,
    ) -> Result<Lookup, Value> {
        if name == "pop" {
            let (from, item) = self.growing(receiver, name, span).ok_or(Value::Error)?;
            let some = self.holds_some(&from, span);
            let what = Found::Popped(from, item);
            return Ok(Lookup { some, what });
        }
        let view = match name.ends_with("_mut") {
            true => View::RefMut,
            false => View::Ref,
        };
        let (place, ty) = self.place_of(receiver, span);
        let len = self.len_of(&place, span);
        if let [at] = args {
            if matches!(bare(at), Expr::Range(_)) {
                return Err(self.refuse(at.span(), "this range", &refusal::RANGE_VALUE));
            }
            let at = self.count(at);
            let some = self.combine("<", at.clone(), len, span);
            let item = self.viewed_part(&place, &ty, Proj::Index(at), view);
            let what = Found::Part(item);
            return Ok(Lookup { some, what });
        }
        let some = self.combine("!=", len.clone(), Atom::int(0), span);
        let what = Found::Part(self.end(&place, &ty, len, name, view, span));
        Ok(Lookup { some, what })
    }

    /// The first or the last element, with the others where it is `split_…`.
    fn end(
        &mut self,
        place: &Place,
        ty: &Ty,
        len: Atom,
        name: &str,
        view: View,
        span: Span,
    ) -> Value {
        let at = match name.contains("last") {
            true => self.count_method("wrapping_sub", len, Atom::int(1), span),
            false => Atom::int(0),
        };
        let item = self.viewed_part(place, ty, Proj::Index(at.clone()), view);
        if !name.starts_with("split") {
            return item;
        }
        let (lo, hi) = match name.contains("last") {
            true => (None, Some(at)),
            false => (Some(Atom::int(1)), None),
        };
        let inclusive = false;
        let others = self.viewed_part(place, ty, Proj::Slice { lo, hi, inclusive }, view);
        Value::Tuple(vec![item, others])
    }

    fn viewed_part(&mut self, place: &Place, ty: &Ty, proj: Proj, view: View) -> Value {
        let (place, ty) = self.project(place, ty, proj);
        Value::Place { place, ty, view }
    }

    /// What was found, where it is there.
    fn found(&mut self, what: Found, span: Span) -> Value {
        match what {
            Found::Popped(from, item) => self.pop_back(from, item, span),
            Found::Part(value) => value,
        }
    }

    /// `v.pop().unwrap()` and the like.
    pub(super) fn lookup_method(&mut self, lookup: Lookup, call: &syn::ExprMethodCall) -> Value {
        let span = call.method.span();
        let args: Vec<&Expr> = call.args.iter().collect();
        match (call.method.to_string().as_str(), args.as_slice()) {
            ("unwrap", []) | ("expect", [_]) => self.found(lookup.what, span),
            ("is_some", []) if lookup.stays() => Value::Atom(lookup.some),
            ("is_none", []) if lookup.stays() => {
                Value::Atom(self.apply(crate::ir::Fun::Not, vec![lookup.some], Ty::Bool, span))
            }
            ("unwrap_or", [other]) => {
                let other = self.part(other);
                self.found_or(lookup, other, span)
            }
            (name, _) => {
                let what = format!("the method `{name}` of an element that may not be there");
                self.refuse(span, what, &refusal::OPTION_METHOD)
            }
        }
    }

    fn found_or(&mut self, lookup: Lookup, other: Value, span: Span) -> Value {
        let ty = self.value_ty(&other);
        match &lookup.what {
            Found::Popped(_, item) => self.types.unify(item, &ty),
            Found::Part(value) => {
                let known = self.value_ty(value);
                self.types.unify(&known, &ty);
            }
        }
        let what = lookup.what;
        let some = |lower: &mut Self| {
            let value = lower.found(what, span);
            super::exchange::owned(&value)
        };
        self.branch(lookup.some, some, |_| other, span)
    }

    /// `while let Some(x) = v.pop() { … }`
    pub(super) fn while_some(&mut self, each: &syn::ExprWhile) -> Option<Value> {
        let Expr::Let(condition) = bare(&each.cond) else {
            return None;
        };
        let syn::Pat::TupleStruct(some) = &*condition.pat else {
            return None;
        };
        let pattern = some.elems.first().filter(|_| some.path.is_ident("Some"))?;
        let span = each.while_token.span();
        let (stmts, lookup) = self.nested(|lower| lower.lookup(&condition.expr));
        let lookup = match lookup? {
            Ok(lookup) => lookup,
            Err(Value::Error) => return Some(Value::Error),
            Err(_) => return Some(self.refuse(span, "this condition", &refusal::IF_LET)),
        };
        let name = super::loops::label(each.label.as_ref());
        let body = |lower: &mut Self| {
            let value = lower.found(lookup.what.clone(), span);
            lower.pattern(pattern, value);
            lower.block_value(&each.body);
        };
        if lookup.what.names_one_of(&stmts) {
            self.looped(name, Head::Forever, span, |lower| {
                lower.leave_unless(stmts, lookup.some.clone(), span);
                body(lower);
            });
        } else {
            let cond = self.func.block(stmts, vec![lookup.some.clone()]);
            self.looped(name, Head::While(cond), span, body);
        }
        Some(Value::Unit)
    }

    /// Leaves the loop that has just been begun, where a condition does not hold.
    pub(super) fn leave_unless(&mut self, stmts: Vec<Stmt>, cond: Atom, span: Span) {
        let behind = self.targets[self.targets.len() - 1].behind;
        self.stmts.extend(stmts);
        let leave = vec![Stmt::new(vec![], Op::Exit(behind), span)];
        let then = self.func.block(vec![], vec![]);
        let els = self.func.block(leave, vec![]);
        self.push(vec![], Op::If(If { cond, then, els }), span);
    }
}

impl Found {
    /// Whether it is named by values that these statements bind.
    fn names_one_of(&self, stmts: &[Stmt]) -> bool {
        let bound: Vec<Var> = stmts.iter().flat_map(|stmt| stmt.binds.clone()).collect();
        let named = |place: &Place| {
            let used = Op::Len(place.clone()).used();
            used.iter().any(|var| bound.contains(var))
        };
        match self {
            Found::Popped(place, _) | Found::Part(Value::Place { place, .. }) => named(place),
            Found::Part(_) => true,
        }
    }
}

impl Lookup {
    fn copied(self) -> Lookup {
        let what = match self.what {
            Found::Part(value) => Found::Part(super::exchange::owned(&value)),
            popped => popped,
        };
        Lookup { what, ..self }
    }

    /// Whether looking changes nothing.
    fn stays(&self) -> bool {
        matches!(self.what, Found::Part(_))
    }
}
