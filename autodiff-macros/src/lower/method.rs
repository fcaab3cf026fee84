//! Methods: of numbers, arrays, slices, vectors and iterators.

use proc_macro2::{Ident, Span};
use syn::Expr;
use syn::spanned::Spanned;

use crate::diagnostics as refusal;
use crate::ir::{Atom, Copying, Float, Fun, Op, Rvalue, Ty};
use crate::rules;

use super::slices::SEQUENCE_METHODS;
use super::value::{Value, View};
use super::{Lower, options, standard};

/// Predicates on floats: no derivative, result `bool`.
pub(super) const PREDICATES: [&str; 7] = [
    "is_nan",
    "is_finite",
    "is_infinite",
    "is_normal",
    "is_subnormal",
    "is_sign_positive",
    "is_sign_negative",
];

/// The integers' own methods that give scalars. Others could be of a trait of the user's, and give
/// anything.
pub(super) const INTEGER_METHODS: [&str; 35] = [
    "abs",
    "abs_diff",
    "clamp",
    "count_ones",
    "count_zeros",
    "div_ceil",
    "div_euclid",
    "ilog2",
    "ilog10",
    "is_negative",
    "is_positive",
    "is_power_of_two",
    "isqrt",
    "leading_zeros",
    "max",
    "min",
    "next_power_of_two",
    "pow",
    "rem_euclid",
    "rotate_left",
    "rotate_right",
    "saturating_add",
    "saturating_mul",
    "saturating_pow",
    "saturating_sub",
    "signum",
    "swap_bytes",
    "trailing_zeros",
    "unsigned_abs",
    "wrapping_add",
    "wrapping_mul",
    "wrapping_neg",
    "wrapping_pow",
    "wrapping_shl",
    "wrapping_sub",
];

