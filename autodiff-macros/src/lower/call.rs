//! Calls.

use proc_macro2::Span;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, ExprPath};

use crate::diagnostics as refusal;
use crate::ir::{Arg, Atom, Call, Callee, Copying, Fun, Mode, Op, Place, Rvalue, Ty, Var};

use super::exchange::is_exclusive;
use super::expr::seen;
use super::loops::bare;
use super::structs::{Constructor, is_capital};
use super::value::{Value, View};
use super::{Lower, options, types};

impl Lower<'_> {
    pub(super) fn call(&mut self, call: &syn::ExprCall) -> Value {
        let span = call.func.span();
        match bare(&call.func) {
            Expr::Path(path) => self.call_path(path, call),
            Expr::Closure(closure) => match self.closure(closure) {
                Value::Closure(closure) => self.call_closure(closure, call),
                other => other,
            },
            _ => self.refuse(span, "this callee", &refusal::UNKNOWN_CALLEE),
        }
    }

    fn call_path(&mut self, path: &ExprPath, call: &syn::ExprCall) -> Value {
        let span = path.span();
        let bound = path
            .path
            .get_ident()
            .and_then(|name| self.scopes.get(name))
            .cloned();
        match bound {
            Some(Value::Closure(closure)) => return self.call_closure(closure, call),
            Some(Value::Error) => return Value::Error,
            Some(_) => return self.refuse(span, "this callee", &refusal::UNKNOWN_CALLEE),
            None => {}
        }
        if let Some(value) = self.known(path, call) {
            return value;
        }
        match Constructor::of(&path.path).filter(|_| path.qself.is_none()) {
            Some(of) if options::is_option(&of) && call.args.len() == 1 => {
                self.standard("some", &path.path);
                Self::some(self.part(&call.args[0]))
            }
            Some(of) if of.path.to_string().ends_with("Err") && call.args.len() == 1 => {
                self.standard("err", &path.path);
                self.failure(of, &call.args[0])
            }
            Some(of) => {
                let args: Vec<&Expr> = call.args.iter().collect();
                self.constructed(of, &args)
            }
            None => self.call_function(path, call),
        }
    }

    fn call_closure(&mut self, closure: usize, call: &syn::ExprCall) -> Value {
        let args: Vec<Value> = call.args.iter().map(|arg| self.part(arg)).collect();
        self.inline(closure, args, call.span())
    }

    /// Functions that are known by their paths: `f64::sin(x)`, `Vec::new()`, `mem::swap(…)`.
    fn known(&mut self, path: &ExprPath, call: &syn::ExprCall) -> Option<Value> {
        let span = call.span();
        if let Some(owner) = self.owner(path) {
            let name = path.path.segments.last()?.ident.clone();
            if let Some(number) = self.constant_number(&owner, path, call) {
                return Some(number);
            }
            let mut args = vec![];
            for arg in &call.args {
                args.push(self.scalar(arg));
            }
            return Some(self.known_function(
                Some(owner),
                Fun::Path(path.to_token_stream(), name),
                args,
                span,
            ));
        }
        let names: Vec<String> = types::words(&path.path);
        let args: Vec<&Expr> = call.args.iter().collect();
        let tail: Vec<&str> = names
            .iter()
            .rev()
            .take(2)
            .rev()
            .map(String::as_str)
            .collect();
        self.assume_standard(&path.path, &tail, args.len());
        match (tail.as_slice(), args.as_slice()) {
            (["Vec", "new"], []) => Some(self.empty_vec(None)),
            (["Vec", "with_capacity"], [capacity]) => {
                let capacity = self.scalar(capacity);
                Some(self.empty_vec(Some(capacity)))
            }
            (["mem", "swap"], [a, b]) => Some(self.swapped(a, b, span)),
            (["mem", "replace"], [to, value]) => Some(self.replaced(to, value, span)),
            (["mem", "take"], [from]) => Some(self.default_taken(from, span)),
            (["Vec", "from"], [from]) => Some(self.vec_from(from, span)),
            (["iter", name], args) => self.iter_function(name, args, span),
            (["Box", "new"], [value]) => Some(self.boxed(value)),
            _ => None,
        }
    }

    pub(super) fn empty_vec(&mut self, capacity: Option<Atom>) -> Value {
        let item = self.types.fresh();
        Value::Aggregate(Rvalue::VecEmpty(capacity), Ty::Vec(Box::new(item)))
    }

    /// A function that `#[differentiate]` stands on, we trust: rustc checks that its type exists.
    fn call_function(&mut self, path: &ExprPath, call: &syn::ExprCall) -> Value {
        let span = path.span();
        let mut args = vec![];
        for arg in &call.args {
            match self.argument(arg) {
                Some(arg) => args.push(arg),
                None => return Value::Error,
            }
        }
        let callee = match is_associated(path) {
            true => Callee::Associated(path.to_token_stream()),
            false => Callee::Function(path.to_token_stream()),
        };
        let same = self.is_itself(path, &callee);
        let result = match &callee {
            Callee::Associated(_) if !names_self(path) => None,
            _ => same.then(|| self.result_ty.clone()),
        };
        self.called(callee, args, same, result, span)
    }

    /// Whether a path may name the function itself.
    fn is_itself(&self, path: &ExprPath, callee: &Callee) -> bool {
        let last = path.path.segments.last();
        match callee {
            Callee::Function(_) => !self.is_member && path.path.is_ident(&self.func.name),
            _ => self.is_member && last.is_some_and(|last| last.ident == self.func.name),
        }
    }

    /// A call, and its result.
    pub(super) fn called(
        &mut self,
        callee: Callee,
        args: Vec<Arg>,
        recursive: bool,
        result: Option<Ty>,
        span: Span,
    ) -> Value {
        let passed: Vec<Var> = args.iter().filter_map(exclusive).collect();
        let op = Op::Call(Call {
            callee,
            mode: Mode::Plain,
            args,
            tangents: vec![],
            recursive,
        });
        let ty = result.unwrap_or_else(|| self.types.fresh());
        let result = self.func.local("", ty);
        self.push(vec![result], op, span);
        self.copy_back(&passed, span);
        self.loose_value(result)
    }

    /// Gives tuples of several variables what a call made of their copies.
    fn copy_back(&mut self, passed: &[Var], span: Span) {
        let (due, later) = std::mem::take(&mut self.behind)
            .into_iter()
            .partition(|(local, ..)| passed.contains(local));
        self.behind = later;
        let due: Vec<(Var, Value, Value)> = due;
        for (_, copy, tuple) in due {
            self.assign_value(tuple, copy, span);
        }
    }

    /// An argument as it is passed; what is copied back behind the call stands in `behind`.
    pub(super) fn argument(&mut self, expr: &Expr) -> Option<Arg> {
        let span = expr.span();
        let value = match self.expr(expr) {
            Value::Closure(_) => {
                self.refuse(span, "this closure", &refusal::CLOSURE_VALUE);
                return None;
            }
            Value::Iter(_) => {
                self.refuse(span, "this iterator", &refusal::RANGE_VALUE);
                return None;
            }
            Value::Error | Value::Never => return None,
            value => value,
        };
        Some(match value {
            Value::Place {
                place,
                view: View::RefMut,
                ..
            } => Arg::RefMut(place),
            Value::Place {
                place,
                view: View::Ref,
                ..
            } => Arg::Ref(place),
            Value::Place { place, ty, .. } => self.by_value(place, &ty, span),
            Value::Shared(atom) => Arg::RefValue(atom),
            Value::Atom(atom) if is_reference(expr) => Arg::RefValue(atom),
            value @ Value::Tuple(_) if is_exclusive(&value) => {
                let (place, ty) = self.place_of(seen(value.clone(), View::Owned), span);
                let copy = Value::Place {
                    place: place.clone(),
                    ty,
                    view: View::Owned,
                };
                self.behind.push((place.base, copy, value));
                Arg::RefMut(place)
            }
            value @ (Value::Tuple(_) | Value::Aggregate(..) | Value::Maybe(..)) => {
                let (place, ty) = self.place_of(value, span);
                self.by_value(place, &ty, span)
            }
            value => Arg::Value(self.rvalue(value, span)),
        })
    }

    fn by_value(&mut self, place: Place, ty: &Ty, span: Span) -> Arg {
        let ty = self.types.shallow(ty);
        if ty.is_scalar() || self.types.is_float(&ty) || self.types.is_integer(&ty) {
            return Arg::Value(Rvalue::Atom(self.bind(ty, Op::Read(place), span)));
        }
        let copying = match ty {
            Ty::Array(..) | Ty::Tuple(_) => Copying::Copy,
            _ => Copying::Clone,
        };
        Arg::Value(Rvalue::Copy(place, copying))
    }
}

/// What is passed by `&mut`.
fn exclusive(arg: &Arg) -> Option<Var> {
    match arg {
        Arg::RefMut(place) => Some(place.base),
        _ => None,
    }
}

/// `Self::f`
fn names_self(path: &ExprPath) -> bool {
    let first = path.path.segments.first();
    path.qself.is_none() && first.is_some_and(|first| first.ident == "Self")
}

/// Whether the user passes a reference.
fn is_reference(expr: &Expr) -> bool {
    matches!(bare(expr), Expr::Reference(_))
}

/// `Layer::apply`, `Self::apply`, `<T as Potential>::energy`: a function of a type, not of a module.
fn is_associated(path: &ExprPath) -> bool {
    let owner = path.path.segments.iter().rev().nth(1);
    path.qself.is_some() || owner.is_some_and(|owner| is_capital(&owner.ident))
}
