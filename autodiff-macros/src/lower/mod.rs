//! Rust to IR: the last step that can fail.
//!
//! ```text
//! signature → statements → types → resolve
//! ```
//!
//! Every variable of the user becomes a local, every operand an atom, every view (`let row = &w[i]`,
//! the `x` of `for x in xs`) a name for a place. Types are inferred on the way; `resolve` then picks
//! the rule of each scalar function, and refuses what has none.

mod arrays;
mod assign;
mod assume;
mod boolean;
mod call;
mod closure;
mod control;
mod destructure;
mod exchange;
mod expr;
mod generics;
mod infer;
mod invoke;
mod iterators;
mod lookup;
mod loops;
mod macros;
mod matching;
mod method;
mod numbers;
mod opaque;
mod options;
mod overloaded;
mod pattern;
mod place;
mod query;
mod question;
mod real;
mod receiver;
pub(crate) mod resolve;
mod scope;
mod signature;
mod slices;
mod slot;
mod standard;
mod structs;
pub(crate) mod types;
mod value;
mod vectors;

use std::collections::HashSet;

use proc_macro2::{Ident, Span, TokenStream};

use crate::diagnostics::{Errors, Refusal};
use crate::ir::{Atom, Func, Len, Op, Place, Proj, Stmt, Ty, Var, Variant};
use crate::request::Request;

pub(crate) use generics::is_closure;
use infer::Types;
use numbers::Numbers;
pub(crate) use resolve::CAST;
use scope::Scopes;
pub(crate) use signature::{Parameter, Signature, read};
use slot::Slot;
use value::Value;

/// The function in IR, and what its callers see of it.
pub(crate) struct Lowered {
    pub(crate) func: Func,
    pub(crate) signature: Signature,
    /// Items that stand in the body, to be emitted with every function.
    pub(crate) items: Vec<syn::Item>,
}

pub(crate) fn lower(request: &Request, errors: &mut Errors) -> Option<Lowered> {
    let written = signature::read(request, errors)?;
    if !errors.is_empty() {
        return None;
    }
    let mut numbers = written.numbers.clone();
    loop {
        let mut found = Errors::default();
        let mut signature = written.with(&numbers);
        let mut lower = Lower::new(request, numbers.clone(), &mut found);
        let func = lower.function(&request.item, &signature);
        let (items, seen) = (lower.items, lower.types.numbers);
        if let Some(more) = seen.grown(&numbers, !found.is_empty()) {
            numbers = more;
            continue;
        }
        generics::undeclared(request, &seen, &mut found);
        errors.append(found);
        signature.numbers = seen;
        return errors.is_empty().then_some(Lowered {
            func,
            signature,
            items,
        });
    }
}

/// The signature, where nothing is wrong with it.
pub(crate) fn signature(request: &Request) -> Option<Signature> {
    let mut errors = Errors::default();
    let signature = signature::read(request, &mut errors).filter(|_| errors.is_empty());
    signature.filter(|_| !generics::is_unbound(&request.item.sig.generics))
}

/// The state of lowering one function.
struct Lower<'e> {
    func: Func,
    types: Types,
    scopes: Scopes,
    /// The statements of the block that is being lowered.
    stmts: Vec<Stmt>,
    targets: Vec<Target>,
    closures: Vec<closure::Closure>,
    /// Whether the pattern at hand may fail, so that a capital name is a constant.
    refutable: bool,
    /// Locals that are declared `mut`.
    mutables: HashSet<Var>,
    /// `&mut` scalars, and the locals that stand for them.
    copied: Vec<(Var, Var)>,
    /// Copies of tuples that are passed by `&mut`, and where they go behind the call.
    behind: Vec<(Var, Value, Value)>,
    items: Vec<syn::Item>,
    /// Constants of inner blocks that are in scope.
    inner: Vec<syn::ItemConst>,
    /// The type of the function's result.
    result_ty: Ty,
    /// Locals that hold the value of an expression, which whoever binds it may have without a copy.
    loose: HashSet<Var>,
    /// Above zero where elements are not evaluated once each and in order: nothing has an effect.
    pure: usize,
    /// How deep the current block is nested in the function's.
    depth: usize,
    /// Whether the function stands in an `impl` or a `trait`, so that its name is no path.
    is_member: bool,
    errors: &'e mut Errors,
}

/// What `break`, `continue` and `return` can leave.
struct Target {
    name: Option<String>,
    behind: crate::ir::Label,
    next: Option<crate::ir::Label>,
    /// Where `break value` goes, once one was seen.
    slot: Option<Slot>,
    /// Whether some exit leaves it.
    broken: bool,
    kind: TargetKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum TargetKind {
    Function,
    Loop,
    Block,
}

impl<'e> Lower<'e> {
    fn new(request: &Request, numbers: Numbers, errors: &'e mut Errors) -> Self {
        let mut func = Func {
            name: request.item.sig.ident.to_string(),
            ..Func::empty()
        };
        func.body = func.block(vec![], vec![]);
        Lower {
            func,
            types: Types::new(numbers),
            scopes: Scopes::default(),
            stmts: vec![],
            targets: vec![],
            closures: vec![],
            refutable: false,
            mutables: HashSet::new(),
            copied: vec![],
            behind: vec![],
            items: vec![],
            inner: vec![],
            result_ty: Ty::Unit,
            loose: HashSet::new(),
            pure: 0,
            depth: 0,
            is_member: request.is_member(),
            errors,
        }
    }

