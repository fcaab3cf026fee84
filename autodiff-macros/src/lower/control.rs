//! Blocks and branches.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, Item, Stmt};

use crate::diagnostics as refusal;
use crate::ir::{self, Atom, If, Op, Ty};

use super::matching::has_let;
use super::slot::Slot;
use super::value::Value;
use super::{Lower, Target, TargetKind};

impl Lower<'_> {
    /// The statements of a block, in a scope of their own.
    pub(super) fn block_value(&mut self, block: &syn::Block) -> Value {
        self.scopes.enter();
        let value = self.statements(&block.stmts);
        self.scopes.leave();
        value
    }

    fn statements(&mut self, stmts: &[Stmt]) -> Value {
        let inner = self.inner.len();
        for stmt in stmts {
            if let Stmt::Item(item) = stmt {
                self.item(item);
            }
        }
        let mut value = Value::Unit;
        for stmt in stmts {
            value = self.statement(stmt);
            if matches!(value, Value::Never) {
                break;
            }
        }
        self.inner.truncate(inner);
        value
    }

    /// A statement's value is the block's where it is the last one, without a semicolon.
    fn statement(&mut self, stmt: &Stmt) -> Value {
        let never = |value| match value {
            Value::Never => Value::Never,
            _ => Value::Unit,
        };
        match stmt {
            Stmt::Local(local) => self.local(local),
            Stmt::Item(_) => Value::Unit,
            Stmt::Expr(Expr::Verbatim(tokens), _) if tokens.is_empty() => Value::Unit,
            Stmt::Expr(expr, None) => self.expr(expr),
            Stmt::Expr(expr, Some(_)) => never(self.expr(expr)),
            Stmt::Macro(mac) => {
                let value = self.macro_call(&mac.mac);
                if mac.semi_token.is_some() {
                    never(value)
                } else {
                    value
                }
            }
        }
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Use(_) | Item::Const(_) | Item::Fn(_) if self.depth <= 1 => {
                self.items.push(item.clone());
            }
            Item::Const(item) => self.inner.push(item.clone()),
            Item::Use(_) | Item::Fn(_) => {
                self.refuse(item.span(), "this item", &refusal::ITEM);
            }
            other => {
                self.refuse(other.span(), "this item", &refusal::NESTED_FUNCTION);
            }
        }
    }

    pub(super) fn block_expr(&mut self, block: &syn::ExprBlock) -> Value {
        let Some(label) = &block.label else {
            self.depth += 1;
            let value = self.block_value(&block.block);
            self.depth -= 1;
            return value;
        };
        let name = Some(label.name.ident.to_string());
        self.scope(name, TargetKind::Block, block.span(), |lower| {
            lower.block_value(&block.block)
        })
    }

    /// Statements that an exit can leave with a value. Those of a closure that nothing leaves stand
    /// where it is called.
    pub(super) fn scope(
        &mut self,
        name: Option<String>,
        kind: TargetKind,
        span: Span,
        inner: impl FnOnce(&mut Self) -> Value,
    ) -> Value {
        let behind = self.func.label();
        self.targets.push(Target {
            name,
            behind,
            next: None,
            slot: None,
            broken: false,
            kind,
        });
        let (mut stmts, value) = self.nested(inner);
        let depth = self.targets.len() - 1;
        if kind == TargetKind::Function && !self.targets[depth].broken {
            self.targets.pop();
            self.stmts.extend(stmts);
            return value;
        }
        let falls = !matches!(value, Value::Never);
        if falls {
            let slot = match self.targets[depth].slot.clone() {
                Some(slot) => slot,
                None => self.slot_for("", &value),
            };
            stmts = self.appended(stmts, |lower| lower.store(&slot, value, span));
            self.targets[depth].slot = Some(slot);
        }
        let Some(target) = self.targets.pop() else {
            return Value::Error;
        };
        if let Some(slot) = &target.slot {
            self.declare_slot(slot, span);
        }
        let block = self.func.block(stmts, vec![]);
        self.push(vec![], Op::Scope(behind, block), span);
        match target.slot {
            _ if !falls && !target.broken => Value::Never,
            Some(slot) => self.slot_value(&slot),
            None => Value::Unit,
        }
    }

    /// Goes on lowering behind statements that stand already.
    pub(super) fn appended(
        &mut self,
        stmts: Vec<ir::Stmt>,
        inner: impl FnOnce(&mut Self),
    ) -> Vec<ir::Stmt> {
        let outer = std::mem::replace(&mut self.stmts, stmts);
        inner(self);
        std::mem::replace(&mut self.stmts, outer)
    }

    pub(super) fn if_expr(&mut self, branch: &syn::ExprIf) -> Value {
        if has_let(&branch.cond) {
            return self.if_let(branch);
        }
        let cond = self.scalar(&branch.cond);
        let then = |lower: &mut Self| lower.block_value(&branch.then_branch);
        let els = |lower: &mut Self| match &branch.else_branch {
            Some((_, els)) => lower.expr(els),
            None => Value::Unit,
        };
        self.branch(cond, then, els, branch.if_token.span())
    }

    /// A branch and its value, which both sides write to the same locals.
    pub(super) fn branch(
        &mut self,
        cond: Atom,
        then: impl FnOnce(&mut Self) -> Value,
        els: impl FnOnce(&mut Self) -> Value,
        span: Span,
    ) -> Value {
        let asked = self.func.atom_ty(&cond);
        self.types.unify(&asked, &Ty::Bool);
        let (then, then_value) = self.nested(then);
        let (els, els_value) = self.nested(els);
        if matches!(then_value, Value::Error) || matches!(els_value, Value::Error) {
            return Value::Error;
        }
        let shape = match &then_value {
            Value::Never | Value::Error | Value::Maybe(_, None) => &els_value,
            value => value,
        };
        let before = self.errors.len();
        if matches!(shape, Value::Closure(_) | Value::Iter(_)) {
            return self.refuse(span, "this branch", &refusal::CLOSURE_CHOICE);
        }
        let both_never = matches!((&then_value, &els_value), (Value::Never, Value::Never));
        let slot = self.slot_for("", shape);
        let then = self.appended(then, |lower| lower.store(&slot, then_value, span));
        let els = self.appended(els, |lower| lower.store(&slot, els_value, span));
        self.declare_slot(&slot, span);
        let then = self.func.block(then, vec![]);
        let els = self.func.block(els, vec![]);
        self.push(vec![], Op::If(If { cond, then, els }), span);
        match (both_never, self.errors.len() > before) {
            (true, _) => Value::Never,
            (_, true) => Value::Error,
            _ => self.slot_value(&slot),
        }
    }

    pub(super) fn return_expr(&mut self, exit: &syn::ExprReturn) -> Value {
        let function = self
            .targets
            .iter()
            .rposition(|target| target.kind == TargetKind::Function);
        let Some(at) = function else {
            return Value::Error;
        };
        self.exit_with(at, exit.expr.as_deref(), exit.span())
    }

    pub(super) fn break_expr(&mut self, exit: &syn::ExprBreak) -> Value {
        match self.find_target(exit.label.as_ref(), TargetKind::Loop, exit.span()) {
            Some(at) => self.exit_with(at, exit.expr.as_deref(), exit.span()),
            None => Value::Error,
        }
    }

    pub(super) fn continue_expr(&mut self, exit: &syn::ExprContinue) -> Value {
        let found = self.find_target(exit.label.as_ref(), TargetKind::Loop, exit.span());
        let Some(next) = found.and_then(|at| self.targets[at].next) else {
            return Value::Error;
        };
        self.push(vec![], Op::Exit(next), exit.span());
        Value::Never
    }

    /// The target of an exit; a closure's body cannot leave the closure.
    fn find_target(
        &mut self,
        label: Option<&syn::Lifetime>,
        kind: TargetKind,
        span: Span,
    ) -> Option<usize> {
        let name = label.map(|label| label.ident.to_string());
        let function = self
            .targets
            .iter()
            .rposition(|target| target.kind == TargetKind::Function);
        let found = self.targets.iter().rposition(|target| match &name {
            Some(name) => target.name.as_ref() == Some(name),
            None => target.kind == kind,
        });
        if found.is_none() || found < function {
            self.refuse(span, "this exit", &refusal::UNKNOWN_LABEL);
            return None;
        }
        found
    }

    /// Where the function or the closure that we are in puts its result.
    pub(super) fn returned(&self) -> Option<Slot> {
        let mut targets = self.targets.iter().rev();
        let function = targets.find(|target| target.kind == TargetKind::Function)?;
        function.slot.clone()
    }

    /// Leaves the function or the closure that we are in.
    pub(super) fn leave_with(&mut self, value: Value, span: Span) -> Value {
        let mut targets = self.targets.iter();
        match targets.rposition(|target| target.kind == TargetKind::Function) {
            Some(at) => self.exit_value(at, value, span),
            None => Value::Error,
        }
    }

    fn exit_with(&mut self, at: usize, value: Option<&Expr>, span: Span) -> Value {
        let value = value.map_or(Value::Unit, |value| self.expr(value));
        self.exit_value(at, value, span)
    }

    /// Leaves the innermost scope with a value.
    pub(super) fn leave_block(&mut self, value: Value, span: Span) -> Value {
        let at = self.targets.len() - 1;
        self.exit_value(at, value, span)
    }

    fn exit_value(&mut self, at: usize, value: Value, span: Span) -> Value {
        if matches!(value, Value::Never) {
            return value;
        }
        let slot = match self.targets[at].slot.clone() {
            Some(slot) => slot,
            None => self.slot_for("", &value),
        };
        self.store(&slot, value, span);
        self.targets[at].slot = Some(slot);
        self.targets[at].broken = true;
        let behind = self.targets[at].behind;
        self.push(vec![], Op::Exit(behind), span);
        Value::Never
    }
}
