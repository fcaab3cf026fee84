//! The lifetimes of what callers pass: named where a closure holds it, left out where one is given it.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Lifetime, Type, TypeReference, parse_quote};

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

/// Gives each lifetime that has no name one.
#[derive(Default)]
pub(super) struct Naming {
    pub(super) added: Vec<Lifetime>,
}

impl Naming {
    fn fresh(&mut self) -> Lifetime {
        let name = format!("'__{}", self.added.len());
        let lifetime = Lifetime::new(&name, Span::mixed_site());
        self.added.push(lifetime.clone());
        lifetime
    }
}

impl VisitMut for Naming {
    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        if reference.lifetime.is_none() {
            reference.lifetime = Some(self.fresh());
        }
        visit_mut::visit_type_reference_mut(self, reference);
    }

    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = self.fresh();
        }
    }
}

/// `'a` and the lifetimes added, as parameters.
pub(super) fn declare(generics: &mut syn::Generics, added: &[Lifetime]) {
    for (nth, lifetime) in added.iter().enumerate() {
        generics.params.insert(nth, parse_quote!(#lifetime));
    }
}
