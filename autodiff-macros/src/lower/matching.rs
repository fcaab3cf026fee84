//! `match`, `if let`, `let … else`, `while let`: whether a value matches, and what is bound then.
//!
//! A pattern is looked at twice: [`Lower::test`] gives the condition under which it matches, and
//! `pattern` binds its names where that holds. Nothing is read of a part before it is known to be there.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{Expr, Pat};

use crate::diagnostics as refusal;
use crate::ir::{Atom, Fun, Head, If, Op, Pattern, Proj, Stmt, Ty};

use super::structs::{Constructor, is_capital};
use super::value::{Value, View};
use super::{Lower, options};

impl Lower<'_> {
    pub(super) fn match_expr(&mut self, expr: &syn::ExprMatch) -> Value {
        let value = self.expr(&expr.expr);
        if matches!(value, Value::Never | Value::Error) {
            return value;
        }
        let value = self.looked_at(value, expr.expr.span());
        let arms = alternatives(&expr.arms);
        self.arms(&value, &arms, expr.match_token.span())
    }

    /// What is matched more than once: it is computed once.
    fn looked_at(&mut self, value: Value, span: Span) -> Value {
        match value {
            Value::Aggregate(..) => {
                let (place, ty) = self.place_of(value, span);
                let view = View::Owned;
                Value::Place { place, ty, view }
            }
            other => other,
        }
    }

    fn arms(&mut self, value: &Value, arms: &[Alternative<'_>], span: Span) -> Value {
        let Some((arm, rest)) = arms.split_first() else {
            return Value::Never;
        };
        let test = match (rest, arm.guard) {
            ([], None) => None,
            _ => self.test(value, arm.pat),
        };
        let test = match arm.guard {
            None => test,
            Some(guard) => Some(self.guarded(value, arm.pat, test, guard)),
        };
        let then = |lower: &mut Self| {
            lower.matched(arm.pat, value.clone());
            lower.expr(arm.body)
        };
        match test {
            None => {
                self.scopes.enter();
                let result = then(self);
                let result = self.snapshot(result, span);
                self.scopes.leave();
                result
            }
            Some(cond) => self.branch(cond, then, |lower| lower.arms(value, rest, span), span),
        }
    }

    /// Whether a pattern matches and its guard holds.
    fn guarded(&mut self, value: &Value, pat: &Pat, test: Option<Atom>, guard: &Expr) -> Atom {
        let asked = |lower: &mut Self| {
            lower.matched(pat, value.clone());
            Value::Atom(lower.scalar(guard))
        };
        match test {
            Some(test) => self.and(test, asked, guard.span()),
            None => {
                self.scopes.enter();
                let asked = asked(self);
                self.scopes.leave();
                self.operand(asked, guard.span())
            }
        }
    }

    fn and(&mut self, first: Atom, second: impl FnOnce(&mut Self) -> Value, span: Span) -> Atom {
        let no = |_: &mut Self| Value::Atom(Atom::bool(false));
        let both = self.branch(first, second, no, span);
        self.operand(both, span)
    }

    /// `matches!(value, pat if guard)`
    pub(super) fn matches(
        &mut self,
        value: &Expr,
        pat: &Pat,
        guard: Option<&Expr>,
        span: Span,
    ) -> Value {
        let value = self.expr(value);
        if matches!(value, Value::Never | Value::Error) {
            return value;
        }
        let value = self.looked_at(value, span);
        let test = self.test(&value, pat);
        Value::Atom(match guard {
            Some(guard) => self.guarded(&value, pat, test, guard),
            None => test.unwrap_or(Atom::bool(true)),
        })
    }

    /// Binds the names of a pattern that may have failed, and did not.
    fn matched(&mut self, pat: &Pat, value: Value) {
        let outer = std::mem::replace(&mut self.refutable, true);
        self.pattern(pat, value);
        self.refutable = outer;
    }

    /// The condition under which a pattern matches; `None` where it always does.
    pub(super) fn test(&mut self, value: &Value, pat: &Pat) -> Option<Atom> {
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

    // `if let`, `let … else`, `while let`.

    /// `if let P = e && c { … } else { … }`: a scope that the first condition that fails leaves.
    pub(super) fn if_let(&mut self, branch: &syn::ExprIf) -> Value {
        let span = branch.if_token.span();
        let conditions = conditions(&branch.cond);
        if let [Expr::Let(only)] = conditions.as_slice() {
            return self.if_let_only(only, branch);
        }
        let whole = |lower: &mut Self| {
            let failed = lower.func.label();
            let (stmts, value) = lower.nested(|lower| {
                for condition in &conditions {
                    lower.condition(condition, failed);
                }
                let value = lower.block_value(&branch.then_branch);
                lower.leave_block(value, span)
            });
            let block = lower.func.block(stmts, vec![]);
            lower.push(vec![], Op::Scope(failed, block), span);
            let _ = value;
            match &branch.else_branch {
                Some((_, els)) => lower.expr(els),
                None => Value::Unit,
            }
        };
        self.scope(None, super::TargetKind::Block, span, whole)
    }

    fn if_let_only(&mut self, only: &syn::ExprLet, branch: &syn::ExprIf) -> Value {
        let value = self.expr(&only.expr);
        if matches!(value, Value::Never | Value::Error) {
            return value;
        }
        let value = self.looked_at(value, only.expr.span());
        let cond = self.test(&value, &only.pat).unwrap_or(Atom::bool(true));
        let then = |lower: &mut Self| {
            lower.matched(&only.pat, value);
            lower.block_value(&branch.then_branch)
        };
        let els = |lower: &mut Self| match &branch.else_branch {
            Some((_, els)) => lower.expr(els),
            None => Value::Unit,
        };
        self.branch(cond, then, els, branch.if_token.span())
    }

    /// Goes on where a condition holds; leaves `failed` where it does not.
    fn condition(&mut self, condition: &Expr, failed: crate::ir::Label) {
        let span = condition.span();
        let leave = |lower: &mut Self, cond: Atom| {
            let exit = vec![Stmt::new(vec![], Op::Exit(failed), span)];
            let then = lower.func.block(vec![], vec![]);
            let els = lower.func.block(exit, vec![]);
            lower.push(vec![], Op::If(If { cond, then, els }), span);
        };
        let Expr::Let(condition) = super::loops::bare(condition) else {
            let cond = self.scalar(condition);
            return leave(self, cond);
        };
        let value = self.expr(&condition.expr);
        let value = self.looked_at(value, span);
        if let Some(cond) = self.test(&value, &condition.pat) {
            leave(self, cond);
        }
        self.matched(&condition.pat, value);
    }

    /// `let P = e else { … };`
    pub(super) fn let_else(&mut self, pat: &Pat, value: Value, diverge: &Expr) -> Value {
        let span = pat.span();
        let value = self.looked_at(value, span);
        if let Some(cond) = self.test(&value, pat) {
            self.branch(cond, |_| Value::Unit, |lower| lower.expr(diverge), span);
        }
        self.matched(pat, value);
        Value::Unit
    }

    /// `while let P = e { … }`: a loop that begins with the question.
    pub(super) fn while_let(&mut self, each: &syn::ExprWhile) -> Value {
        let name = super::loops::label(each.label.as_ref());
        let conditions = conditions(&each.cond);
        let span = each.while_token.span();
        self.looped(name, Head::Forever, span, |lower| {
            let behind = lower.targets[lower.targets.len() - 1].behind;
            for condition in &conditions {
                lower.condition(condition, behind);
            }
            lower.block_value(&each.body);
        });
        Value::Unit
    }
}

/// The parts of `[a, .., rest @ .., z]`: those behind the rest are counted from the end.
pub(super) fn slice_parts<'p>(
    lower: &mut Lower<'_>,
    place: &crate::ir::Place,
    slice: &'p syn::PatSlice,
) -> Vec<(Proj, &'p Pat)> {
    let span = slice.span();
    let count = slice.elems.len();
    let Some(rest) = slice.elems.iter().position(is_rest) else {
        let parts = slice.elems.iter().enumerate();
        return parts
            .map(|(nth, pat)| (Proj::Index(Atom::int(nth)), pat))
            .collect();
    };
    let behind = count - rest - 1;
    let len = (behind > 0).then(|| lower.bind(Ty::usize(), Op::Len(place.clone()), span));
    let from_end = |lower: &mut Lower<'_>, back: usize| {
        let len = len.clone().unwrap_or(Atom::int(0));
        lower.count_method("saturating_sub", len, Atom::int(back), span)
    };
    let mut parts = vec![];
    for (nth, pat) in slice.elems.iter().enumerate() {
        let proj = match nth.cmp(&rest) {
            std::cmp::Ordering::Less => Proj::Index(Atom::int(nth)),
            std::cmp::Ordering::Greater => Proj::Index(from_end(lower, count - nth)),
            std::cmp::Ordering::Equal => {
                let hi = (behind > 0).then(|| from_end(lower, behind));
                Proj::Slice {
                    lo: Some(Atom::int(rest)),
                    hi,
                    inclusive: false,
                }
            }
        };
        match pat {
            Pat::Rest(_) => {}
            pat => parts.push((proj, pat)),
        }
    }
    parts
}

