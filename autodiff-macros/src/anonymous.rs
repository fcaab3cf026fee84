//! Types of parameters that have no name: `impl Trait` becomes a type parameter.

use proc_macro2::Span;
use syn::visit_mut::{self, VisitMut};
use syn::{FnArg, Ident, ItemFn, Type, parse_quote_spanned};

use crate::lower::is_closure;

/// The function with a name for each `impl Trait`, and whether there are any.
pub(crate) fn named(item: &ItemFn) -> (ItemFn, bool) {
    let mut item = item.clone();
    let mut naming = Naming::default();
    for input in &mut item.sig.inputs {
        if let FnArg::Typed(typed) = input {
            naming.visit_type_mut(&mut typed.ty);
        }
    }
    let anonymous = !naming.params.is_empty();
    item.sig.generics.params.extend(naming.params);
    if anonymous {
        item.sig
            .generics
            .lt_token
            .get_or_insert_with(Default::default);
        item.sig
            .generics
            .gt_token
            .get_or_insert_with(Default::default);
    }
    (item, anonymous)
}

#[derive(Default)]
struct Naming {
    params: Vec<syn::GenericParam>,
}

impl VisitMut for Naming {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        visit_mut::visit_type_mut(self, ty);
        let Type::ImplTrait(of) = ty else { return };
        if of.bounds.iter().any(is_closure) {
            return;
        }
        let span = of.impl_token.span;
        let name = format!("__T{}", self.params.len());
        let name = Ident::new(&name, Span::mixed_site().located_at(span));
        let bounds = &of.bounds;
        self.params
            .push(parse_quote_spanned!(span=> #name: #bounds));
        *ty = parse_quote_spanned!(span=> #name);
    }
}
