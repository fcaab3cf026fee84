//! The intermediate representation: a function as structured statements over named variables.
//!
//! There is no control-flow graph: branches, loops and scopes nest as they do in Rust. Operands
//! never nest: an [`Atom`] is a variable, a literal or a constant. A variable is one of
//!
//! * a **value**, bound exactly once by the statement that names it;
//! * a **local**, storage that statements write in place through a [`Place`].
//!
//! `lower` makes every variable of the user a local; `promote` turns the scalar ones into values.
//! What passes find out about a variable stands in side tables keyed by [`Var`], never here.
//!
//! The derivative of a [`Func`] is made of the same statements.

pub(crate) mod check;
mod op;
mod operand;
#[cfg(test)]
pub(crate) mod parse;
mod query;
mod table;
pub(crate) mod text;
mod ty;
pub(crate) mod walk;

use proc_macro2::{Span, TokenStream};

pub(crate) use op::*;
pub(crate) use operand::*;
pub(crate) use query::*;
pub(crate) use table::*;
pub(crate) use ty::*;

/// A variable of a function: an index into [`Func::vars`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Var(pub(crate) usize);

/// A block: an index that no other block of the function has.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct BlockId(pub(crate) usize);

/// What `break`, `continue` and `return` leave.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Label(pub(crate) usize);

#[derive(Clone, Debug)]
pub(crate) struct VarInfo {
    /// What the user calls it; empty where nobody named it.
    pub(crate) name: String,
    pub(crate) ty: Ty,
    pub(crate) role: Role,
}

#[derive(Clone, Debug)]
pub(crate) enum Role {
    Value,
    Local,
    /// A parameter that is passed by reference (`exclusive`: by `&mut`), and is a place.
    Param {
        exclusive: bool,
    },
    /// A constant of the surrounding module, spelled as the user spells it.
    Const(TokenStream),
}

/// How a parameter is passed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Pass {
    Value,
    Ref,
    RefMut,
}

#[derive(Clone, Debug)]
pub(crate) struct Param {
    pub(crate) var: Var,
    pub(crate) pass: Pass,
}

/// Says that a name is that of an operator's function: one of the traits in scope has it for a type
/// that has the operators, and nothing else.
pub(crate) const PROBE: &str = "Probe";

#[derive(Clone, Debug)]
pub(crate) struct Func {
    pub(crate) name: String,
    pub(crate) params: Vec<Param>,
    pub(crate) vars: Vec<VarInfo>,
    pub(crate) body: Block,
    pub(crate) result: Rvalue,
    pub(crate) result_ty: Ty,
    /// What is read from constants of the module, or out of types that a macro does not see, and
    /// the type that it is taken for.
    pub(crate) floats: Vec<(Place, Ty)>,
    /// What is gone through like a slice, and may be something else, with where that is written.
    pub(crate) sequences: Vec<(Place, Span)>,
    /// Paths that are taken for those of the standard library, and what says that they are.
    pub(crate) paths: Vec<(&'static str, TokenStream)>,
    /// Types of which a macro sees the name only, and the kind of number that they are taken for.
    pub(crate) numbers: Vec<(Written, Number)>,
    pub(crate) blocks: usize,
    pub(crate) labels: usize,
}

impl Func {
    /// What stands where a function has been taken away.
    pub(crate) fn empty() -> Func {
        Func {
            name: String::new(),
            params: vec![],
            vars: vec![],
            body: Block {
                id: BlockId(0),
                stmts: vec![],
                yields: vec![],
                diverges: false,
            },
            result: Rvalue::Atom(Atom::Unit),
            result_ty: Ty::Unit,
            floats: vec![],
            sequences: vec![],
            paths: vec![],
            numbers: vec![],
            blocks: 0,
            labels: 0,
        }
    }

    pub(crate) fn var(&mut self, name: &str, ty: Ty, role: Role) -> Var {
        self.vars.push(VarInfo {
            name: name.to_owned(),
            ty,
            role,
        });
        Var(self.vars.len() - 1)
    }

    pub(crate) fn value(&mut self, name: &str, ty: Ty) -> Var {
        self.var(name, ty, Role::Value)
    }

    pub(crate) fn local(&mut self, name: &str, ty: Ty) -> Var {
        self.var(name, ty, Role::Local)
    }

    /// Binds an integer that is computed, and gives it.
    pub(crate) fn integer(
        &mut self,
        fun: Fun,
        args: Vec<Atom>,
        out: &mut Vec<Stmt>,
        span: Span,
    ) -> Atom {
        let bind = self.value("", Ty::usize());
        let op = Op::Apply {
            fun,
            rule: None,
            args,
        };
        out.push(Stmt::new(vec![bind], op, span));
        Atom::Var(bind)
    }

    pub(crate) fn block(&mut self, stmts: Vec<Stmt>, yields: Vec<Atom>) -> Block {
        self.blocks += 1;
        Block {
            id: BlockId(self.blocks - 1),
            stmts,
            yields,
            diverges: false,
        }
    }

    pub(crate) fn label(&mut self) -> Label {
        self.labels += 1;
        Label(self.labels - 1)
    }

    pub(crate) fn ty(&self, var: Var) -> &Ty {
        &self.vars[var.0].ty
    }

    pub(crate) fn name(&self, var: Var) -> &str {
        &self.vars[var.0].name
    }

    pub(crate) fn atom_ty(&self, atom: &Atom) -> Ty {
        match atom {
            Atom::Var(var) => self.ty(*var).clone(),
            Atom::Lit(lit) => lit.ty.clone(),
            Atom::Const(_, ty) => ty.clone(),
            Atom::Unit => Ty::Unit,
        }
    }

    /// Whether the type of a place is known, and no field of a declared type is on the way.
    pub(crate) fn is_seen(&self, place: &Place) -> bool {
        let mut whole = place.clone();
        while matches!(whole.path.last(), Some(Proj::Slice { .. })) {
            whole.path.pop();
        }
        !matches!(self.place_ty(&whole), Ty::Unknown | Ty::Named(_))
    }

    /// The type of a place, as far as it is known.
    pub(crate) fn place_ty(&self, place: &Place) -> Ty {
        place.ty(self.ty(place.base).clone())
    }
}

impl Place {
    /// The type of the place, given that of its base.
    pub(crate) fn ty(&self, mut ty: Ty) -> Ty {
        for proj in &self.path {
            while let (Ty::Boxed(item), false) = (&ty, matches!(proj, Proj::Deref)) {
                ty = (**item).clone();
            }
            ty = match (proj, ty) {
                (Proj::Index(_), Ty::Array(item, _) | Ty::Slice(item) | Ty::Vec(item)) => *item,
                (Proj::Slice { .. }, Ty::Array(item, _) | Ty::Slice(item) | Ty::Vec(item)) => {
                    Ty::Slice(item)
                }
                (Proj::Slice { .. }, _) => Ty::Slice(Box::new(Ty::Unknown)),
                (Proj::Deref, Ty::Boxed(item)) => *item,
                (Proj::Variant(variant), _) if variant.name == "Err" => Ty::Opaque,
                (Proj::Variant(variant), Ty::Option(item)) if variant.name == "Some" => *item,
                (Proj::Field(syn::Member::Unnamed(at)), Ty::Tuple(mut items))
                    if (at.index as usize) < items.len() =>
                {
                    items.swap_remove(at.index as usize)
                }
                _ => Ty::Unknown,
            };
        }
        ty
    }
}
