//! Assignments.

use syn::spanned::Spanned;
use syn::{BinOp, Expr, UnOp};

use crate::diagnostics as refusal;
use crate::ir::{Op, Place, Rvalue, Sign, Ty};

use super::Lower;
use super::value::{Value, View};

impl Lower<'_> {
    /// `left = right`: Rust evaluates the right side first.
    pub(super) fn assign(&mut self, assign: &syn::ExprAssign) -> Value {
        let value = self.expr(&assign.right);
        let value = match value {
            Value::Tuple(items) => Value::Tuple(
                items
                    .into_iter()
                    .map(|item| self.snapshot(item, assign.right.span()))
                    .collect(),
            ),
            other => other,
        };
        if matches!(value, Value::Never) {
            return value;
        }
        self.assign_to(&assign.left, value);
        Value::Unit
    }

    fn assign_to(&mut self, target: &Expr, value: Value) {
        let span = target.span();
        match (target, value) {
            (Expr::Paren(inner), value) => self.assign_to(&inner.expr, value),
            (Expr::Group(inner), value) => self.assign_to(&inner.expr, value),
            (Expr::Infer(_), _) => {}
            (Expr::Tuple(targets), Value::Tuple(values)) if targets.elems.len() == values.len() => {
                for (target, value) in targets.elems.iter().zip(values) {
                    self.assign_to(target, value);
                }
            }
            (Expr::Tuple(targets), value) => self.spread(targets.elems.iter(), value, span, false),
            (Expr::Array(targets), value) => self.spread(targets.elems.iter(), value, span, true),
            (target, value) => match self.variable(target) {
                Some(slot) => self.store(&slot, value, span),
                None => {
                    let to = self.target(target);
                    self.assign_value(to, value, span);
                }
            },
        }
    }

    /// The locals of an option that a name stands for.
    pub(super) fn variable(&self, target: &Expr) -> Option<super::slot::Slot> {
        let Expr::Path(path) = target else {
            return None;
        };
        match self.scopes.get(path.path.get_ident()?)? {
            Value::Variable(slot) => Some((**slot).clone()),
            _ => None,
        }
    }

    /// `(a, b) = g(x)`, `[a, b] = c`.
    fn spread<'t>(
        &mut self,
        targets: impl Iterator<Item = &'t Expr>,
        value: Value,
        span: proc_macro2::Span,
        indexed: bool,
    ) {
        let value = self.snapshot(value, span);
        let (place, ty) = self.place_of(value, span);
        for (nth, target) in targets.enumerate() {
            let (place, ty) = if indexed {
                self.element(&place, &ty, nth)
            } else {
                self.project(&place, &ty, super::value::field(nth))
            };
            self.assign_to(
                target,
                Value::Place {
                    place,
                    ty,
                    view: View::Owned,
                },
            );
        }
    }

    /// What stands on the left: a place, or a tuple of them.
    fn target(&mut self, target: &Expr) -> Value {
        let span = target.span();
        let value = self.expr(target);
        match value {
            Value::Place { view, .. } if view != View::Owned && names_reference(target) => {
                self.refuse(span, "this assignment", &refusal::REFERENCE_ASSIGNED)
            }
            Value::Place { ref place, .. } if self.is_frozen(place) => {
                self.refuse(span, "this expression", &refusal::NOT_A_PLACE)
            }
            Value::Place { .. } | Value::Tuple(_) | Value::Error => value,
            _ => self.refuse(span, "this expression", &refusal::NOT_A_PLACE),
        }
    }

    pub(super) fn assign_value(&mut self, to: Value, value: Value, span: proc_macro2::Span) {
        match (to, value) {
            (Value::Place { place, ty, .. }, value) => {
                let from = self.value_ty(&value);
                self.types.unify(&ty, &from);
                let value = self.rvalue(value, span);
                self.push(vec![], Op::Write(place, value), span);
            }
            (Value::Tuple(places), Value::Tuple(values)) => {
                for (place, value) in places.into_iter().zip(values) {
                    self.assign_value(place, value, span);
                }
            }
            (Value::Tuple(places), value) => {
                let value = self.snapshot(value, span);
                let (place, ty) = self.place_of(value, span);
                for (nth, to) in places.into_iter().enumerate() {
                    let (place, ty) = self.project(&place, &ty, super::value::field(nth));
                    self.assign_value(
                        to,
                        Value::Place {
                            place,
                            ty,
                            view: View::Owned,
                        },
                        span,
                    );
                }
            }
            _ => {}
        }
    }

    /// `left += right`: on numbers, Rust evaluates the right side first.
    pub(super) fn compound(&mut self, binary: &syn::ExprBinary, symbol: &'static str) -> Value {
        let span = binary.span();
        let right = self.scalar(&binary.right);
        let target = self.expr(&binary.left);
        let Value::Place { place, ty, .. } = target else {
            return match target {
                Value::Error => Value::Error,
                _ => self.refuse(binary.left.span(), "this expression", &refusal::NOT_A_PLACE),
            };
        };
        if self.is_frozen(&place) {
            return self.refuse(binary.left.span(), "this expression", &refusal::NOT_A_PLACE);
        }
        let other = self.func.atom_ty(&right);
        if let Some(refused) = self.overloaded(&[&ty, &other], span) {
            return refused;
        }
        self.update(&place, &ty, &binary.op, symbol, right, span);
        Value::Unit
    }

    fn update(
        &mut self,
        place: &Place,
        ty: &Ty,
        op: &BinOp,
        symbol: &'static str,
        right: crate::ir::Atom,
        span: proc_macro2::Span,
    ) {
        let sign = match op {
            BinOp::AddAssign(_) => Some(Sign::Plus),
            BinOp::SubAssign(_) => Some(Sign::Minus),
            _ => None,
        };
        if let Some(sign) = sign {
            let other = self.func.atom_ty(&right);
            self.types.unify(ty, &other);
            self.push(vec![], Op::Update(place.clone(), sign, right), span);
            return;
        }
        let left = self.bind(ty.clone(), Op::Read(place.clone()), span);
        let value = self.combine(symbol, left, right, span);
        self.push(vec![], Op::Write(place.clone(), Rvalue::Atom(value)), span);
    }
}

/// Whether an expression names a reference itself, rather than what it points to.
pub(super) fn names_reference(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(inner) => names_reference(&inner.expr),
        Expr::Group(inner) => names_reference(&inner.expr),
        Expr::Unary(unary) => !matches!(unary.op, UnOp::Deref(_)),
        Expr::Index(_) | Expr::Field(_) => false,
        _ => true,
    }
}
