//! Rust that is kept word for word: sorts, and questions without a derivative.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::ir::{Capture, Captured, Query, Var};
use crate::names;

use super::Emitter;

impl Emitter<'_> {
    /// Binds the names of the user's that such code mentions.
    pub(super) fn captures(&mut self, captures: &[Capture], span: Span) -> TokenStream {
        let mut tokens = TokenStream::new();
        for Capture { name, what } in captures {
            let what = match what {
                Captured::Value(atom) => self.typed(atom, span),
                Captured::Shared(atom) => {
                    let atom = self.typed(atom, span);
                    quote!(&(#atom))
                }
                Captured::Place(place) => {
                    let place = self.place(place, span);
                    quote!(&#place)
                }
                Captured::Closure(code, inner) => {
                    let inner = self.captures(inner, span);
                    quote!({ #inner #code })
                }
            };
            tokens.extend(quote!(let #name = #what;));
        }
        tokens
    }

    /// `place.method(args)`, as the user wrote it.
    pub(super) fn query(&mut self, query: &Query, span: Span) -> TokenStream {
        let at = names::located(span);
        let place = self.method_place(&query.place, span);
        let captures = self.captures(&query.captures, span);
        let Query {
            method, args, tail, ..
        } = query;
        let call = quote_spanned!(at=> #place.#method(#args) #tail);
        match query.captures.is_empty() {
            true => call,
            false => quote!({ #captures #call }),
        }
    }

    pub(super) fn ask(&mut self, bind: Var, query: &Query, span: Span) -> TokenStream {
        let answer = self.query(query, span);
        let bind = self.binding(bind, span);
        quote!(let #bind = #answer;)
    }

    /// A sort, and the order in which it found the elements where somebody asks for that.
    pub(super) fn sort(&mut self, order: Option<Var>, sort: &Query, span: Span) -> TokenStream {
        let Some(order) = order else {
            let sort = self.query(sort, span);
            return quote!(#sort;);
        };
        let root = self.root;
        let at = names::located(span);
        let place = self.method_place(&sort.place, span);
        let captures = self.captures(&sort.captures, span);
        let order = self.binding(order, span);
        let args = &sort.args;
        let sorted = match sort.method.to_string().as_str() {
            "sort" => quote_spanned!(at=> sorted(&mut #place[..], ::core::cmp::Ord::cmp)),
            "sort_by_key" | "sort_by_cached_key" => {
                quote_spanned!(at=> sorted_by_key(&mut #place[..], #args))
            }
            "sort_unstable_by" => {
                let items = self.fresh("__items", span);
                let sort = quote_spanned!(at=> |#items| #items.sort_unstable_by(#args));
                quote_spanned!(at=> sorted_like(&mut #place[..], #args, #sort))
            }
            "sort_unstable_by_key" => {
                let items = self.fresh("__items", span);
                let sort = quote_spanned!(at=> |#items| #items.sort_unstable_by_key(#args));
                quote_spanned!(at=> sorted_like_by_key(&mut #place[..], #args, #sort))
            }
            _ => quote_spanned!(at=> sorted(&mut #place[..], #args)),
        };
        quote!(let #order = { #captures #root::__private::#sorted };)
    }
}
