//! Vectors that grow and shrink.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::ir::{Place, Rvalue, Var};
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
}
