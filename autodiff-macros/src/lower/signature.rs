//! What callers see: parameters, result, and which gradients there are.

use std::collections::HashSet;

use proc_macro2::{Ident, Span};
use syn::spanned::Spanned;
use syn::{FnArg, ItemFn, Pat, Receiver, ReturnType, Type};

use crate::diagnostics::{self as refusal, Errors};
use crate::ir::{Atom, Op, Param, Pass, Place, Role, Rvalue, Ty};
use crate::names;
use crate::request::Request;

use super::numbers::Numbers;
use super::value::{Value, View};
use super::{Lower, generics, receiver, types};

pub(crate) struct Signature {
    pub(crate) params: Vec<Parameter>,
    pub(crate) result_ty: Ty,
    /// The result's type as it is written.
    pub(crate) result: Option<Type>,
    /// The type parameters that are floats.
    pub(super) numbers: Numbers,
}

impl Signature {
    /// Whether the result is of a type that may be a number, for all that is known.
    pub(crate) fn may_return_number(&self) -> bool {
        matches!(&self.result_ty, Ty::Named(name) if !self.numbers.is_composed(name))
    }

    /// The signature, with numbers in place of their names.
    pub(super) fn with(&self, numbers: &Numbers) -> Signature {
        let mut params = self.params.clone();
        for param in &mut params {
            param.ty = numbers.applied(param.ty.clone());
        }
        Signature {
            params,
            result_ty: numbers.applied(self.result_ty.clone()),
            result: self.result.clone(),
            numbers: numbers.clone(),
        }
    }
}

#[derive(Clone)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    /// What its adjoint and its tangent are named after.
    pub(crate) stem: String,
    pub(crate) span: Span,
    /// The type without its reference.
    pub(crate) ty: Ty,
    pub(crate) pass: Pass,
    /// The type as it is written.
    pub(crate) written: Type,
    /// Whether its gradient is asked for.
    pub(crate) wrt: bool,
    /// Where it is `self`: that, in its short form.
    pub(crate) receiver: Option<Receiver>,
}

impl Parameter {
    pub(crate) fn is_differentiable(&self) -> bool {
        self.ty.is_differentiable()
    }

    fn is_called(&self, name: &Ident) -> bool {
        match &self.receiver {
            Some(_) => name == "self",
            None => names::text(name) == self.name,
        }
    }
}

pub(crate) fn read(request: &Request, errors: &mut Errors) -> Option<Signature> {
    fence(request, errors);
    if !errors.is_empty() {
        return None;
    }
    let mut params = vec![];
    for (nth, input) in request.item.sig.inputs.iter().enumerate() {
        match input {
            FnArg::Receiver(receiver) => params.extend(receiver::read(receiver, errors)),
            FnArg::Typed(typed) => params.extend(parameter(nth, typed, errors)),
        }
    }
    distinguish(&mut params);
    choose(request, &mut params, errors);
    let (result_ty, result) = result(&request.item, errors)?;
    if !params.iter().any(Parameter::is_differentiable) && errors.is_empty() {
        let name = &request.item.sig.ident;
        errors.refuse(name.span(), format!("`{name}`"), &refusal::NO_PARAMETERS);
    }
    if result_ty == Ty::Unit
        && errors.is_empty()
        && params.iter().all(|param| param.pass != Pass::RefMut)
    {
        let name = &request.item.sig.ident;
        errors.refuse(name.span(), format!("`{name}`"), &refusal::NO_RESULT);
    }
    let numbers = generics::floats(&request.item.sig.generics);
    let signature = Signature {
        params,
        result_ty,
        result,
        numbers: Numbers::default(),
    };
    Some(signature.with(&numbers))
}

/// The kinds of functions that are refused.
fn fence(request: &Request, errors: &mut Errors) {
    let item = &request.item;
    let sig = &item.sig;
    if let Some(token) = &sig.asyncness {
        errors.refuse(token.span(), "an `async` function", &refusal::ASYNC);
    }
    if let Some(token) = unsafety(sig) {
        errors.refuse(token, "an `unsafe` function", &refusal::UNSAFE);
    }
    if let Some(abi) = &sig.abi {
        errors.refuse(abi.span(), "an `extern` function", &refusal::EXTERN);
    }
    if let Some(variadic) = &sig.variadic {
        errors.refuse(variadic.span(), "a variadic function", &refusal::EXTERN);
    }
    syn::visit::Visit::visit_signature(&mut Conditions(errors), sig);
    if request.rule.is_none() {
        syn::visit::Visit::visit_block(&mut Conditions(errors), &item.block);
    }
    generics::fence(&sig.generics, errors);
}