/// One pattern, its guard and its body; `A(x) | B(x)` are two where they bind names.
struct Alternative<'a> {
    pat: &'a Pat,
    guard: Option<&'a Expr>,
    body: &'a Expr,
}

fn alternatives(arms: &[syn::Arm]) -> Vec<Alternative<'_>> {
    let mut all = vec![];
    for arm in arms {
        let (pat, guard) = match &arm.pat {
            Pat::Guard(guarded) => (&*guarded.pat, Some(&*guarded.guard)),
            pat => (pat, None),
        };
        let body = &*arm.body;
        match bare(pat) {
            Pat::Or(or) if or.cases.iter().any(binds) => {
                all.extend(or.cases.iter().map(|pat| Alternative { pat, guard, body }));
            }
            pat => all.push(Alternative { pat, guard, body }),
        }
    }
    all
}

fn bare(pat: &Pat) -> &Pat {
    match pat {
        Pat::Paren(inner) => bare(&inner.pat),
        other => other,
    }
}

/// Whether a pattern binds a name.
fn binds(pat: &Pat) -> bool {
    struct Names(bool);
    impl<'ast> syn::visit::Visit<'ast> for Names {
        fn visit_pat_ident(&mut self, name: &'ast syn::PatIdent) {
            self.0 |= !names_constant(name);
            syn::visit::visit_pat_ident(self, name);
        }
    }
    let mut names = Names(false);
    syn::visit::Visit::visit_pat(&mut names, pat);
    names.0
}

