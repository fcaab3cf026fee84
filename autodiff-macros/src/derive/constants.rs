//! The constants of a struct whose tangent is made: fields that generated code may add to, in vain.
//!
//! ```text
//! params_adj.rate += …;     // `rate` is a constant: rustc finds it through `Deref`
//! ```

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::model::{Field, Model, Style};

pub(super) fn define(model: &Model) -> TokenStream {
    let [variant] = model.variants.as_slice() else {
        return TokenStream::new();
    };
    let constants = variant.fields.iter().filter(|field| field.is_constant());
    let constants: Vec<&Field> = constants.collect();
    if model.is_enum || variant.style != Style::Named || constants.is_empty() {
        return TokenStream::new();
    }
    let (root, vis, tangent) = (&model.root, &model.vis, model.tangent());
    let name = format_ident!("__{}Constants", model.name);
    let names: Vec<_> = constants.iter().map(|field| &field.member).collect();
    let generics = model.generics_of_tangent();
    let (header, arguments, clause) = generics.split_for_impl();
    quote! {
        #root::__private::with_alloc! {
            #[doc(hidden)]
            #[derive(Clone, Copy)]
            #vis struct #name { #( #[doc(hidden)] pub #names: #root::__private::NoTangent, )* }

            #[automatically_derived]
            impl #header ::core::ops::Deref for #tangent #arguments #clause {
                type Target = #name;

                #[inline(always)]
                fn deref(&self) -> &#name {
                    &#name { #( #names: #root::__private::NoTangent, )* }
                }
            }

            #[automatically_derived]
            impl #header ::core::ops::DerefMut for #tangent #arguments #clause {
                #[inline(always)]
                fn deref_mut(&mut self) -> &mut #name {
                    #root::__private::sink(#name { #( #names: #root::__private::NoTangent, )* })
                }
            }
        }
    }
}