    fn function(&mut self, item: &syn::ItemFn, signature: &Signature) -> Func {
        self.scopes.enter();
        self.result_ty = signature.result_ty.clone();
        self.parameters(item, signature);
        let behind = self.func.label();
        self.targets.push(Target {
            name: None,
            behind,
            next: None,
            slot: None,
            broken: false,
            kind: TargetKind::Function,
        });
        let span = item.sig.ident.span();
        let result = self.result_slot(&signature.result_ty, span);
        self.targets[0].slot = Some(result.clone());
        let (stmts, ()) = self.nested(|lower| {
            let value = lower.block_value(&item.block);
            lower.store(&result, value, span);
        });
        let body = self.func.block(stmts, vec![]);
        self.push(vec![], Op::Scope(behind, body), span);
        self.write_back(span);
        self.func.result = self.slot_rvalue(&result, span);
        self.func.result_ty = signature.result_ty.clone();
        self.func.body.stmts = std::mem::take(&mut self.stmts);
        let mut func = self.func.clone();
        assume::assume(&func, &mut self.types);
        if self.errors.is_empty() {
            resolve::resolve(&mut func, &mut self.types, self.errors);
        }
        func
    }

    fn refuse(&mut self, span: Span, what: impl AsRef<str>, refusal: &Refusal) -> Value {
        self.errors.refuse(span, what, refusal);
        Value::Error
    }

    fn push(&mut self, binds: Vec<Var>, op: Op, span: Span) {
        self.stmts.push(Stmt::new(binds, op, span));
    }

    /// Binds the result of an operation to a new value.
    fn bind(&mut self, ty: Ty, op: Op, span: Span) -> Atom {
        let var = self.func.value("", ty);
        self.push(vec![var], op, span);
        Atom::Var(var)
    }

    /// Lowers into a block of its own.
    fn nested<R>(&mut self, inner: impl FnOnce(&mut Self) -> R) -> (Vec<Stmt>, R) {
        let outer = std::mem::take(&mut self.stmts);
        self.depth += 1;
        self.scopes.enter();
        let result = inner(self);
        self.scopes.leave();
        self.depth -= 1;
        (std::mem::replace(&mut self.stmts, outer), result)
    }

    /// Rust that is kept word for word, with the constants of inner blocks that it may name.
    fn verbatim(&self, tokens: TokenStream) -> TokenStream {
        match self.inner.as_slice() {
            [] => tokens,
            inner => quote::quote!(({ #(#inner)* #tokens })),
        }
    }

    /// A type that is written in a body.
    fn written(&mut self, written: &syn::Type) -> Option<Ty> {
        if let syn::Type::Reference(outer) = written {
            if matches!(*outer.elem, syn::Type::Reference(_)) {
                return self.written(&outer.elem);
            }
        }
        let (ty, _) = types::passed(written)?;
        let ty = self.types.numbers.applied(ty);
        Some(self.with_lengths(ty))
    }

    fn with_lengths(&mut self, ty: Ty) -> Ty {
        match ty {
            Ty::Unknown => self.types.fresh(),
            Ty::Vec(item) => Ty::Vec(Box::new(self.with_lengths(*item))),
            Ty::Array(item, Len(Some(len))) => Ty::Array(
                Box::new(self.with_lengths(*item)),
                Len(Some(self.verbatim(len))),
            ),
            Ty::Tuple(items) => {
                Ty::Tuple(items.into_iter().map(|ty| self.with_lengths(ty)).collect())
            }
            Ty::Option(item) => Ty::Option(Box::new(self.with_lengths(*item))),
            other => other,
        }
    }

    fn name_of(ident: &Ident) -> String {
        crate::names::text(ident)
    }

    /// The part of a place, with its type.
    fn project(&mut self, place: &Place, ty: &Ty, proj: Proj) -> (Place, Ty) {
        let mut place = place.clone();
        let mut ty = self.types.shallow(ty);
        while let (Ty::Boxed(item), false) = (&ty, matches!(proj, Proj::Deref)) {
            place = place.then(Proj::Deref);
            ty = self.types.shallow(&item.clone());
        }
        let part = match (&proj, &ty) {
            (Proj::Deref, Ty::Boxed(item)) => Some((**item).clone()),
            (Proj::Variant(variant), _) if variant.name == "Err" => Some(Ty::Opaque),
            (Proj::Variant(variant), Ty::Option(item)) if variant.name == "Some" => {
                Some((**item).clone())
            }
            (Proj::Index(_), ty) => ty.item().cloned(),
            (Proj::Slice { .. }, ty) => match ty.item().cloned() {
                Some(item) => Some(Ty::Slice(Box::new(item))),
                None => Some(Ty::Slice(Box::new(self.types.part(ty, "[]")))),
            },
            (Proj::Field(syn::Member::Unnamed(at)), Ty::Tuple(items)) => {
                items.get(at.index as usize).cloned()
            }
            _ => None,
        };
        let part = part.unwrap_or_else(|| self.types.part(&ty, &part_name(&proj)));
        (place.then(proj), part)
    }
}

/// What tells the parts of a type apart: fields by their names; all elements are one.
fn part_name(proj: &Proj) -> String {
    match proj {
        Proj::Field(member) => quote::quote!(#member).to_string(),
        Proj::Variant(Variant { name, member, .. }) => quote::quote!(#name #member).to_string(),
        Proj::Index(_) => "[]".to_owned(),
        Proj::Slice { .. } => "[..]".to_owned(),
        Proj::Deref => "*".to_owned(),
    }
}
