//! Calls: of functions, of their forward halves, of pullbacks.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::ir::{Arg, Call, Callee, Mode, Pull, Stmt, Ty, Var};
use crate::names;

use super::Emitter;
use super::block::float_annotation;

impl Emitter<'_> {
    pub(super) fn call(&mut self, stmt: &Stmt, call: &Call) -> TokenStream {
        let span = stmt.span;
        let at = names::located(span);
        let args: Vec<_> = call.args.iter().map(|arg| self.arg(arg, span)).collect();
        let tangents: Vec<_> = call
            .tangents
            .iter()
            .map(|arg| self.arg(arg, span))
            .collect();
        match call.mode {
            Mode::Plain => {
                let value = called(&call.callee, None, &args, at);
                self.plain(stmt, &value)
            }
            Mode::Forward => {
                let binds: Vec<_> = stmt
                    .binds
                    .iter()
                    .map(|bind| self.binding(*bind, span))
                    .collect();
                let call = called(&call.callee, Some("forward"), &args, at);
                let ty = self.float_of(stmt.binds[0]).map(|ty| quote!(: (#ty, _)));
                let confirmed = self.float(stmt.binds[0], span);
                quote!(let (#(#binds),*) #ty = #call; #confirmed)
            }
            Mode::Joint => {
                let args: Vec<_> = args.into_iter().chain(tangents).collect();
                let value = called(&call.callee, Some("joint"), &args, at);
                self.plain(stmt, &value)
            }
            Mode::Tangent => {
                let binds: Vec<_> = stmt
                    .binds
                    .iter()
                    .map(|bind| self.binding(*bind, span))
                    .collect();
                let args: Vec<_> = args.into_iter().chain(tangents).collect();
                let call = called(&call.callee, Some("pushforward"), &args, at);
                quote!(let (#(#binds),*) = #call;)
            }
        }
    }

    /// A call without a derivative. That its result is a constant type, rustc confirms.
    fn plain(&mut self, stmt: &Stmt, value: &TokenStream) -> TokenStream {
        let root = self.root;
        let bind = self.binding(stmt.binds[0], stmt.span);
        match self.ty(stmt.binds[0]) {
            Ty::Int(_) | Ty::Bool | Ty::Plain => {
                quote!(let #bind = #root::__private::constant(#value);)
            }
            _ => {
                let ty = self.float_of(stmt.binds[0]).map(|ty| quote!(: #ty));
                quote!(let #bind #ty = #value;)
            }
        }
    }

    /// The type of a result that was taken for a float.
    fn float_of(&self, result: Var) -> Option<TokenStream> {
        float_annotation(self.ty(result))
    }

    /// Confirms that a result is a float, whichever.
    fn float(&mut self, result: Var, span: Span) -> Option<TokenStream> {
        let inferred = matches!(self.ty(result), Ty::Float(float) if float.is_inferred());
        let open = inferred && self.confirms;
        let (name, root) = (self.name(result, span), self.root);
        open.then(|| quote!(#root::__private::float(#name);))
    }

    pub(super) fn arg(&mut self, arg: &Arg, span: Span) -> TokenStream {
        match arg {
            Arg::Value(value) => self.rvalue(value, span),
            Arg::RefValue(atom) => {
                let atom = self.atom(atom, span);
                quote!(&(#atom))
            }
            Arg::Ref(place) => self.shared(place, span),
            Arg::RefMut(place) => self.exclusive(place, span),
            Arg::Receiver(place, changes) => self.called_on(place, *changes, span),
        }
    }

    pub(super) fn pull(&mut self, pull: &Pull, span: Span) -> TokenStream {
        let at = names::located(span);
        let inputs: Vec<_> = pull.inputs.iter().map(|arg| self.arg(arg, span)).collect();
        let seed = pull.seed.as_ref().map(|seed| self.rvalue(seed, span));
        let adjoints: Vec<_> = pull
            .adjoints
            .iter()
            .map(|arg| self.arg(arg, span))
            .collect();
        let pullback = self.name(pull.pullback, span);
        quote_spanned!(at=> #pullback(#(#inputs,)* #seed, #(#adjoints),*);)
    }
}

/// A call of a function, or of one of its derivatives; a method's receiver is its first argument.
fn called(
    callee: &Callee,
    derivative: Option<&str>,
    args: &[TokenStream],
    at: Span,
) -> TokenStream {
    let sibling = |name: &syn::Ident| match derivative {
        None => name.clone(),
        Some(derivative) => names::sibling(name, derivative, at),
    };
    match (callee, args) {
        (Callee::Function(path), args) => match derivative {
            None => quote_spanned!(at=> #path(#(#args),*)),
            Some(derivative) => {
                let (path, generics) = split(path);
                let derivative = syn::Ident::new(derivative, at);
                quote_spanned!(at=> <#path>::#derivative #generics(#(#args),*))
            }
        },
        (Callee::Associated(path), args) => {
            let path = beside(path, sibling);
            quote_spanned!(at=> #path(#(#args),*))
        }
        (Callee::Method(name), [receiver, rest @ ..]) => {
            let name = sibling(name);
            quote_spanned!(at=> #receiver.#name(#(#rest),*))
        }
        (Callee::Method(_), []) => unreachable!("a method has a receiver"),
    }
}

/// A path with another last word.
fn beside(path: &TokenStream, sibling: impl Fn(&syn::Ident) -> syn::Ident) -> TokenStream {
    let Ok(mut expr) = syn::parse2::<syn::ExprPath>(path.clone()) else {
        return path.clone();
    };
    if let Some(last) = expr.path.segments.last_mut() {
        last.ident = sibling(&last.ident);
    }
    quote!(#expr)
}

/// A path, and the generic arguments behind its last segment.
fn split(callee: &TokenStream) -> (TokenStream, Option<TokenStream>) {
    let Ok(mut path) = syn::parse2::<syn::Path>(callee.clone()) else {
        return (callee.clone(), None);
    };
    let arguments = path
        .segments
        .last_mut()
        .map(|last| std::mem::take(&mut last.arguments));
    match arguments {
        Some(syn::PathArguments::AngleBracketed(mut arguments)) => {
            arguments.colon2_token = Some(syn::token::PathSep::default());
            (quote!(#path), Some(quote!(#arguments)))
        }
        _ => (quote!(#path), None),
    }
}
