//! The tangent type that is made where a type is not its own: without the constants, and with what
//! every tangent implements.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Type;

use super::access::field_type;
use super::class::{Class, arguments, class, is_param};
use super::model::{Field, Model, Style, Variant};
use super::space::{build, pattern};

pub(super) fn define(model: &Model) -> TokenStream {
    let (definition, debug, default) = (definition(model), debug(model), default(model));
    let root = &model.root;
    let (name, generics) = (model.tangent(), model.generics_of_tangent());
    let (header, arguments, clause) = generics.split_for_impl();
    quote! {
        #definition
        #debug
        #default

        #[automatically_derived]
        impl #header ::core::clone::Clone for #name #arguments #clause {
            #[inline]
            fn clone(&self) -> Self {
                #root::__private::copy(self)
            }
        }

        #[automatically_derived]
        impl #header ::core::cmp::PartialEq for #name #arguments #clause {
            #[inline]
            fn eq(&self, __other: &Self) -> ::core::primitive::bool {
                #root::__private::equal(self, __other)
            }
        }

        #[automatically_derived]
        impl #header #root::Differentiable for #name #arguments #clause {
            type Tangent = Self;

            #[inline]
            fn zero_tangent(&self) -> Self {
                #root::Tangent::zero_like(self)
            }
        }

        #[automatically_derived]
        impl #header #root::Point for #name #arguments #clause {
            #[inline]
            fn advance(&mut self, __step: ::core::primitive::f64, __along: &Self) {
                #root::Tangent::axpy(self, __step, __along);
            }
        }
    }
}

fn definition(model: &Model) -> TokenStream {
    let (name, generics, vis) = (model.tangent(), model.generics_of_tangent(), &model.vis);
    let clause = &generics.where_clause;
    let doc = format!("The tangent of [`{}`].", model.name);
    let attributes = model.non_exhaustive.as_ref();
    let attributes = quote!(#[doc = #doc] #attributes);
    if model.is_enum {
        let variants = model.variants.iter().map(|variant| {
            let (ident, fields) = (&variant.ident, fields(model, variant));
            let doc = format!("Of `{}`.", variant.text());
            quote!(#[doc = #doc] #ident #fields,)
        });
        return quote!(#attributes #vis enum #name #generics #clause { #(#variants)* });
    }
    let variants = model.variants.iter().map(|variant| {
        let fields = fields(model, variant);
        match variant.style {
            Style::Tuple => quote!(#attributes #vis struct #name #generics #fields #clause;),
            _ => quote!(#attributes #vis struct #name #generics #clause #fields),
        }
    });
    variants.collect()
}

/// The fields; in a tuple, a constant keeps its place as `()`.
fn fields(model: &Model, variant: &Variant) -> TokenStream {
    let fields = variant.fields.iter().filter_map(|field| {
        let (vis, doc) = (&field.vis, format!("With respect to `{}`.", field.text()));
        let ty = match field.is_constant() {
            true => quote!(()),
            false => field_type(model, field),
        };
        match (&field.member, field.is_constant()) {
            (syn::Member::Named(_), true) => None,
            (syn::Member::Named(ident), false) => Some(quote!(#[doc = #doc] #vis #ident: #ty,)),
            (syn::Member::Unnamed(_), _) => Some(quote!(#[doc = #doc] #vis #ty,)),
        }
    });
    match variant.style {
        Style::Named => quote!({ #(#fields)* }),
        Style::Tuple => quote!(( #(#fields)* )),
        Style::Unit => TokenStream::new(),
    }
}

fn debug(model: &Model) -> TokenStream {
    let root = &model.root;
    let (name, mut generics) = (model.tangent(), model.generics_of_tangent());
    model.each(
        &mut generics,
        |ty| quote!(<#ty as #root::Differentiable>::Tangent: ::core::fmt::Debug),
    );
    let (header, arguments, clause) = generics.split_for_impl();
    let arms = model.variants.iter().map(|variant| shown(model, variant));
    quote! {
        #[automatically_derived]
        impl #header ::core::fmt::Debug for #name #arguments #clause {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                use #root::__private::{ByDebug as _, ByScalars as _};

                match self { #(#arms)* }
            }
        }
    }
}

fn shown(model: &Model, variant: &Variant) -> TokenStream {
    let from = pattern(&quote!(Self), variant, "a");
    let title = match variant.ident {
        Some(_) => variant.text(),
        None => model.tangent().to_string(),
    };
    let show = |field: &Field| {
        let (root, bind) = (model.root_at(field), field.bind("a"));
        quote_spanned!(field.span()=> &(&#root::__private::Shown(#bind)).shown())
    };
    let fields = variant.fields.iter().filter_map(|field| {
        let name = field.text();
        match (variant.style, field.is_constant()) {
            (Style::Tuple, true) => Some(quote!(.field(&()))),
            (_, true) => None,
            (Style::Tuple, false) => {
                let shown = show(field);
                Some(quote!(.field(#shown)))
            }
            (_, false) => {
                let shown = show(field);
                Some(quote!(.field(#name, #shown)))
            }
        }
    });
    match variant.style {
        Style::Tuple => quote!(#from => __f.debug_tuple(#title) #(#fields)* .finish(),),
        _ => quote!(#from => __f.debug_struct(#title) #(#fields)* .finish(),),
    }
}

/// `Default` of a struct, where all its fields are seen to have one.
fn default(model: &Model) -> TokenStream {
    let [variant] = model.variants.as_slice() else {
        return TokenStream::new();
    };
    let values = variant.differentiable();
    let values = values.map(|field| default_of(model, field.behind()).map(|_| ()));
    if model.is_enum || values.collect::<Option<()>>().is_none() {
        return TokenStream::new();
    }
    let root = &model.root;
    let (name, mut generics) = (model.tangent(), model.generics_of_tangent());
    model.each(
        &mut generics,
        |ty| quote!(<#ty as #root::Differentiable>::Tangent: ::core::default::Default),
    );
    let (header, arguments, clause) = generics.split_for_impl();
    let value = build(&quote!(Self), variant, |field| {
        default_of(model, field.behind()).unwrap_or_default()
    });
    quote! {
        #[automatically_derived]
        impl #header ::core::default::Default for #name #arguments #clause {
            #[inline]
            fn default() -> Self {
                #value
            }
        }
    }
}

/// The default of the tangent of `ty`.
fn default_of(model: &Model, ty: &Type) -> Option<TokenStream> {
    let of = |ty| default_of(model, ty);
    let plain = quote!(::core::default::Default::default());
    if class(ty, &model.params) == Class::Constant {
        return matches!(ty, Type::Path(_)).then_some(plain);
    }
    match ty {
        Type::Paren(inner) => of(&inner.elem),
        Type::Group(inner) => of(&inner.elem),
        Type::Reference(inner) => of(&inner.elem),
        Type::Slice(_) => Some(plain),
        Type::Array(array) => of(&array.elem).map(|it| quote!(::core::array::from_fn(|_| #it))),
        Type::Tuple(tuple) => {
            let values: Option<Vec<_>> = tuple.elems.iter().map(of).collect();
            values.map(|values| quote!((#(#values,)*)))
        }
        Type::Path(path) if is_param(path, &model.params) => Some(plain),
        Type::Path(path) => {
            let last = path.path.segments.last()?;
            match (last.ident.to_string().as_str(), arguments(last).as_slice()) {
                ("f32" | "f64", []) | ("Vec" | "Option", [_]) => Some(plain),
                _ => None,
            }
        }
        _ => None,
    }
}
