//! Elements that may not be there: `x.first()`, `x.get(i)`, `v.pop()`.

use proc_macro2::Span;
use syn::Expr;
use syn::spanned::Spanned;

use crate::diagnostics as refusal;
use crate::ir::{Atom, Head, If, Op, Place, Proj, Stmt, Ty, Var};

use super::Lower;
use super::loops::bare;
use super::value::{Value, View};

impl Lower<'_> {
    /// `x.first()`, `x.split_last_mut()`, …: a place that nothing reads where it is not there.
    pub(super) fn end(&mut self, receiver: Value, name: &str, span: Span) -> Value {
        let view = view_of(name);
        let (place, ty) = self.place_of(receiver, span);
        let len = self.len_of(&place, span);
        let some = self.combine("!=", len.clone(), Atom::int(0), span);
        let last = name.contains("last");
        let at = match last {
            true => self.count_method("wrapping_sub", len, Atom::int(1), span),
            false => Atom::int(0),
        };
        let item = self.viewed_part(&place, &ty, Proj::Index(at.clone()), view);
        if !name.starts_with("split") {
            return Value::Maybe(some, Some(Box::new(item)));
        }
        let (lo, hi) = match last {
            true => (None, Some(at)),
            false => (Some(Atom::int(1)), None),
        };
        let inclusive = false;
        let others = self.viewed_part(&place, &ty, Proj::Slice { lo, hi, inclusive }, view);
        Value::Maybe(some, Some(Box::new(Value::Tuple(vec![item, others]))))
    }

    /// `x.get(at)`
    pub(super) fn get(&mut self, receiver: Value, name: &str, at: &Expr, span: Span) -> Value {
        if matches!(bare(at), Expr::Range(_)) {
            return self.refuse(at.span(), "this range", &refusal::RANGE_VALUE);
        }
        let at = self.count(at);
        let (place, ty) = self.place_of(receiver, span);
        let len = self.len_of(&place, span);
        let some = self.combine("<", at.clone(), len, span);
        let item = self.viewed_part(&place, &ty, Proj::Index(at), view_of(name));
        Value::Maybe(some, Some(Box::new(item)))
    }

    fn viewed_part(&mut self, place: &Place, ty: &Ty, proj: Proj, view: View) -> Value {
        let (place, ty) = self.project(place, ty, proj);
        Value::Place { place, ty, view }
    }

    /// The vector of `v.pop()`, or the value of what looks so; `None` where it is something else.
    pub(super) fn popped(&mut self, expr: &Expr) -> Option<Result<(Place, Ty), Value>> {
        let Expr::MethodCall(call) = bare(expr) else {
            return None;
        };
        if call.method != "pop" || !call.args.is_empty() {
            return None;
        }
        let receiver = self.expr(&call.receiver);
        if !self.may_be_sequence(&receiver) {
            return Some(Err(self.method_of(receiver, call)));
        }
        let vector = self.growing(receiver, "pop", call.method.span());
        Some(vector.ok_or(Value::Error))
    }

    /// `v.pop().unwrap()`: there is no need to look first.
    pub(super) fn pop_method(&mut self, vector: (Place, Ty), call: &syn::ExprMethodCall) -> Value {
        let span = call.method.span();
        let (from, item) = vector;
        let args: Vec<&Expr> = call.args.iter().collect();
        match (call.method.to_string().as_str(), args.as_slice()) {
            ("unwrap", []) | ("expect", [_]) => self.pop_back(from, item, span),
            ("unwrap_or", [other]) => {
                let other = self.part(other);
                let ty = self.value_ty(&other);
                self.types.unify(&item, &ty);
                let some = self.holds_some(&from, span);
                let pop = |lower: &mut Self| lower.pop_back(from, item, span);
                self.branch(some, pop, |_| other, span)
            }
            _ => {
                let maybe = self.pop_maybe(from, item, span);
                self.method_of(maybe, call)
            }
        }
    }

    /// `v.pop()`
    pub(super) fn pop_maybe(&mut self, from: Place, item: Ty, span: Span) -> Value {
        let some = self.holds_some(&from, span);
        let pop = |lower: &mut Self| Self::some(lower.pop_back(from, item, span));
        self.branch(some, pop, |_| Self::none(), span)
    }

    /// `while let Some(x) = v.pop() { … }`
    pub(super) fn while_popping(&mut self, each: &syn::ExprWhile) -> Option<Value> {
        let Expr::Let(condition) = bare(&each.cond) else {
            return None;
        };
        let syn::Pat::TupleStruct(some) = &*condition.pat else {
            return None;
        };
        let pattern = some.elems.first().filter(|_| some.path.is_ident("Some"))?;
        let span = each.while_token.span();
        let (mut stmts, popped) = self.nested(|lower| lower.popped(&condition.expr));
        let (from, item) = match popped? {
            Ok(vector) => vector,
            Err(Value::Error) => return Some(Value::Error),
            Err(_) => return Some(self.refuse(span, "this condition", &refusal::IF_LET)),
        };
        let inside = names_one_of(&from, &stmts);
        let (asked, cond) = self.nested(|lower| lower.holds_some(&from, span));
        stmts.extend(asked);
        let name = super::loops::label(each.label.as_ref());
        let body = |lower: &mut Self| {
            let value = lower.pop_back(from, item, span);
            lower.pattern(pattern, value);
            lower.block_value(&each.body);
        };
        if inside {
            self.looped(name, Head::Forever, span, |lower| {
                lower.leave_unless(stmts, cond, span);
                body(lower);
            });
        } else {
            let cond = self.func.block(stmts, vec![cond]);
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

/// Whether a place is named by values that these statements bind.
fn names_one_of(place: &Place, stmts: &[Stmt]) -> bool {
    let bound: Vec<Var> = stmts.iter().flat_map(|stmt| stmt.binds.clone()).collect();
    let used = Op::Len(place.clone()).used();
    used.iter().any(|var| bound.contains(var))
}

fn view_of(name: &str) -> View {
    match name.ends_with("_mut") {
        true => View::RefMut,
        false => View::Ref,
    }
}