/// `None`, `MAX`, `Origin`: spelled like a constant, a unit variant or a unit struct.
pub(super) fn names_constant(name: &syn::PatIdent) -> bool {
    let text = name.ident.to_string();
    let plain = name.by_ref.is_none() && name.mutability.is_none() && name.subpat.is_none();
    let capitals = text.len() > 1
        && text.chars().all(|c| !c.is_lowercase())
        && text.starts_with(char::is_uppercase);
    plain && (capitals || (text.len() > 1 && is_capital(&name.ident)))
}

fn always_matches(pat: &Pat) -> bool {
    match bare(pat) {
        Pat::Wild(_) | Pat::Rest(_) => true,
        Pat::Ident(name) => name.subpat.is_none() && !names_constant(name),
        Pat::Reference(inner) => always_matches(&inner.pat),
        _ => false,
    }
}

fn is_rest(pat: &Pat) -> bool {
    match pat {
        Pat::Rest(_) => true,
        Pat::Ident(name) => matches!(&name.subpat, Some((_, inner)) if is_rest(inner)),
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

/// The parts of `a && let P = e && b`.
fn conditions(cond: &Expr) -> Vec<&Expr> {
    match cond {
        Expr::Binary(binary) if matches!(binary.op, syn::BinOp::And(_)) => {
            let mut all = conditions(&binary.left);
            all.extend(conditions(&binary.right));
            all
        }
        other => vec![other],
    }
}

/// Whether a condition binds names.
pub(super) fn has_let(cond: &Expr) -> bool {
    conditions(cond)
        .iter()
        .any(|part| matches!(super::loops::bare(part), Expr::Let(_)))
}

fn last_word(tokens: &TokenStream) -> String {
    tokens
        .clone()
        .into_iter()
        .last()
        .map_or(String::new(), |token| token.to_string())
}
