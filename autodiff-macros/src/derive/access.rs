//! How the compiler reaches the fields of an enum's tangent.
//!
//! ```text
//! tangent.__Circle_0()         &FieldTangent
//! tangent.__Circle_0_mut()     &mut FieldTangent
//! ```

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::Ident;

use super::model::{Field, Kind, Model, Variant};
use super::space::pattern;

/// The names of the functions that reach for a field, shared and mutable.
pub(super) fn names(variant: &Variant, field: &Field) -> (Ident, Ident) {
    let (name, member, span) = (variant.text(), field.text(), field.span());
    (
        format_ident!("__{name}_{member}", span = span),
        format_ident!("__{name}_{member}_mut", span = span),
    )
}

pub(super) fn functions(model: &Model) -> TokenStream {
    if !model.is_enum {
        return TokenStream::new();
    }
    let (name, generics) = (model.tangent(), model.generics_of_tangent());
    let (header, arguments, clause) = generics.split_for_impl();
    let variant = number(model);
    let functions = model.variants.iter().flat_map(|variant| {
        let fields = variant.fields.iter();
        fields.map(|field| match field.is_constant() {
            true => constant(model, variant, field),
            false => pair(model, variant, field),
        })
    });
    quote! {
        #[automatically_derived]
        impl #header #name #arguments #clause {
            #variant
            #(#functions)*
        }
    }
}

/// The number and the name of a variant.
fn number(model: &Model) -> TokenStream {
    let root = &model.root;
    let arms = model.variants.iter().enumerate().map(|(number, variant)| {
        let (ident, text) = (&variant.ident, variant.text());
        quote!(Self::#ident { .. } => (#number, #text),)
    });
    quote! {
        #[doc(hidden)]
        #[inline]
        pub fn __variant(&self) -> #root::__private::Variant {
            match self { #(#arms)* }
        }
    }
}

fn pair(model: &Model, variant: &Variant, field: &Field) -> TokenStream {
    let root = &model.root;
    let (shared, mutable) = names(variant, field);
    let (enum_name, text) = (model.name.to_string(), variant.text());
    let (pattern, bind) = (pattern(&quote!(Self), variant, "a"), field.bind("a"));
    let rest = (model.variants.len() > 1).then(|| {
        quote! {
            __other => #root::__private::wrong_variant(#enum_name, #text, __other.__variant()),
        }
    });
    let ty = field_type(model, field);
    quote! {
        #[doc(hidden)]
        #[inline]
        #[track_caller]
        pub fn #shared(&self) -> &#ty {
            match self { #pattern => #bind, #rest }
        }

        #[doc(hidden)]
        #[inline]
        #[track_caller]
        pub fn #mutable(&mut self) -> &mut #ty {
            match self { #pattern => #bind, #rest }
        }
    }
}

/// A constant has no tangent, but one may be added to it.
fn constant(model: &Model, variant: &Variant, field: &Field) -> TokenStream {
    let root = &model.root;
    let (shared, mutable) = names(variant, field);
    let nothing = quote!(#root::__private::NoTangent);
    quote! {
        #[doc(hidden)]
        #[inline]
        pub fn #shared(&self) -> &#nothing {
            &#nothing
        }

        #root::__private::with_alloc! {
            #[doc(hidden)]
            #[inline]
            pub fn #mutable(&mut self) -> &mut #nothing {
                #root::__private::sink(#nothing)
            }
        }
    }
}

/// The type of a field in the tangent type.
pub(super) fn field_type(model: &Model, field: &Field) -> TokenStream {
    match model.kind {
        Kind::Made => {
            let (root, ty) = (model.root_at(field), field.behind());
            quote_spanned!(field.span()=> <#ty as #root::Differentiable>::Tangent)
        }
        Kind::Own | Kind::Unit => {
            let ty = &field.ty;
            quote!(#ty)
        }
    }
}
