//! `#[derive(Differentiable)]`: the tangent of a struct or an enum, and its vector space.
//!
//! ```text
//! attributes, class → model → value, tangent, space, access
//! ```
//!
//! What is refused is refused in `model`; nothing behind it can fail.

mod access;
mod attributes;
mod bounds;
mod class;
mod constants;
mod model;
mod space;
mod tangent;
mod value;

use proc_macro2::TokenStream;
use quote::quote;

use crate::diagnostics::Errors;
use model::{Kind, Model};

/// The implementations for one item.
pub(crate) fn expand(item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let model = match syn::parse2(item) {
        Ok(input) => Model::new(input, &mut errors),
        Err(error) => {
            errors.push(error);
            None
        }
    };
    match model.filter(|_| errors.is_empty()) {
        Some(model) => emit(&model),
        None => errors.to_compile_errors(),
    }
}

fn emit(model: &Model) -> TokenStream {
    let value = value::implement(model);
    let (made, space) = match model.kind {
        Kind::Unit => return value,
        Kind::Own => (TokenStream::new(), space::implement(model)),
        Kind::Made => {
            let (tangent, constants) = (tangent::define(model), constants::define(model));
            (quote!(#tangent #constants), space::implement(model))
        }
    };
    let access = access::functions(model);
    quote!(#value #made #space #access)
}
