//! The heads of what stands for a derivative: what is promised, whatever is done inside.
//!
//! The derivatives of a free function are functions of the type that has its name; those of a
//! member of an `impl` or a `trait` are siblings of it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::visit_mut::VisitMut;
use syn::{Lifetime, ReceiverKind, parse_quote};

use crate::emit::braced;
use crate::ir::Pass;
use crate::lower::Parameter;
use crate::names;
use crate::request::{Place, Request};

use super::lifetimes;
use super::types::{argument, borrowed, buffer, owned, tangent, tangent_ty};
use super::{Api, allow, conditions, consts};

/// A function that stands for a derivative.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sibling {
    Grad,
    ValueAndGrad,
    AccumulateGrad,
    Vjp,
    Jvp,
    /// What `accumulate_grad` does, with a buffer for each parameter.
    Joint,
    Forward,
    ForwardChosen,
    Pushforward,
    /// What a caller keeps of a receiver that changes later.
    Kept,
}

/// How a pullback is passed to other functions.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Opaque,
    Boxed,
    Pointer,
}

impl Sibling {
    fn text(self) -> &'static str {
        match self {
            Sibling::Grad => "grad",
            Sibling::ValueAndGrad => "value_and_grad",
            Sibling::AccumulateGrad => "accumulate_grad",
            Sibling::Vjp => "vjp",
            Sibling::Jvp => "jvp",
            Sibling::Joint => "joint",
            Sibling::Forward => "forward",
            Sibling::ForwardChosen => "forward_chosen",
            Sibling::Pushforward => "pushforward",
            Sibling::Kept => "kept",
        }
    }

    fn is_hidden(self) -> bool {
        use Sibling::{Forward, ForwardChosen, Joint, Kept, Pushforward};
        matches!(self, Joint | Forward | ForwardChosen | Pushforward | Kept)
    }

    pub(super) fn name(self, request: &Request) -> Ident {
        let (text, of) = (self.text(), request.item.sig.ident.to_string());
        let of = names::plain(&of);
        match (request.is_member(), self.is_hidden()) {
            (false, _) => format_ident!("{text}"),
            (true, false) => format_ident!("{of}_{text}"),
            (true, true) => format_ident!("__{of}_{text}"),
        }
    }

    fn attributes(self, of: &str) -> TokenStream {
        let doc = match self {
            Sibling::Grad => format!("The gradient of `{of}` at the given point."),
            Sibling::ValueAndGrad => format!("The value of `{of}` and its gradient."),
            Sibling::AccumulateGrad => format!(
                "Adds `seed` times the gradient of `{of}` to the buffers, and returns its value.\n\n\
                 # Panics\nIf a buffer differs in length from its parameter."
            ),
            Sibling::Vjp => format!(
                "The value of `{of}` and its pullback, which gives the gradients for a cotangent of \
                 the value, as often as it is called."
            ),
            Sibling::Jvp => format!(
                "The value of `{of}` and its derivative along a tangent (forward mode).\n\n\
                 # Panics\nIf a tangent differs in length from its parameter."
            ),
            _ => return quote!(#[doc(hidden)]),
        };
        match self {
            Sibling::AccumulateGrad | Sibling::Vjp => quote!(#[doc = #doc]),
            _ => quote!(#[doc = #doc] #[must_use]),
        }
    }
}

impl Api<'_> {
    /// A function that stands for a derivative; only its head where there are no bodies.
    pub(super) fn sibling(&self, which: Sibling, body: &TokenStream) -> TokenStream {
        let request = self.request;
        let (name, vis) = (which.name(request), &request.item.vis);
        let of = request.item.sig.ident.to_string();
        let attributes = which.attributes(&of);
        let (generics, inputs, output, bounds) = (
            self.generics(which),
            self.sibling_inputs(which),
            self.output(which),
            self.sibling_bounds(which),
        );
        let (cfg, allow) = match request.is_member() {
            true => (conditions(&request.item.attrs), allow()),
            false => (vec![], TokenStream::new()),
        };
        let (inline, body) = match request.place {
            Place::Declared => (None, quote!(;)),
            _ => (self.inline(which), braced(body.clone()).into_token_stream()),
        };
        let function = quote! {
            #(#cfg)* #allow #attributes #inline
            #vis fn #name #generics (#(#inputs),*) #output #bounds #body
        };
        match (which, request.is_member(), self.form()) {
            (Sibling::Forward, true, Form::Boxed) => self.with_alloc(function),
            _ => function,
        }
    }

    /// A gradient with a tape on the heap stays a function: what a loop carries would be packed into
    /// one register where the caller has it side by side in memory.
    fn inline(&self, which: Sibling) -> Option<TokenStream> {
        let alone = self.large && matches!(which, Sibling::AccumulateGrad | Sibling::Joint);
        (!alone).then(|| quote!(#[inline]))
    }

    fn generics(&self, which: Sibling) -> syn::Generics {
        match which {
            Sibling::Kept => syn::Generics::default(),
            Sibling::Vjp => self.named_lifetimes().0,
            _ => self.request.item.sig.generics.clone(),
        }
    }

    fn sibling_inputs(&self, which: Sibling) -> Vec<TokenStream> {
        let mut inputs: Vec<_> = match which {
            Sibling::Kept => return vec![quote!(&self)],
            Sibling::Vjp => self.named_lifetimes().1,
            _ => self.params().iter().map(written).collect(),
        };
        match which {
            Sibling::AccumulateGrad => {
                let (seed, seed_ty) = (self.seed(), self.seed_ty());
                inputs.push(quote!(#seed: #seed_ty));
                for param in self.chosen() {
                    let (name, ty) = (buffer(param), borrowed(&param.ty, self.root()));
                    inputs.push(quote!(#name: &mut #ty));
                }
            }
            Sibling::Joint => {
                let (seed, seed_ty) = (self.seed(), self.seed_ty());
                inputs.push(quote!(#seed: #seed_ty));
                for param in self.params() {
                    let (name, ty) = (buffer(param), borrowed(&param.ty, self.root()));
                    inputs.push(quote!(#name: &mut #ty));
                }
            }
            Sibling::Jvp => {
                for param in self.chosen() {
                    let (name, ty) = (tangent(param), tangent_ty(param, self.root()));
                    inputs.push(quote!(#name: #ty));
                }
            }
            Sibling::Pushforward => {
                for param in self.params() {
                    let (name, ty) = (tangent(param), self.passed_tangent(param));
                    inputs.push(quote!(#name: #ty));
                }
            }
            _ => {}
        }
        inputs
    }

    /// The type of a tangent among the inputs of `pushforward`.
    fn passed_tangent(&self, param: &Parameter) -> TokenStream {
        if !param.is_differentiable() {
            return quote!(());
        }
        match &param.receiver {
            None => tangent_ty(param, self.root()),
            Some(_) => {
                let ty = owned(&param.ty, self.root());
                match param.pass {
                    Pass::RefMut => quote!(&mut #ty),
                    _ => quote!(&#ty),
                }
            }
        }
    }

    fn output(&self, which: Sibling) -> TokenStream {
        let (value, gradient) = (self.value_ty(), self.gradient_ty());
        match which {
            Sibling::Grad => quote!(-> #gradient),
            Sibling::ValueAndGrad => quote!(-> (#value, #gradient)),
            Sibling::AccumulateGrad | Sibling::Joint => quote!(-> #value),
            Sibling::Vjp => {
                let pullback = self.vjp_pullback();
                quote!(-> (#value, #pullback))
            }
            Sibling::Jvp | Sibling::Pushforward => {
                let tangent = owned(&self.signature.result_ty, self.root());
                quote!(-> (#value, #tangent))
            }
            Sibling::Forward | Sibling::ForwardChosen => {
                let pullback = self.forward_pullback();
                quote!(-> (#value, #pullback))
            }
            Sibling::Kept if self.changes_receiver() => TokenStream::new(),
            Sibling::Kept => quote!(-> Self),
        }
    }

    /// The pullback of `vjp`, which holds the inputs.
    fn vjp_pullback(&self) -> TokenStream {
        let (root, seed, gradient) = (self.root(), self.seed_ty(), self.gradient_ty());
        let (generics, inputs) = self.named_lifetimes();
        let pullback = quote!(impl ::core::ops::Fn(#seed) -> #gradient);
        if self.request.is_member() {
            let held = self.held_types(&inputs);
            return quote!(#pullback + #root::__private::Captures<(#(#held,)*)>);
        }
        let captured = generics.params.iter().map(super::pullback::captured);
        quote!(#pullback + use<#(#captured),*>)
    }

    /// The types of inputs, that of a receiver among them.
    fn held_types(&self, inputs: &[TokenStream]) -> Vec<TokenStream> {
        let typed = |input: &TokenStream| {
            let input: syn::FnArg = syn::parse2(input.clone()).ok()?;
            Some(match input {
                syn::FnArg::Typed(typed) => {
                    let ty = typed.ty;
                    quote!(#ty)
                }
                syn::FnArg::Receiver(receiver) => match receiver.kind {
                    ReceiverKind::Reference(and, lifetime, _) => quote!(#and #lifetime Self),
                    _ => quote!(Self),
                },
            })
        };
        inputs.iter().filter_map(typed).collect()
    }

    /// The pullback that other functions call, which holds no input.
    fn forward_pullback(&self) -> TokenStream {
        let (root, types) = (self.root(), self.pullback_inputs());
        let pullback = quote!(::core::ops::Fn(#(#types),*));
        match self.form() {
            Form::Pointer => quote!(fn(#(#types),*)),
            Form::Boxed => quote!(#root::__private::Box<dyn #pullback>),
            Form::Opaque if self.request.is_member() => quote!(impl #pullback),
            Form::Opaque => {
                let captured = consts(&self.request.item.sig.generics);
                quote!(impl #pullback + use<#(#captured),*>)
            }
        }
    }

    /// How the pullback is passed.
    ///
    /// # Note: pullbacks of a trait
    ///
    /// `impl Fn` in a trait, and in an `impl` of it, holds the borrows of all inputs, so that no
    /// function that borrows from its own variables could return it. A pointer holds none: such a
    /// pullback begins with the forward sweep, for which it has the inputs. Where these are
    /// overwritten, it is boxed. The macro does not see which `impl` is of a trait; that of a
    /// function with a visibility is not.
    pub(super) fn form(&self) -> Form {
        match (self.request.may_be_of_a_trait(), self.has_exclusive()) {
            (true, false) => Form::Pointer,
            (true, true) => Form::Boxed,
            (false, _) if self.boxed => Form::Boxed,
            (false, _) => Form::Opaque,
        }
    }

    /// The inputs of a pullback, behind which its cotangent and its buffers stand.
    pub(super) fn again_ty(&self, param: &Parameter) -> Option<TokenStream> {
        match (&param.receiver, param.pass) {
            (Some(_), Pass::RefMut) => Some(quote!(&())),
            (Some(_), _) => Some(quote!(&Self)),
            (None, Pass::RefMut) => None,
            (None, _) => {
                let ty = lifetimes::without(&param.written);
                Some(quote!(#ty))
            }
        }
    }

    /// What the pullback that other functions call is called with.
    pub(super) fn pullback_inputs(&self) -> Vec<TokenStream> {
        let again = self
            .params()
            .iter()
            .filter_map(|param| self.again_ty(param));
        let mut types: Vec<_> = again.collect();
        types.push(self.seed_ty());
        for param in self.params() {
            let ty = borrowed(&param.ty, self.root());
            types.push(quote!(&mut #ty));
        }
        types
    }

    fn sibling_bounds(&self, which: Sibling) -> Option<syn::WhereClause> {
        let root = self.root();
        let mut generics = syn::Generics {
            where_clause: self.bounds().clone(),
            ..syn::Generics::default()
        };
        let of_a_number = matches!(which, Sibling::Grad | Sibling::ValueAndGrad);
        if of_a_number && self.may_be_scalar() {
            let seed = self.seed_ty();
            let bound = parse_quote!(for<'__result> #seed: #root::__private::Number);
            generics.make_where_clause().predicates.push(bound);
        }
        if which == Sibling::Jvp {
            self.asks_for_forward_mode(&mut generics);
        }
        if !self.request.is_member() {
            return generics.where_clause;
        }
        if which == Sibling::Kept {
            generics.where_clause = None;
        }
        let place = self.request.place;
        let bounds = &mut generics.make_where_clause().predicates;
        bounds.push(parse_quote!(Self: ::core::marker::Sized));
        if which == Sibling::Kept {
            if !self.changes_receiver() {
                bounds.push(parse_quote!(for<'__kept> Self: ::core::clone::Clone));
            }
        } else if place != Place::Impl && self.request.is_signed_by_self() {
            bounds.push(parse_quote!(Self: #root::Differentiable));
        }
        generics.where_clause
    }

    pub(super) fn changes_receiver(&self) -> bool {
        self.params()
            .iter()
            .any(|param| param.receiver.is_some() && param.pass == Pass::RefMut)
    }

    pub(super) fn has_receiver(&self) -> bool {
        self.params().iter().any(|param| param.receiver.is_some())
    }

    pub(super) fn seed(&self) -> Ident {
        self.fresh("__seed", Span::call_site())
    }

    pub(super) fn seed_ty(&self) -> TokenStream {
        owned(&self.signature.result_ty, self.root())
    }

    /// Generics and inputs, with a name for each lifetime of an input.
    fn named_lifetimes(&self) -> (syn::Generics, Vec<TokenStream>) {
        let mut generics = self.request.item.sig.generics.clone();
        generics.where_clause = None;
        let mut naming = Naming(vec![]);
        let mut inputs = vec![];
        for param in self.params() {
            let mut param = param.clone();
            match &mut param.receiver {
                Some(receiver) => naming.receiver(receiver),
                None => naming.visit_type_mut(&mut param.written),
            }
            inputs.push(written(&param));
        }
        for (nth, lifetime) in naming.0.into_iter().enumerate() {
            generics.params.insert(nth, parse_quote!(#lifetime));
        }
        (generics, inputs)
    }
}

/// A parameter as it is written.
pub(super) fn written(param: &Parameter) -> TokenStream {
    match &param.receiver {
        Some(receiver) => quote!(#receiver),
        None => {
            let (name, ty) = (argument(param), &param.written);
            quote!(#name: #ty)
        }
    }
}

/// Gives lifetimes names.
struct Naming(Vec<Lifetime>);

impl Naming {
    fn next(&mut self) -> Lifetime {
        let text = format!("'__{}", self.0.len());
        let lifetime = Lifetime::new(&text, Span::mixed_site());
        self.0.push(lifetime.clone());
        lifetime
    }

    fn receiver(&mut self, receiver: &mut syn::Receiver) {
        if let ReceiverKind::Reference(_, lifetime, _) = &mut receiver.kind {
            match lifetime {
                Some(lifetime) => self.visit_lifetime_mut(lifetime),
                None => *lifetime = Some(self.next()),
            }
        }
    }
}

impl VisitMut for Naming {
    fn visit_type_reference_mut(&mut self, reference: &mut syn::TypeReference) {
        if reference.lifetime.is_none() {
            reference.lifetime = Some(self.next());
        }
        syn::visit_mut::visit_type_reference_mut(self, reference);
    }

    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = self.next();
        }
    }
}
