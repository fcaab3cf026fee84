//! The attributes beside the derive: `#[constant]`, `#[tangent]`, `#[differentiable(…)]`.

use syn::spanned::Spanned;
use syn::{Attribute, DeriveInput, Field, Meta, Path, Token, parse_quote};

use crate::diagnostics::{self as refusal, Errors, Refusal};

/// What stands above the struct or the enum.
pub(super) struct Container {
    /// Whether a tangent type is asked for.
    pub(super) tangent: bool,
    /// Where the facade is found.
    pub(super) root: Path,
    /// `#[non_exhaustive]`, which the tangent has as well.
    pub(super) non_exhaustive: Option<Attribute>,
}

impl Container {
    pub(super) fn new(input: &DeriveInput, errors: &mut Errors) -> Self {
        let mut container = Container {
            tangent: false,
            root: parse_quote!(::differentiate),
            non_exhaustive: None,
        };
        for attr in &input.attrs {
            let path = attr.path();
            if path.is_ident("tangent") {
                container.tangent = true;
                bare(attr, "`#[tangent]`", errors);
            } else if path.is_ident("constant") {
                let what = "`#[constant]`";
                errors.refuse(attr.span(), what, &refusal::CONSTANT_PLACE);
            } else if path.is_ident("differentiable") {
                options(attr, &mut container, errors);
            } else if path.is_ident("non_exhaustive") {
                container.non_exhaustive = Some(attr.clone());
            } else if path.is_ident("repr") {
                packed(attr, errors);
            }
        }
        container
    }
}

fn options(attr: &Attribute, container: &mut Container, errors: &mut Errors) {
    let parsed = attr.parse_nested_meta(|meta| {
        if meta.path.is_ident("crate") {
            container.root = meta.value()?.call(Path::parse_mod_style)?;
            return Ok(());
        }
        let name = meta.path.require_ident()?;
        errors.refuse(
            name.span(),
            format!("`{name}`"),
            &refusal::UNKNOWN_DERIVE_OPTION,
        );
        skip(meta.input)
    });
    if let Err(error) = parsed {
        errors.push(error);
    }
}

fn skip(input: syn::parse::ParseStream) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<proc_macro2::TokenTree>()?;
    }
    Ok(())
}

/// The fields of a packed struct cannot be borrowed.
fn packed(attr: &Attribute, errors: &mut Errors) {
    let _ = attr.parse_nested_meta(|meta| {
        if meta.path.is_ident("packed") {
            errors.refuse(meta.path.span(), "`packed`", &refusal::PACKED);
        }
        skip(meta.input)
    });
}

/// Whether a field is marked as a constant.
pub(super) fn is_constant(field: &Field, errors: &mut Errors) -> bool {
    only(
        &field.attrs,
        "tangent",
        "`#[tangent]`",
        &refusal::TANGENT_PLACE,
        errors,
    );
    let marks = field
        .attrs
        .iter()
        .filter(|attr| attr.path().is_ident("constant"));
    let mut found = false;
    for mark in marks {
        found = true;
        bare(mark, "`#[constant]`", errors);
    }
    found
}

/// Variants carry none of these attributes.
pub(super) fn variant(attrs: &[Attribute], errors: &mut Errors) {
    only(
        attrs,
        "constant",
        "`#[constant]`",
        &refusal::CONSTANT_PLACE,
        errors,
    );
    only(
        attrs,
        "tangent",
        "`#[tangent]`",
        &refusal::TANGENT_PLACE,
        errors,
    );
}

fn only(attrs: &[Attribute], name: &str, what: &str, refusal: &Refusal, errors: &mut Errors) {
    for attr in attrs {
        if attr.path().is_ident(name) {
            errors.refuse(attr.span(), what, refusal);
        } else if attr.path().is_ident("differentiable") {
            let what = "`#[differentiable]`";
            errors.refuse(attr.span(), what, &refusal::DIFFERENTIABLE_PLACE);
        }
    }
}

fn bare(attr: &Attribute, what: &str, errors: &mut Errors) {
    if !matches!(attr.meta, Meta::Path(_)) {
        errors.refuse(attr.meta.span(), what, &refusal::MARK_ARGUMENTS);
    }
}
