//! An expression of the rule table, parsed once.
//!
//! # Note: no tokens
//!
//! A formula outlives the expansion that asks for it first, and no token of the compiler's does: so
//! there is nothing in it but text.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use quote::ToTokens;
use syn::{BinOp, Expr, Lit, Stmt};

pub(super) enum Formula {
    Literal {
        text: String,
        is_integer: bool,
    },
    Name(String),
    Neg(Box<Formula>),
    Binary(&'static str, Box<Formula>, Box<Formula>),
    /// The receiver is the first of the operands.
    Method(String, Vec<Formula>),
    /// `… as T`
    Cast(Box<Formula>),
    If(Box<Branch>),
}

pub(super) struct Branch {
    pub(super) cond: Formula,
    pub(super) then: Formula,
    pub(super) els: Formula,
}

thread_local! {
    static KNOWN: RefCell<HashMap<&'static str, Rc<Formula>>> = RefCell::default();
}

/// What a text of the table says.
pub(super) fn formula(text: &'static str) -> Rc<Formula> {
    if let Some(known) = KNOWN.with(|known| known.borrow().get(text).cloned()) {
        return known;
    }
    let Ok(parsed) = syn::parse_str::<Expr>(text) else {
        unreachable!("the rule table holds expressions")
    };
    let formula = Rc::new(Formula::of(&parsed));
    KNOWN.with(|known| known.borrow_mut().insert(text, formula.clone()));
    formula
}

impl Formula {
    fn of(expr: &Expr) -> Formula {
        let boxed = |expr: &Expr| Box::new(Formula::of(expr));
        match expr {
            Expr::Paren(inner) => Formula::of(&inner.expr),
            Expr::Group(inner) => Formula::of(&inner.expr),
            Expr::Lit(lit) => Formula::Literal {
                text: lit.lit.to_token_stream().to_string(),
                is_integer: matches!(lit.lit, Lit::Int(_)),
            },
            Expr::Path(path) => Formula::Name(path.to_token_stream().to_string()),
            Expr::Unary(unary) => {
                debug_assert!(matches!(unary.op, syn::UnOp::Neg(_)));
                Formula::Neg(boxed(&unary.expr))
            }
            Expr::Binary(binary) => Formula::Binary(
                symbol(&binary.op),
                boxed(&binary.left),
                boxed(&binary.right),
            ),
            Expr::MethodCall(call) => {
                let operands = std::iter::once(&*call.receiver).chain(&call.args);
                let operands = operands.map(Formula::of).collect();
                Formula::Method(call.method.to_string(), operands)
            }
            Expr::Cast(cast) => Formula::Cast(boxed(&cast.expr)),
            Expr::If(branch) => {
                let Some((_, els)) = &branch.else_branch else {
                    unreachable!("a branch of the rule table has a value")
                };
                Formula::If(Box::new(Branch {
                    cond: Formula::of(&branch.cond),
                    then: Formula::of_block(&branch.then_branch),
                    els: Formula::of(els),
                }))
            }
            Expr::Block(block) => Formula::of_block(&block.block),
            _ => unreachable!("the rule table holds no such expression"),
        }
    }

    fn of_block(block: &syn::Block) -> Formula {
        match block.stmts.as_slice() {
            [Stmt::Expr(expr, None)] => Formula::of(expr),
            _ => unreachable!("a branch of the rule table is an expression"),
        }
    }
}

fn symbol(op: &BinOp) -> &'static str {
    match op {
        BinOp::Add(_) => "+",
        BinOp::Sub(_) => "-",
        BinOp::Mul(_) => "*",
        BinOp::Div(_) => "/",
        BinOp::Eq(_) => "==",
        BinOp::Ne(_) => "!=",
        BinOp::Lt(_) => "<",
        BinOp::Gt(_) => ">",
        BinOp::Or(_) => "|",
        _ => unreachable!("the rule table holds no such operator"),
    }
}
