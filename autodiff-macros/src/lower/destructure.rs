//! Patterns that take structs and variants apart. That a variant is the right one was asked before.

use syn::spanned::Spanned;
use syn::{Member, Pat, PatStruct, PatTupleStruct};

use crate::diagnostics as refusal;

use super::Lower;
use super::structs::Constructor;
use super::value::Value;

impl Lower<'_> {
    /// `Point { x, y: 0.0, .. }`
    pub(super) fn struct_pattern(&mut self, pat: &PatStruct, value: Value) {
        let Some(of) = Constructor::braced(&pat.path) else {
            self.refuse(pat.span(), "this pattern", &refusal::PATTERN);
            return;
        };
        for field in &pat.fields {
            let part = self.taken(&of, &value, &field.member, pat.span());
            self.pattern(&field.pat, part);
        }
    }

    /// `Point(x, ..)`
    pub(super) fn tuple_struct_pattern(&mut self, pat: &PatTupleStruct, value: Value) {
        let Some(of) = Constructor::braced(&pat.path) else {
            self.refuse(pat.span(), "this pattern", &refusal::PATTERN);
            return;
        };
        for (nth, inner) in pat.elems.iter().enumerate() {
            if matches!(inner, Pat::Rest(_)) {
                if nth + 1 < pat.elems.len() {
                    self.refuse(
                        inner.span(),
                        "`..` ahead of other fields",
                        &refusal::PATTERN,
                    );
                }
                return;
            }
            let part = self.taken(&of, &value, &Member::from(nth), pat.span());
            self.pattern(inner, part);
        }
    }

    /// A field of a value that is known to be of this struct or variant.
    pub(super) fn taken(
        &mut self,
        of: &Constructor,
        value: &Value,
        member: &Member,
        span: proc_macro2::Span,
    ) -> Value {
        match value {
            Value::Never | Value::Error => value.clone(),
            Value::Maybe(_, payload) => payload.clone().map_or(Value::Error, |value| *value),
            value => self.part_of(value, of.field(member), span),
        }
    }
}
