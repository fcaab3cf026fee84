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

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;

    use super::expand;

    fn expanded(text: &str) -> String {
        let tokens: TokenStream = text.parse().expect("these are tokens");
        expand(tokens).to_string()
    }

    #[test]
    fn garbage_is_refused() {
        let garbage = [
            "",
            "1 + 1",
            "fn f() {}",
            "struct",
            "struct S { x: }",
            "enum E { A(f64, }",
            "struct S { #[constant(] x: f64 }",
            "#[differentiable(crate)] struct S { x: f64 }",
            "#[differentiable(crate = 1)] struct S { x: f64 }",
            "#[differentiable] struct S { x: f64 }",
            "#[differentiable = 1] struct S { x: f64 }",
            "#[differentiable(a::b)] struct S { x: f64 }",
        ];
        for text in garbage {
            let Ok(tokens) = text.parse::<TokenStream>() else {
                continue;
            };
            let expansion = expand(tokens).to_string();
            assert!(expansion.contains("compile_error"), "{text}: {expansion}");
        }
    }

    #[test]
    fn strange_types_are_left_to_rustc() {
        for ty in [
            "!",
            "_",
            "impl Fn()",
            "dyn Fn()",
            "*const f64",
            "m!()",
            "<T as U>::V",
        ] {
            for text in [
                format!("struct S<T> {{ x: {ty} }}"),
                format!("struct S(f64, usize, {ty});"),
                format!("enum E<'a, const N: usize> {{ A([{ty}; N]), B {{ y: &'a {ty} }} }}"),
            ] {
                let expansion = expanded(&text);
                assert!(!expansion.contains("compile_error"), "{text}: {expansion}");
            }
        }
    }
}
