//! IR to tokens: the only place that knows paths of the runtime.

pub(crate) mod api;
mod assigned;
mod block;
mod call;
mod confirm;
mod control;
mod derivative;
mod expr;
mod inline;
mod number;
mod place;
mod query;
mod spell;
mod vectors;

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use syn::Path;

use crate::ir::{Func, Role, Ty, Var, VarMap, VarSet};
use crate::names;

use expr::Expr;
pub(crate) use spell::Spelling;

/// Writes the blocks of one function. Blocks of one emitter share names.
pub(crate) struct Emitter<'a> {
    pub(crate) func: &'a Func,
    root: &'a Path,
    spelling: Spelling,
    /// What a variable that is used once, at once, is replaced by.
    inlined: VarMap<Expr>,
    /// The variables of which that is true.
    once: VarSet,
    /// Locals that are written after their declaration.
    changing: VarSet,
    /// Locals that get their first value on some paths only: options of what they are.
    late: VarSet,
    /// Whether what was taken for a number is confirmed here.
    pub(crate) confirms: bool,
    /// Variables that are references to what they name.
    borrowed: VarSet,
}

impl<'a> Emitter<'a> {
    pub(crate) fn new(
        func: &'a Func,
        root: &'a Path,
        blocks: &[&crate::ir::Block],
        aliases: &[(Var, Var)],
    ) -> Self {
        let facts = inline::facts(func, blocks);
        Emitter {
            func,
            root,
            spelling: Spelling::new(aliases),
            inlined: VarMap::new(),
            once: facts.once,
            changing: facts.changing,
            late: VarSet::new(),
            confirms: false,
            borrowed: func
                .params
                .iter()
                .filter(|param| param.pass != crate::ir::Pass::Value)
                .map(|param| param.var)
                .collect(),
        }
    }

    /// Marks a variable as a reference to what it names.
    pub(crate) fn borrow(&mut self, var: Var) {
        self.borrowed.insert(var);
    }

    /// The variable's name in the emitted code.
    pub(crate) fn name(&mut self, var: Var, span: Span) -> syn::Ident {
        names::variable(self.spelling.of(var, self.func.name(var)), span)
    }

    /// A name that no variable of the function has.
    pub(crate) fn fresh(&mut self, wish: &str, span: Span) -> syn::Ident {
        names::variable(&self.spelling.fresh(wish), span)
    }

    fn is_const(&self, var: Var) -> Option<&TokenStream> {
        match &self.func.vars[var.0].role {
            Role::Const(path) => Some(path),
            _ => None,
        }
    }

    fn ty(&self, var: Var) -> &Ty {
        self.func.ty(var)
    }
}

/// `{ … }`, without a copy of what is inside: `quote!` makes one.
fn braced(tokens: TokenStream) -> Group {
    Group::new(Delimiter::Brace, tokens)
}
