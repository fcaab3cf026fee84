//! `fold`: a value that goes from element to element.

use proc_macro2::Span;
use syn::Expr;
use syn::spanned::Spanned;

use super::Iter;
use crate::lower::Lower;
use crate::lower::slot::Slot;
use crate::lower::value::Value;

impl Lower<'_> {
    pub(super) fn fold(&mut self, iter: &Iter, init: &Expr, callee: &Expr, span: Span) -> Value {
        let first = self.part(init);
        let Some(callee) = self.callee(callee) else {
            return Value::Error;
        };
        if matches!(first, Value::Error | Value::Never) {
            return first;
        }
        let state = self.slot_of(first, init.span());
        self.drive(iter, span, &mut |lower, item| {
            let so_far = lower.slot_value(&state);
            lower.loosen(&so_far);
            let next = lower.call_with(&callee, vec![so_far, item], span);
            lower.store(&state, next, span);
        });
        let value = self.slot_value(&state);
        self.loosen(&value);
        value
    }

    /// Locals that hold a value.
    pub(super) fn slot_of(&mut self, value: Value, span: Span) -> Slot {
        match value {
            Value::Tuple(items) => {
                let items = items.into_iter();
                Slot::Tuple(items.map(|item| self.slot_of(item, span)).collect())
            }
            value @ (Value::Unit | Value::Never | Value::Error) => self.slot_for("", &value),
            value => {
                let ty = self.value_ty(&value);
                let value = self.rvalue(value, span);
                Slot::Local(self.declare("", ty, Some(value), span))
            }
        }
    }
}
