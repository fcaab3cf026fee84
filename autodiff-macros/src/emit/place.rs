//! Places, and what is written to them.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::ir::{Copying, Place, Proj, Rvalue, Ty, Var};
use crate::names;

use super::Emitter;
use super::expr::Expr;

impl Emitter<'_> {
    /// A place as an expression: `x[i]`, `*x`.
    pub(super) fn place_expr(&mut self, place: &Place, span: Span) -> Expr {
        if place.path.is_empty() {
            return self.operand(&crate::ir::Atom::Var(place.base), span);
        }
        Expr::tight(self.path(place, span))
    }

    pub(super) fn place(&mut self, place: &Place, span: Span) -> TokenStream {
        self.place_expr(place, span).tokens
    }

    fn path(&mut self, place: &Place, span: Span) -> TokenStream {
        let at = names::located(span);
        let mut tokens = self.base(place.base, span);
        for proj in &place.path {
            tokens = match proj {
                Proj::Field(member) => {
                    let member = relocated(member, at);
                    quote_spanned!(at=> #tokens.#member)
                }
                Proj::Index(index) => {
                    let index = self.atom(index, span);
                    quote_spanned!(at=> #tokens[#index])
                }
                Proj::Slice { lo, hi, inclusive } => {
                    let lo = lo.as_ref().map(|lo| self.tight(lo, span));
                    let hi = hi.as_ref().map(|hi| self.tight(hi, span));
                    match inclusive {
                        true => quote_spanned!(at=> #tokens[#lo..=#hi]),
                        false => quote_spanned!(at=> #tokens[#lo..#hi]),
                    }
                }
            };
        }
        tokens
    }

    fn tight(&mut self, atom: &crate::ir::Atom, span: Span) -> TokenStream {
        self.atom(atom, span)
    }

    fn base(&mut self, base: Var, span: Span) -> TokenStream {
        match self.is_const(base) {
            Some(path) => path.clone(),
            None => {
                let name = self.name(base, span);
                quote!(#name)
            }
        }
    }

    /// `&place`
    pub(super) fn shared(&mut self, place: &Place, span: Span) -> TokenStream {
        if place.path.is_empty() && self.borrowed.contains(&place.base) {
            return self.base(place.base, span);
        }
        let place = self.place(place, span);
        quote!(&#place)
    }

    /// `&mut place`
    pub(super) fn exclusive(&mut self, place: &Place, span: Span) -> TokenStream {
        let place = self.place(place, span);
        quote!(&mut #place)
    }

    pub(crate) fn rvalue(&mut self, value: &Rvalue, span: Span) -> TokenStream {
        let root = self.root;
        match value {
            Rvalue::Atom(atom) => self.typed(atom, span),
            Rvalue::Copy(from, copying) => self.copy(from, *copying, span),
            Rvalue::Array(items) => {
                let items = self.rvalues(items, span);
                quote!([#(#items),*])
            }
            Rvalue::Repeat(item, len) => {
                let item = self.rvalue(item, span);
                let len = &len.0;
                quote!([#item; #len])
            }
            Rvalue::Tuple(items) => {
                let items = self.rvalues(items, span);
                quote!((#(#items,)*))
            }
            Rvalue::VecOf(items) => {
                let items = self.rvalues(items, span);
                quote!(#root::__private::vec![#(#items),*])
            }
            Rvalue::VecRepeat(item, len) => {
                let (item, len) = (self.rvalue(item, span), self.atom(len, span));
                quote!(#root::__private::vec![#item; #len])
            }
            Rvalue::VecEmpty(None) => quote!(#root::__private::Vec::new()),
            Rvalue::VecEmpty(Some(capacity)) => {
                let capacity = self.atom(capacity, span);
                quote!(#root::__private::Vec::with_capacity(#capacity))
            }
            Rvalue::ZeroLike(of) => {
                let of = self.shared(of, span);
                quote!(#root::__private::zero_like(#of))
            }
            Rvalue::Take(from) => {
                let take = match self.func.place_ty(from) {
                    Ty::Slice(_) => quote!(take_slice),
                    _ => quote!(take),
                };
                let from = self.exclusive(from, span);
                quote!(#root::__private::#take(#from))
            }
            Rvalue::NoTangent => quote!(()),
        }
    }

    fn rvalues(&mut self, values: &[Rvalue], span: Span) -> Vec<TokenStream> {
        values
            .iter()
            .map(|value| self.rvalue(value, span))
            .collect()
    }

    fn copy(&mut self, from: &Place, copying: Copying, span: Span) -> TokenStream {
        let at = names::located(span);
        match copying {
            Copying::Copy => self.place(from, span),
            Copying::Clone => {
                let from = self.shared(from, span);
                quote_spanned!(at=> ::core::clone::Clone::clone(#from))
            }
            Copying::ToVec => {
                let from = self.place_expr(from, span).tokens;
                quote_spanned!(at=> (#from).to_vec())
            }
        }
    }

    /// Something of the type, where nothing is known yet; nothing at all where that is not known.
    pub(super) fn blank(&self, ty: &Ty) -> Option<TokenStream> {
        let root = self.root;
        Some(match ty {
            Ty::Float(_) => quote!(0.0),
            Ty::Int(_) => quote!(0),
            Ty::Bool => quote!(false),
            Ty::Vec(_) => quote!(#root::__private::Vec::new()),
            Ty::Array(item, len) => {
                let item = self.blank(item)?;
                let len = len.0.as_ref()?;
                quote!([#item; #len])
            }
            Ty::Tuple(items) => {
                let items = items
                    .iter()
                    .map(|item| self.blank(item))
                    .collect::<Option<Vec<_>>>()?;
                quote!((#(#items,)*))
            }
            _ => return None,
        })
    }
}

fn relocated(member: &syn::Member, at: Span) -> syn::Member {
    match member {
        syn::Member::Unnamed(index) => syn::Member::Unnamed(syn::Index {
            index: index.index,
            span: at,
        }),
        named => named.clone(),
    }
}
