//! What stands in the expansion besides the function: the type of its name, and its functions.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Attribute, GenericParam, Lifetime, Path, Type};

use crate::derivative::{Adjoint, Tangent};
use crate::ir::{Pass, Rvalue, Ty, Var};
use crate::lower::{Parameter, Signature};
use crate::names;
use crate::request::Request;
use crate::rules::partial::float_name;

use super::Emitter;

/// The derivatives of one function, ready to be written.
pub(crate) struct Derivatives {
    /// With respect to everything: what other differentiated functions call.
    pub(crate) all: Adjoint,
    /// With respect to what `wrt(…)` chooses.
    pub(crate) chosen: Option<Adjoint>,
    pub(crate) forward: Tangent,
}

pub(crate) struct Api<'a> {
    pub(crate) request: &'a Request,
    pub(crate) signature: &'a Signature,
    pub(crate) items: &'a [syn::Item],
}

impl Api<'_> {
    /// The function's type, with nothing but refusals behind it: what a mistake leaves.
    pub(crate) fn stub(request: &Request) -> TokenStream {
        if request.item.sig.receiver().is_some() {
            return TokenStream::new();
        }
        let name = &request.item.sig.ident;
        let vis = &request.item.vis;
        let cfg = conditions(&request.item.attrs);
        let allow = allow();
        let doc = format!("The derivatives of `{name}` could not be made.");
        quote! {
            #(#cfg)*
            #allow
            #[doc = #doc]
            #vis enum #name {}
        }
    }

    pub(crate) fn emit(&self, derivatives: &Derivatives) -> TokenStream {
        let name = &self.request.item.sig.ident;
        let vis = &self.request.item.vis;
        let cfg = conditions(&self.request.item.attrs);
        let allow = allow();
        let doc = format!("The derivatives of [`{name}`](fn@{name}).");
        let functions = self.functions(derivatives);
        quote! {
            #(#cfg)*
            #allow
            #[doc = #doc]
            #vis enum #name {}

            #(#cfg)*
            #allow
            #[automatically_derived]
            impl #name { #functions }
        }
    }

    /// Whoever asks for the derivatives uses the function.
    fn mention(&self) -> TokenStream {
        let sig = &self.request.item.sig;
        let name = &sig.ident;
        let arguments = consts(&sig.generics);
        match arguments.as_slice() {
            [] => quote!(let _ = #name;),
            arguments => quote!(let _ = #name::<#(#arguments),*>;),
        }
    }

    fn functions(&self, derivatives: &Derivatives) -> TokenStream {
        let chosen = derivatives.chosen.as_ref().unwrap_or(&derivatives.all);
        let mut tokens = TokenStream::new();
        if matches!(self.signature.result_ty, Ty::Float(_)) && !self.has_exclusive() {
            tokens.extend(self.grad());
            tokens.extend(self.value_and_grad());
        }
        tokens.extend(self.accumulate_grad(chosen));
        if !self.has_exclusive() {
            tokens.extend(self.vjp(derivatives.chosen.is_some()));
        }
        tokens.extend(self.jvp());
        tokens.extend(self.split("forward", &derivatives.all));
        if let Some(chosen) = &derivatives.chosen {
            tokens.extend(self.split("forward_chosen", chosen));
        }
        tokens.extend(self.pushforward(&derivatives.forward));
        tokens
    }

    fn has_exclusive(&self) -> bool {
        self.signature
            .params
            .iter()
            .any(|param| param.pass == Pass::RefMut)
    }

    fn root(&self) -> &Path {
        &self.request.root
    }

    fn params(&self) -> &[Parameter] {
        &self.signature.params
    }

    fn chosen(&self) -> impl Iterator<Item = &Parameter> {
        self.params()
            .iter()
            .filter(|param| param.wrt && param.is_differentiable())
    }

    /// `fn name<generics>(params)`
    fn head(&self, name: &str) -> TokenStream {
        let vis = &self.request.item.vis;
        let generics = &self.request.item.sig.generics;
        let name = format_ident!("{name}");
        let params = self.params().iter().map(|param| {
            let (name, ty) = (argument(param), &param.written);
            quote!(#name: #ty)
        });
        quote!(#vis fn #name #generics (#(#params),*))
    }

    fn arguments(&self) -> Vec<TokenStream> {
        let again = |param: &Parameter| {
            let name = argument(param);
            match param.pass {
                Pass::RefMut => quote!(&mut *#name),
                _ => quote!(#name),
            }
        };
        self.params().iter().map(again).collect()
    }

    fn gradient_ty(&self) -> TokenStream {
        let types: Vec<_> = self
            .chosen()
            .map(|param| owned(&param.ty, self.root()))
            .collect();
        one_or_tuple(&types)
    }

    fn value_ty(&self) -> TokenStream {
        self.signature
            .result
            .as_ref()
            .map_or(quote!(()), |ty| quote!(#ty))
    }

    /// The where clause of the function.
    fn bounds(&self) -> &Option<syn::WhereClause> {
        &self.request.item.sig.generics.where_clause
    }

    fn grad(&self) -> TokenStream {
        let doc = format!(
            "The gradient of `{}` at the given point.",
            self.request.item.sig.ident
        );
        let (head, gradient, bounds) = (self.head("grad"), self.gradient_ty(), self.bounds());
        let arguments = self.arguments();
        self.allocating(quote! {
            #[doc = #doc]
            #[inline]
            #[must_use]
            #head -> #gradient #bounds {
                Self::value_and_grad(#(#arguments),*).1
            }
        })
    }

    /// A function that needs a heap where a gradient does.
    fn allocating(&self, function: TokenStream) -> TokenStream {
        let root = self.root();
        match self
            .chosen()
            .any(|param| matches!(param.ty, Ty::Slice(_) | Ty::Vec(_)))
        {
            true => quote!(#root::__private::with_alloc! { #function }),
            false => function,
        }
    }

    fn value_and_grad(&self) -> TokenStream {
        let doc = format!(
            "The value of `{}` and its gradient.",
            self.request.item.sig.ident
        );
        let (head, gradient, bounds) = (
            self.head("value_and_grad"),
            self.gradient_ty(),
            self.bounds(),
        );
        let value_ty = self.value_ty();
        let arguments = self.arguments();
        let (zeros, buffers) = self.zeros();
        let gradients = one_or_tuple(&buffers);
        let value = names::variable("__value", Span::call_site());
        self.allocating(quote! {
            #[doc = #doc]
            #[inline]
            #[must_use]
            #head -> (#value_ty, #gradient) #bounds {
                #(#zeros)*
                let #value = Self::accumulate_grad(#(#arguments,)* 1.0, #(&mut #buffers),*);
                (#value, #gradients)
            }
        })
    }

    /// Zero gradients of the chosen parameters.
    fn zeros(&self) -> (Vec<TokenStream>, Vec<TokenStream>) {
        let root = self.root();
        let zero = |param: &Parameter| {
            let buffer = buffer(param);
            let argument = argument(param);
            let of = match param.pass {
                Pass::Value => quote!(&#argument),
                _ => quote!(#argument),
            };
            let zero = match zero_literal(&param.ty) {
                Some(zero) => quote!(let mut #buffer = #zero;),
                None => quote!(let mut #buffer = #root::__private::zero_like(#of);),
            };
            (zero, quote!(#buffer))
        };
        self.chosen().map(zero).unzip()
    }

    fn accumulate_grad(&self, adjoint: &Adjoint) -> TokenStream {
        let doc = format!(
            "Adds `seed` times the gradient of `{}` to the buffers, and returns its value.\n\n\
             # Panics\nIf a buffer differs in length from its parameter.",
            self.request.item.sig.ident
        );
        let mut emitter = self.emitter(adjoint);
        let bounds = self.bounds();
        let vis = &self.request.item.vis;
        let generics = &self.request.item.sig.generics;
        let mut inputs = self.inputs(&mut emitter, &adjoint.params(), false);
        let seed = emitter.name(adjoint.sweep.seed, Span::call_site());
        let seed_ty = owned(&self.signature.result_ty, self.root());
        inputs.push(quote!(#seed: #seed_ty));
        for (param, buffer) in self.params().iter().zip(&adjoint.sweep.buffers) {
            if param.wrt && param.is_differentiable() {
                inputs.push(self.buffer_input(&mut emitter, param, *buffer));
            }
        }
        let checks = self.checks(&mut emitter, adjoint);
        let items = self.items;
        let primal = emitter.stmts(&adjoint.func.body);
        let sweep = emitter.stmts(&adjoint.sweep.block);
        let value = emitter.rvalue(&adjoint.func.result, Span::call_site());
        let value_ty = self.value_ty();
        quote! {
            #[doc = #doc]
            #[inline]
            #vis fn accumulate_grad #generics (#(#inputs),*) -> #value_ty #bounds {
                #(#items)*
                #checks
                #primal
                #sweep
                #value
            }
        }
    }

    fn emitter<'e>(&'e self, adjoint: &'e Adjoint) -> Emitter<'e> {
        let blocks = [&adjoint.func.body, &adjoint.sweep.block];
        let mut emitter = Emitter::new(&adjoint.func, self.root(), &blocks, &adjoint.aliases);
        for param in &adjoint.func.params {
            emitter.name(param.var, Span::call_site());
        }
        for buffer in &adjoint.sweep.buffers {
            emitter.borrow(*buffer);
        }
        emitter
    }

    /// Whether the pullback's type would contain itself.
    fn is_boxed(&self, adjoint: &Adjoint) -> bool {
        let mut recursive = self.request.recursive;
        adjoint.func.body.each_stmt(&mut |stmt| {
            recursive |= matches!(&stmt.op, crate::ir::Op::Call(call) if call.recursive);
        });
        recursive
    }

    /// The parameters as the emitter names them.
    fn inputs(&self, emitter: &mut Emitter, vars: &[Var], again: bool) -> Vec<TokenStream> {
        let mut inputs = vec![];
        for (param, var) in self.params().iter().zip(vars) {
            if again && param.pass == Pass::RefMut {
                continue;
            }
            let name = emitter.name(*var, param.span);
            let ty = if again {
                without_lifetimes(&param.written)
            } else {
                param.written.clone()
            };
            inputs.push(quote!(#name: #ty));
        }
        inputs
    }

    fn buffer_input(&self, emitter: &mut Emitter, param: &Parameter, buffer: Var) -> TokenStream {
        let name = emitter.name(buffer, param.span);
        let ty = borrowed(&param.ty, self.root());
        quote!(#name: &mut #ty)
    }

    fn checks(&self, emitter: &mut Emitter, adjoint: &Adjoint) -> TokenStream {
        let root = self.root();
        let mut checks = TokenStream::new();
        let vars = adjoint.params();
        for ((param, var), buffer) in self.params().iter().zip(&vars).zip(&adjoint.sweep.buffers) {
            if !param.wrt
                || !matches!(param.ty, Ty::Slice(_) | Ty::Vec(_))
                || !param.is_differentiable()
            {
                continue;
            }
            let (name, text) = (emitter.name(*var, param.span), &param.name);
            let buffer = emitter.name(*buffer, param.span);
            checks.extend(quote! {
                #root::__private::check_len("gradient buffer", #text, #buffer.len(), #name.len());
            });
        }
        checks
    }

    /// The type of the pullback that other functions call.
    fn pullback_ty(&self) -> TokenStream {
        let mut types = vec![];
        for param in self
            .params()
            .iter()
            .filter(|param| param.pass != Pass::RefMut)
        {
            let ty = without_lifetimes(&param.written);
            types.push(quote!(#ty));
        }
        types.push(owned(&self.signature.result_ty, self.root()));
        for param in self.params() {
            let ty = borrowed(&param.ty, self.root());
            types.push(quote!(&mut #ty));
        }
        quote!(::core::ops::Fn(#(#types),*))
    }

    /// The forward sweep, which returns the reverse one as a closure that owns what it needs.
    fn split(&self, name: &str, adjoint: &Adjoint) -> TokenStream {
        let mut emitter = self.emitter(adjoint);
        let span = Span::call_site();
        let (vis, bounds) = (&self.request.item.vis, self.bounds());
        let generics = &self.request.item.sig.generics;
        let name = format_ident!("{name}");
        let vars = adjoint.params();
        let inputs = self.inputs(&mut emitter, &vars, false);
        let mut again = self.inputs(&mut emitter, &vars, true);
        let seed = emitter.name(adjoint.sweep.seed, span);
        let seed_ty = owned(&self.signature.result_ty, self.root());
        again.push(quote!(#seed: #seed_ty));
        for (param, buffer) in self.params().iter().zip(&adjoint.sweep.buffers) {
            again.push(self.buffer_input(&mut emitter, param, *buffer));
        }
        let primal = emitter.stmts(&adjoint.func.body);
        let value = self.value(&mut emitter, adjoint);
        let sweep = emitter.stmts(&adjoint.sweep.block);
        let (items, value_ty, pullback) = (self.items, self.value_ty(), self.pullback_ty());
        let captured = consts(generics);
        let result = names::variable("__value", span);
        let closure = quote!(move |#(#again),*| { #sweep });
        let root = self.root();
        let (pullback, closure) = match self.is_boxed(adjoint) {
            true => (
                quote!(#root::__private::Box<dyn #pullback>),
                quote!(#root::__private::Box::new(#closure)),
            ),
            false => (quote!(impl #pullback + use<#(#captured),*>), closure),
        };
        let (floats, mention) = (emitter.floats(), self.mention());
        quote! {
            #[doc(hidden)]
            #[inline]
            #vis fn #name #generics (#(#inputs),*) -> (#value_ty, #pullback) #bounds {
                #(#items)*
                #mention
                #floats
                #primal
                let #result = #value;
                (#result, #closure)
            }
        }
    }

    /// The result; a vector is copied where the sweep reads it too.
    fn value(&self, emitter: &mut Emitter, adjoint: &Adjoint) -> TokenStream {
        let value = emitter.rvalue(&adjoint.func.result, Span::call_site());
        let Rvalue::Copy(place, _) = &adjoint.func.result else {
            return value;
        };
        let read = crate::ir::walk::used_in(&adjoint.sweep.block).contains(&place.base);
        match (&self.signature.result_ty, read) {
            (Ty::Vec(_), true) => quote!(::core::clone::Clone::clone(&#value)),
            _ => value,
        }
    }

    fn vjp(&self, chosen: bool) -> TokenStream {
        let doc = format!(
            "The value of `{}` and its pullback, which gives the gradients for a cotangent of the \
             value, as often as it is called.",
            self.request.item.sig.ident
        );
        let root = self.root();
        let (generics, inputs, captured) = self.named_lifetimes();
        let (vis, bounds) = (&self.request.item.vis, self.bounds());
        let (value_ty, gradient) = (self.value_ty(), self.gradient_ty());
        let seed_ty = owned(&self.signature.result_ty, root);
        let forward = format_ident!("{}", if chosen { "forward_chosen" } else { "forward" });
        let arguments = self.arguments();
        let again = self.arguments();
        let (zeros, buffers) = self.zeros();
        let gradients = one_or_tuple(&buffers);
        let adjoints = self.params().iter().map(|param| {
            let buffer = buffer(param);
            match (param.is_differentiable(), param.wrt) {
                (false, _) => quote!(&mut ()),
                (true, true) => quote!(&mut #buffer),
                (true, false) => unused(param, root),
            }
        });
        let span = Span::call_site();
        let [value, pullback, seed] =
            ["__value", "__pullback", "__seed"].map(|name| names::variable(name, span));
        self.allocating(quote! {
            #[doc = #doc]
            #[inline]
            #vis fn vjp #generics (#(#inputs),*)
                -> (#value_ty, impl ::core::ops::Fn(#seed_ty) -> #gradient + use<#(#captured),*>) #bounds
            {
                let (#value, #pullback) = Self::#forward(#(#arguments),*);
                (#value, move |#seed: #seed_ty| {
                    #(#zeros)*
                    #pullback(#(#again,)* #seed, #(#adjoints),*);
                    #gradients
                })
            }
        })
    }

    /// Generics, inputs and captured parameters, with a name for each lifetime of an input.
    fn named_lifetimes(&self) -> (syn::Generics, Vec<TokenStream>, Vec<TokenStream>) {
        let mut generics = self.request.item.sig.generics.clone();
        generics.where_clause = None;
        let mut inputs = vec![];
        let mut added = vec![];
        for (nth, param) in self.params().iter().enumerate() {
            let mut ty = param.written.clone();
            if let Some(reference) = reference(&mut ty) {
                if reference.lifetime.is_none() {
                    let lifetime = Lifetime::new(&format!("'__{nth}"), Span::mixed_site());
                    reference.lifetime = Some(lifetime.clone());
                    added.push(lifetime);
                }
            }
            let name = argument(param);
            inputs.push(quote!(#name: #ty));
        }
        for (nth, lifetime) in added.into_iter().enumerate() {
            generics.params.insert(nth, syn::parse_quote!(#lifetime));
        }
        let captured = generics.params.iter().map(captured).collect();
        (generics, inputs, captured)
    }

    fn jvp(&self) -> TokenStream {
        let doc = format!(
            "The value of `{}` and its derivative along a tangent (forward mode).\n\n\
             # Panics\nIf a tangent differs in length from its parameter.",
            self.request.item.sig.ident
        );
        let root = self.root();
        let (vis, bounds) = (&self.request.item.vis, self.bounds());
        let generics = &self.request.item.sig.generics;
        let mut inputs: Vec<_> = self
            .params()
            .iter()
            .map(|param| {
                let (name, ty) = (argument(param), &param.written);
                quote!(#name: #ty)
            })
            .collect();
        for param in self.chosen() {
            let (name, ty) = (tangent(param), tangent_ty(param, root));
            inputs.push(quote!(#name: #ty));
        }
        let mut checks = TokenStream::new();
        for param in self
            .chosen()
            .filter(|param| matches!(param.ty, Ty::Slice(_) | Ty::Vec(_)))
        {
            let (tangent, argument, text) = (tangent(param), argument(param), &param.name);
            checks.extend(quote! {
                #root::__private::check_len("tangent", #text, #tangent.len(), #argument.len());
            });
        }
        let tangents = self.params().iter().map(|param| {
            let tangent = tangent(param);
            match (param.is_differentiable(), param.wrt) {
                (false, _) => quote!(()),
                (true, true) => quote!(#tangent),
                (true, false) => no_tangent(param, root),
            }
        });
        let arguments = self.arguments();
        let (value_ty, tangent_ty) = (self.value_ty(), owned(&self.signature.result_ty, root));
        quote! {
            #[doc = #doc]
            #[inline]
            #[must_use]
            #vis fn jvp #generics (#(#inputs),*) -> (#value_ty, #tangent_ty) #bounds {
                #checks
                Self::pushforward(#(#arguments,)* #(#tangents),*)
            }
        }
    }

    fn pushforward(&self, forward: &Tangent) -> TokenStream {
        let blocks = [&forward.func.body];
        let mut emitter = Emitter::new(&forward.func, self.root(), &blocks, &[]);
        let (vis, bounds) = (&self.request.item.vis, self.bounds());
        let generics = &self.request.item.sig.generics;
        let vars: Vec<Var> = forward.func.params.iter().map(|param| param.var).collect();
        let mut inputs = self.inputs(&mut emitter, &vars, false);
        for (param, var) in self.params().iter().zip(&forward.tangents) {
            if param.pass != Pass::Value && param.is_differentiable() {
                emitter.borrow(*var);
            }
            let name = emitter.name(*var, param.span);
            let ty = match param.is_differentiable() {
                true => tangent_ty(param, self.root()),
                false => quote!(()),
            };
            inputs.push(quote!(#name: #ty));
        }
        let items = self.items;
        let body = emitter.stmts(&forward.func.body);
        let value = emitter.rvalue(&forward.func.result, Span::call_site());
        let tangent = emitter.rvalue(&forward.result, Span::call_site());
        let (value_ty, tangent_ty) = (
            self.value_ty(),
            owned(&self.signature.result_ty, self.root()),
        );
        quote! {
            #[doc(hidden)]
            #[inline]
            #vis fn pushforward #generics (#(#inputs),*) -> (#value_ty, #tangent_ty) #bounds {
                #(#items)*
                #body
                (#value, #tangent)
            }
        }
    }
}

/// Attributes under which the function exists.
fn conditions(attrs: &[Attribute]) -> Vec<&Attribute> {
    attrs
        .iter()
        .filter(|attr| attr.path().is_ident("cfg"))
        .collect()
}

/// Generated code is not the user's style.
fn allow() -> TokenStream {
    quote! {
        #[allow(
            dead_code, deprecated, invalid_nan_comparisons, missing_debug_implementations, non_ascii_idents, non_camel_case_types,
            non_snake_case, single_use_lifetimes, trivial_casts, trivial_numeric_casts, unreachable_pub,
            unused, unused_lifetimes, unused_qualifications, unused_results,
            clippy::all, clippy::nursery, clippy::pedantic, clippy::restriction
        )]
    }
}

fn argument(param: &Parameter) -> Ident {
    names::variable(&param.name, param.span)
}

fn buffer(param: &Parameter) -> Ident {
    names::variable(&names::adjoint(&param.name), param.span)
}

fn tangent(param: &Parameter) -> Ident {
    names::variable(&names::tangent(&param.name), param.span)
}

/// The zero of a type of fixed size.
fn zero_literal(ty: &Ty) -> Option<TokenStream> {
    match ty {
        Ty::Float(_) => Some(quote!(0.0)),
        Ty::Array(item, len) => {
            let (item, len) = (zero_literal(item)?, len.0.as_ref()?);
            Some(quote!([#item; #len]))
        }
        _ => None,
    }
}

fn one_or_tuple(items: &[TokenStream]) -> TokenStream {
    match items {
        [one] => one.clone(),
        items => quote!((#(#items),*)),
    }
}

/// The type of an owned tangent.
pub(crate) fn owned(ty: &Ty, root: &Path) -> TokenStream {
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
        Ty::Tuple(items) => {
            let items = items.iter().map(|item| owned(item, root));
            quote!((#(#items,)*))
        }
        _ => quote!(()),
    }
}

/// The type of a tangent behind a reference.
fn borrowed(ty: &Ty, root: &Path) -> TokenStream {
    match ty {
        ty if !ty.is_differentiable() => quote!(()),
        Ty::Slice(item) | Ty::Vec(item) => {
            let item = owned(item, root);
            quote!([#item])
        }
        ty => owned(ty, root),
    }
}

fn tangent_ty(param: &Parameter, root: &Path) -> TokenStream {
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

/// A buffer for an adjoint that nobody asks for, and nothing is added to.
fn unused(param: &Parameter, root: &Path) -> TokenStream {
    let argument = argument(param);
    match (&param.ty, param.pass) {
        (Ty::Slice(_) | Ty::Vec(_), _) => quote!(&mut []),
        (_, Pass::Value) => quote!(&mut #root::__private::zero_like(&#argument)),
        _ => quote!(&mut #root::__private::zero_like(#argument)),
    }
}

/// The zero tangent of a parameter that is constant.
fn no_tangent(param: &Parameter, root: &Path) -> TokenStream {
    let argument = argument(param);
    match param.pass {
        Pass::Value => quote!(#root::__private::zero_like(&#argument)),
        Pass::Ref => quote!(&#root::__private::zero_like(#argument)),
        Pass::RefMut => quote!(&mut #root::__private::zero_like(&*#argument)),
    }
}

fn consts(generics: &syn::Generics) -> Vec<TokenStream> {
    let consts =
        |param: &&GenericParam| matches!(param, GenericParam::Const(_) | GenericParam::Type(_));
    generics
        .params
        .iter()
        .filter(consts)
        .map(captured)
        .collect()
}

fn captured(param: &GenericParam) -> TokenStream {
    match param {
        GenericParam::Lifetime(param) => {
            let lifetime = &param.lifetime;
            quote!(#lifetime)
        }
        GenericParam::Type(param) => {
            let name = &param.ident;
            quote!(#name)
        }
        GenericParam::Const(param) => {
            let name = &param.ident;
            quote!(#name)
        }
    }
}

fn reference(ty: &mut Type) -> Option<&mut syn::TypeReference> {
    match ty {
        Type::Reference(reference) => Some(reference),
        Type::Paren(inner) => reference(&mut inner.elem),
        Type::Group(inner) => reference(&mut inner.elem),
        _ => None,
    }
}

fn without_lifetimes(ty: &Type) -> Type {
    let mut ty = ty.clone();
    if let Some(reference) = reference(&mut ty) {
        reference.lifetime = None;
    }
    ty
}
