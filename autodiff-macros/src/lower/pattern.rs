//! Patterns that always match.

use proc_macro2::{Ident, Span};
use syn::Pat;
use syn::spanned::Spanned;

use crate::diagnostics as refusal;
use crate::ir::{Atom, Op, Place, Role, Rvalue, Ty};

use super::Lower;
use super::value::{Value, View, field};

impl Lower<'_> {
    pub(super) fn local(&mut self, local: &syn::Local) -> Value {
        let Some(init) = &local.init else {
            self.deferred(&local.pat);
            return Value::Unit;
        };
        let value = match self.asked_array(&local.pat, &init.expr) {
            Some(value) => value,
            None => self.expr(&init.expr),
        };
        if let Some((_, diverge)) = &init.diverge {
            return self.let_else(&local.pat, value, diverge);
        }
        let value = self.renamed(value, &init.expr);
        let never = matches!(value, Value::Never);
        self.pattern(&local.pat, value);
        if never { Value::Never } else { Value::Unit }
    }

    /// `let a: [f64; 3] = std::array::from_fn(|i| …);`
    fn asked_array(&mut self, pat: &Pat, init: &syn::Expr) -> Option<Value> {
        let Pat::Type(typed) = pat else { return None };
        let syn::Expr::Call(call) = super::loops::bare(init) else {
            return None;
        };
        let syn::Expr::Path(path) = &*call.func else {
            return None;
        };
        let words = super::types::words(&path.path);
        let made = words.last().is_some_and(|last| last == "from_fn")
            && (words.len() == 1 || words[words.len() - 2] == "array");
        if !made || call.args.len() != 1 {
            return None;
        }
        let f = &call.args[0];
        match self.written(&typed.ty) {
            Some(Ty::Array(_, len)) => Some(self.array_from(len, f, init.span())),
            _ => None,
        }
    }

    /// A `move` closure under another name is a copy, with a state of its own.
    fn renamed(&mut self, value: Value, expr: &syn::Expr) -> Value {
        match value {
            Value::Closure(closure)
                if matches!(super::loops::bare(expr), syn::Expr::Path(_))
                    && self.closures[closure].moves() =>
            {
                self.refuse(expr.span(), "this closure", &refusal::CLOSURE_VALUE)
            }
            value => value,
        }
    }

    /// `let x;`
    fn deferred(&mut self, pat: &Pat) {
        let (pat, ty) = match pat {
            Pat::Type(typed) => (&*typed.pat, self.written(&typed.ty)),
            pat => (pat, None),
        };
        let ty = ty.unwrap_or_else(|| self.types.fresh());
        match pat {
            Pat::Ident(name) => {
                let local = self.declare(&Self::name_of(&name.ident), ty, None, name.span());
                self.mutables.extend(name.mutability.map(|_| local));
                let value = self.local_value(local);
                self.scopes.bind(&name.ident, value);
            }
            Pat::Tuple(tuple) => tuple.elems.iter().for_each(|pat| self.deferred(pat)),
            other => {
                self.refuse(other.span(), "this pattern", &refusal::PATTERN);
            }
        }
    }

    /// Binds the names of a pattern.
    pub(super) fn pattern(&mut self, pat: &Pat, value: Value) {
        let span = pat.span();
        match pat {
            Pat::Paren(inner) => self.pattern(&inner.pat, value),
            Pat::Wild(_) => {}
            Pat::Ident(name) if self.refutable && super::matching::names_constant(name) => {}
            Pat::Ident(name) => {
                match &name.subpat {
                    Some((_, inner)) if !matches!(**inner, Pat::Rest(_)) => {
                        self.pattern(inner, value.clone());
                    }
                    _ => {}
                }
                self.bind_name(name, value);
            }
            Pat::Lit(_) | Pat::Range(_) | Pat::Path(_) => {}
            Pat::Or(or) => {
                if let Some(first) = or.cases.first() {
                    self.pattern(first, value);
                }
            }
            Pat::Type(typed) => {
                self.annotate(&value, &typed.ty);
                let value = self.typed_none(value, &typed.ty, span);
                self.pattern(&typed.pat, value);
            }
            Pat::Reference(inner) => self.pattern(&inner.pat, super::options::owned(value)),
            Pat::Tuple(tuple) => self.tuple_pattern(tuple, value),
            Pat::Struct(of) => self.struct_pattern(of, value),
            Pat::TupleStruct(of) => self.tuple_struct_pattern(of, value),
            Pat::Slice(slice) => self.slice_pattern(slice, value),
            _ => {
                self.refuse(span, "this pattern", &refusal::PATTERN);
            }
        }
    }

    /// `None` of a type that is written beside it.
    fn typed_none(&mut self, value: Value, written: &syn::Type, span: Span) -> Value {
        match (value, self.written(written)) {
            (Value::Maybe(tag, None), Some(Ty::Option(item))) => {
                let slot = self.result_slot(&item, span);
                Value::Maybe(tag, Some(Box::new(self.slot_value(&slot))))
            }
            (value, _) => value,
        }
    }

    fn annotate(&mut self, value: &Value, written: &syn::Type) {
        let Some(known) = self.written(written) else {
            if !matches!(written, syn::Type::Infer(_))
                && !matches!(value, Value::Closure(_) | Value::Error)
            {
                let what = format!("the type `{}`", super::signature::text(written));
                self.refuse(written.span(), what, &refusal::UNKNOWN_TYPE);
            }
            return;
        };
        let ty = self.value_ty(value);
        self.types.unify(&ty, &known);
    }

    fn bind_name(&mut self, name: &syn::PatIdent, value: Value) {
        let span = name.ident.span();
        let value = if name.by_ref.is_some() {
            value
        } else if name.mutability.is_some() {
            self.mutable(&name.ident, value, span)
        } else {
            self.immutable(&name.ident, value, span)
        };
        self.settle(&value);
        self.scopes.bind(&name.ident, value);
    }

    fn immutable(&mut self, name: &Ident, value: Value, span: Span) -> Value {
        let value = match value {
            Value::Place {
                place,
                ty,
                view: View::Ref,
            } if self.types.shallow(&ty).is_scalar() => {
                Value::Shared(self.bind(ty, Op::Read(place), span))
            }
            Value::Atom(Atom::Lit(lit)) if matches!(self.types.shallow(&lit.ty), Ty::Infer(_)) => {
                let ty = lit.ty.clone();
                let value = Rvalue::Atom(Atom::Lit(lit));
                let local = self.declare(&Self::name_of(name), ty, Some(value), span);
                self.local_value(local)
            }
            other => self.snapshot(other, span),
        };
        match &value {
            Value::Atom(Atom::Var(var)) | Value::Shared(Atom::Var(var)) => {
                self.christen(*var, name, Role::Value)
            }
            Value::Place {
                place: Place { base, path },
                ..
            } if path.is_empty() => {
                self.christen(*base, name, Role::Local);
            }
            _ => {}
        }
        value
    }

    /// Names a variable that nobody has named yet.
    fn christen(&mut self, var: crate::ir::Var, name: &Ident, role: Role) {
        let info = &mut self.func.vars[var.0];
        let same = std::mem::discriminant(&info.role) == std::mem::discriminant(&role);
        if info.name.is_empty() && same {
            info.name = Self::name_of(name);
        }
    }

    /// `let mut`: a local of its own; a reference stays what it points to.
    pub(super) fn mutable(&mut self, name: &Ident, value: Value, span: Span) -> Value {
        match value {
            Value::Tuple(items) => {
                let items = items.into_iter();
                Value::Tuple(items.map(|item| self.mutable(name, item, span)).collect())
            }
            Value::Iter(iter) => Value::Iter(Box::new(self.cursor(*iter, span))),
            value @ Value::Maybe(..) => {
                let slot = self.slot_for(&Self::name_of(name), &value);
                self.declare_slot(&slot, span);
                self.store(&slot, value, span);
                Value::Variable(Box::new(slot))
            }
            Value::Place {
                place,
                ty,
                view: View::Owned,
            } if self.is_loose(&place) => {
                self.christen(place.base, name, Role::Local);
                self.mutables.insert(place.base);
                Value::Place {
                    place,
                    ty,
                    view: View::Owned,
                }
            }
            value @ (Value::Atom(_)
            | Value::Aggregate(..)
            | Value::Place {
                view: View::Owned, ..
            }) => {
                let ty = self.value_ty(&value);
                let value = self.rvalue(value, span);
                let local = self.declare(&Self::name_of(name), ty, Some(value), span);
                self.mutables.insert(local);
                self.local_value(local)
            }
            other => other,
        }
    }

    fn tuple_pattern(&mut self, tuple: &syn::PatTuple, value: Value) {
        let rest = tuple
            .elems
            .iter()
            .position(|pat| matches!(pat, Pat::Rest(_)));
        let count = tuple.elems.len();
        let value = match value {
            Value::Tuple(items) => Value::Tuple(items),
            value @ (Value::Never | Value::Error) => value,
            value => {
                if rest.is_none() {
                    let items = (0..count).map(|_| self.types.fresh()).collect();
                    let ty = self.value_ty(&value);
                    self.types.unify(&ty, &Ty::Tuple(items));
                }
                let view = match &value {
                    Value::Place { view, .. } => *view,
                    _ => View::Owned,
                };
                let (place, ty) = self.place_of(value, tuple.span());
                let ty = self.types.shallow(&ty);
                let arity = if let Ty::Tuple(items) = &ty {
                    items.len()
                } else {
                    count
                };
                let parts = (0..arity).map(|nth| self.project(&place, &ty, field(nth)));
                Value::Tuple(
                    parts
                        .map(|(place, ty)| Value::Place { place, ty, view })
                        .collect(),
                )
            }
        };
        let Value::Tuple(items) = value else {
            return tuple
                .elems
                .iter()
                .for_each(|pat| self.pattern(pat, value.clone()));
        };
        let skipped = (items.len() + 1).saturating_sub(count);
        for (nth, pat) in tuple.elems.iter().enumerate() {
            let at = match rest {
                Some(rest) if nth == rest => continue,
                Some(rest) if nth > rest => nth + skipped - 1,
                _ => nth,
            };
            self.pattern(pat, items.get(at).cloned().unwrap_or(Value::Error));
        }
    }

    fn slice_pattern(&mut self, slice: &syn::PatSlice, value: Value) {
        if matches!(value, Value::Never | Value::Error) {
            return slice
                .elems
                .iter()
                .for_each(|pat| self.pattern(pat, value.clone()));
        }
        let view = match &value {
            Value::Place { view, .. } => *view,
            _ => View::Owned,
        };
        let (place, ty) = self.place_of(value, slice.span());
        let item = self.types.fresh();
        self.types.unify(&ty, &Ty::Slice(Box::new(item)));
        let parts = super::matching::slice_parts(self, &place, slice);
        for (proj, pat) in parts {
            let (place, ty) = self.project(&place, &ty, proj);
            self.pattern(pat, Value::Place { place, ty, view });
        }
    }
}
