//! Methods of conditions: `(x > 0.0).then_some(x)`.

use proc_macro2::Ident;
use syn::Expr;

use crate::ir::{Atom, Ty};

use super::Lower;
use super::value::Value;

impl Lower<'_> {
    /// Nothing where this is no method of conditions.
    pub(super) fn bool_method(
        &mut self,
        cond: &Atom,
        name: &Ident,
        args: &[&Expr],
    ) -> Option<Value> {
        let ty = self.func.atom_ty(cond);
        if self.types.shallow(&ty) != Ty::Bool {
            return None;
        }
        match (name.to_string().as_str(), args) {
            ("then_some", [value]) => {
                let value = self.part(value);
                Some(Value::Maybe(cond.clone(), Some(Box::new(value))))
            }
            ("then", [f]) => {
                let then = |lower: &mut Self| Self::some(lower.applied(f, vec![]));
                Some(self.branch(cond.clone(), then, |_| Self::none(), name.span()))
            }
            _ => None,
        }
    }
}