/// `#[cfg]` inside a function is decided later than here.
struct Conditions<'e>(&'e mut Errors);

impl<'ast> syn::visit::Visit<'ast> for Conditions<'_> {
    fn visit_attribute(&mut self, attr: &'ast syn::Attribute) {
        if attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr") {
            self.0.refuse(
                attr.span(),
                "conditional compilation inside a function",
                &refusal::CONDITION,
            );
        }
    }
}

fn unsafety(sig: &syn::Signature) -> Option<Span> {
    let tokens = quote::ToTokens::to_token_stream(sig);
    let mut head = tokens
        .into_iter()
        .take_while(|token| token.to_string() != "fn");
    head.find(|token| token.to_string() == "unsafe")
        .map(|token| token.span())
}

fn parameter(nth: usize, typed: &syn::PatType, errors: &mut Errors) -> Option<Parameter> {
    let (name, span) = match &*typed.pat {
        Pat::Ident(pat) => (names::text(&pat.ident), pat.ident.span()),
        other => (format!("__arg_{nth}"), other.span()),
    };
    if let Some(refused) = generics::refused(&typed.ty) {
        let what = format!("`{}`, which is {}", plain(&typed.pat), refused.0);
        errors.refuse(typed.ty.span(), what, refused.1);
        return None;
    }
    let Some((ty, pass)) = types::passed(&typed.ty) else {
        let what = format!("the type `{}` of `{}`", text(&typed.ty), plain(&typed.pat));
        errors.refuse(typed.ty.span(), what, &refusal::PARAMETER_TYPE);
        return None;
    };
    if pass == Pass::Value && contains_vec(&ty) {
        errors.refuse(
            typed.ty.span(),
            format!("`{}`", plain(&typed.pat)),
            &refusal::OWNED_VEC,
        );
        return None;
    }
    Some(Parameter {
        name,
        stem: String::new(),
        span,
        ty,
        pass,
        written: (*typed.ty).clone(),
        wrt: true,
        receiver: None,
    })
}

/// Parameters of one text are told apart by hygiene in the user's code, and by number in ours; so
/// is what is named after them.
fn distinguish(params: &mut [Parameter]) {
    for nth in 0..params.len() {
        let (before, rest) = params.split_at_mut(nth);
        if before.iter().any(|param| param.name == rest[0].name) {
            rest[0].name = format!("__{}_{nth}", names::plain(&rest[0].name));
        }
    }
    let names: Vec<String> = params.iter().map(|param| param.name.clone()).collect();
    let mut taken: HashSet<String> = names.iter().cloned().collect();
    for (param, name) in params.iter_mut().zip(names) {
        param.stem = name;
        while taken.contains(&names::adjoint(&param.stem))
            || taken.contains(&names::tangent(&param.stem))
        {
            param.stem.push('_');
        }
        taken.extend([names::adjoint(&param.stem), names::tangent(&param.stem)]);
    }
}

fn contains_vec(ty: &Ty) -> bool {
    match ty {
        Ty::Vec(_) => true,
        Ty::Tuple(items) => items.iter().any(contains_vec),
        Ty::Option(item) | Ty::Boxed(item) => contains_vec(item),
        ty => ty.item().is_some_and(contains_vec),
    }
}

fn choose(request: &Request, params: &mut [Parameter], errors: &mut Errors) {
    let Some(wrt) = &request.wrt else { return };
    for param in &mut *params {
        param.wrt = false;
    }
    for name in wrt {
        let found = params.iter_mut().find(|param| param.is_called(name));
        match found {
            None => errors.refuse(name.span(), format!("`{name}`"), &refusal::WRT_UNKNOWN),
            Some(param) if !param.is_differentiable() => {
                errors.refuse(name.span(), format!("`{name}`"), &refusal::WRT_CONSTANT);
            }
            Some(param) => param.wrt = true,
        }
    }
}

