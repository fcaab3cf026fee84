//! Methods of the user's types: `layer.forward(x)`.
//!
//! Which type that is, and how the method takes its receiver, only rustc knows. The derivatives stand
//! beside the method, under names made from its own. A receiver that cannot change is not changed;
//! any other is taken to be.

use proc_macro2::{Ident, Span};
use syn::Expr;

use crate::ir::{Arg, Callee, Changes, Place, Role, Ty, Var};
use crate::rules;

use super::Lower;
use super::value::{Value, View};

impl Lower<'_> {
    pub(super) fn invoke(&mut self, receiver: Value, name: &Ident, args: &[&Expr]) -> Value {
        let span = name.span();
        let own = self.is_own(&receiver);
        let (place, mut changes) = self.receiver(receiver, span);
        let mut rest = vec![];
        for arg in args {
            match self.argument(arg) {
                Some(arg) => rest.push(arg),
                None => return Value::Error,
            }
        }
        if rest.iter().any(|arg| borrows(arg, place.base)) {
            changes = Changes::Never;
        }
        let mut all = vec![Arg::Receiver(place, changes)];
        all.extend(rest);
        let recursive = self.is_member && *name == self.func.name;
        let result = (recursive && own).then(|| self.result_ty.clone());
        self.called(Callee::Method(name.clone()), all, recursive, result, span)
    }

    /// Whether a value is of the type that the function belongs to.
    fn is_own(&mut self, value: &Value) -> bool {
        let ty = self.value_ty(value);
        matches!(self.types.shallow(&ty), Ty::Named(written) if written.0.to_string() == "Self")
    }

    fn receiver(&mut self, value: Value, span: Span) -> (Place, Changes) {
        let shared = matches!(
            value,
            Value::Place {
                view: View::Ref,
                ..
            }
        );
        let (place, _) = self.place_of(value, span);
        let changes = match self.func.vars[place.base.0].role {
            Role::Param { exclusive: true } => Changes::Maybe,
            Role::Local if self.mutables.contains(&place.base) => Changes::Maybe,
            _ => Changes::Never,
        };
        match shared {
            true => (place, Changes::Never),
            false => (place, changes),
        }
    }

    /// Whether a method belongs to a type that the macro does not see.
    pub(super) fn is_foreign(&mut self, value: &Value, name: &Ident, args: usize) -> bool {
        let ty = self.value_ty(value);
        let known = rules::rule(&name.to_string(), args + 1).is_some() || name == "to_f64";
        match self.types.shallow(&ty) {
            Ty::Named(written) => !known || written.0.to_string() == "Self",
            ty @ Ty::Infer(_) => {
                !known
                    && !self.types.is_float(&ty)
                    && !self.types.is_integer(&ty)
                    && !super::method::INTEGER_METHODS.contains(&name.to_string().as_str())
            }
            Ty::Boxed(_) | Ty::Tuple(_) => true,
            _ => false,
        }
    }
}

/// Whether an argument borrows the receiver's own storage, so that the method cannot change it.
fn borrows(arg: &Arg, base: Var) -> bool {
    matches!(arg, Arg::Ref(place) if place.base == base)
}
