//! Iterators, as positions and what stands there.
//!
//! An iterator that is known here has a length and an element for each position, so that loops over
//! it are loops over an index, in both directions.

use proc_macro2::{Ident, Span};
use syn::Expr;
use syn::spanned::Spanned;

use crate::diagnostics as refusal;
use crate::ir::{Adaptor, Atom, Fun, Op, Place, Proj, Range, Ty};

use super::Lower;
use super::value::{Value, View};

#[derive(Clone)]
pub(super) enum Iter {
    Range {
        range: Range,
        ty: Ty,
    },
    /// `lo..`, next to something that ends.
    From {
        lo: Atom,
    },
    Items {
        place: Place,
        ty: Ty,
        view: View,
    },
    Enumerate(Box<Iter>),
    Zip(Box<Iter>, Box<Iter>),
    Rev(Box<Iter>),
    Skip(Box<Iter>, Atom),
    Take(Box<Iter>, Atom),
    StepBy(Box<Iter>, Atom),
    /// `copied()`, `cloned()`.
    Copied(Box<Iter>),
    Windows {
        place: Place,
        ty: Ty,
        size: Atom,
    },
    ChunksExact {
        place: Place,
        ty: Ty,
        size: Atom,
        view: View,
    },
    Map(Box<Iter>, usize),
}

