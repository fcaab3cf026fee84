//! Loops.

use proc_macro2::Span;
use syn::Expr;
use syn::spanned::Spanned;

use crate::ir::walk;
use crate::ir::{Atom, Block, Head, Loop, Op, Range, Stmt, Ty};

use super::iterators::Iter;
use super::matching::has_let;
use super::value::Value;
use super::{Lower, Target, TargetKind};

impl Lower<'_> {
    pub(super) fn for_loop(&mut self, each: &syn::ExprForLoop) -> Value {
        let Some(iter) = self.iterator(&each.expr) else {
            return Value::Error;
        };
        let name = label(each.label.as_ref());
        let span = each.for_token.span();
        self.counted(name, iter, span, |lower, item| {
            lower.pattern(&each.pat, item);
            lower.block_value(&each.body);
        });
        Value::Unit
    }

    /// A loop over an iterator: over its range where it is one, else over its positions.
    pub(super) fn counted(
        &mut self,
        name: Option<String>,
        iter: Iter,
        span: Span,
        body: impl FnOnce(&mut Self, Value),
    ) {
        let (range, ty, direct) = match iter {
            Iter::Range { range, ty } => (range, ty, None),
            iter => {
                let len = self.iter_len(&iter, span).unwrap_or(Atom::Unit);
                let range = Range {
                    lo: Atom::int(0),
                    hi: len,
                    inclusive: false,
                    adaptors: vec![],
                };
                (range, Ty::usize(), Some(iter))
            }
        };
        let index = self.func.value("", ty);
        let head = Head::For { index, range };
        self.looped(name, head, span, |lower| {
            let item = match &direct {
                None => Value::Atom(Atom::Var(index)),
                Some(iter) => lower.iter_item(iter, &Atom::Var(index), span),
            };
            body(lower, item);
        });
    }

    pub(super) fn while_loop(&mut self, each: &syn::ExprWhile) -> Value {
        if let Some(value) = self.while_popping(each) {
            return value;
        }
        if has_let(&each.cond) {
            return self.while_let(each);
        }
        let (stmts, cond) = self.nested(|lower| lower.scalar(&each.cond));
        let name = label(each.label.as_ref());
        let span = each.while_token.span();
        if writes_outside(&stmts) {
            self.tested_inside(name, stmts, cond, each);
            return Value::Unit;
        }
        let cond = self.func.block(stmts, vec![cond]);
        self.looped(name, Head::While(cond), span, |lower| {
            lower.block_value(&each.body);
        });
        Value::Unit
    }

    /// `while { i += 1; i < n } { … }` as `loop { i += 1; if !(i < n) { break } … }`.
    fn tested_inside(
        &mut self,
        name: Option<String>,
        stmts: Vec<Stmt>,
        cond: Atom,
        each: &syn::ExprWhile,
    ) {
        let span = each.while_token.span();
        self.looped(name, Head::Forever, span, |lower| {
            lower.leave_unless(stmts, cond, span);
            lower.block_value(&each.body);
        });
    }

    pub(super) fn endless_loop(&mut self, each: &syn::ExprLoop) -> Value {
        let name = label(each.label.as_ref());
        let target = self.looped(name, Head::Forever, each.loop_token.span(), |lower| {
            lower.block_value(&each.body);
        });
        match target.slot {
            _ if !target.broken => Value::Never,
            Some(slot) => self.slot_value(&slot),
            None => Value::Unit,
        }
    }

    pub(super) fn looped(
        &mut self,
        name: Option<String>,
        head: Head,
        span: Span,
        body: impl FnOnce(&mut Self),
    ) -> Target {
        let (behind, next) = (self.func.label(), self.func.label());
        self.targets.push(Target {
            name,
            behind,
            next: Some(next),
            slot: None,
            broken: false,
            kind: TargetKind::Loop,
        });
        let (stmts, ()) = self.nested(body);
        let target = self
            .targets
            .pop()
            .unwrap_or_else(|| unreachable!("pushed above"));
        if let Some(slot) = &target.slot {
            self.declare_slot(slot, span);
        }
        let body: Block = self.func.block(stmts, vec![]);
        let op = Op::Loop(Loop {
            head,
            carried: vec![],
            body,
            until: None,
            counts: false,
            labels: Some((behind, next)),
        });
        self.push(vec![], op, span);
        target
    }
}

/// Whether statements write to what was declared ahead of them.
pub(super) fn writes_outside(stmts: &[Stmt]) -> bool {
    let (mut declared, mut written, mut effects) = (vec![], vec![], false);
    for stmt in stmts {
        walk::each_stmt(stmt, &mut |stmt| {
            declared.extend(stmt.binds.iter().copied());
            effects |= matches!(stmt.op, Op::Effect(_) | Op::Exit(_));
            written.extend(crate::activity::written(&stmt.op));
        });
    }
    effects || written.iter().any(|var| !declared.contains(var))
}

pub(super) fn label(label: Option<&syn::Label>) -> Option<String> {
    label.map(|label| label.name.ident.to_string())
}

/// The expression without parentheses.
pub(super) fn bare(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(inner) => bare(&inner.expr),
        Expr::Group(inner) => bare(&inner.expr),
        other => other,
    }
}
