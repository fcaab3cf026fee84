//! Vectors that grow and shrink.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::ir::{Place, Proj, Rearrangement, Rvalue, Var};
use crate::names;

use super::Emitter;

impl Emitter<'_> {
    /// `place.push(value);`, with the value ahead of a place that is itself looked up.
    pub(super) fn push_back(&mut self, to: &Place, value: &Rvalue, span: Span) -> TokenStream {
        let at = names::located(span);
        let value = self.rvalue(value, span);
        let vector = self.method_place(to, span);
        if to.path.is_empty() {
            return quote_spanned!(at=> #vector.push(#value););
        }
        let item = self.fresh("__item", span);
        quote_spanned!(at=> let #item = #value; #vector.push(#item);)
    }

    pub(super) fn pop_back(&mut self, bind: Var, from: &Place, span: Span) -> TokenStream {
        let at = names::located(span);
        let root = self.root;
        let from = self.exclusive(from, span);
        let bind = self.binding(bind, span);
        let value = quote_spanned!(at=> #root::__private::pop(#from));
        quote!(let #bind = #value;)
    }

    /// `mem::swap(&mut a, &mut b)`; `x.swap(i, j)` of elements of one sequence.
    pub(super) fn swap(&mut self, a: &Place, b: &Place, span: Span) -> TokenStream {
        let at = names::located(span);
        if let (Some((of, Proj::Index(i))), Some((_, Proj::Index(j)))) = (last(a), last(b)) {
            if a.base == b.base {
                let (i, j) = (self.atom(i, span), self.atom(j, span));
                let of = self.method_place(&of, span);
                return quote_spanned!(at=> #of.swap(#i, #j););
            }
        }
        let (a, b) = (self.exclusive(a, span), self.exclusive(b, span));
        quote_spanned!(at=> ::core::mem::swap(#a, #b);)
    }

    pub(super) fn rearrange(
        &mut self,
        place: &Place,
        how: &Rearrangement,
        span: Span,
    ) -> TokenStream {
        let at = names::located(span);
        let root = self.root;
        let by = match how {
            Rearrangement::RotateLeft(by) | Rearrangement::RotateRight(by) => {
                Some(self.atom(by, span))
            }
            how => how
                .order()
                .map(|order| self.shared(&Place::whole(order), span)),
        };
        let of = self.method_place(place, span);
        match how {
            Rearrangement::Reverse => quote_spanned!(at=> #of.reverse();),
            Rearrangement::RotateLeft(_) => quote_spanned!(at=> #of.rotate_left(#by);),
            Rearrangement::RotateRight(_) => quote_spanned!(at=> #of.rotate_right(#by);),
            Rearrangement::Order(_) => quote!(#root::__private::order(&mut #of[..], #by);),
            Rearrangement::Disorder(_) => quote!(#root::__private::disorder(&mut #of[..], #by);),
        }
    }
}

/// What an element or a field is part of, and which part.
fn last(place: &Place) -> Option<(Place, &Proj)> {
    let (last, path) = place.path.split_last()?;
    let of = Place {
        base: place.base,
        path: path.to_vec(),
    };
    Some((of, last))
}
