//! Operators of the user's own types: functions that a macro does not see.

use proc_macro2::Span;

use crate::diagnostics as refusal;
use crate::ir::Ty;

use super::Lower;
use super::value::Value;

impl Lower<'_> {
    /// Refuses an operator where an operand is of a type whose parts are used.
    pub(super) fn overloaded(&mut self, operands: &[&Ty], span: Span) -> Option<Value> {
        let composed = |ty: &&Ty| {
            let name = self.types.name(ty)?;
            self.types.numbers.is_composed(&name).then_some(name)
        };
        let name = operands.iter().find_map(composed)?;
        let what = format!("an operator of `{}`", super::signature::text(&name.0));
        Some(self.refuse(span, what, &refusal::OVERLOADED))
    }
}