fn result(item: &ItemFn, errors: &mut Errors) -> Option<(Ty, Option<Type>)> {
    let ReturnType::Type(_, ty) = &item.sig.output else {
        return Some((Ty::Unit, None));
    };
    match types::passed(ty) {
        Some((known, Pass::Value)) if !matches!(known, Ty::Slice(_)) => {
            Some((known, Some((**ty).clone())))
        }
        Some((_, Pass::Ref | Pass::RefMut)) => {
            errors.refuse(ty.span(), "the result", &refusal::REFERENCE_RESULT);
            None
        }
        _ => {
            errors.refuse(
                ty.span(),
                format!("a result of type `{}`", text(ty)),
                &refusal::RESULT_TYPE,
            );
            None
        }
    }
}

/// Tokens as a person writes them.
pub(super) fn text(tokens: &impl quote::ToTokens) -> String {
    let mut text = tokens.to_token_stream().to_string();
    for (spaced, tight) in [
        (" :: ", "::"),
        ("& ", "&"),
        ("< ", "<"),
        (" <", "<"),
        (" >", ">"),
        (" ,", ","),
        (" ;", ";"),
        (" !", "!"),
    ] {
        text = text.replace(spaced, tight);
    }
    text
}

fn plain(pat: &Pat) -> String {
    match pat {
        Pat::Ident(pat) => pat.ident.to_string(),
        other => text(other),
    }
}

impl Lower<'_> {
    /// Binds the parameters: scalars are values, everything else is a place.
    pub(super) fn parameters(&mut self, item: &ItemFn, signature: &Signature) {
        for (input, param) in item.sig.inputs.iter().zip(&signature.params) {
            let value = self.parameter(param);
            match input {
                FnArg::Typed(typed) => self.parameter_pattern(&typed.pat, param, value),
                FnArg::Receiver(receiver) => self.bind_receiver(receiver, param, value),
            }
        }
    }

    fn parameter(&mut self, param: &Parameter) -> Value {
        let exclusive = param.pass == Pass::RefMut;
        let scalar = param.ty.is_scalar() && !exclusive;
        let role = if scalar {
            Role::Value
        } else {
            Role::Param { exclusive }
        };
        let var = self.func.var(&param.name, param.ty.clone(), role);
        self.func.params.push(Param {
            var,
            pass: param.held(),
        });
        if scalar && param.pass == Pass::Ref {
            return Value::Shared(Atom::Var(var));
        }
        if scalar {
            return Value::Atom(Atom::Var(var));
        }
        if exclusive && param.ty.is_scalar() {
            return self.copied_in(var, param);
        }
        let view = match param.pass {
            Pass::Value => View::Owned,
            Pass::Ref => View::Ref,
            Pass::RefMut => View::RefMut,
        };
        Value::Place {
            place: Place::whole(var),
            ty: param.ty.clone(),
            view,
        }
    }

    /// A `&mut` scalar is copied in here, and copied out at the end.
    fn copied_in(&mut self, var: crate::ir::Var, param: &Parameter) -> Value {
        let read = self.bind(param.ty.clone(), Op::Read(Place::whole(var)), param.span);
        let local = self.declare(
            &param.name,
            param.ty.clone(),
            Some(Rvalue::Atom(read)),
            param.span,
        );
        self.copied.push((var, local));
        Value::Place {
            place: Place::whole(local),
            ty: param.ty.clone(),
            view: View::RefMut,
        }
    }

    /// Copies `&mut` scalars out.
    pub(super) fn write_back(&mut self, span: Span) {
        for (param, local) in std::mem::take(&mut self.copied) {
            let ty = self.func.ty(local).clone();
            let last = self.bind(ty, Op::Read(Place::whole(local)), span);
            self.push(
                vec![],
                Op::Write(Place::whole(param), Rvalue::Atom(last)),
                span,
            );
        }
    }

    fn parameter_pattern(&mut self, pat: &Pat, param: &Parameter, value: Value) {
        match (pat, value) {
            (Pat::Ident(pat), value) if pat.by_ref.is_none() && pat.subpat.is_none() => {
                let mutable = pat.mutability.is_some() && param.pass == Pass::Value;
                let ident: &Ident = &pat.ident;
                let value = if mutable {
                    self.mutable(ident, value, param.span)
                } else {
                    value
                };
                self.scopes.bind(ident, value);
            }
            (pat, value) => self.pattern(pat, value),
        }
    }
}
