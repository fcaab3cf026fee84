//! Places, and what is written to them.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::ir::{
    Changes, Copying, EffectArg, Opaque, Place, Proj, Rvalue, Struct, Ty, Var, Variant,
};
use crate::names;

use super::Emitter;
use super::expr::Expr;

/// Whether a place is read or written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Shared,
    Exclusive,
}

impl Emitter<'_> {
    /// A place as an expression: `x[i]`, `*x`.
    pub(super) fn place_expr(&mut self, place: &Place, span: Span) -> Expr {
        self.expression(place, Use::Shared, span)
    }

    pub(super) fn place(&mut self, place: &Place, span: Span) -> TokenStream {
        self.place_expr(place, span).tokens
    }

    /// A place that is written to.
    pub(super) fn target(&mut self, place: &Place, span: Span) -> TokenStream {
        self.expression(place, Use::Exclusive, span).tokens
    }

    fn expression(&mut self, place: &Place, used: Use, span: Span) -> Expr {
        match place.path.last() {
            None if self.late.contains(&place.base) => {
                Expr::prefixed(self.assigned(place.base, used, span))
            }
            None => self.operand(&crate::ir::Atom::Var(place.base), span),
            Some(Proj::Deref | Proj::Variant(_)) => Expr::prefixed(self.path(place, used, span)),
            Some(_) => Expr::tight(self.path(place, used, span)),
        }
    }

    fn path(&mut self, place: &Place, used: Use, span: Span) -> TokenStream {
        let at = names::located(span);
        let mut tokens = match self.late.contains(&place.base) {
            true => {
                let assigned = self.assigned(place.base, used, span);
                quote!((#assigned))
            }
            false => self.base(place.base, span),
        };
        for (nth, proj) in place.path.iter().enumerate() {
            if nth > 0 && matches!(place.path[nth - 1], Proj::Deref | Proj::Variant(_)) {
                tokens = quote!((#tokens));
            }
            tokens = match proj {
                Proj::Deref => quote_spanned!(at=> *#tokens),
                Proj::Variant(variant) => {
                    let of = Place {
                        base: place.base,
                        path: place.path[..nth].to_vec(),
                    };
                    let of = match used {
                        Use::Shared => self.shared(&of, span),
                        Use::Exclusive => self.exclusive(&of, span),
                    };
                    self.variant(variant, &of, used, at)
                }
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

    /// Storage that has got its value by now.
    fn assigned(&mut self, local: Var, used: Use, span: Span) -> TokenStream {
        let (name, root) = (self.name(local, span), self.root);
        match used {
            Use::Shared => quote!(*#root::__private::present(&#name)),
            Use::Exclusive => quote!(*#root::__private::present_mut(&mut #name)),
        }
    }

    /// The field of a variant, behind a reference to the enum.
    fn variant(&self, variant: &Variant, of: &TokenStream, used: Use, at: Span) -> TokenStream {
        let root = self.root;
        let Variant {
            path,
            name,
            member,
            tangent,
        } = variant;
        if name == "Some" || name == "Ok" {
            let accessor = match used {
                Use::Shared => quote!(present),
                Use::Exclusive => quote!(present_mut),
            };
            return quote_spanned!(at=> *#root::__private::#accessor(#of));
        }
        if *tangent {
            let accessor = names::accessor(name, member, used == Use::Exclusive);
            return quote_spanned!(at=> *(#of).#accessor());
        }
        let field = names::variable("__field", at);
        let member = relocated(member, at);
        quote_spanned!(at=> *match #of { #path { #member: #field, .. } => #field, _ => ::core::unreachable!() })
    }

    /// What a method is called on: Rust takes the reference that it needs.
    pub(super) fn called_on(&mut self, place: &Place, changes: Changes, span: Span) -> TokenStream {
        if place.path.is_empty() {
            return self.base(place.base, span);
        }
        let used = match changes {
            Changes::Never => Use::Shared,
            Changes::Maybe => Use::Exclusive,
        };
        self.expression(place, used, span).into_tight()
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
        let place = self.target(place, span);
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
            Rvalue::Struct(of) => self.structure(of, span),
            Rvalue::Opaque(of) => self.opaque(of, span),
            Rvalue::Boxed(item) => {
                let item = self.rvalue(item, span);
                quote!(#root::__private::Box::new(#item))
            }
            Rvalue::Maybe(tag, item) => self.maybe(tag, item, span),
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

    fn opaque(&mut self, of: &Opaque, span: Span) -> TokenStream {
        let (expr, mut lets) = (&of.expr, vec![]);
        for (name, arg) in &of.captures {
            let value = match arg {
                EffectArg::Atom(atom) | EffectArg::Named(_, atom) => self.atom(atom, span),
                EffectArg::Place(place) => self.shared(place, span),
                EffectArg::Text(text) => text.clone(),
            };
            lets.push(quote!(let #name = #value;));
        }
        match lets.as_slice() {
            [] => quote!(#expr),
            lets => quote!({ #(#lets)* #expr }),
        }
    }

    fn structure(&mut self, of: &Struct, span: Span) -> TokenStream {
        let (path, at) = (&of.path, names::located(span));
        let mut fields = vec![];
        for (member, value) in &of.fields {
            let (member, value) = (relocated(member, at), self.rvalue(value, span));
            fields.push(quote!(#member: #value));
        }
        let base = of.base.as_ref().map(|base| {
            let base = self.shared(base, span);
            quote!(..::core::clone::Clone::clone(#base))
        });
        quote_spanned!(at=> #path { #(#fields,)* #base })
    }

    fn maybe(&mut self, tag: &crate::ir::Atom, item: &Rvalue, span: Span) -> TokenStream {
        let some = self.rvalue(item, span);
        let some = quote!(::core::option::Option::Some(#some));
        match tag {
            crate::ir::Atom::Lit(lit) if lit.text == "true" => some,
            tag => {
                let tag = self.atom(tag, span);
                quote!(if #tag { #some } else { ::core::option::Option::None })
            }
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
            Copying::Copy if self.late.contains(&from.base) && from.path.is_empty() => {
                let from = self.shared(from, span);
                quote_spanned!(at=> ::core::clone::Clone::clone(#from))
            }
            Copying::Copy => self.place(from, span),
            Copying::Clone => {
                let from = self.shared(from, span);
                quote_spanned!(at=> ::core::clone::Clone::clone(#from))
            }
            Copying::Into => {
                let from = self.shared(from, span);
                quote_spanned!(at=> ::core::convert::From::from(::core::clone::Clone::clone(#from)))
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
            Ty::Float(_) => self.zero(ty, false),
            Ty::Int(_) => quote!(0),
            Ty::Bool => quote!(false),
            Ty::Vec(_) => quote!(#root::__private::Vec::new()),
            Ty::Option(_) => quote!(::core::option::Option::None),
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
