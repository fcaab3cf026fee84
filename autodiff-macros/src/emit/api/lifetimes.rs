//! The lifetimes of what callers pass, where they may be any.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::visit_mut::VisitMut;
use syn::{Lifetime, Type, TypeReference};

/// The type, for whatever lifetimes.
pub(super) fn without(ty: &Type) -> Type {
    struct Without;

    impl VisitMut for Without {
        fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
            reference.lifetime = None;
            self.visit_type_mut(&mut reference.elem);
        }

        fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
            replace(lifetime, "'_");
        }
    }

    let mut ty = ty.clone();
    Without.visit_type_mut(&mut ty);
    ty
}

/// A type whose tangent is asked for: that has no lifetimes, so that any will do.
pub(super) fn free(written: &TokenStream) -> TokenStream {
    struct Free;

    impl VisitMut for Free {
        fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
            replace(lifetime, "'static");
        }
    }

    match syn::parse2::<Type>(written.clone()) {
        Ok(mut ty) => {
            Free.visit_type_mut(&mut ty);
            ty.to_token_stream()
        }
        Err(_) => written.clone(),
    }
}

fn replace(lifetime: &mut Lifetime, by: &str) {
    if lifetime.ident != "static" {
        *lifetime = Lifetime::new(by, lifetime.span());
    }
}
