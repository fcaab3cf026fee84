//! Adaptors: `iter.rev()` and the like.

use proc_macro2::{Ident, Span};
use syn::Expr;
use syn::spanned::Spanned;

use crate::diagnostics as refusal;

use super::{Callee, Iter};
use crate::lower::Lower;
use crate::lower::value::Value;

impl Lower<'_> {
    /// A method of an iterator: an adaptor, or what consumes it.
    pub(in crate::lower) fn iter_method(
        &mut self,
        iter: Iter,
        call: &syn::ExprMethodCall,
    ) -> Value {
        let args: Vec<&Expr> = call.args.iter().collect();
        if let (Iter::Cursor(inner, given), "next" | "peek", []) =
            (&iter, call.method.to_string().as_str(), args.as_slice())
        {
            return self.next(inner, *given, call.method == "next", call.method.span());
        }
        if let Some(adapted) = self.adapted(&iter, &call.method, &args) {
            return adapted.map_or(Value::Error, |iter| Value::Iter(Box::new(iter)));
        }
        let before = self.errors.len();
        if let Some(value) = self.consumed(&iter, call, &args) {
            return if self.errors.len() > before {
                Value::Error
            } else {
                value
            };
        }
        let name = call.method.to_string();
        let refusal = match name.as_str() {
            "next" | "next_back" | "by_ref" | "peekable" | "next_if" | "peek" => {
                &refusal::ITERATOR_STATE
            }
            _ => &refusal::ITERATOR_METHOD,
        };
        let what = format!("the iterator method `{name}`");
        self.refuse(call.method.span(), what, refusal)
    }

    /// The adapted iterator; nothing where the method is no adaptor, `Some(None)` where it was
    /// refused.
    fn adapted(&mut self, iter: &Iter, name: &Ident, args: &[&Expr]) -> Option<Option<Iter>> {
        let inner = Box::new(iter.clone());
        let span = name.span();
        let adapted = match (name.to_string().as_str(), args) {
            ("iter" | "into_iter" | "fuse", []) => *inner,
            ("peekable", []) if self.is_positional(iter) => *inner,
            ("clone", []) => self.cloned_iter(*inner, span),
            ("enumerate", []) => Iter::Enumerate(inner),
            ("copied" | "cloned", []) => Iter::Copied(inner),
            ("cycle", []) => Iter::Cycle(inner),
            ("rev", []) => reversed(*inner),
            ("skip", [count]) => Iter::Skip(inner, self.count(count)),
            ("take", [count]) => Iter::Take(inner, self.count(count)),
            ("step_by", [step]) => {
                let step = self.count(step);
                if self.as_range(iter).is_none() {
                    self.not_zero(&step, span);
                }
                Iter::StepBy(inner, step)
            }
            ("zip" | "chain", [other]) => {
                let value = self.expr(other);
                let Some(other) = self.followed(value, other.span()) else {
                    return Some(None);
                };
                if name == "zip" {
                    Iter::Zip(inner, Box::new(other))
                } else {
                    Iter::Chain(inner, Box::new(other))
                }
            }
            ("flatten", []) => Iter::Flat {
                inner,
                callee: None,
                reversed: false,
            },
            ("scan", [state, callee]) => {
                let state = self.part(state);
                let Some(callee) = self.callee(callee) else {
                    return Some(None);
                };
                Iter::Scan(inner, state, callee)
            }
            (
                "map" | "inspect" | "filter" | "take_while" | "skip_while" | "filter_map"
                | "map_while" | "flat_map",
                [callee],
            ) => {
                let Some(callee) = self.callee(callee) else {
                    return Some(None);
                };
                match name.to_string().as_str() {
                    "map" => Iter::Map(inner, callee),
                    "inspect" => Iter::Inspect(inner, callee),
                    "filter" => Iter::Filter(inner, callee),
                    "take_while" => Iter::TakeWhile(inner, callee),
                    "filter_map" => Iter::FilterMap(inner, callee),
                    "map_while" => Iter::MapWhile(inner, callee),
                    "skip_while" => Iter::SkipWhile(inner, callee),
                    _ => Iter::Flat {
                        inner,
                        callee: Some(callee),
                        reversed: false,
                    },
                }
            }
            _ => return None,
        };
        Some(Some(adapted))
    }
}

impl Lower<'_> {
    /// A copy of an iterator, in which closures have copies of what they own.
    fn cloned_iter(&mut self, iter: Iter, span: Span) -> Iter {
        let mut iter = self.cursor_now(iter, span);
        for callee in callees(&mut iter) {
            if let Callee::Closure { closure, copied } = callee {
                *copied |= self.closures[*closure].moves();
            }
        }
        iter
    }
}

fn callees(iter: &mut Iter) -> Vec<&mut Callee> {
    match iter {
        Iter::Range { .. }
        | Iter::From { .. }
        | Iter::Repeat(_)
        | Iter::Maybe(..)
        | Iter::Items { .. }
        | Iter::Parts { .. } => vec![],
        Iter::Cursor(inner, _)
        | Iter::Enumerate(inner)
        | Iter::Rev(inner)
        | Iter::Skip(inner, _)
        | Iter::Take(inner, _)
        | Iter::StepBy(inner, _)
        | Iter::Cycle(inner)
        | Iter::Copied(inner) => callees(inner),
        Iter::Zip(a, b) | Iter::Chain(a, b) => {
            let mut both = callees(a);
            both.extend(callees(b));
            both
        }
        Iter::Map(inner, callee)
        | Iter::Inspect(inner, callee)
        | Iter::Filter(inner, callee)
        | Iter::TakeWhile(inner, callee)
        | Iter::SkipWhile(inner, callee)
        | Iter::FilterMap(inner, callee)
        | Iter::MapWhile(inner, callee)
        | Iter::Scan(inner, _, callee) => {
            let mut all = callees(inner);
            all.push(callee);
            all
        }
        Iter::Flat { inner, callee, .. } => {
            let mut all = callees(inner);
            all.extend(callee.as_mut());
            all
        }
    }
}

/// From the back. What has no position is turned around inside.
pub(super) fn reversed(iter: Iter) -> Iter {
    let back = |inner: Box<Iter>| Box::new(reversed(*inner));
    match iter {
        Iter::Rev(inner) => *inner,
        Iter::Map(inner, callee) => Iter::Map(back(inner), callee),
        Iter::Inspect(inner, callee) => Iter::Inspect(back(inner), callee),
        Iter::Filter(inner, callee) => Iter::Filter(back(inner), callee),
        Iter::FilterMap(inner, callee) => Iter::FilterMap(back(inner), callee),
        Iter::Copied(inner) => Iter::Copied(back(inner)),
        Iter::Maybe(tag, value) => Iter::Maybe(tag, value),
        Iter::Chain(a, b) => Iter::Chain(back(b), back(a)),
        Iter::Flat {
            inner,
            callee,
            reversed,
        } => Iter::Flat {
            inner: back(inner),
            callee,
            reversed: !reversed,
        },
        other => Iter::Rev(Box::new(other)),
    }
}
