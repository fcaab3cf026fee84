//! Options that a function makes itself: whether there is something, and what.
//!
//! `xs.first()` is no storage: it is the condition that `xs` holds something, and the place `xs[0]`,
//! which nothing reads unless the condition holds.

use proc_macro2::{Ident, Span};
use quote::quote;
use syn::Expr;
use syn::spanned::Spanned;

use crate::diagnostics as refusal;
use crate::ir::{Atom, Effect, EffectArg, Fun, Op, Pattern, Proj, Ty};

use super::Lower;
use super::expr::seen;
use super::slot::Slot;
use super::structs::Constructor;
use super::value::{Value, View};

/// The methods of options, of which each is one arm of [`Lower::option_method`].
const METHODS: [&str; 25] = [
    "and_then",
    "as_mut",
    "as_ref",
    "cloned",
    "copied",
    "expect",
    "filter",
    "is_err",
    "is_none",
    "is_ok",
    "is_some",
    "is_some_and",
    "map",
    "map_or",
    "map_or_else",
    "ok",
    "ok_or",
    "or",
    "or_else",
    "unwrap",
    "unwrap_or",
    "unwrap_or_default",
    "unwrap_or_else",
    "xor",
    "zip",
];

/// Those that arrays, slices and vectors do not have, nor numbers.
pub(super) fn is_method(name: &str) -> bool {
    METHODS.contains(&name)
}

