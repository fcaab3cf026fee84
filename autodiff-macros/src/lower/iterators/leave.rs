//! Branches and loops around what is done with an element, and ways out of them.

use proc_macro2::Span;

use crate::ir::{Atom, Head, Label, Loop, Op};

use crate::lower::Lower;
use crate::lower::value::Value;

impl Lower<'_> {
    pub(super) fn when(&mut self, cond: Atom, span: Span, then: impl FnOnce(&mut Self)) {
        if matches!(&cond, Atom::Lit(lit) if lit.text == "true") {
            return then(self);
        }
        let then = |lower: &mut Self| {
            then(lower);
            Value::Unit
        };
        self.branch(cond, then, |_| Value::Unit, span);
    }

    pub(super) fn unless(&mut self, cond: Atom, span: Span, els: impl FnOnce(&mut Self)) {
        if matches!(&cond, Atom::Lit(lit) if lit.text == "true") {
            return;
        }
        let els = |lower: &mut Self| {
            els(lower);
            Value::Unit
        };
        self.branch(cond, |_| Value::Unit, els, span);
    }

    /// Statements that can be left from anywhere inside.
    pub(in crate::lower) fn leavable(&mut self, span: Span, inner: impl FnOnce(&mut Self, Label)) {
        let behind = self.func.label();
        let (stmts, ()) = self.nested(|lower| inner(lower, behind));
        let block = self.func.block(stmts, vec![]);
        self.push(vec![], Op::Scope(behind, block), span);
    }

    pub(super) fn leave(&mut self, behind: Label, span: Span) {
        self.push(vec![], Op::Exit(behind), span);
    }

    /// A loop that no `break` of the user's means.
    pub(super) fn unlabelled(&mut self, head: Head, span: Span, body: impl FnOnce(&mut Self)) {
        let labels = (self.func.label(), self.func.label());
        let (stmts, ()) = self.nested(body);
        let body = self.func.block(stmts, vec![]);
        let op = Op::Loop(Loop {
            head,
            carried: vec![],
            body,
            until: None,
            counts: false,
            labels: Some(labels),
        });
        self.push(vec![], op, span);
    }
}
