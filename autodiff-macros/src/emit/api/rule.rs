//! Derivatives that are made of a rule written by hand.
//!
//! ```text
//! g_pullback(inputs…, cotangent, buffers…)          // adds to the buffers
//! g_pushforward(inputs…, tangents…) -> (value, tangent)
//! ```
//!
//! There is a buffer and a tangent for each differentiable parameter, and no cotangent where nothing
//! is returned.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{FnArg, parse_quote};

use crate::ir::{Pass, Ty};
use crate::lower::Parameter;
use crate::names;
use crate::request::Rule;

use super::heads::{Form, Sibling};
use super::pullback::{again, first};
use super::types::{argument, buffer, tangent};
use super::{Api, consts};

impl Api<'_> {
    /// The derivatives of a function with a rule.
    pub(super) fn ruled(&self, rule: &Rule) -> TokenStream {
        let joint = self.ruled_joint(rule, false);
        let mut tokens = self.scalar_functions(&joint, None);
        tokens.extend(self.sibling(Sibling::AccumulateGrad, &joint));
        tokens.extend(self.sibling(Sibling::Joint, &self.ruled_joint(rule, true)));
        let split = self.ruled_split(rule);
        if !self.has_exclusive() {
            let entry = match self.request.is_member() {
                true => self.entry(&split),
                false => self.call(Sibling::Forward),
            };
            tokens.extend(self.vjp(&entry, None));
        }
        tokens.extend(self.sibling(Sibling::Forward, &split));
        let push = self.ruled_push(rule);
        tokens.extend(self.jvp(&push));
        tokens.extend(self.sibling(Sibling::Pushforward, &push));
        tokens
    }

    /// The value: of a member by its body, since its name may be another's (see `gradient`).
    pub(super) fn original(&self, arguments: &[TokenStream]) -> TokenStream {
        let sig = &self.request.item.sig;
        if !self.request.is_member() {
            let (name, generics) = (&sig.ident, consts(&sig.generics));
            let generics = (!generics.is_empty()).then(|| quote!(::<#(#generics),*>));
            return quote!(#name #generics (#(#arguments),*));
        }
        let (output, block) = (&sig.output, &self.request.item.block);
        let output = match output {
            syn::ReturnType::Default => quote!(-> ()),
            written => quote!(#written),
        };
        let params = sig.inputs.iter().filter_map(|input| match input {
            FnArg::Typed(typed) => Some(typed),
            FnArg::Receiver(_) => None,
        });
        quote!((|#(#params),*| #output #block)(#(#arguments),*))
    }

    /// The arguments for the original function, which are needed again.
    pub(super) fn firsts(&self) -> Vec<TokenStream> {
        self.typed().map(first).collect()
    }

    fn typed(&self) -> impl Iterator<Item = &Parameter> {
        let typed = |param: &&Parameter| param.receiver.is_none();
        self.params().iter().filter(typed)
    }

    /// What is kept of a receiver that the body consumes.
    fn kept(&self) -> Option<TokenStream> {
        let consumed = |param: &&Parameter| param.receiver.is_some() && param.pass == Pass::Value;
        let param = self.params().iter().find(consumed)?;
        let argument = argument(param);
        Some(quote!(let __kept = ::core::clone::Clone::clone(&#argument);))
    }

    /// Both sweeps, with the buffers that are chosen, or with all.
    fn ruled_joint(&self, rule: &Rule, whole: bool) -> TokenStream {
        let checks = self.chosen().filter_map(|param| {
            self.check("gradient buffer", param, &buffer(param), &argument(param))
        });
        let (kept, original) = (self.kept(), self.original(&self.firsts()));
        let value = self.fresh("__value", Span::call_site());
        let inputs = self.params().iter().filter_map(|param| match param.pass {
            Pass::Value if param.receiver.is_some() => Some(quote!(&__kept)),
            Pass::RefMut => None,
            _ => again(param),
        });
        let buffers = self.differentiable().map(|param| match param.wrt || whole {
            true => {
                let name = buffer(param);
                quote!(#name)
            }
            false => {
                let zero = self.zero_like(param);
                quote!(&mut #zero)
            }
        });
        let (pullback, seed) = (&rule.pullback, self.cotangent());
        quote! {
            #(#checks)*
            #kept
            let #value = #original;
            let () = #pullback(#(#inputs,)* #seed #(#buffers),*);
            #value
        }
    }

    fn cotangent(&self) -> Option<TokenStream> {
        let seed = self.seed();
        (self.signature.result_ty != Ty::Unit).then(|| quote!(#seed,))
    }

    fn differentiable(&self) -> impl Iterator<Item = &Parameter> {
        let differentiable = |param: &&Parameter| param.is_differentiable();
        self.params().iter().filter(differentiable)
    }

    fn ruled_split(&self, rule: &Rule) -> TokenStream {
        let mut names: Vec<TokenStream> = vec![];
        let mut inputs = vec![];
        for param in self.params() {
            let name = match param.receiver {
                Some(_) => names::variable(&param.name, param.span),
                None => argument(param),
            };
            match (&param.receiver, param.pass) {
                (Some(_), Pass::RefMut) => names.push(quote!(_)),
                (None, Pass::RefMut) => {}
                _ => {
                    names.push(quote!(#name));
                    inputs.push(quote!(#name));
                }
            }
        }
        let seed = self.seed();
        names.push(quote!(#seed));
        for param in self.params() {
            let name = buffer(param);
            names.push(match param.is_differentiable() {
                true => quote!(#name),
                false => quote!(_),
            });
        }
        let types = self.pullback_inputs();
        let (pullback, cotangent) = (&rule.pullback, self.cotangent());
        let buffers = self.differentiable().map(buffer);
        let original = self.original(&self.firsts());
        let closure = quote! {
            move |#(#names: #types),*| {
                let () = #pullback(#(#inputs,)* #cotangent #(#buffers),*);
            }
        };
        let root = self.root();
        match self.form() {
            Form::Boxed => quote!((#original, #root::__private::Box::new(#closure))),
            _ => quote!((#original, #closure)),
        }
    }

    /// Forward mode; where it has no rule, an error of whoever asks for it.
    ///
    /// # Note: a constant that panics
    ///
    /// The forward mode of each caller contains a call of this one, which is compiled only if
    /// somebody calls that. So the error has to wait until then.
    fn no_push(&self) -> TokenStream {
        let root = self.root();
        let message = format!(
            "`{}` has no rule for forward mode: add `pushforward = …` to its \
             `#[differentiate(pullback = …)]`",
            self.request.item.sig.ident
        );
        quote! {
            enum __NoRule {}
            impl #root::__private::Missing for __NoRule {
                const MESSAGE: &'static ::core::primitive::str = #message;
            }
            #root::__private::missing::<__NoRule>()
        }
    }

    fn ruled_push(&self, rule: &Rule) -> TokenStream {
        let Some(pushforward) = &rule.pushforward else {
            return self.no_push();
        };
        let arguments = self.params().iter().map(|param| {
            let name = argument(param);
            match param.pass {
                Pass::RefMut => quote!(&mut *#name),
                _ => quote!(#name),
            }
        });
        let tangents = self.differentiable().map(|param| {
            let name = tangent(param);
            match (&param.receiver, param.pass) {
                (Some(_), Pass::Value) => quote!(::core::clone::Clone::clone(#name)),
                _ => quote!(#name),
            }
        });
        quote!(#pushforward(#(#arguments,)* #(#tangents),*))
    }

    /// `jvp` is an error where it is called, if there is no rule for it.
    pub(super) fn asks_for_forward_mode(&self, generics: &mut syn::Generics) {
        let missing = |rule: &Rule| rule.pushforward.is_none();
        if self.request.is_member() || !self.request.rule.as_ref().is_some_and(missing) {
            return;
        }
        let (name, root) = (&self.request.item.sig.ident, self.root());
        let bound = parse_quote!(for<'__a> #name: #root::__private::ForwardMode);
        generics.make_where_clause().predicates.push(bound);
    }
}
