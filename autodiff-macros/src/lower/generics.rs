//! Type parameters, and what callers pass for them.

use std::collections::BTreeSet;

use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{GenericParam, Generics, Type, TypeParam, TypeParamBound, WherePredicate};

use crate::diagnostics::{self as refusal, Errors, Refusal};
use crate::ir::Written;
use crate::request::Request;

use super::numbers::Numbers;

/// The type parameters that are bound by `Real`.
pub(super) fn floats(generics: &Generics) -> Numbers {
    let mut numbers = Numbers::default();
    for param in generics.type_params() {
        if bounds(param, generics).any(|bound| is_named(bound, &["Real"])) {
            numbers.declare(&Written(param.ident.to_token_stream()));
        }
    }
    numbers
}

/// The bounds of a type parameter, wherever they stand.
fn bounds<'g>(
    param: &'g TypeParam,
    generics: &'g Generics,
) -> impl Iterator<Item = &'g TypeParamBound> {
    let clauses = generics.where_clause.iter();
    let behind = clauses
        .flat_map(|clause| &clause.predicates)
        .filter_map(|predicate| match predicate {
            WherePredicate::Type(predicate) => Some(predicate),
            _ => None,
        });
    let behind = behind.filter(
        |of| matches!(&of.bounded_ty, Type::Path(path) if path.path.is_ident(&param.ident)),
    );
    param
        .bounds
        .iter()
        .chain(behind.flat_map(|predicate| &predicate.bounds))
}

fn is_named(bound: &TypeParamBound, names: &[&str]) -> bool {
    let TypeParamBound::Trait(bound) = bound else {
        return false;
    };
    let last = bound.path.segments.last();
    last.is_some_and(|last| names.iter().any(|name| last.ident == name))
}

pub(crate) fn is_closure(bound: &TypeParamBound) -> bool {
    is_named(
        bound,
        &[
            "Fn",
            "FnMut",
            "FnOnce",
            "AsyncFn",
            "AsyncFnMut",
            "AsyncFnOnce",
        ],
    )
}

/// Whether nothing says of a type parameter that it has a tangent.
pub(super) fn is_unbound(generics: &Generics) -> bool {
    let names = ["Real", "Differentiable"];
    let mut params = generics.type_params();
    params.any(|param| !bounds(param, generics).any(|bound| is_named(bound, &names)))
}

/// The type parameters that are refused.
pub(super) fn fence(generics: &Generics, errors: &mut Errors) {
    for param in generics.type_params() {
        if bounds(param, generics).any(is_closure) {
            let what = format!("`{}`, which is a closure or a function,", param.ident);
            errors.refuse(param.span(), what, &refusal::CLOSURE_PARAMETER);
        }
    }
}

/// What is refused as the type of a parameter.
pub(super) fn refused(ty: &Type) -> Option<(&'static str, &'static Refusal)> {
    match ty {
        Type::Paren(inner) => refused(&inner.elem),
        Type::Group(inner) => refused(&inner.elem),
        Type::Reference(inner) => refused(&inner.elem),
        Type::Path(path) => {
            let last = path.path.segments.last()?;
            match &last.arguments {
                syn::PathArguments::AngleBracketed(arguments) if last.ident == "Box" => {
                    arguments.args.iter().find_map(|argument| match argument {
                        syn::GenericArgument::Type(inner) => refused(inner),
                        _ => None,
                    })
                }
                _ => None,
            }
        }
        Type::FnPtr(_) => Some(("a closure or a function,", &refusal::CLOSURE_PARAMETER)),
        Type::ImplTrait(of) => {
            let closure = of.bounds.iter().any(is_closure);
            closure.then_some(("a closure or a function,", &refusal::CLOSURE_PARAMETER))
        }
        Type::TraitObject(of) if of.bounds.iter().any(is_closure) => {
            Some(("a closure or a function,", &refusal::CLOSURE_PARAMETER))
        }
        Type::TraitObject(_) => Some(("a trait object,", &refusal::DYN)),
        _ => None,
    }
}

/// Type parameters that are used as numbers, and not declared to be.
pub(super) fn undeclared(request: &Request, numbers: &Numbers, errors: &mut Errors) {
    let used: BTreeSet<String> = numbers.known().map(|(name, _)| name.text()).collect();
    for param in &request.item.sig.generics.params {
        let GenericParam::Type(param) = param else {
            continue;
        };
        let name = Written(param.ident.to_token_stream());
        if used.contains(&name.text()) && !numbers.is_declared(&name) {
            let what = format!("the type parameter `{}`", param.ident);
            errors.refuse(param.span(), what, &refusal::TYPE_PARAMETER);
        }
    }
}