impl Lower<'_> {
    /// What a `for` loop runs over.
    pub(super) fn iterator(&mut self, expr: &Expr) -> Option<Iter> {
        let value = self.expr(expr);
        let iter = self.followed(value, expr.span())?;
        if matches!(iter, Iter::From { .. }) {
            self.refuse(expr.span(), "this range", &refusal::OPEN_RANGE);
            return None;
        }
        Some(iter)
    }

    fn followed(&mut self, value: Value, span: Span) -> Option<Iter> {
        let value = match value {
            value @ Value::Place {
                view: View::Owned, ..
            } => self.snapshot(value, span),
            other => other,
        };
        match value {
            Value::Iter(iter) => Some(*iter),
            Value::Error | Value::Never => None,
            value @ (Value::Place { .. } | Value::Aggregate(..)) => {
                let view = match &value {
                    Value::Place { view, .. } => *view,
                    _ => View::Owned,
                };
                let (place, ty) = self.place_of(value, span);
                Some(Iter::Items { place, ty, view })
            }
            _ => {
                self.refuse(span, "this expression", &refusal::ITERATOR);
                None
            }
        }
    }

    pub(super) fn range(&mut self, range: &syn::ExprRange) -> Value {
        let span = range.span();
        let Some(lo) = &range.start else {
            return self.refuse(span, "this range", &refusal::RANGE_VALUE);
        };
        let lo = self.scalar(lo);
        let ty = self.func.atom_ty(&lo);
        let Some(hi) = &range.end else {
            return Value::Iter(Box::new(Iter::From { lo }));
        };
        let hi = self.scalar(hi);
        let other = self.func.atom_ty(&hi);
        self.types.unify(&ty, &other);
        let inclusive = matches!(range.limits, syn::RangeLimits::Closed(_));
        let range = Range {
            lo,
            hi,
            inclusive,
            adaptors: vec![],
        };
        Value::Iter(Box::new(Iter::Range { range, ty }))
    }

    /// `xs.iter()` and the like: the iterators that places give.
    pub(super) fn source(&mut self, value: Value, name: &Ident, args: &[Atom]) -> Value {
        let span = name.span();
        let (place, ty) = self.place_of(value, span);
        let size = args.first().cloned();
        let iter = match (name.to_string().as_str(), size) {
            ("iter", None) => Iter::Items {
                place,
                ty,
                view: View::Ref,
            },
            ("iter_mut", None) => Iter::Items {
                place,
                ty,
                view: View::RefMut,
            },
            ("windows", Some(size)) => Iter::Windows { place, ty, size },
            ("chunks_exact", Some(size)) => Iter::ChunksExact {
                place,
                ty,
                size,
                view: View::Ref,
            },
            ("chunks_exact_mut", Some(size)) => Iter::ChunksExact {
                place,
                ty,
                size,
                view: View::RefMut,
            },
            _ => {
                return self.refuse(
                    span,
                    format!("the method `{name}`"),
                    &refusal::UNKNOWN_METHOD,
                );
            }
        };
        Value::Iter(Box::new(iter))
    }

    /// `iter.rev()` and the like.
    pub(super) fn adapt(&mut self, iter: Iter, name: &Ident, args: &[Expr]) -> Value {
        let inner = Box::new(iter);
        let iter = match (name.to_string().as_str(), args) {
            ("iter" | "into_iter", []) => *inner,
            ("rev", []) => match *inner {
                Iter::Range { mut range, ty } => {
                    range.adaptors.push(Adaptor::Rev);
                    Iter::Range { range, ty }
                }
                other => Iter::Rev(Box::new(other)),
            },
            ("step_by", [step]) => {
                let step = self.count(step);
                match *inner {
                    Iter::Range { mut range, ty } => {
                        range.adaptors.push(Adaptor::StepBy(step));
                        Iter::Range { range, ty }
                    }
                    other => Iter::StepBy(Box::new(other), step),
                }
            }
            ("enumerate", []) => Iter::Enumerate(inner),
            ("copied" | "cloned", []) => Iter::Copied(inner),
            ("skip", [count]) => Iter::Skip(inner, self.count(count)),
            ("take", [count]) => Iter::Take(inner, self.count(count)),
            ("zip", [other]) => {
                let value = self.expr(other);
                match self.followed(value, other.span()) {
                    Some(other) => Iter::Zip(inner, Box::new(other)),
                    None => return Value::Error,
                }
            }
            ("map", [Expr::Closure(closure)]) => match self.closure(closure) {
                Value::Closure(closure) => Iter::Map(inner, closure),
                _ => return Value::Error,
            },
            _ => {
                let what = format!("the iterator method `{name}`");
                return self.refuse(name.span(), what, &refusal::ITERATOR);
            }
        };
        Value::Iter(Box::new(iter))
    }

    pub(super) fn count(&mut self, expr: &Expr) -> Atom {
        let atom = self.scalar(expr);
        let ty = self.func.atom_ty(&atom);
        self.types.unify(&ty, &Ty::usize());
        atom
    }

    /// The number of elements; `None` where there is no end.
    pub(super) fn iter_len(&mut self, iter: &Iter, span: Span) -> Option<Atom> {
        Some(match iter {
            Iter::From { .. } => return None,
            Iter::Range { range, ty } => self.range_len(range, ty, span),
            Iter::Items { place, .. } => self.bind(Ty::usize(), Op::Len(place.clone()), span),
            Iter::Enumerate(inner)
            | Iter::Rev(inner)
            | Iter::Copied(inner)
            | Iter::Map(inner, _) => {
                return self.iter_len(inner, span);
            }
            Iter::Zip(a, b) => match (self.iter_len(a, span), self.iter_len(b, span)) {
                (Some(a), Some(b)) => self.count_method("min", a, b, span),
                (len, None) | (None, len) => return len,
            },
            Iter::Skip(inner, count) => {
                let len = self.iter_len(inner, span)?;
                self.count_method("saturating_sub", len, count.clone(), span)
            }
            Iter::Take(inner, count) => match self.iter_len(inner, span) {
                Some(len) => self.count_method("min", len, count.clone(), span),
                None => count.clone(),
            },
            Iter::StepBy(inner, step) => {
                let len = self.iter_len(inner, span)?;
                self.count_method("div_ceil", len, step.clone(), span)
            }
            Iter::Windows { place, size, .. } => {
                let len = self.bind(Ty::usize(), Op::Len(place.clone()), span);
                let len = self.combine("+", len, Atom::int(1), span);
                self.count_method("saturating_sub", len, size.clone(), span)
            }
            Iter::ChunksExact { place, size, .. } => {
                let len = self.bind(Ty::usize(), Op::Len(place.clone()), span);
                self.combine("/", len, size.clone(), span)
            }
        })
    }

    /// A range next to other iterators counts in `usize`.
    fn range_len(&mut self, range: &Range, ty: &Ty, span: Span) -> Atom {
        self.types.unify(ty, &Ty::usize());
        if !range.adaptors.is_empty() || self.types.shallow(ty) != Ty::usize() {
            self.refuse(
                span,
                "this range next to other iterators",
                &refusal::ITERATOR,
            );
        }
        let hi = match range.inclusive {
            true => self.combine("+", range.hi.clone(), Atom::int(1), span),
            false => range.hi.clone(),
        };
        if matches!(&range.lo, Atom::Lit(lit) if lit.text == "0") {
            return hi;
        }
        self.count_method("saturating_sub", hi, range.lo.clone(), span)
    }

    pub(super) fn count_method(&mut self, name: &str, a: Atom, b: Atom, span: Span) -> Atom {
        let name = Ident::new(name, span);
        self.apply(Fun::Method(name), vec![a, b], Ty::usize(), span)
    }

    /// What stands at a position.
    pub(super) fn iter_item(&mut self, iter: &Iter, at: &Atom, span: Span) -> Value {
        match iter {
            Iter::Range {
                range: Range { lo, .. },
                ..
            }
            | Iter::From { lo, .. } => {
                if matches!(lo, Atom::Lit(lit) if lit.text == "0") {
                    return Value::Atom(at.clone());
                }
                Value::Atom(self.combine("+", lo.clone(), at.clone(), span))
            }
            Iter::Items { place, ty, view } => {
                let (place, ty) = self.project(place, ty, Proj::Index(at.clone()));
                Value::Place {
                    place,
                    ty,
                    view: *view,
                }
            }
            Iter::Enumerate(inner) => {
                let item = self.iter_item(inner, at, span);
                Value::Tuple(vec![Value::Atom(at.clone()), item])
            }
            Iter::Zip(a, b) => {
                let first = self.iter_item(a, at, span);
                let second = self.iter_item(b, at, span);
                Value::Tuple(vec![first, second])
            }
            Iter::Rev(inner) => {
                let len = self.iter_len(inner, span).unwrap_or(Atom::Unit);
                let last = self.combine("-", len, Atom::int(1), span);
                let at = self.combine("-", last, at.clone(), span);
                self.iter_item(inner, &at, span)
            }
            Iter::Skip(inner, count) => {
                let at = self.combine("+", at.clone(), count.clone(), span);
                self.iter_item(inner, &at, span)
            }
            Iter::Take(inner, _) => self.iter_item(inner, at, span),
            Iter::StepBy(inner, step) => {
                let at = self.combine("*", at.clone(), step.clone(), span);
                self.iter_item(inner, &at, span)
            }
            Iter::Copied(inner) => {
                let item = self.iter_item(inner, at, span);
                self.copied(item, span)
            }
            Iter::Windows { place, ty, size } => {
                let hi = self.combine("+", at.clone(), size.clone(), span);
                self.slice_item(place, ty, at.clone(), hi, View::Ref)
            }
            Iter::ChunksExact {
                place,
                ty,
                size,
                view,
            } => {
                let lo = self.combine("*", at.clone(), size.clone(), span);
                let hi = self.combine("+", lo.clone(), size.clone(), span);
                self.slice_item(place, ty, lo, hi, *view)
            }
            Iter::Map(inner, closure) => {
                let item = self.iter_item(inner, at, span);
                let before = self.stmts.len();
                let value = self.inline(*closure, vec![item], span);
                if super::loops::writes_outside(&self.stmts[before..]) {
                    return self.refuse(span, "this closure", &refusal::ITERATOR_EFFECT);
                }
                value
            }
        }
    }

    fn slice_item(&mut self, place: &Place, ty: &Ty, lo: Atom, hi: Atom, view: View) -> Value {
        let proj = Proj::Slice {
            lo: Some(lo),
            hi: Some(hi),
            inclusive: false,
        };
        let (place, ty) = self.project(place, ty, proj);
        Value::Place { place, ty, view }
    }

    fn copied(&mut self, item: Value, span: Span) -> Value {
        match item {
            Value::Place { place, ty, .. } => self.snapshot(
                Value::Place {
                    place,
                    ty,
                    view: View::Owned,
                },
                span,
            ),
            other => other,
        }
    }
}
