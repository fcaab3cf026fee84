//! Vectors that grow and shrink.

use proc_macro2::Span;
use syn::Expr;
use syn::spanned::Spanned;

use crate::diagnostics as refusal;
use crate::ir::{Atom, Op, Place, Role, Ty};

use super::Lower;
use super::value::Value;

impl Lower<'_> {
    /// A vector that may change its length, and the type of its elements.
    pub(super) fn growing(
        &mut self,
        receiver: Value,
        name: &str,
        span: Span,
    ) -> Option<(Place, Ty)> {
        let (place, ty) = self.place_of(receiver, span);
        let item = self.types.fresh();
        self.types.unify(&ty, &Ty::Vec(Box::new(item.clone())));
        let param = matches!(self.func.vars[place.base.0].role, Role::Param { .. });
        if param {
            let what = format!("`{name}` on a parameter");
            self.refuse(span, what, &refusal::GROWING_PARAMETER);
            return None;
        }
        Some((place, item))
    }

    /// `v.push(x)`
    pub(super) fn push_back(&mut self, receiver: Value, value: &Expr, span: Span) -> Value {
        let Some((to, item)) = self.growing(receiver, "push", span) else {
            return Value::Error;
        };
        let value_span = value.span();
        let value = self.expr(value);
        if matches!(value, Value::Error | Value::Never) {
            return value;
        }
        let ty = self.value_ty(&value);
        self.types.unify(&item, &ty);
        let value = self.rvalue(value, value_span);
        let value = self.stored(value, &ty, value_span);
        self.push(vec![], Op::PushBack(to, value), span);
        Value::Unit
    }

    /// The last element of a vector, which has one.
    fn pop_back(&mut self, from: Place, item: Ty, span: Span) -> Value {
        let local = self.func.local("", item);
        self.push(vec![local], Op::PopBack(from), span);
        self.local_value(local)
    }

    /// `v.pop()`, where it is looked into at once: the vector, and what it holds.
    pub(super) fn popped(&mut self, expr: &Expr) -> Option<Option<(Place, Ty)>> {
        let Expr::MethodCall(call) = super::loops::bare(expr) else {
            return None;
        };
        if call.method != "pop" || !call.args.is_empty() {
            return None;
        }
        let receiver = self.expr(&call.receiver);
        let place = matches!(receiver, Value::Place { .. } | Value::Aggregate(..));
        Some(match place {
            true => self.growing(receiver, "pop", call.method.span()),
            false => None,
        })
    }

    /// Whether a vector holds anything.
    pub(super) fn holds_some(&mut self, place: &Place, span: Span) -> Atom {
        let len = self.bind(Ty::usize(), Op::Len(place.clone()), span);
        self.combine("!=", len, Atom::int(0), span)
    }

    /// `v.pop()`
    pub(super) fn drop_last(&mut self, from: Place, item: Ty, span: Span) -> Value {
        let some = self.holds_some(&from, span);
        let pop = |lower: &mut Self| Self::some(lower.pop_back(from, item, span));
        self.branch(some, pop, |_| Self::none(), span)
    }

    /// `v.pop().unwrap()` and the like.
    pub(super) fn pop_method(
        &mut self,
        (from, item): (Place, Ty),
        call: &syn::ExprMethodCall,
    ) -> Value {
        let span = call.method.span();
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
            (name, _) => {
                let what = format!("the method `{name}` of what is popped");
                self.refuse(span, what, &refusal::OPTION_METHOD)
            }
        }
    }

    /// `while let Some(x) = v.pop() { … }`
    pub(super) fn popping(&mut self, each: &syn::ExprWhile) -> Option<Value> {
        let Expr::Let(condition) = super::loops::bare(&each.cond) else {
            return None;
        };
        let syn::Pat::TupleStruct(some) = &*condition.pat else {
            return None;
        };
        let pattern = some.elems.first().filter(|_| some.path.is_ident("Some"))?;
        let span = each.while_token.span();
        let Some((from, item)) = self.popped(&condition.expr)? else {
            return Some(Value::Error);
        };
        let (stmts, cond) = self.nested(|lower| lower.holds_some(&from, span));
        let cond = self.func.block(stmts, vec![cond]);
        let name = super::loops::label(each.label.as_ref());
        self.looped(name, crate::ir::Head::While(cond), span, |lower| {
            let value = lower.pop_back(from, item, span);
            lower.pattern(pattern, value);
            lower.block_value(&each.body);
        });
        Some(Value::Unit)
    }
}
