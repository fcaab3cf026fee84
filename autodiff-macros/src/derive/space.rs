//! What the tangent type implements: `Tangent`, field by field.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};

use super::access;
use super::class::Class;
use super::model::{Field, Kind, Model, Style, Variant};

pub(super) fn implement(model: &Model) -> TokenStream {
    let root = &model.root;
    let (name, generics) = (model.tangent(), model.generics_of_tangent());
    let (header, arguments, clause) = generics.split_for_impl();
    let space = Space(model);
    let (zero_like, visit, same_shape) = (space.zero_like(), space.visit(), space.same_shape());
    let add_assign = space.pairs(|a, b| quote!(add_assign(#a, #b)));
    let axpy = space.pairs(|a, b| quote!(axpy(#a, __factor, #b)));
    let set_zero = space.alone(|a| quote!(set_zero(#a)));
    let scale = space.alone(|a| quote!(scale(#a, __factor)));
    let dot = space.dot();
    quote! {
        #[automatically_derived]
        impl #header #root::Tangent for #name #arguments #clause {
            #[inline]
            fn zero_like(&self) -> Self {
                #zero_like
            }

            #[inline]
            fn visit<const __M: ::core::primitive::usize, const __S: ::core::primitive::usize, __F>(
                mut __mutable: [&mut Self; __M],
                __shared: [&Self; __S],
                __f: &mut __F,
            ) where
                __F: ::core::ops::FnMut(
                    [&mut ::core::primitive::f64; __M],
                    [::core::primitive::f64; __S],
                ),
            {
                #visit
            }

            #[inline]
            fn same_shape(&self, __other: &Self) -> ::core::primitive::bool {
                #same_shape
            }

            #[inline]
            fn add_assign(&mut self, __other: &Self) {
                #add_assign
            }

            #[inline]
            fn set_zero(&mut self) {
                #set_zero
            }

            #[inline]
            fn scale(&mut self, __factor: ::core::primitive::f64) {
                #scale
            }

            #[inline]
            fn axpy(&mut self, __factor: ::core::primitive::f64, __other: &Self) {
                #axpy
            }

            #[inline]
            fn dot(&self, __other: &Self) -> ::core::primitive::f64 {
                #dot
            }
        }
    }
}

/// `Self::Variant { member: __a0, .. }`, of the fields that have a derivative.
pub(super) fn pattern(of: &TokenStream, variant: &Variant, stem: &str) -> TokenStream {
    let path = path(of, variant);
    let fields = variant.differentiable().map(|field| {
        let (member, bind) = (&field.member, field.bind(stem));
        quote!(#member: #bind,)
    });
    quote!(#path { #(#fields)* .. })
}

/// `Self::Variant { member: value, … }`, a value of the tangent type.
pub(super) fn build(
    of: &TokenStream,
    variant: &Variant,
    value: impl Fn(&Field) -> TokenStream,
) -> TokenStream {
    let path = path(of, variant);
    let fields = variant.fields.iter().filter_map(|field| {
        let member = &field.member;
        match (field.is_constant(), variant.style) {
            (false, _) => {
                let value = value(field);
                Some(quote!(#member: #value,))
            }
            (true, Style::Tuple) => Some(quote!(#member: (),)),
            (true, _) => None,
        }
    });
    quote!(#path { #(#fields)* })
}

fn path(of: &TokenStream, variant: &Variant) -> TokenStream {
    match &variant.ident {
        Some(ident) => quote!(#of::#ident),
        None => of.clone(),
    }
}

struct Space<'a>(&'a Model);

impl Space<'_> {
    /// A field of the type itself as a tangent, by the method of `Own` that confirms it.
    fn own(&self, field: &Field, method: &str, value: TokenStream) -> TokenStream {
        if self.0.kind != Kind::Own || field.class != Class::Assumed {
            return value;
        }
        let (root, ty, span) = (self.0.root_at(field), &field.ty, field.span());
        let method = syn::Ident::new(method, span);
        quote_spanned! {span=>
            <<#ty as #root::Differentiable>::Tangent as #root::__private::Own<#ty>>::#method(#value)
        }
    }

    fn bound(&self, field: &Field, stem: &str, method: &str) -> TokenStream {
        self.own(field, method, field.bind(stem).to_token_stream())
    }

    fn zero_like(&self) -> TokenStream {
        let this = quote!(Self);
        let arms = self.0.variants.iter().map(|variant| {
            let from = pattern(&this, variant, "a");
            let zero = build(&this, variant, |field| {
                let (root, from) = (self.0.root_at(field), self.bound(field, "a", "shared"));
                let zero = quote_spanned!(field.span()=> #root::Tangent::zero_like(#from));
                self.own(field, "value", zero)
            });
            quote!(#from => #zero,)
        });
        quote!(match self { #(#arms)* })
    }

    fn alone(&self, call: impl Fn(TokenStream) -> TokenStream) -> TokenStream {
        let arms = self.0.variants.iter().map(|variant| {
            let place = pattern(&quote!(Self), variant, "a");
            let calls = variant.differentiable().map(|field| {
                let root = self.0.root_at(field);
                let call = call(self.bound(field, "a", "mutable"));
                quote_spanned!(field.span()=> #root::Tangent::#call;)
            });
            quote!(#place => { #(#calls)* })
        });
        quote!(match self { #(#arms)* })
    }

    fn pairs(&self, call: impl Fn(TokenStream, TokenStream) -> TokenStream) -> TokenStream {
        let arms = self.0.variants.iter().map(|variant| {
            let both = both(variant);
            let calls = variant.differentiable().map(|field| {
                let (root, to) = (self.0.root_at(field), self.bound(field, "a", "mutable"));
                let call = call(to, self.bound(field, "b", "shared"));
                quote_spanned!(field.span()=> #root::Tangent::#call;)
            });
            quote!(#both => { #(#calls)* })
        });
        let rest = self.rest();
        quote!(match (self, __other) { #(#arms)* #rest })
    }

    fn dot(&self) -> TokenStream {
        let arms = self.0.variants.iter().map(|variant| {
            let both = both(variant);
            let products = variant.differentiable().map(|field| {
                let (root, a) = (self.0.root_at(field), self.bound(field, "a", "shared"));
                let b = self.bound(field, "b", "shared");
                quote_spanned!(field.span()=> #root::Tangent::dot(#a, #b))
            });
            quote!(#both => 0.0 #(+ #products)*,)
        });
        let rest = self.rest();
        quote!(match (self, __other) { #(#arms)* #rest })
    }

    fn same_shape(&self) -> TokenStream {
        let arms = self.0.variants.iter().map(|variant| {
            let both = both(variant);
            let same = variant.differentiable().map(|field| {
                let (root, a) = (self.0.root_at(field), self.bound(field, "a", "shared"));
                let b = self.bound(field, "b", "shared");
                quote_spanned!(field.span()=> #root::Tangent::same_shape(#a, #b))
            });
            quote!(#both => true #(&& #same)*,)
        });
        let rest = self.is_many().then(|| quote!(_ => false,));
        quote!(match (self, __other) { #(#arms)* #rest })
    }

    fn is_many(&self) -> bool {
        self.0.variants.len() > 1
    }

    /// Two different variants.
    fn rest(&self) -> Option<TokenStream> {
        let (root, name) = (&self.0.root, self.0.name.to_string());
        self.is_many().then(|| {
            quote! {
                (__a, __b) => {
                    #root::__private::different_variants(#name, __a.__variant(), __b.__variant())
                }
            }
        })
    }

    fn visit(&self) -> TokenStream {
        if !self.0.is_enum {
            return self
                .0
                .fields()
                .map(|field| self.field(None, field))
                .collect();
        }
        let (root, name) = (&self.0.root, self.0.name.to_string());
        let arms = self.0.variants.iter().enumerate().map(|(number, variant)| {
            let fields = variant.differentiable();
            let fields = fields.map(|field| self.field(Some(variant), field));
            quote!(::core::option::Option::Some(#number) => { #(#fields)* })
        });
        quote! {
            match #root::__private::common_variant(#name, &__mutable, &__shared, Self::__variant) {
                #(#arms)*
                _ => {}
            }
        }
    }

    /// The visit of one field.
    fn field(&self, variant: Option<&Variant>, field: &Field) -> TokenStream {
        if field.is_constant() {
            return TokenStream::new();
        }
        let (root, member) = (self.0.root_at(field), &field.member);
        let (shared, mutable) = match variant {
            None => (quote!(&__it.#member), quote!(&mut __it.#member)),
            Some(variant) => {
                let (shared, mutable) = access::names(variant, field);
                (quote!(__it.#shared()), quote!(__it.#mutable()))
            }
        };
        let (shared, mutable) = (
            self.own(field, "shared", shared),
            self.own(field, "mutable", mutable),
        );
        quote_spanned! {field.span()=>
            #root::Tangent::visit(
                __mutable.each_mut().map(|__it| #mutable),
                __shared.map(|__it| #shared),
                __f,
            );
        }
    }
}

fn both(variant: &Variant) -> TokenStream {
    let a = pattern(&quote!(Self), variant, "a");
    let b = pattern(&quote!(Self), variant, "b");
    quote!((#a, #b))
}
