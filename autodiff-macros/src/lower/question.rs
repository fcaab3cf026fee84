//! `e?`: what is there, or the way out of the function.

use proc_macro2::{Ident, Span};
use quote::quote;
use syn::spanned::Spanned;

use crate::diagnostics as refusal;
use crate::ir::{Copying, Proj, Rvalue, Struct, Ty, Written};

use super::Lower;
use super::slot::Slot;
use super::value::{Value, View};

impl Lower<'_> {
    /// `e?` in a function that returns an option.
    pub(super) fn question(&mut self, question: &syn::ExprTry) -> Value {
        let span = question.question_token.span();
        let value = self.expr(&question.expr);
        if matches!(value, Value::Never | Value::Error) {
            return value;
        }
        let option = match self.returned() {
            Some(Slot::Maybe(..)) => true,
            Some(Slot::Local(local)) => !self.is_result(local),
            None if matches!(value, Value::Maybe(..)) => true,
            _ => return self.refuse(span, "`?`", &refusal::TRY),
        };
        let (place, ty, value) = match value {
            Value::Maybe(..) if option => (None, Ty::Unit, value),
            value => {
                let (place, ty) = self.place_of(value, span);
                let view = View::Owned;
                let value = Value::Place {
                    place: place.clone(),
                    ty: ty.clone(),
                    view,
                };
                (Some(place), ty, value)
            }
        };
        let Some((tag, value)) = self.taken_apart(value, span) else {
            return Value::Error;
        };
        let leave = |lower: &mut Self| match place {
            Some(place) if !option => {
                let error = lower.project(&place, &ty, Proj::error(span)).0;
                lower.leave_with(failed(error), span)
            }
            _ => lower.leave_with(Self::none(), span),
        };
        self.branch(tag, |_| Value::Unit, leave, span);
        value
    }

    /// Whether the type of a local is written `Result<…>`.
    fn is_result(&self, local: crate::ir::Var) -> bool {
        match self.types.shallow(self.func.ty(local)) {
            Ty::Named(written) => is_result(&written),
            _ => false,
        }
    }
}

/// Whether a type is written `Result<…>`.
pub(super) fn is_result(written: &Written) -> bool {
    let text = written.0.to_string();
    let head = text.split('<').next().unwrap_or_default().trim();
    head == "Result" || head.ends_with(":: Result") || head.ends_with("::Result")
}

/// `Err(From::from(error))`
fn failed(error: crate::ir::Place) -> Value {
    let err = Struct {
        path: quote!(::core::result::Result::Err),
        variant: Some(Ident::new("Err", Span::call_site())),
        fields: vec![(syn::Member::from(0), Rvalue::Copy(error, Copying::Into))],
        base: None,
    };
    Value::Aggregate(Rvalue::Struct(err), Ty::Named(Written(quote!(Result))))
}
