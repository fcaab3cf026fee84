//! Loops.

use proc_macro2::Span;
use syn::Expr;
use syn::spanned::Spanned;

use crate::ir::walk;
use crate::ir::{Atom, Block, Head, Loop, Op, Stmt, Var};

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
        self.targets.push(Target {
            name,
            behind: self.func.label(),
            next: None,
            slot: None,
            broken: false,
            kind: TargetKind::Loop,
        });
        let at = self.targets.len() - 1;
        let behind = self.targets[at].behind;
        let (stmts, ()) = self.nested(|lower| {
            lower.drive(&iter, span, &mut |lower, item| {
                lower.leavable(span, |lower, next| {
                    lower.targets[at].next = Some(next);
                    lower.pattern(&each.pat, item);
                    lower.block_value(&each.body);
                });
            });
        });
        self.targets.pop();
        let block = self.func.block(stmts, vec![]);
        self.push(vec![], Op::Scope(behind, block), span);
        Value::Unit
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

/// Whether statements do what can be seen behind them: write to what was declared ahead, leave, or
/// panic on a condition.
pub(super) fn writes_outside(stmts: &[Stmt]) -> bool {
    writes_beside(stmts, &[])
}

/// The same, but for these locals.
pub(super) fn writes_beside(stmts: &[Stmt], own: &[Var]) -> bool {
    let (mut declared, mut written, mut effects) = (own.to_vec(), vec![], false);
    let (mut labels, mut left) = (vec![], vec![]);
    for stmt in stmts {
        walk::each_stmt(stmt, &mut |stmt| {
            declared.extend(stmt.binds.iter().copied());
            written.extend(crate::activity::written(&stmt.op));
            match &stmt.op {
                Op::Effect(_) => effects = true,
                Op::Exit(label) => left.push(*label),
                Op::Scope(label, _) => labels.push(*label),
                Op::Loop(each) => labels.extend(each.labels.iter().flat_map(|(a, b)| [*a, *b])),
                _ => {}
            }
        });
    }
    effects
        || left.iter().any(|label| !labels.contains(label))
        || written.iter().any(|var| !declared.contains(var))
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
