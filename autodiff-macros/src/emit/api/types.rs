//! Names and types of gradients, tangents and buffers.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::Path;

use crate::ir::{Pass, Ty};
use crate::lower::Parameter;
use crate::names;
use crate::rules::partial::float_name;

use super::lifetimes;

pub(super) fn argument(param: &Parameter) -> Ident {
    match &param.receiver {
        Some(receiver) => Ident::new("self", receiver.self_token.span),
        None => names::variable(&param.name, param.span),
    }
}

pub(super) fn buffer(param: &Parameter) -> Ident {
    names::variable(&names::adjoint(&param.stem), param.span)
}

pub(super) fn tangent(param: &Parameter) -> Ident {
    names::variable(&names::tangent(&param.stem), param.span)
}

/// The type of an owned tangent.
pub(super) fn owned(ty: &Ty, root: &Path) -> TokenStream {
    match ty {
        Ty::Float(_) => float_name(ty),
        Ty::Array(item, len) => {
            let (item, len) = (owned(item, root), &len.0);
            quote!([#item; #len])
        }
        Ty::Slice(item) | Ty::Vec(item) => {
            let item = owned(item, root);
            quote!(#root::__private::Vec<#item>)
        }
        Ty::Option(item) => {
            let item = owned(item, root);
            quote!(::core::option::Option<#item>)
        }
        Ty::Boxed(item) => {
            let item = owned(item, root);
            quote!(#root::__private::Box<#item>)
        }
        Ty::Named(written) => {
            let written = lifetimes::free(&written.0);
            let at = names::located(syn::spanned::Spanned::span(&written));
            quote_spanned!(at=> <#written as #root::Differentiable>::Tangent)
        }
        Ty::Tuple(items) => {
            let items = items.iter().map(|item| owned(item, root));
            quote!((#(#items,)*))
        }
        _ => quote!(()),
    }
}

/// The type of a tangent behind a reference.
pub(super) fn borrowed(ty: &Ty, root: &Path) -> TokenStream {
    match ty {
        ty if !ty.is_differentiable() => quote!(()),
        Ty::Slice(item) | Ty::Vec(item) => {
            let item = owned(item, root);
            quote!([#item])
        }
        ty => owned(ty, root),
    }
}

pub(super) fn tangent_ty(param: &Parameter, root: &Path) -> TokenStream {
    match param.pass {
        Pass::Value => owned(&param.ty, root),
        Pass::Ref => {
            let ty = borrowed(&param.ty, root);
            quote!(&#ty)
        }
        Pass::RefMut => {
            let ty = borrowed(&param.ty, root);
            quote!(&mut #ty)
        }
    }
}
