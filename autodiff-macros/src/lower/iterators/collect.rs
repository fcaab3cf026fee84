//! `collect` and `unzip`: iterators into vectors.
//!
//! Numbers whose count is known ahead go to their places in a vector of that length; everything else
//! is pushed.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, ExprMethodCall};

use crate::diagnostics as refusal;
use crate::ir::{Atom, Op, Place, Proj, Rvalue, Ty, Var};

use super::Iter;
use super::consume::turbofish;
use crate::lower::Lower;
use crate::lower::value::Value;

/// A vector that is being filled.
struct Filled {
    vec: Var,
    item: Ty,
    /// Where it is declared.
    init: usize,
    /// Whether its elements have their places.
    placed: bool,
}

impl Lower<'_> {
    pub(super) fn collect(&mut self, iter: &Iter, call: &ExprMethodCall) -> Value {
        let span = call.method.span();
        let item = self.types.fresh();
        if let Some(written) = turbofish(call) {
            let vec = Ty::Vec(Box::new(item.clone()));
            match self.written(written) {
                Some(known @ (Ty::Vec(_) | Ty::Infer(_))) => self.types.unify(&vec, &known),
                _ => {
                    let what = format!("`{}`", crate::lower::signature::text(written));
                    return self.refuse(written.span(), what, &refusal::COLLECT);
                }
            }
        }
        let filled = self.filled(iter, vec![item], span, |_, item| vec![item]);
        self.loose_value(filled[0])
    }

    pub(super) fn unzip(&mut self, iter: &Iter, span: Span) -> Value {
        let items = vec![self.types.fresh(), self.types.fresh()];
        let filled = self.filled(iter, items, span, |lower, item| lower.pair(item, span));
        Value::Tuple(
            filled
                .into_iter()
                .map(|vec| self.loose_value(vec))
                .collect(),
        )
    }

    pub(super) fn partition(&mut self, iter: &Iter, test: &Expr, span: Span) -> Value {
        let Some(test) = self.callee(test) else {
            return Value::Error;
        };
        let item = self.types.fresh();
        let vecs = [(); 2].map(|()| self.empty(item.clone(), span));
        self.drive(iter, span, &mut |lower, part| {
            let ty = lower.value_ty(&part);
            lower.types.unify(&item, &ty);
            let cond = lower.tested(&test, &part, span);
            let push = |lower: &mut Self, to: &Filled| {
                let value = lower.rvalue(part.clone(), span);
                let to = Place::whole(to.vec);
                lower.push(vec![], Op::PushBack(to, value), span);
                Value::Unit
            };
            let [yes, no] = &vecs;
            lower.branch(
                cond,
                |lower| push(lower, yes),
                |lower| push(lower, no),
                span,
            );
        });
        let parts = vecs.map(|vec| {
            self.stmts[vec.init].op = Op::Init(Some(Rvalue::VecEmpty(None)));
            self.loose_value(vec.vec)
        });
        Value::Tuple(parts.into())
    }

    fn pair(&mut self, item: Value, span: Span) -> Vec<Value> {
        match item {
            Value::Tuple(items) => items,
            Value::Place { place, ty, view } => {
                let items = vec![self.types.fresh(), self.types.fresh()];
                self.types.unify(&ty, &Ty::Tuple(items));
                let mut part = |nth| {
                    let (place, ty) = self.project(&place, &ty, crate::lower::value::field(nth));
                    Value::Place { place, ty, view }
                };
                vec![part(0), part(1)]
            }
            _ => {
                self.refuse(span, "this element", &refusal::UNKNOWN_TYPE);
                vec![]
            }
        }
    }

    /// Vectors of what each element is taken apart to.
    fn filled(
        &mut self,
        iter: &Iter,
        items: Vec<Ty>,
        span: Span,
        parts: impl Fn(&mut Self, Value) -> Vec<Value>,
    ) -> Vec<Var> {
        let len = self.length_ahead(iter, span);
        let mut vecs: Vec<Filled> = items
            .into_iter()
            .map(|item| self.empty(item, span))
            .collect();
        let each = |lower: &mut Self, vecs: &mut [Filled], at: Option<&Atom>, item| {
            let parts = parts(lower, item);
            for (vec, part) in vecs.iter_mut().zip(parts) {
                lower.put(vec, at, part, span);
            }
        };
        match &len {
            Some(len) => self.drive_indexed(iter, len.clone(), span, |lower, at, item| {
                each(lower, &mut vecs, Some(&at), item);
            }),
            None => self.drive(iter, span, &mut |lower, item| {
                each(lower, &mut vecs, None, item);
            }),
        }
        for vec in &vecs {
            let value = match (&len, vec.placed) {
                (Some(len), true) => {
                    let zero = Rvalue::Atom(Atom::float("0.0", &vec.item));
                    Rvalue::VecRepeat(Box::new(zero), len.clone())
                }
                (len, _) => Rvalue::VecEmpty(len.clone()),
            };
            self.stmts[vec.init].op = Op::Init(Some(value));
        }
        vecs.into_iter().map(|vec| vec.vec).collect()
    }

    fn length_ahead(&mut self, iter: &Iter, span: Span) -> Option<Atom> {
        if !self.is_positional(iter) {
            return None;
        }
        self.iter_len(iter, span)
    }

    fn empty(&mut self, item: Ty, span: Span) -> Filled {
        let vec = self.declare("", Ty::Vec(Box::new(item.clone())), None, span);
        Filled {
            vec,
            item,
            init: self.stmts.len() - 1,
            placed: false,
        }
    }

    fn put(&mut self, vec: &mut Filled, at: Option<&Atom>, part: Value, span: Span) {
        let ty = self.value_ty(&part);
        self.types.unify(&vec.item, &ty);
        let value = self.rvalue(part, span);
        let to = Place::whole(vec.vec);
        let op = match at {
            Some(at) if self.types.is_float(&vec.item) => {
                vec.placed = true;
                Op::Write(to.then(Proj::Index(at.clone())), value)
            }
            _ => Op::PushBack(to, value),
        };
        self.push(vec![], op, span);
    }
}
