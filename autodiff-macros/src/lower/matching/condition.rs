//! Conditions that bind names: `if let`, `let … else`, `while let`.

use syn::spanned::Spanned;
use syn::{Expr, Pat};

use crate::ir::{Atom, Head, If, Op, Stmt};
use crate::lower::value::Value;
use crate::lower::{Lower, TargetKind};

impl Lower<'_> {
    /// `if let P = e && c { … } else { … }`: a scope that the first condition that fails leaves.
    pub(in crate::lower) fn if_let(&mut self, branch: &syn::ExprIf) -> Value {
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
        self.scope(None, TargetKind::Block, span, whole)
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
        let Expr::Let(condition) = crate::lower::loops::bare(condition) else {
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
    pub(in crate::lower) fn let_else(&mut self, pat: &Pat, value: Value, diverge: &Expr) -> Value {
        let span = pat.span();
        let value = self.looked_at(value, span);
        if let Some(cond) = self.test(&value, pat) {
            self.branch(cond, |_| Value::Unit, |lower| lower.expr(diverge), span);
        }
        self.matched(pat, value);
        Value::Unit
    }

    /// `while let P = e { … }`: a loop that begins with the question.
    pub(in crate::lower) fn while_let(&mut self, each: &syn::ExprWhile) -> Value {
        let name = crate::lower::loops::label(each.label.as_ref());
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
pub(in crate::lower) fn has_let(cond: &Expr) -> bool {
    conditions(cond)
        .iter()
        .any(|part| matches!(crate::lower::loops::bare(part), Expr::Let(_)))
}