impl Lower<'_> {
    pub(super) fn some(value: Value) -> Value {
        Value::Maybe(Atom::bool(true), Some(Box::new(value)))
    }

    pub(super) fn none() -> Value {
        Value::Maybe(Atom::bool(false), None)
    }

    /// An option as a condition and what is there where it holds.
    pub(super) fn taken_apart(&mut self, value: Value, span: Span) -> Option<(Atom, Value)> {
        match value {
            Value::Maybe(tag, payload) => Some((tag, payload.map_or(Value::Error, |value| *value))),
            Value::Error | Value::Never => None,
            value => {
                let view = match &value {
                    Value::Place { view, .. } => *view,
                    _ => View::Owned,
                };
                let (place, ty) = self.place_of(value, span);
                let test = Op::Test(place.clone(), Pattern::Present);
                let tag = self.bind(Ty::Bool, test, span);
                let (place, ty) = self.project(&place, &ty, Proj::some(span));
                Some((tag, Value::Place { place, ty, view }))
            }
        }
    }

    pub(super) fn option_method(&mut self, receiver: Value, name: &Ident, args: &[&Expr]) -> Value {
        let span = name.span();
        let Some((tag, value)) = self.taken_apart(receiver, span) else {
            return Value::Error;
        };
        match (name.to_string().as_str(), args) {
            ("is_some" | "is_ok", []) => Value::Atom(tag),
            ("is_none" | "is_err", []) => {
                Value::Atom(self.apply(Fun::Not, vec![tag], Ty::Bool, span))
            }
            ("unwrap", []) => self.unwrapped(
                tag,
                value,
                "called `Option::unwrap()` on a `None` value",
                span,
            ),
            ("expect", [message]) => {
                let text = super::macros::literal(message)
                    .unwrap_or_else(|| "called `Option::expect()` on a `None` value".to_owned());
                self.unwrapped(tag, value, &text, span)
            }
            ("ok", []) => Value::Maybe(tag, Some(Box::new(value))),
            ("as_ref", []) => Value::Maybe(tag, Some(Box::new(seen(value, View::Ref)))),
            ("as_mut", []) => Value::Maybe(tag, Some(Box::new(seen(value, View::RefMut)))),
            ("copied" | "cloned", []) => {
                let value = owned(value);
                Value::Maybe(tag, Some(Box::new(value)))
            }
            ("unwrap_or", [other]) => {
                let other = self.part(other);
                self.branch(tag, |_| value, |_| other, span)
            }
            ("unwrap_or_default", []) => self.or_default(tag, value, span),
            ("unwrap_or_else", [other]) => {
                self.branch(tag, |_| value, |lower| lower.applied(other, vec![]), span)
            }
            ("map", [f]) => {
                let f = *f;
                let then = |lower: &mut Self| Self::some(lower.applied(f, vec![value]));
                self.branch(tag, then, |_| Self::none(), span)
            }
            ("map_or", [other, f]) => {
                let (other, f) = (self.part(other), *f);
                let then = |lower: &mut Self| lower.applied(f, vec![value]);
                self.branch(tag, then, |_| other, span)
            }
            ("map_or_else", [other, f]) => {
                let then = |lower: &mut Self| lower.applied(f, vec![value]);
                self.branch(tag, then, |lower| lower.applied(other, vec![]), span)
            }
            ("is_some_and", [f]) => {
                let then = |lower: &mut Self| lower.applied(f, vec![value]);
                self.branch(tag, then, |_| Value::Atom(Atom::bool(false)), span)
            }
            ("and_then", [f]) => {
                let then = |lower: &mut Self| lower.applied(f, vec![value]);
                self.branch(tag, then, |_| Self::none(), span)
            }
            ("filter", [f]) => {
                let kept = value.clone();
                let then = |lower: &mut Self| lower.applied(f, vec![kept]);
                let no = |_: &mut Self| Value::Atom(Atom::bool(false));
                let tag = self.branch(tag, then, no, span);
                let tag = self.operand(tag, span);
                Value::Maybe(tag, Some(Box::new(value)))
            }
            ("or", [other]) => {
                let other = self.part(other);
                self.branch(tag, |_| Self::some(value), |_| other, span)
            }
            ("or_else", [other]) => {
                let els = |lower: &mut Self| lower.applied(other, vec![]);
                self.branch(tag, |_| Self::some(value), els, span)
            }
            ("zip", [other]) => {
                let other = self.expr(other);
                let Some((also, second)) = self.taken_apart(other, span) else {
                    return Value::Error;
                };
                let both = self.combine("&", tag, also, span);
                Value::Maybe(both, Some(Box::new(Value::Tuple(vec![value, second]))))
            }
            _ => {
                let what = format!("the method `{name}` of an option");
                self.refuse(span, what, &refusal::OPTION_METHOD)
            }
        }
    }

    /// What changes a variable: `best.take()`, `best.replace(x)`.
    pub(super) fn variable_method(
        &mut self,
        slot: &Slot,
        call: &syn::ExprMethodCall,
    ) -> Option<Value> {
        let span = call.method.span();
        let args: Vec<&Expr> = call.args.iter().collect();
        let new = match (call.method.to_string().as_str(), args.as_slice()) {
            ("take", []) => Self::none(),
            ("replace", [value]) => Self::some(self.part(value)),
            _ => return None,
        };
        let before = self.slot_value(slot);
        let before = self.snapshot(before, span);
        self.store(slot, new, span);
        Some(before)
    }

    /// What is there; a panic where there is nothing.
    pub(super) fn unwrapped(
        &mut self,
        tag: Atom,
        value: Value,
        message: &str,
        span: Span,
    ) -> Value {
        if matches!(&tag, Atom::Lit(lit) if lit.text == "true") {
            return value;
        }
        let fail = |lower: &mut Self| {
            let effect = Effect {
                path: quote!(::core::panic),
                args: vec![EffectArg::Text(quote!("{}", #message))],
                diverges: true,
            };
            lower.push(vec![], Op::Effect(effect), span);
            Value::Never
        };
        self.branch(tag, |_| Value::Unit, fail, span);
        value
    }

    fn or_default(&mut self, tag: Atom, value: Value, span: Span) -> Value {
        let ty = self.value_ty(&value);
        let zero = match self.types.shallow(&ty) {
            ty if self.types.is_float(&ty) => Atom::float("0.0", &ty),
            ty if self.types.is_integer(&ty) => Atom::int(0),
            Ty::Bool => Atom::bool(false),
            _ => {
                let what = "`unwrap_or_default` on a value of this type";
                return self.refuse(span, what, &refusal::OPTION_METHOD);
            }
        };
        self.branch(tag, |_| value, |_| Value::Atom(zero), span)
    }

    /// `f(args)`, where `f` is a closure or the name of a function.
    pub(super) fn applied(&mut self, f: &Expr, args: Vec<Value>) -> Value {
        let span = f.span();
        match super::loops::bare(f) {
            Expr::Closure(closure) => match self.closure(closure) {
                Value::Closure(closure) => self.inline(closure, args, span),
                other => other,
            },
            Expr::Path(path) => self.applied_path(path, args, span),
            _ => self.refuse(span, "this callee", &refusal::UNKNOWN_CALLEE),
        }
    }

    /// `map(f64::sin)`, `map(square)`, `map(Some)`.
    pub(super) fn applied_path(
        &mut self,
        path: &syn::ExprPath,
        args: Vec<Value>,
        span: Span,
    ) -> Value {
        if let Some(name) = path.path.get_ident() {
            if let Some(Value::Closure(closure)) = self.scopes.get(name) {
                let closure = *closure;
                return self.inline(closure, args, span);
            }
        }
        self.scopes.enter();
        let mut names = vec![];
        for (nth, arg) in args.into_iter().enumerate() {
            let name = Ident::new(&format!("__argument_{nth}"), Span::mixed_site());
            self.scopes.bind(&name, arg);
            names.push(name);
        }
        let call: syn::ExprCall = syn::parse_quote!(#path(#(#names),*));
        let value = self.call(&call);
        self.scopes.leave();
        value
    }
}

/// `Some(x)`, `None` and their like, by their last word.
pub(super) fn is_option(of: &Constructor) -> bool {
    let text = of.path.to_string();
    let last = text.rsplit("::").next().unwrap_or_default().trim();
    matches!(last, "Some" | "None")
}

/// What is behind a reference, as a value.
pub(super) fn owned(value: Value) -> Value {
    match value {
        Value::Shared(atom) => Value::Atom(atom),
        Value::Place { place, ty, .. } => Value::Place {
            place,
            ty,
            view: View::Owned,
        },
        other => other,
    }
}
