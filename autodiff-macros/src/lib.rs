//! The compiler behind `#[differentiate]`; users depend on the crate `differentiate`.
//!
//! ```text
//! request → lower → structure → promote → share → prune → derivative → emit
//! ```

#![forbid(unsafe_code)]

mod activity;
mod along;
mod anonymous;
mod derivative;
mod derive;
mod diagnostics;
mod emit;
mod finite;
mod forward;
mod fuse;
mod induct;
#[cfg(test)]
mod interpret;
mod ir;
mod lower;
mod names;
mod plan;
mod prepare;
mod promote;
#[cfg(test)]
mod properties;
mod prune;
mod quiet;
#[cfg(test)]
mod random;
mod record;
mod request;
mod reverse;
mod rules;
mod shape;
mod share;
#[cfg(test)]
mod snapshots;
mod structure;
mod tighten;
#[cfg(test)]
mod timing;

use std::any::Any;
use std::panic;

use proc_macro2::TokenStream;
use quote::quote;

use diagnostics::Errors;
use emit::api::{Api, Derivatives};
use ir::check::{Stage, passed};
use lower::Lowered;
use request::Request;

/// Writes the derivatives of a function. See the crate `differentiate`.
#[proc_macro_attribute]
pub fn differentiate(
    attr: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    let original = item.clone();
    let expansion = panic::catch_unwind(|| expand(attr.into(), item.into()));
    expansion
        .unwrap_or_else(|fault| our_bug(original.into(), &*fault))
        .into()
}

/// Makes a type differentiable. See the crate `differentiate`.
#[proc_macro_derive(Differentiable, attributes(constant, tangent, differentiable))]
pub fn differentiable(item: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let expansion = panic::catch_unwind(|| derive::expand(item.into()));
    expansion
        .unwrap_or_else(|fault| our_bug(TokenStream::new(), &*fault))
        .into()
}

/// The function, stubs of what was promised, and what is wrong.
fn refused(request: &Request, errors: &Errors) -> TokenStream {
    let signature = lower::signature(request);
    let api = signature.as_ref().map(|signature| Api {
        request,
        signature,
        items: &[],
        boxed: false,
        large: false,
    });
    let (item, errors) = (request.without_attribute(), errors.to_compile_errors());
    let stubs = emit::api::stubs(request, api.as_ref());
    quote!(#item #stubs #errors)
}

/// A panic of ours is an error of the user's build, and says whose fault it is.
fn our_bug(item: TokenStream, fault: &(dyn Any + Send)) -> TokenStream {
    let text = fault.downcast_ref::<String>().map(String::as_str);
    let text = text
        .or_else(|| fault.downcast_ref::<&str>().copied())
        .unwrap_or("no message");
    let message = format!("this is a bug of `differentiate`, please report it: {text}");
    quote!(#item ::core::compile_error! { #message })
}

/// The function as it is, and its derivatives; where they cannot be made, why.
fn expand(attr: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(request) = Request::parse(attr, item.clone(), &mut errors) else {
        let errors = errors.to_compile_errors();
        return quote!(#item #errors);
    };
    if request.is_opaque() {
        return opaque(&request, &item, &mut errors);
    }
    let lowered = lower::lower(&request, &mut errors).filter(|_| errors.is_empty());
    let Some(lowered) = lowered else {
        return refused(&request, &errors);
    };
    let derivatives = derivatives(&request, &lowered);
    let api = Api {
        request: &request,
        signature: &lowered.signature,
        items: &lowered.items,
        boxed: false,
        large: false,
    };
    let (item, api) = (request.used(&item), api.emit(&derivatives));
    quote!(#item #api)
}

/// The function as it is, and what follows from its signature alone.
fn opaque(request: &Request, item: &TokenStream, errors: &mut Errors) -> TokenStream {
    let signature = lower::read(request, errors).filter(|_| errors.is_empty());
    let Some(signature) = signature else {
        return refused(request, errors);
    };
    let api = Api {
        request,
        signature: &signature,
        items: &[],
        boxed: false,
        large: false,
    };
    let (item, api) = (request.used(item), api.emit_opaque());
    quote!(#item #api)
}

fn derivatives(request: &Request, lowered: &Lowered) -> Derivatives {
    let func = passed(lowered.func.clone(), Stage::Lowered);
    let func = passed(structure::structure(func), Stage::Structured);
    let func = passed(promote::promote(func), Stage::Promoted);
    let func = passed(share::share(func), Stage::Shared);
    let func = passed(prune::prune(func), Stage::Pruned);
    let params = || lowered.signature.params.iter().zip(&func.params);
    let every = params().filter(|(param, _)| param.is_differentiable());
    let every: Vec<_> = every.map(|(_, param)| param.var).collect();
    let chosen = params().filter(|(param, _)| param.wrt && param.is_differentiable());
    let chosen: Vec<_> = chosen.map(|(_, param)| param.var).collect();
    let again = || passed(prune::prune(quiet::quiet(func.clone())), Stage::Pruned);
    let (all, joint) = derivative::both(&func, &every);
    let of_chosen = (chosen != every).then(|| derivative::both(&func, &chosen));
    let (chosen, chosen_joint) = of_chosen.unzip();
    Derivatives {
        again: (request.may_be_of_a_trait()).then(|| derivative::adjoint(&again(), &every)),
        joint,
        chosen_joint: chosen_joint.flatten(),
        all,
        chosen,
        forward: derivative::tangent(&func, &every),
    }
}