impl Lower<'_> {
    pub(super) fn method_call(&mut self, call: &syn::ExprMethodCall) -> Value {
        if let Some(slot) = self.variable(super::loops::bare(&call.receiver)) {
            if let Some(value) = self.variable_method(&slot, call) {
                return value;
            }
        }
        if let Some(value) = self.searched(call) {
            return value;
        }
        match self.popped(&call.receiver) {
            Some(Ok(vector)) => self.pop_method(vector, call),
            Some(Err(receiver)) => self.method_of(receiver, call),
            None => {
                let receiver = self.expr(&call.receiver);
                self.method_of(receiver, call)
            }
        }
    }

    /// A method of what its receiver gave.
    pub(super) fn method_of(&mut self, receiver: Value, call: &syn::ExprMethodCall) -> Value {
        let args: Vec<&Expr> = call.args.iter().collect();
        let name = &call.method;
        match receiver {
            Value::Error | Value::Never => receiver,
            Value::Iter(iter) => self.iter_method(*iter, call),
            Value::Closure(_) => self.refuse(
                call.receiver.span(),
                "this closure",
                &refusal::CLOSURE_VALUE,
            ),
            Value::Atom(atom) | Value::Shared(atom) => self.number_method(atom, name, &args),
            receiver if self.is_option(&receiver, name) => {
                self.option_method(receiver, name, &args)
            }
            receiver => self.place_method(receiver, name, &args),
        }
    }

    fn place_method(&mut self, receiver: Value, name: &Ident, args: &[&Expr]) -> Value {
        let span = name.span();
        if standard::VIEWS.contains(&name.to_string().as_str()) {
            self.sequence(&receiver, span);
        }
        if let Some(iter) = self.source(&receiver, name, args) {
            return iter;
        }
        match (name.to_string().as_str(), args) {
            ("len", []) => {
                let (place, _) = self.place_of(receiver, span);
                Value::Atom(self.bind(Ty::usize(), Op::Len(place), span))
            }
            ("is_empty", []) => {
                let (place, _) = self.place_of(receiver, span);
                let len = self.bind(Ty::usize(), Op::Len(place), span);
                Value::Atom(self.combine("==", len, Atom::int(0), span))
            }
            ("as_slice" | "as_ref", []) => self.viewed(receiver, View::Ref),
            ("as_mut_slice" | "as_mut", []) => self.viewed(receiver, View::RefMut),
            ("clone" | "to_owned", []) => self.cloned(receiver, span),
            ("to_vec", []) => self.copied_vec(receiver, span),
            ("map", [f]) if self.is_array(&receiver) => self.mapped(receiver, f, span),
            _ if self.is_sequence(&receiver, name) => self.sequence_method(receiver, name, args),
            _ if self.is_foreign(&receiver, name, args.len()) => self.invoke(receiver, name, args),
            _ => {
                let atom = self.operand(receiver, span);
                self.number_method(atom, name, args)
            }
        }
    }

    /// Whether a method is one of options: of something that is one, or may be.
    fn is_option(&mut self, value: &Value, name: &Ident) -> bool {
        let ty = self.value_ty(value);
        match self.types.shallow(&ty) {
            Ty::Option(_) => options::is_method(&name.to_string()),
            ty @ Ty::Infer(_) if !self.types.is_float(&ty) && !self.types.is_integer(&ty) => {
                options::is_method(&name.to_string())
            }
            _ => false,
        }
    }

    /// What has elements; what has a method that only such types have.
    fn is_sequence(&mut self, value: &Value, method: &Ident) -> bool {
        let ty = self.value_ty(value);
        let known = SEQUENCE_METHODS.iter().any(|name| method == name);
        self.types.shallow(&ty).item().is_some() || known && self.may_be_sequence(value)
    }

    /// What has elements, as far as its type is known.
    pub(super) fn may_be_sequence(&mut self, value: &Value) -> bool {
        if !matches!(value, Value::Place { .. } | Value::Aggregate(..)) {
            return false;
        }
        let ty = self.value_ty(value);
        let open = matches!(self.types.shallow(&ty), Ty::Infer(_))
            && !self.types.is_float(&ty)
            && !self.types.is_integer(&ty);
        self.types.shallow(&ty).item().is_some() || open
    }

    fn viewed(&mut self, value: Value, view: View) -> Value {
        let (place, ty) = self.place_of(value, Span::call_site());
        Value::Place { place, ty, view }
    }

    fn cloned(&mut self, value: Value, span: Span) -> Value {
        match value {
            Value::Place { place, ty, .. } if matches!(self.types.shallow(&ty), Ty::Slice(_)) => {
                self.copied_vec(
                    Value::Place {
                        place,
                        ty,
                        view: View::Ref,
                    },
                    span,
                )
            }
            Value::Place { place, ty, .. } => Value::Place {
                place,
                ty,
                view: View::Owned,
            },
            other => other,
        }
    }

    pub(super) fn copied_vec(&mut self, value: Value, span: Span) -> Value {
        let (place, ty) = self.place_of(value, span);
        let known = self.types.shallow(&ty);
        let item = known.item().cloned();
        let item = item.unwrap_or_else(|| self.types.part(&known, "[]"));
        Value::Aggregate(Rvalue::Copy(place, Copying::ToVec), Ty::Vec(Box::new(item)))
    }

    fn number_method(&mut self, receiver: Atom, name: &Ident, args: &[&Expr]) -> Value {
        if let Some(value) = self.bool_method(&receiver, name, args) {
            return value;
        }
        let mut operands = vec![receiver];
        for arg in args {
            operands.push(self.scalar(arg));
        }
        self.known_function(None, Fun::Method(name.clone()), operands, name.span())
    }

    /// A function of numbers; `resolve` decides which, once the types are known.
    pub(super) fn known_function(
        &mut self,
        owner: Option<Ty>,
        fun: Fun,
        args: Vec<Atom>,
        span: Span,
    ) -> Value {
        let (Fun::Method(name) | Fun::Path(_, name)) = &fun else {
            return Value::Error;
        };
        self.operator_of_a_trait(name);
        let name = name.to_string();
        if let Some(value) = self.special(owner.as_ref(), &name, &args, span) {
            return value;
        }
        let receiver = args
            .first()
            .map_or(Ty::Unit, |first| self.func.atom_ty(first));
        match (name.as_str(), &owner) {
            ("from", _) => {}
            ("from_f64", Some(_)) => self.types.unify(&receiver, &Ty::Float(Float::F64)),
            ("from_usize", Some(_)) => self.types.unify(&receiver, &Ty::usize()),
            ("from_i32", Some(_)) => self
                .types
                .unify(&receiver, &Ty::Int(Some("i32".to_owned()))),
            (_, Some(owner)) => self.types.unify(&receiver, owner),
            (_, None) => {}
        }
        if let ("to_f64", Ty::Named(_)) = (name.as_str(), self.types.shallow(&receiver)) {
            let float = self.types.float();
            self.types.unify(&receiver, &float);
        }
        if rules::rule(&name, args.len()).is_some() {
            self.float_arguments(&name, &receiver, &args);
        }
        let ty = match name.as_str() {
            "from" => owner.unwrap_or_else(|| self.types.fresh()),
            "from_f64" | "from_usize" | "from_i32" if owner.is_some() => owner.unwrap_or(receiver),
            "to_f64" => Ty::Float(Float::F64),
            name if PREDICATES.contains(&name) => Ty::Bool,
            "is_positive" | "is_negative" | "is_power_of_two" => Ty::Bool,
            "count_ones" | "count_zeros" | "leading_zeros" | "trailing_zeros" | "ilog2"
            | "ilog10" => Ty::Int(Some("u32".to_owned())),
            "abs_diff" | "unsigned_abs" => self.types.integer(),
            _ => receiver,
        };
        Value::Atom(self.apply(fun, args, ty, span))
    }

    /// What a rule's name says about types: the floats are of one type, and only floats have most.
    fn float_arguments(&mut self, name: &str, receiver: &Ty, args: &[Atom]) {
        const INTEGERS_TOO: [&str; 8] = [
            "abs",
            "signum",
            "max",
            "min",
            "clamp",
            "rem_euclid",
            "div_euclid",
            "add",
        ];
        let Some(rule) = rules::rule(name, args.len()) else {
            return;
        };
        if !INTEGERS_TOO.contains(&name) {
            let float = self.types.float();
            self.types.unify(receiver, &float);
        }
        for arg in &args[rule.params.len()..] {
            let ty = self.func.atom_ty(arg);
            self.types.unify(&ty, &Ty::Int(Some("i32".to_owned())));
        }
        for arg in &args[1..rule.params.len()] {
            let ty = self.func.atom_ty(arg);
            self.types.unify(receiver, &ty);
        }
    }

    /// Functions that are something else than a row of the table.
    fn special(
        &mut self,
        owner: Option<&Ty>,
        name: &str,
        args: &[Atom],
        span: Span,
    ) -> Option<Value> {
        match (name, args) {
            ("sin_cos", [x]) => {
                let ty = self.func.atom_ty(x);
                let mut part = |name: &str| {
                    let fun = Fun::Method(Ident::new(name, span));
                    Value::Atom(self.apply(fun, vec![x.clone()], ty.clone(), span))
                };
                Some(Value::Tuple(vec![part("sin"), part("cos")]))
            }
            ("to_string", [x]) if owner.is_none() => {
                let fun = Fun::Method(Ident::new(name, span));
                let op = Op::Apply {
                    fun,
                    rule: None,
                    args: vec![x.clone()],
                };
                Some(Value::Atom(self.bind(Ty::Opaque, op, span)))
            }
            ("clone" | "to_owned", [x]) if owner.is_none() => Some(Value::Atom(x.clone())),
            ("to_bits" | "from_bits" | "to_le_bytes" | "to_be_bytes" | "to_ne_bytes", _) => {
                Some(self.refuse(span, format!("`{name}`"), &refusal::BITS))
            }
            ("into" | "try_into", _) => {
                Some(self.refuse(span, format!("`{name}`"), &refusal::INTO))
            }
            _ => None,
        }
    }
}
