//! Names that are taken for those of the standard library; rustc confirms that they are.

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::{Path, PathArguments};

use crate::ir::{PROBE, Ty};

use super::Lower;
use super::value::Value;

/// Methods of slices that show what is in them.
pub(super) const VIEWS: [&str; 17] = [
    "as_mut",
    "as_mut_slice",
    "as_ref",
    "as_slice",
    "chunks",
    "chunks_exact",
    "chunks_exact_mut",
    "chunks_mut",
    "into_iter",
    "is_empty",
    "iter",
    "iter_mut",
    "rchunks",
    "rchunks_exact",
    "rchunks_mut",
    "to_vec",
    "windows",
];

impl Lower<'_> {
    /// Takes a place for a slice; rustc confirms it where the type stays unknown.
    pub(super) fn sequence(&mut self, value: &Value, span: Span) {
        let Value::Place { place, ty, .. } = value else {
            return;
        };
        if matches!(self.types.shallow(ty), Ty::Infer(_) | Ty::Named(_)) {
            self.func.sequences.push((place.clone(), span));
        }
    }

    /// Functions whose calls are something else to the differentiator.
    pub(super) fn assume_standard(&mut self, path: &Path, tail: &[&str], args: usize) {
        let check = match (tail, args) {
            (["Vec", "new"], 0) => "vec_new",
            (["Vec", "with_capacity"], 1) => "vec_with_capacity",
            (["Box", "new"], 1) => "box_new",
            (["Vec", "from"], 1) => "vec_from",
            (["mem", "swap"], 2) => "mem_swap",
            (["mem", "replace"], 2) => "mem_replace",
            (["mem", "take"], 1) => "mem_take",
            (["iter", "repeat"], 1) => "iter_repeat",
            (["iter", "once"], 1) => "iter_once",
            (["iter", "empty"], 0) => "iter_empty",
            (["iter", "zip"], 2) => "iter_zip",
            _ => return,
        };
        self.standard(check, path);
    }

    /// `x.add(y)`, `f64::add(x, y)`: of `core::ops`, unless a trait of the user's has the name.
    pub(super) fn operator_of_a_trait(&mut self, name: &Ident) {
        let known = ["add", "sub", "mul", "div", "rem", "neg"];
        if known.iter().any(|operator| name == operator) {
            self.func.paths.push((PROBE, name.to_token_stream()));
        }
    }

    pub(super) fn standard(&mut self, check: &'static str, path: &Path) {
        let mut path = path.clone();
        for segment in &mut path.segments {
            segment.arguments = PathArguments::None;
        }
        let known = |(_, other): &(_, _)| text(other) == text(&path);
        if !self.func.paths.iter().any(known) {
            self.func.paths.push((check, path.to_token_stream()));
        }
    }
}

fn text(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string()
}
