//! The condition under which a pattern matches.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{Expr, Pat};

use crate::diagnostics as refusal;
use crate::ir::{Atom, Fun, Op, Pattern, Proj, Ty};
use crate::lower::structs::Constructor;
use crate::lower::value::Value;
use crate::lower::{Lower, options};

use super::slice::{is_rest, slice_parts};
use super::{bare, names_constant};

impl Lower<'_> {
    /// The condition under which a pattern matches; `None` where it always does.
    pub(in crate::lower) fn test(&mut self, value: &Value, pat: &Pat) -> Option<Atom> {
        let span = pat.span();
        match pat {
            Pat::Paren(inner) => self.test(value, &inner.pat),
            Pat::Type(typed) => self.test(value, &typed.pat),
            Pat::Reference(inner) => self.test(value, &inner.pat),
            Pat::Wild(_) | Pat::Rest(_) => None,
            Pat::Ident(name) => match &name.subpat {
                Some((_, inner)) => self.test(value, inner),
                None if names_constant(name) => Some(self.equals(value, pat, name, span)),
                None => None,
            },
            Pat::Lit(lit) => Some(self.equals(value, pat, lit, span)),
            Pat::Range(range) => Some(self.within(value, range)),
            Pat::Path(path) => Some(self.equals(value, pat, path, span)),
            Pat::Or(or) => self.any(value, or),
            Pat::Tuple(tuple) => self.test_tuple(value, tuple),
            Pat::Slice(slice) => self.test_slice(value, slice),
            Pat::Struct(of) => {
                let test = self.test_variant(value, &of.path, span);
                let fields = of.fields.iter();
                let parts: Vec<_> = fields
                    .map(|field| (field.member.clone(), &*field.pat))
                    .collect();
                self.test_fields(value, &of.path, test, &parts, span)
            }
            Pat::TupleStruct(of) => {
                let test = self.test_variant(value, &of.path, span);
                let parts = of.elems.iter().enumerate();
                let parts: Vec<_> = parts
                    .map(|(nth, pat)| (syn::Member::from(nth), pat))
                    .collect();
                self.test_fields(value, &of.path, test, &parts, span)
            }
            _ => {
                self.refuse(span, "this pattern", &refusal::PATTERN);
                None
            }
        }
    }

    /// A number equals a literal or a constant; anything else is asked of rustc.
    fn equals(&mut self, value: &Value, pat: &Pat, constant: &impl ToTokens, span: Span) -> Atom {
        let text = constant.to_token_stream();
        if let (Value::Maybe(tag, _), "None") = (value, last_word(&text).as_str()) {
            return self.apply(Fun::Not, vec![tag.clone()], Ty::Bool, span);
        }
        let ty = self.value_ty(value);
        let ty = self.types.shallow(&ty);
        let number = self.types.is_float(&ty) || self.types.is_integer(&ty) || ty == Ty::Bool;
        if !number && !matches!(pat, Pat::Lit(_)) {
            let (place, _) = self.place_of(value.clone(), span);
            return self.bind(Ty::Bool, Op::Test(place, Pattern::Matches(text)), span);
        }
        let Ok(expr) = syn::parse2::<Expr>(text) else {
            self.refuse(span, "this pattern", &refusal::PATTERN);
            return Atom::bool(false);
        };
        let left = self.operand(value.clone(), span);
        let right = self.scalar(&expr);
        match &right {
            Atom::Lit(lit) if lit.text == "true" => left,
            Atom::Lit(lit) if lit.text == "false" => {
                self.apply(Fun::Not, vec![left], Ty::Bool, span)
            }
            _ => self.combine("==", left, right, span),
        }
    }

    /// `lo..=hi`, `lo..`, `..=hi`
    fn within(&mut self, value: &Value, range: &syn::PatRange) -> Atom {
        let span = range.span();
        let operand = self.operand(value.clone(), span);
        let mut test: Option<Atom> = None;
        if let Some(lo) = &range.start {
            let lo = self.scalar(lo);
            test = Some(self.combine(">=", operand.clone(), lo, span));
        }
        if let Some(hi) = &range.end {
            let hi = self.scalar(hi);
            let symbol = match range.limits {
                syn::RangeLimits::Closed(_) => "<=",
                syn::RangeLimits::HalfOpen(_) => "<",
            };
            let below = self.combine(symbol, operand, hi, span);
            test = Some(match test {
                None => below,
                Some(above) => self.combine("&", above, below, span),
            });
        }
        test.unwrap_or(Atom::bool(true))
    }

    fn any(&mut self, value: &Value, or: &syn::PatOr) -> Option<Atom> {
        let mut any: Option<Atom> = None;
        for case in &or.cases {
            let test = self.test(value, case)?;
            any = Some(match any {
                None => test,
                Some(before) => {
                    let yes = |_: &mut Self| Value::Atom(Atom::bool(true));
                    let now = |_: &mut Self| Value::Atom(test);
                    let either = self.branch(before, yes, now, or.span());
                    self.operand(either, or.span())
                }
            });
        }
        any
    }

    fn test_tuple(&mut self, value: &Value, tuple: &syn::PatTuple) -> Option<Atom> {
        let count = match value {
            Value::Tuple(items) => items.len(),
            other => {
                let ty = self.value_ty(other);
                match self.types.shallow(&ty) {
                    Ty::Tuple(items) => items.len(),
                    _ => tuple.elems.len(),
                }
            }
        };
        let parts = positions(tuple.elems.iter().collect(), count);
        let parts: Vec<_> = parts
            .into_iter()
            .map(|(nth, pat)| (Proj::Field(syn::Member::from(nth)), pat))
            .collect();
        self.test_parts(value, None, &parts, tuple.span())
    }

    fn test_slice(&mut self, value: &Value, slice: &syn::PatSlice) -> Option<Atom> {
        let span = slice.span();
        let ty = self.value_ty(value);
        let rest = slice.elems.iter().any(is_rest);
        let wanted = slice.elems.iter().filter(|pat| !is_rest(pat)).count();
        let test = match self.types.shallow(&ty) {
            Ty::Array(..) => None,
            _ => {
                let (place, _) = self.place_of(value.clone(), span);
                let len = self.bind(Ty::usize(), Op::Len(place), span);
                let symbol = if rest { ">=" } else { "==" };
                Some(self.combine(symbol, len, Atom::int(wanted), span))
            }
        };
        let (place, _) = self.place_of(value.clone(), span);
        let parts = slice_parts(self, &place, slice);
        self.test_parts(value, test, &parts, span)
    }

    fn test_variant(&mut self, value: &Value, path: &syn::Path, span: Span) -> Option<Atom> {
        let of = Constructor::braced(path)?;
        if options::is_option(&of) {
            return match value {
                Value::Maybe(tag, _) => Some(tag.clone()),
                value => self.taken_apart(value.clone(), span).map(|(tag, _)| tag),
            };
        }
        of.variant.as_ref()?;
        let (place, _) = self.place_of(value.clone(), span);
        let pattern = quote!(#path { .. });
        let test = Op::Test(place, Pattern::Matches(pattern));
        Some(self.bind(Ty::Bool, test, span))
    }

    fn test_fields(
        &mut self,
        value: &Value,
        path: &syn::Path,
        test: Option<Atom>,
        parts: &[(syn::Member, &Pat)],
        span: Span,
    ) -> Option<Atom> {
        let Some(of) = Constructor::braced(path) else {
            self.refuse(span, "this pattern", &refusal::PATTERN);
            return None;
        };
        if let (Value::Maybe(_, Some(payload)), [(_, pat)]) = (value, parts) {
            let payload = payload.clone();
            return self.tested_under(test, pat, span, |_| *payload);
        }
        let parts: Vec<_> = parts
            .iter()
            .map(|(member, pat)| (of.field(member), *pat))
            .collect();
        self.test_parts(value, test, &parts, span)
    }

    fn test_parts(
        &mut self,
        value: &Value,
        mut test: Option<Atom>,
        parts: &[(Proj, &Pat)],
        span: Span,
    ) -> Option<Atom> {
        for (proj, pat) in parts {
            let part = |lower: &mut Self| lower.part_of(value, proj.clone(), span);
            test = self.tested_under(test, pat, span, part);
        }
        test
    }

    /// A test of a part that is there under a condition only.
    fn tested_under(
        &mut self,
        cond: Option<Atom>,
        pat: &Pat,
        span: Span,
        part: impl FnOnce(&mut Self) -> Value,
    ) -> Option<Atom> {
        if always_matches(pat) {
            return cond;
        }
        let Some(cond) = cond else {
            let part = part(self);
            return self.test(&part, pat);
        };
        let asked = |lower: &mut Self| {
            let part = part(lower);
            let test = lower.test(&part, pat);
            Value::Atom(test.unwrap_or(Atom::bool(true)))
        };
        Some(self.and(cond, asked, span))
    }
}

fn always_matches(pat: &Pat) -> bool {
    match bare(pat) {
        Pat::Wild(_) | Pat::Rest(_) => true,
        Pat::Ident(name) => name.subpat.is_none() && !names_constant(name),
        Pat::Reference(inner) => always_matches(&inner.pat),
        _ => false,
    }
}

/// The patterns of a tuple with `..` in it, each with its position.
fn positions(pats: Vec<&Pat>, count: usize) -> Vec<(usize, &Pat)> {
    let written = pats.len();
    let rest = pats.iter().position(|pat| matches!(pat, Pat::Rest(_)));
    let mut all = vec![];
    for (nth, pat) in pats.into_iter().enumerate() {
        match rest {
            Some(rest) if nth == rest => {}
            Some(rest) if nth > rest => all.push((nth + count + 1 - written - 1, pat)),
            _ => all.push((nth, pat)),
        }
    }
    all
}

fn last_word(tokens: &TokenStream) -> String {
    tokens
        .clone()
        .into_iter()
        .last()
        .map_or(String::new(), |token| token.to_string())
}
