//! What stands where derivatives could not be made: functions of the same signatures, so that one
//! mistake gives one error, and none at each call.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::Ty;
use crate::lower::types;
use crate::request::{Place, Request};

use super::heads::{Form, Sibling};
use super::types::owned;
use super::{Api, allow, conditions, named, one_or_tuple};

/// The functions that were promised.
pub(crate) fn stubs(request: &Request, known: Option<&Api>) -> TokenStream {
    let functions = match known {
        Some(api) => api.stubs(),
        None => unknown(request),
    };
    if request.is_member() {
        return functions;
    }
    let name = &request.item.sig.ident;
    let doc = format!("The derivatives of `{name}` could not be made.");
    named(request, &doc, &functions)
}

/// Where the signature itself is at fault: what was promised, as far as its types are known.
fn unknown(request: &Request) -> TokenStream {
    let mut inputs = vec![];
    let mut gradients = vec![];
    for input in &request.item.sig.inputs {
        match input {
            syn::FnArg::Typed(typed) => {
                let ty = &typed.ty;
                inputs.push(quote!(_: #ty));
                gradients.extend(gradient(ty, request));
            }
            syn::FnArg::Receiver(receiver) => {
                let root = &request.root;
                inputs.push(quote!(#receiver));
                gradients.push(quote!(<Self as #root::Differentiable>::Tangent));
            }
        }
    }
    let value = match &request.item.sig.output {
        syn::ReturnType::Type(_, ty) if !is_anonymous(ty) => quote!(#ty),
        _ => quote!(()),
    };
    let gradient = one_or_tuple(&gradients);
    let anything = quote!(_: impl ::core::marker::Sized);
    let more = vec![anything.clone(); gradients.len()];
    let stub = |which, more: &[TokenStream], output| {
        let inputs: Vec<_> = inputs.iter().chain(more).cloned().collect();
        stub(request, which, &inputs, &output)
    };
    let seeded: Vec<_> = more.iter().cloned().chain([anything]).collect();
    [
        stub(Sibling::Grad, &[], gradient.clone()),
        stub(Sibling::ValueAndGrad, &[], quote!((#value, #gradient))),
        stub(Sibling::Vjp, &[], quote!((#value, fn(#value) -> #gradient))),
        stub(Sibling::AccumulateGrad, &seeded, value.clone()),
        stub(Sibling::Jvp, &more, quote!((#value, #value))),
    ]
    .into_iter()
    .collect()
}

fn stub(
    request: &Request,
    which: Sibling,
    inputs: &[TokenStream],
    output: &TokenStream,
) -> TokenStream {
    let (vis, generics, name) = (
        &request.item.vis,
        &request.item.sig.generics,
        which.name(request),
    );
    let head = quote!(#vis fn #name #generics (#(#inputs),*) -> #output);
    if !request.is_member() {
        return quote!(#head { ::core::unreachable!() });
    }
    let (cfg, allow, root) = (conditions(&request.item.attrs), allow(), &request.root);
    let receives = request.item.sig.receiver().is_some() && request.place != Place::Impl;
    let differentiable = receives.then(|| quote!(Self: #root::Differentiable));
    let body = match request.place {
        Place::Declared => quote!(;),
        _ => quote!({ ::core::unreachable!() }),
    };
    quote!(#(#cfg)* #allow #[doc(hidden)] #head where Self: ::core::marker::Sized, #differentiable #body)
}

/// What the gradient would be: for a type that is not known, the type itself.
fn gradient(written: &syn::Type, request: &Request) -> Option<TokenStream> {
    match types::passed(written) {
        Some((ty, _)) if !matches!(ty, Ty::Named(_)) => {
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
    /// All functions, without what they do: in a trait, what its implementations have to do.
    pub(super) fn stubs(&self) -> TokenStream {
        let mut tokens = TokenStream::new();
        let never = quote!(::core::unreachable!());
        let (seed, gradient) = (self.seed_ty(), self.gradient_ty());
        if self.is_scalar() {
            let functions = [Sibling::Grad, Sibling::ValueAndGrad];
            tokens.extend(functions.map(|which| self.allocating(self.sibling(which, &never))));
        }
        if !self.has_exclusive() {
            let body = quote!((#never, |_: #seed| -> #gradient { #never }));
            tokens.extend(self.allocating(self.sibling(Sibling::Vjp, &body)));
        }
        let functions = [
            Sibling::Jvp,
            Sibling::AccumulateGrad,
            Sibling::Joint,
            Sibling::Pushforward,
        ];
        tokens.extend(functions.map(|which| self.sibling(which, &never)));
        let types = self.pullback_inputs();
        let (root, closure) = (self.root(), quote!(|#(_: #types),*| {}));
        let split = match self.form() {
            Form::Boxed => quote!((#never, #root::__private::Box::new(#closure))),
            _ => quote!((#never, #closure)),
        };
        tokens.extend(self.sibling(Sibling::Forward, &split));
        if !self.request.is_member() && self.is_chosen() {
            tokens.extend(self.sibling(Sibling::ForwardChosen, &split));
        }
        tokens.extend(self.kept_receiver());
        tokens
    }

    /// Whether less than everything is chosen.
    fn is_chosen(&self) -> bool {
        let differentiable = self.params().iter().filter(|p| p.is_differentiable());
        self.chosen().count() < differentiable.count()
    }
}
