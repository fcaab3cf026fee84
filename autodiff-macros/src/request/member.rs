//! Whether a function stands in an `impl` or a `trait`, of which an attribute on it sees nothing.

use proc_macro2::Ident;
use syn::visit::{self, Visit};
use syn::{Expr, FnArg, Item, ItemFn, Pat, Path};

/// Whether the signature or the body names `Self`.
pub(super) fn mentions_self(item: &ItemFn) -> bool {
    let mut mentions = Mentions(false);
    mentions.visit_signature(&item.sig);
    mentions.visit_block(&item.block);
    mentions.0
}

/// Whether the signature names `Self`, or has a receiver.
pub(super) fn signed_by_self(item: &ItemFn) -> bool {
    let mut mentions = Mentions(item.sig.receiver().is_some());
    mentions.visit_signature(&item.sig);
    mentions.0
}

struct Mentions(bool);

impl<'ast> Visit<'ast> for Mentions {
    fn visit_ident(&mut self, ident: &'ast Ident) {
        self.0 |= ident == "Self";
    }

    fn visit_item(&mut self, _: &'ast Item) {}
}

/// Whether the body asks for the parts of a `Self`, so that it stands in an `impl`: a trait's own
/// functions do not know any.
pub(super) fn knows_self(item: &ItemFn) -> bool {
    let mut own = vec!["self".to_owned()];
    for input in &item.sig.inputs {
        let FnArg::Typed(typed) = input else { continue };
        let mut mentions = Mentions(false);
        mentions.visit_type(&typed.ty);
        match &*typed.pat {
            Pat::Ident(pat) if mentions.0 => own.push(pat.ident.to_string()),
            _ => {}
        }
    }
    let mut parts = Parts { own, found: false };
    parts.visit_block(&item.block);
    parts.found
}

struct Parts {
    own: Vec<String>,
    found: bool,
}

impl Parts {
    fn is_own(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Path(path) => path
                .path
                .get_ident()
                .is_some_and(|name| self.own.contains(&name.to_string())),
            Expr::Paren(inner) => self.is_own(&inner.expr),
            Expr::Reference(inner) => self.is_own(&inner.expr),
            Expr::Unary(inner) => self.is_own(&inner.expr),
            _ => false,
        }
    }

    fn path(&mut self, path: &Path) {
        self.found |= path.is_ident("Self");
    }
}

impl<'ast> Visit<'ast> for Parts {
    fn visit_expr_field(&mut self, field: &'ast syn::ExprField) {
        self.found |= self.is_own(&field.base);
        visit::visit_expr_field(self, field);
    }

    fn visit_expr_index(&mut self, index: &'ast syn::ExprIndex) {
        self.found |= self.is_own(&index.expr);
        visit::visit_expr_index(self, index);
    }

    fn visit_expr_struct(&mut self, literal: &'ast syn::ExprStruct) {
        self.path(&literal.path);
        visit::visit_expr_struct(self, literal);
    }

    fn visit_expr_match(&mut self, choice: &'ast syn::ExprMatch) {
        self.found |= self.is_own(&choice.expr);
        visit::visit_expr_match(self, choice);
    }

    fn visit_expr_let(&mut self, choice: &'ast syn::ExprLet) {
        self.found |= self.is_own(&choice.expr);
        visit::visit_expr_let(self, choice);
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        let init = local.init.as_ref().filter(|init| self.is_own(&init.expr));
        match (&local.pat, init) {
            (Pat::Ident(pat), Some(_)) => self.own.push(pat.ident.to_string()),
            (_, Some(_)) => self.found = true,
            _ => {}
        }
        visit::visit_local(self, local);
    }

    fn visit_pat_struct(&mut self, pat: &'ast syn::PatStruct) {
        self.path(&pat.path);
        visit::visit_pat_struct(self, pat);
    }

    fn visit_pat_tuple_struct(&mut self, pat: &'ast syn::PatTupleStruct) {
        self.path(&pat.path);
        visit::visit_pat_tuple_struct(self, pat);
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        if let Expr::Path(callee) = &*call.func {
            self.path(&callee.path);
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_item(&mut self, _: &'ast Item) {}
}
