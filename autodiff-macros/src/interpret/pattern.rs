//! Patterns that bind nothing.

use proc_macro2::TokenStream;
use syn::parse::Parser;
use syn::{Expr, Pat};

use super::{Run, Value, bug};

pub(super) fn matches(value: &Value, pattern: &TokenStream) -> Run<bool> {
    match Pat::parse_multi.parse2(pattern.clone()) {
        Ok(pattern) => of(value, &pattern),
        Err(error) => bug(format!("the pattern `{pattern}`: {error}")),
    }
}

fn of(value: &Value, pattern: &Pat) -> Run<bool> {
    match (pattern, value) {
        (Pat::Wild(_) | Pat::Rest(_), _) => Ok(true),
        (Pat::Paren(inner), value) => of(value, &inner.pat),
        (Pat::Reference(inner), value) => of(value, &inner.pat),
        (Pat::Or(cases), value) => {
            let cases: Run<Vec<bool>> = cases.cases.iter().map(|case| of(value, case)).collect();
            Ok(cases?.contains(&true))
        }
        (Pat::Lit(literal), value) => Ok(literal_value(&literal.lit) == number(value)),
        (Pat::Range(range), value) => within(value, range),
        (Pat::Path(path), value) => is_variant(value, &path.path),
        (Pat::TupleStruct(inner), value) => is_variant(value, &inner.path),
        (Pat::Struct(inner), value) => is_variant(value, &inner.path),
        (Pat::Ident(name), value) => is_variant(value, &name.ident.clone().into()),
        _ => bug("a pattern of another kind"),
    }
}

/// An integer or a boolean.
fn number(value: &Value) -> Option<i128> {
    match value {
        Value::Int(number) => Some(*number),
        Value::Bool(value) => Some(i128::from(*value)),
        _ => None,
    }
}

fn literal_value(literal: &syn::Lit) -> Option<i128> {
    match literal {
        syn::Lit::Int(number) => number.base10_parse().ok(),
        syn::Lit::Bool(value) => Some(i128::from(value.value)),
        _ => None,
    }
}

fn within(value: &Value, range: &syn::PatRange) -> Run<bool> {
    let end = |expr: &Option<Box<Expr>>| match expr.as_deref() {
        Some(Expr::Lit(literal)) => literal_value(&literal.lit),
        _ => None,
    };
    let Some(number) = number(value) else {
        return bug("a range of something else");
    };
    let above = end(&range.start).is_none_or(|start| start <= number);
    let below = end(&range.end).is_none_or(|end| match range.limits {
        syn::RangeLimits::Closed(_) => number <= end,
        syn::RangeLimits::HalfOpen(_) => number < end,
    });
    Ok(above && below)
}

fn is_variant(value: &Value, path: &syn::Path) -> Run<bool> {
    let last = path.segments.last().map(|last| last.ident.to_string());
    let last = last.unwrap_or_default();
    match (value, last.as_str()) {
        (Value::Maybe(value), "Some") => Ok(value.is_some()),
        (Value::Maybe(value), "None") => Ok(value.is_none()),
        (Value::Record(record), name) => Ok(record.variant.as_deref() == Some(name)),
        (value, name) => bug(format!("{value:?} is or is not `{name}`")),
    }
}
