//! What stands where derivatives could not be made: functions of the same signatures, so that one
//! mistake gives one error, and none at each call.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::ir::Ty;
use crate::lower::types;
use crate::request::Request;

use super::types::{borrowed, buffer, owned, tangent, tangent_ty};
use super::{Api, named, one_or_tuple};

/// The function's type, and its promised functions.
pub(crate) fn stubs(request: &Request, known: Option<&Api>) -> TokenStream {
    if request.item.sig.receiver().is_some() {
        return TokenStream::new();
    }
    let name = &request.item.sig.ident;
    let doc = format!("The derivatives of `{name}` could not be made.");
    let functions = match known {
        Some(api) => api.stubs(),
        None => unknown(request),
    };
    named(request, &doc, &functions)
}

/// Where the signature itself is at fault: what was promised, as far as its types are known.
fn unknown(request: &Request) -> TokenStream {
    let (vis, generics) = (&request.item.vis, &request.item.sig.generics);
    let typed = request
        .item
        .sig
        .inputs
        .iter()
        .filter_map(|input| match input {
            syn::FnArg::Typed(typed) => Some(&*typed.ty),
            syn::FnArg::Receiver(_) => None,
        });
    let inputs: Vec<_> = typed.clone().map(|ty| quote!(#ty)).collect();
    let gradients: Vec<_> = typed.filter_map(|ty| gradient(ty, request)).collect();
    let value = match &request.item.sig.output {
        syn::ReturnType::Type(_, ty) if !is_anonymous(ty) => quote!(#ty),
        _ => quote!(()),
    };
    let gradient = one_or_tuple(&gradients);
    let anything = quote!(impl ::core::marker::Sized);
    let more = vec![anything.clone(); gradients.len()];
    let stub = |name: &str, more: &[TokenStream], output: TokenStream| {
        let name = format_ident!("{name}");
        let inputs = inputs.iter().chain(more);
        quote!(#vis fn #name #generics (#(_: #inputs),*) -> #output { ::core::unreachable!() })
    };
    let seeded: Vec<_> = more.iter().cloned().chain([anything]).collect();
    [
        stub("grad", &[], gradient.clone()),
        stub("value_and_grad", &[], quote!((#value, #gradient))),
        stub("vjp", &[], quote!((#value, fn(#value) -> #gradient))),
        stub("accumulate_grad", &seeded, value.clone()),
        stub("jvp", &more, quote!((#value, #value))),
    ]
    .into_iter()
    .collect()
}

/// What the gradient would be: for a type that is not known, the type itself.
fn gradient(written: &syn::Type, request: &Request) -> Option<TokenStream> {
    match types::passed(written) {
        Some((ty, _)) if ty.item().is_some() || ty.is_scalar() => {
            ty.is_differentiable().then(|| owned(&ty, &request.root))
        }
        _ => Some(match without_reference(written) {
            ty if is_anonymous(ty) => quote!(()),
            ty => quote!(#ty),
        }),
    }
}

/// Whether a type cannot be named a second time, or has no size.
fn is_anonymous(ty: &syn::Type) -> bool {
    use syn::Type::{ImplTrait, Never, Slice, TraitObject};
    matches!(ty, ImplTrait(_) | TraitObject(_) | Slice(_) | Never(_))
}

fn without_reference(ty: &syn::Type) -> &syn::Type {
    match ty {
        syn::Type::Reference(reference) => without_reference(&reference.elem),
        ty => ty,
    }
}

impl Api<'_> {
    fn stubs(&self) -> TokenStream {
        let mut tokens = TokenStream::new();
        let chosen = self.chosen().count()
            < self
                .params()
                .iter()
                .filter(|p| p.is_differentiable())
                .count();
        if matches!(self.signature.result_ty, Ty::Float(_)) && !self.has_exclusive() {
            tokens.extend(self.grad());
            tokens.extend(self.value_and_grad(None));
        }
        if !self.has_exclusive() {
            tokens.extend(self.vjp(chosen, None));
        }
        tokens.extend(self.jvp());
        tokens.extend(self.no_accumulation());
        tokens.extend(self.no_pullback("forward"));
        if chosen {
            tokens.extend(self.no_pullback("forward_chosen"));
        }
        tokens.extend(self.no_tangent());
        tokens
    }

    fn no_accumulation(&self) -> TokenStream {
        let (vis, generics, bounds) = (
            &self.request.item.vis,
            &self.request.item.sig.generics,
            self.bounds(),
        );
        let (inputs, value_ty) = (self.written_inputs(), self.value_ty());
        let seed_ty = owned(&self.signature.result_ty, self.root());
        let buffers = self.chosen().map(|param| {
            let (name, ty) = (buffer(param), borrowed(&param.ty, self.root()));
            quote!(#name: &mut #ty)
        });
        quote! {
            #[doc(hidden)]
            #vis fn accumulate_grad #generics (#(#inputs,)* _: #seed_ty, #(#buffers),*) -> #value_ty #bounds {
                ::core::unreachable!()
            }
        }
    }

    fn no_pullback(&self, name: &str) -> TokenStream {
        let (vis, generics, bounds) = (
            &self.request.item.vis,
            &self.request.item.sig.generics,
            self.bounds(),
        );
        let (inputs, value_ty, pullback) =
            (self.written_inputs(), self.value_ty(), self.pullback_ty());
        let (name, root) = (format_ident!("{name}"), self.root());
        quote! {
            #[doc(hidden)]
            #vis fn #name #generics (#(#inputs),*)
                -> (#value_ty, #root::__private::Box<dyn #pullback>) #bounds
            {
                ::core::unreachable!()
            }
        }
    }

    fn no_tangent(&self) -> TokenStream {
        let (vis, generics, bounds) = (
            &self.request.item.vis,
            &self.request.item.sig.generics,
            self.bounds(),
        );
        let (inputs, value_ty) = (self.written_inputs(), self.value_ty());
        let result_ty = owned(&self.signature.result_ty, self.root());
        let tangents = self.params().iter().map(|param| {
            let ty = match param.is_differentiable() {
                true => tangent_ty(param, self.root()),
                false => quote!(()),
            };
            let name = tangent(param);
            quote!(#name: #ty)
        });
        quote! {
            #[doc(hidden)]
            #vis fn pushforward #generics (#(#inputs,)* #(#tangents),*) -> (#value_ty, #result_ty) #bounds {
                ::core::unreachable!()
            }
        }
    }
}
