//! Where iterators come from: ranges, places, and a few functions of `std::iter`.

use proc_macro2::{Ident, Span};
use syn::spanned::Spanned;

use crate::diagnostics as refusal;
use crate::ir::{Atom, Effect, EffectArg, Op, Range, Rvalue, Ty};

use super::{Cut, Iter};
use crate::lower::Lower;
use crate::lower::value::{Value, View, len_of};

impl Lower<'_> {
    pub(in crate::lower) fn range(&mut self, range: &syn::ExprRange) -> Value {
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

    /// `xs.iter()` and the like; nothing where the method gives no iterator.
    pub(in crate::lower) fn source(
        &mut self,
        receiver: &Value,
        name: &Ident,
        args: &[&syn::Expr],
    ) -> Option<Value> {
        let (view, cut) = match (name.to_string().as_str(), args) {
            ("iter", []) => (View::Ref, None),
            ("iter_mut", []) => (View::RefMut, None),
            ("into_iter", []) => {
                let iter = self.followed(receiver.clone(), name.span());
                return Some(iter.map_or(Value::Error, |iter| Value::Iter(Box::new(iter))));
            }
            ("windows", [_]) => (View::Ref, Some(Cut::Windows)),
            ("chunks", [_]) => (View::Ref, Some(Cut::Chunks)),
            ("chunks_mut", [_]) => (View::RefMut, Some(Cut::Chunks)),
            ("chunks_exact", [_]) => (View::Ref, Some(Cut::ChunksExact)),
            ("chunks_exact_mut", [_]) => (View::RefMut, Some(Cut::ChunksExact)),
            ("rchunks", [_]) => (View::Ref, Some(Cut::Rchunks)),
            ("rchunks_mut", [_]) => (View::RefMut, Some(Cut::Rchunks)),
            ("rchunks_exact", [_]) => (View::Ref, Some(Cut::RchunksExact)),
            ("rchunks_exact_mut", [_]) => (View::RefMut, Some(Cut::RchunksExact)),
            _ => return None,
        };
        let size = args.first().map(|size| self.count(size));
        let (place, ty) = self.place_of(receiver.clone(), name.span());
        let iter = match (cut, size) {
            (Some(cut), Some(size)) => {
                self.not_zero(&size, name.span());
                Iter::Parts {
                    place,
                    ty,
                    view,
                    size,
                    cut,
                }
            }
            _ => Iter::Items { place, ty, view },
        };
        Some(Value::Iter(Box::new(iter)))
    }

    /// `repeat(x)`, `once(x)`, `empty()`, `zip(a, b)` of `std::iter`.
    pub(in crate::lower) fn iter_function(
        &mut self,
        name: &str,
        args: &[&syn::Expr],
        span: Span,
    ) -> Option<Value> {
        let iter = match (name, args) {
            ("repeat", [value]) => {
                let value = self.part(value);
                self.settle(&value);
                Iter::Repeat(value)
            }
            ("once", [value]) => {
                let value = self.part(value);
                let ty = self.value_ty(&value);
                let items = vec![self.rvalue(value, span)];
                self.listed(items, ty, span)
            }
            ("empty", []) => {
                let ty = self.types.fresh();
                self.listed(vec![], ty, span)
            }
            ("zip", [a, b]) => match (self.iterator(a), self.iterator(b)) {
                (Some(a), Some(b)) => Iter::Zip(Box::new(a), Box::new(b)),
                _ => return Some(Value::Error),
            },
            ("from_fn" | "successors" | "repeat_with" | "repeat_n" | "once_with", _) => {
                let what = format!("the function `iter::{name}`");
                return Some(self.refuse(span, what, &refusal::ITERATOR_FUNCTION));
            }
            _ => return None,
        };
        Some(Value::Iter(Box::new(iter)))
    }

    /// The items of an array that is written down.
    fn listed(&mut self, items: Vec<Rvalue>, ty: Ty, span: Span) -> Iter {
        let array = Ty::Array(Box::new(ty), len_of(items.len()));
        let (place, ty) = self.place_of(Value::Aggregate(Rvalue::Array(items), array), span);
        Iter::Items {
            place,
            ty,
            view: View::Owned,
        }
    }

    pub(in crate::lower) fn count(&mut self, expr: &syn::Expr) -> Atom {
        let atom = self.scalar(expr);
        let ty = self.func.atom_ty(&atom);
        self.types.unify(&ty, &Ty::usize());
        atom
    }

    /// `windows(0)`, `chunks(0)` and `step_by(0)` panic.
    pub(super) fn not_zero(&mut self, size: &Atom, span: Span) {
        if matches!(size, Atom::Lit(lit) if lit.text.parse::<usize>().is_ok_and(|size| size > 0)) {
            return;
        }
        let cond = self.combine("!=", size.clone(), Atom::int(0), span);
        let text = "the size of a step, a window or a chunk must not be zero";
        let args = vec![
            EffectArg::Atom(cond),
            EffectArg::Text(quote::quote!("{}", #text)),
        ];
        let path = quote::quote!(::core::assert);
        let effect = Effect {
            path,
            args,
            diverges: false,
        };
        self.push(vec![], Op::Effect(effect), span);
    }
}
