//! What the type itself implements: `Differentiable` and `Point`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;
use syn::visit::{self, Visit};

use super::model::{Kind, Model, Variant};
use super::space::{build, pattern};

pub(super) fn implement(model: &Model) -> TokenStream {
    let root = &model.root;
    let (name, generics) = (&model.name, model.generics_of_value());
    let (header, arguments, clause) = generics.split_for_impl();
    let (tangent, zero) = (tangent_type(model), zero_tangent(model));
    let constants = constants(model);
    let point = point(model);
    quote! {
        #[automatically_derived]
        impl #header #root::Differentiable for #name #arguments #clause {
            type Tangent = #tangent;

            #[inline]
            fn zero_tangent(&self) -> Self::Tangent {
                #constants
                #zero
            }
        }

        #point
    }
}

fn tangent_type(model: &Model) -> TokenStream {
    match model.kind {
        Kind::Unit => quote!(()),
        Kind::Own => quote!(Self),
        Kind::Made => {
            let (name, generics) = (model.tangent(), model.generics_of_tangent());
            let (_, arguments, _) = generics.split_for_impl();
            quote!(#name #arguments)
        }
    }
}

/// rustc confirms what was taken for a constant by its name.
fn constants(model: &Model) -> TokenStream {
    let confirmed = |ty: &Type| !matches!(ty, Type::FnPtr(_));
    let fields = model
        .fields()
        .filter(|field| field.is_constant() && !field.marked && confirmed(field.behind()));
    let checks = fields.map(|field| {
        let (root, ty) = (model.root_at(field), &field.ty);
        quote_spanned!(field.span()=> #root::__private::without_scalars::<#ty>();)
    });
    checks.collect()
}

fn zero_tangent(model: &Model) -> TokenStream {
    let root = &model.root;
    match model.kind {
        Kind::Unit => TokenStream::new(),
        Kind::Own => quote!(#root::Tangent::zero_like(self)),
        Kind::Made => {
            let tangent = model.tangent().to_token_stream();
            let arms = model.variants.iter().map(|variant| {
                let from = pattern(&quote!(Self), variant, "a");
                let made = build(&tangent, variant, |field| {
                    let (root, from) = (model.root_at(field), field.bind("a"));
                    quote_spanned!(field.span()=> #root::Differentiable::zero_tangent(#from))
                });
                quote!(#from => #made,)
            });
            quote!(match self { #(#arms)* })
        }
    }
}

/// `Point`, where no reference stands in the way.
fn point(model: &Model) -> TokenStream {
    let fields = model.fields().filter(|field| !field.is_constant());
    if fields.map(|field| &field.ty).any(borrows) {
        return TokenStream::new();
    }
    let root = &model.root;
    let mut generics = model.generics_of_value();
    if model.kind == Kind::Made {
        model.each(&mut generics, |ty| quote!(#ty: #root::Point));
    }
    let (name, (header, arguments, clause)) = (&model.name, generics.split_for_impl());
    let body = advance(model);
    quote! {
        #[automatically_derived]
        impl #header #root::Point for #name #arguments #clause {
            #[inline]
            fn advance(
                &mut self,
                __step: ::core::primitive::f64,
                __along: &<Self as #root::Differentiable>::Tangent,
            ) {
                #body
            }
        }
    }
}

fn advance(model: &Model) -> TokenStream {
    let root = &model.root;
    match model.kind {
        Kind::Unit => TokenStream::new(),
        Kind::Own => quote!(#root::Tangent::axpy(self, __step, __along);),
        Kind::Made => {
            let arms = model.variants.iter().map(|variant| moved(model, variant));
            let name = model.name.to_string();
            let rest = (model.variants.len() > 1).then(|| {
                quote! {
                    (_, __along) => #root::__private::wrong_tangent(#name, __along.__variant()),
                }
            });
            quote!(match (self, __along) { #(#arms)* #rest })
        }
    }
}

fn moved(model: &Model, variant: &Variant) -> TokenStream {
    let value = pattern(&quote!(Self), variant, "a");
    let along = pattern(&model.tangent().to_token_stream(), variant, "b");
    let steps = variant.differentiable().map(|field| {
        let (root, value, along) = (model.root_at(field), field.bind("a"), field.bind("b"));
        quote_spanned!(field.span()=> #root::Point::advance(#value, __step, #along);)
    });
    quote!((#value, #along) => { #(#steps)* })
}

fn borrows(ty: &Type) -> bool {
    struct Borrows(bool);

    impl Visit<'_> for Borrows {
        fn visit_lifetime(&mut self, _: &syn::Lifetime) {
            self.0 = true;
        }

        fn visit_type_reference(&mut self, _: &syn::TypeReference) {
            self.0 = true;
        }
    }

    let mut borrows = Borrows(false);
    visit::visit_type(&mut borrows, ty);
    borrows.0
}
