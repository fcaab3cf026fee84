//! `self`.

use proc_macro2::{Ident, Span};
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{Receiver, ReceiverKind, Type, parse_quote};

use crate::diagnostics::{self as refusal, Errors};
use crate::ir::{Pass, Ty, Written};

use super::Lower;
use super::signature::{Parameter, text};
use super::value::Value;

/// What `self` is called in what is emitted: a parameter of a closure cannot have its name.
const NAME: &str = "__self";

/// `self` as a parameter.
pub(super) fn read(receiver: &Receiver, errors: &mut Errors) -> Option<Parameter> {
    let Some(kind) = short(&receiver.kind) else {
        let what = format!("`{}`", text(receiver).replace(" : ", ": "));
        errors.refuse(receiver.span(), what, &refusal::RECEIVER);
        return None;
    };
    let pass = match &kind {
        ReceiverKind::Reference(_, _, Some(_)) => Pass::RefMut,
        ReceiverKind::Reference(..) => Pass::Ref,
        _ => Pass::Value,
    };
    let receiver = Receiver {
        attrs: vec![],
        kind,
        ..receiver.clone()
    };
    Some(Parameter {
        name: NAME.to_owned(),
        stem: String::new(),
        span: receiver.self_token.span(),
        ty: Ty::Named(Written(quote!(Self))),
        pass,
        written: parse_quote!(Self),
        wrt: true,
        receiver: Some(receiver),
    })
}

/// `self: &Self` is `&self`.
fn short(kind: &ReceiverKind) -> Option<ReceiverKind> {
    let ReceiverKind::Typed(_, ty) = kind else {
        return Some(kind.clone());
    };
    match &**ty {
        Type::Reference(reference) if is_self(&reference.elem) => Some(ReceiverKind::Reference(
            reference.and_token,
            reference.lifetime.clone(),
            reference.mutability,
        )),
        ty if is_self(ty) => Some(ReceiverKind::Value),
        _ => None,
    }
}

fn is_self(ty: &Type) -> bool {
    ty.to_token_stream().to_string() == "Self"
}

impl Parameter {
    /// How what is emitted holds it: a `self` that is passed by value is borrowed.
    pub(super) fn held(&self) -> Pass {
        match (&self.receiver, self.pass) {
            (Some(_), Pass::Value) => Pass::Ref,
            (_, pass) => pass,
        }
    }
}

impl Lower<'_> {
    pub(super) fn bind_receiver(&mut self, receiver: &Receiver, param: &Parameter, value: Value) {
        let copied = receiver.mutability.is_some() && param.pass == Pass::Value;
        let value = match copied {
            true => self.mutable(&Ident::new(NAME, Span::call_site()), value, param.span),
            false => value,
        };
        let name = Ident::new("self", receiver.self_token.span);
        self.scopes.bind(&name, value);
    }
}
