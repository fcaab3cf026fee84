//! Iterators, as loops.
//!
//! ```text
//! xs.iter().filter(p).map(f).sum()    →    s = -0.0;  for i in 0..len { if p(xs[i]) { s += f(xs[i]) } }
//! ```
//!
//! An iterator is known by how it was made. What has a length and an element at each position
//! (`position.rs`) is read wherever it is asked for, in both directions. Everything else is *driven*
//! (`drive.rs`): lowered to a nest of loops and branches around what is done with each element.

mod adapt;
mod callee;
mod collect;
mod compare;
mod conditions;
mod consume;
mod counted;
mod cursor;
mod drive;
mod fold;
mod kept;
mod leave;
mod optional;
mod parts;
mod position;
mod source;

use proc_macro2::Span;
use syn::Expr;
use syn::spanned::Spanned;

use crate::diagnostics as refusal;
use crate::ir::{Atom, Place, Range, Ty, Var};

use super::Lower;
use super::value::{Value, View};

pub(super) use callee::Callee;

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
    /// `repeat(value)`, next to something that ends.
    Repeat(Value),
    Items {
        place: Place,
        ty: Ty,
        view: View,
    },
    /// `windows`, `chunks` and the like.
    Parts {
        place: Place,
        ty: Ty,
        view: View,
        size: Atom,
        cut: Cut,
    },
    /// An option: one element or none.
    Maybe(Atom, Box<Value>),
    /// What `next` is asked of: the local counts what was given.
    Cursor(Box<Iter>, Var),
    Enumerate(Box<Iter>),
    Zip(Box<Iter>, Box<Iter>),
    Chain(Box<Iter>, Box<Iter>),
    Rev(Box<Iter>),
    Skip(Box<Iter>, Atom),
    Take(Box<Iter>, Atom),
    StepBy(Box<Iter>, Atom),
    Cycle(Box<Iter>),
    /// `copied()`, `cloned()`.
    Copied(Box<Iter>),
    Map(Box<Iter>, Callee),
    Inspect(Box<Iter>, Callee),
    Filter(Box<Iter>, Callee),
    TakeWhile(Box<Iter>, Callee),
    SkipWhile(Box<Iter>, Callee),
    FilterMap(Box<Iter>, Callee),
    MapWhile(Box<Iter>, Callee),
    Scan(Box<Iter>, Value, Callee),
    /// `flat_map`, and `flatten` where there is nothing to call.
    Flat {
        inner: Box<Iter>,
        callee: Option<Callee>,
        reversed: bool,
    },
}

/// How a slice is cut into parts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    Windows,
    /// From the front, with a shorter last one.
    Chunks,
    ChunksExact,
    /// From the back, with a shorter last one.
    Rchunks,
    RchunksExact,
}

impl Lower<'_> {
    /// What a `for` loop runs over.
    pub(super) fn iterator(&mut self, expr: &Expr) -> Option<Iter> {
        let value = self.expr(expr);
        self.followed(value, expr.span())
    }

    /// `into_iter()`, written or not.
    pub(super) fn followed(&mut self, value: Value, span: Span) -> Option<Iter> {
        self.sequence(&value, span);
        let value = match value {
            value @ Value::Place {
                view: View::Owned, ..
            } => self.snapshot(value, span),
            other => other,
        };
        match value {
            Value::Iter(iter) => Some(*iter),
            Value::Maybe(tag, payload) => {
                let payload = payload.unwrap_or(Box::new(Value::Error));
                self.settle(&payload);
                Some(Iter::Maybe(tag, payload))
            }
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

    /// The range that an iterator is, seen from either end and in steps.
    fn as_range(&self, iter: &Iter) -> Option<(Range, Ty)> {
        use crate::ir::Adaptor;
        let (inner, adaptor) = match iter {
            Iter::Range { range, ty } => return Some((range.clone(), ty.clone())),
            Iter::Rev(inner) => (inner, Adaptor::Rev),
            Iter::StepBy(inner, step) => (inner, Adaptor::StepBy(step.clone())),
            _ => return None,
        };
        let (mut range, ty) = self.as_range(inner)?;
        range.adaptors.push(adaptor);
        Some((range, ty))
    }
}
