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
#[cfg(test)]
pub(crate) mod parse;
pub(crate) mod text;
pub(crate) mod walk;

use proc_macro2::{Span, TokenStream};
use syn::Ident;

use crate::rules::Rule;

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

#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Ty {
    Float(Float),
    /// An integer; its name where it is known.
    Int(Option<String>),
    Bool,
    Unit,
    /// A type that is known to have no derivative: `char`, `str`.
    Plain,
    Array(Box<Ty>, Len),
    Slice(Box<Ty>),
    Vec(Box<Ty>),
    Tuple(Vec<Ty>),
    /// To be inferred, while lowering.
    Infer(usize),
    /// rustc knows.
    Unknown,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Float {
    F32,
    F64,
    /// A float that rustc infers.
    Open,
}

/// The length of an array type as the user spells it; `None` where nobody did.
#[derive(Clone, Debug)]
pub(crate) struct Len(pub(crate) Option<TokenStream>);

impl PartialEq for Len {
    fn eq(&self, other: &Self) -> bool {
        let text = |len: &Self| len.0.as_ref().map(ToString::to_string);
        text(self) == text(other)
    }
}

impl Ty {
    pub(crate) fn usize() -> Ty {
        Ty::Int(Some("usize".to_owned()))
    }

    /// A scalar is promoted to values; everything else stays in place.
    pub(crate) fn is_scalar(&self) -> bool {
        matches!(self, Ty::Float(_) | Ty::Int(_) | Ty::Bool | Ty::Plain)
    }

    pub(crate) fn is_float(&self) -> bool {
        matches!(self, Ty::Float(_))
    }

    /// Whether a value of this type may carry a derivative.
    pub(crate) fn is_differentiable(&self) -> bool {
        match self {
            Ty::Float(_) | Ty::Infer(_) | Ty::Unknown => true,
            Ty::Int(_) | Ty::Bool | Ty::Unit | Ty::Plain => false,
            Ty::Array(item, _) | Ty::Slice(item) | Ty::Vec(item) => item.is_differentiable(),
            Ty::Tuple(items) => items.iter().any(Ty::is_differentiable),
        }
    }

    /// A vector that is passed by reference is a slice.
    pub(crate) fn unsized_vec(self) -> Ty {
        match self {
            Ty::Vec(item) => Ty::Slice(item),
            other => other,
        }
    }

    /// The type of what an index selects.
    pub(crate) fn item(&self) -> Option<&Ty> {
        match self {
            Ty::Array(item, _) | Ty::Slice(item) | Ty::Vec(item) => Some(item),
            _ => None,
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) enum Atom {
    Var(Var),
    /// A literal.
    Lit(Lit),
    /// Rust without variables: a path to a constant.
    Const(TokenStream, Ty),
    Unit,
}

#[derive(Clone, Debug)]
pub(crate) struct Lit {
    pub(crate) text: String,
    pub(crate) ty: Ty,
}

impl Atom {
    pub(crate) fn float(text: &str, ty: &Ty) -> Atom {
        Atom::Lit(Lit {
            text: text.to_owned(),
            ty: ty.clone(),
        })
    }

    pub(crate) fn int(number: usize) -> Atom {
        Atom::Lit(Lit {
            text: number.to_string(),
            ty: Ty::Int(None),
        })
    }

    pub(crate) fn bool(value: bool) -> Atom {
        Atom::Lit(Lit {
            text: value.to_string(),
            ty: Ty::Bool,
        })
    }

    pub(crate) fn var(&self) -> Option<Var> {
        match self {
            Atom::Var(var) => Some(*var),
            _ => None,
        }
    }

    /// Whether this is the literal `text`, in any spelling of the number.
    pub(crate) fn is_lit(&self, number: f64) -> bool {
        matches!(self, Atom::Lit(lit) if lit.ty.is_float() && lit.text.parse() == Ok(number))
    }
}

/// A part of a local or of a parameter: `base.0[i][lo..hi]`.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) base: Var,
    pub(crate) path: Vec<Proj>,
}

#[derive(Clone, Debug)]
pub(crate) enum Proj {
    Field(syn::Member),
    Index(Atom),
    Slice {
        lo: Option<Atom>,
        hi: Option<Atom>,
        inclusive: bool,
    },
}

impl Place {
    pub(crate) fn whole(base: Var) -> Place {
        Place { base, path: vec![] }
    }

    pub(crate) fn then(&self, proj: Proj) -> Place {
        let mut place = self.clone();
        place.path.push(proj);
        place
    }
}

/// What is written to a place: a scalar, a copy, or an aggregate of these.
#[derive(Clone, Debug)]
pub(crate) enum Rvalue {
    Atom(Atom),
    Copy(Place, Copying),
    Array(Vec<Rvalue>),
    Repeat(Box<Rvalue>, Len),
    Tuple(Vec<Rvalue>),
    /// `vec![a, b]`.
    VecOf(Vec<Rvalue>),
    /// `vec![a; n]`.
    VecRepeat(Box<Rvalue>, Atom),
    /// `Vec::new()`, `Vec::with_capacity(n)`.
    VecEmpty(Option<Atom>),
    /// A zero tangent of the shape of a place.
    ZeroLike(Place),
    /// The tangent in a place, which becomes zero.
    Take(Place),
    /// The tangent of a constant: `()`.
    NoTangent,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Copying {
    Copy,
    Clone,
    ToVec,
}

#[derive(Clone, Debug)]
pub(crate) struct Stmt {
    pub(crate) binds: Vec<Var>,
    pub(crate) op: Op,
    pub(crate) span: Span,
}

#[derive(Clone, Debug)]
pub(crate) enum Op {
    /// A scalar function. With a rule it carries derivatives, without one it carries none.
    Apply {
        fun: Fun,
        rule: Option<&'static Rule>,
        args: Vec<Atom>,
    },
    Copy(Atom),
    Read(Place),
    Len(Place),
    /// Declares a local, with its first value.
    Init(Option<Rvalue>),
    Write(Place, Rvalue),
    /// `place += atom`, or `-=`.
    Update(Place, Sign, Atom),
    Call(Call),
    If(If),
    Loop(Loop),
    /// Statements that `Exit` can leave; gone after `structure`.
    Scope(Label, Block),
    Exit(Label),
    /// Rust that is executed once and carries no derivative: `assert!(…)`.
    Effect(Effect),
    // What only derivatives are made of:
    /// `to += from`, both tangents.
    AddAssign(Place, Place),
    Clear(Place),
    Tape(Tape),
    Push(Var, Vec<Var>),
    /// `tape[at] = kept`
    Put {
        tape: Var,
        at: Atom,
        kept: Vec<Var>,
    },
    /// Binds `tape[at]`.
    Fetch {
        tape: Var,
        at: Atom,
    },
    /// Binds a cursor behind the last entry of a tape.
    Rewind(Var),
    /// Binds what was pushed last, and moves the cursor there.
    Pop {
        tape: Var,
        cursor: Var,
    },
    /// Binds what is in an `Option`.
    Unwrap(Var),
    Pull(Pull),
}

/// What the iterations of a loop leave for the reverse sweep.
#[derive(Clone, Debug)]
pub(crate) enum Tape {
    /// One entry behind the other, for so many at first.
    Growing(Option<Atom>),
    /// One entry for each index of a nest of loops, from zero up to these bounds.
    Indexed {
        bounds: Vec<Atom>,
        /// Whether the bounds are constants, so that an array serves.
        fixed: bool,
        entry: Vec<Ty>,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Sign {
    Plus,
    Minus,
}

/// A scalar function as the user spells it.
#[derive(Clone, Debug)]
pub(crate) enum Fun {
    Neg,
    Not,
    Binary(&'static str),
    Method(Ident),
    Path(TokenStream, Ident),
    Cast(TokenStream),
    /// Product of an adjoint or a tangent with a partial that may not be finite: zero stays zero.
    Times,
    /// The value itself, of which rustc confirms that it has no derivative.
    Constant,
}

#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) callee: TokenStream,
    pub(crate) mode: Mode,
    pub(crate) args: Vec<Arg>,
    pub(crate) tangents: Vec<Arg>,
    /// Whether the callee is the function itself.
    pub(crate) recursive: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mode {
    /// `g(a)`.
    Plain,
    /// `(y, pullback) = g::forward(a)`.
    Forward,
    /// `(y, y_tan) = g::pushforward(a, a_tan)`.
    Tangent,
}

#[derive(Clone, Debug)]
pub(crate) enum Arg {
    Value(Rvalue),
    /// `&x` of a scalar value.
    RefValue(Atom),
    Ref(Place),
    RefMut(Place),
}

/// `pullback(inputs…, seed, adjoints…)`
#[derive(Clone, Debug)]
pub(crate) struct Pull {
    pub(crate) pullback: Var,
    pub(crate) inputs: Vec<Arg>,
    pub(crate) seed: Option<Rvalue>,
    pub(crate) adjoints: Vec<Arg>,
}

#[derive(Clone, Debug)]
pub(crate) struct If {
    pub(crate) cond: Atom,
    pub(crate) then: Block,
    pub(crate) els: Block,
}

/// Binds the results of what it carries, then the number of its iterations where `counts`.
#[derive(Clone, Debug)]
pub(crate) struct Loop {
    pub(crate) head: Head,
    /// The parameter of each carried variable, and its value ahead of the loop. The body yields
    /// the next ones.
    pub(crate) carried: Vec<(Var, Atom)>,
    pub(crate) body: Block,
    /// Leaves the loop at the end of the iteration that makes this true.
    pub(crate) until: Option<Atom>,
    pub(crate) counts: bool,
    /// The label behind the loop, and the one at the end of its body; gone after `structure`.
    pub(crate) labels: Option<(Label, Label)>,
}

#[derive(Clone, Debug)]
pub(crate) enum Head {
    For {
        index: Var,
        range: Range,
    },
    /// The block yields the condition.
    While(Block),
    Forever,
}

#[derive(Clone, Debug)]
pub(crate) struct Range {
    pub(crate) lo: Atom,
    pub(crate) hi: Atom,
    pub(crate) inclusive: bool,
    pub(crate) adaptors: Vec<Adaptor>,
}

#[derive(Clone, Debug)]
pub(crate) enum Adaptor {
    Rev,
    StepBy(Atom),
}

#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) id: BlockId,
    pub(crate) stmts: Vec<Stmt>,
    pub(crate) yields: Vec<Atom>,
    /// Control never reaches the end: the last statement panics.
    pub(crate) diverges: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Effect {
    pub(crate) path: TokenStream,
    pub(crate) args: Vec<EffectArg>,
    pub(crate) diverges: bool,
}

#[derive(Clone, Debug)]
pub(crate) enum EffectArg {
    Atom(Atom),
    Place(Place),
    Named(Ident, Atom),
    Text(TokenStream),
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

#[derive(Clone, Debug)]
pub(crate) struct Func {
    pub(crate) name: String,
    pub(crate) params: Vec<Param>,
    pub(crate) vars: Vec<VarInfo>,
    pub(crate) body: Block,
    pub(crate) result: Rvalue,
    pub(crate) result_ty: Ty,
    /// What is read from constants of the module, and taken for a float of this type.
    pub(crate) floats: Vec<(Place, Ty)>,
    pub(crate) blocks: usize,
    pub(crate) labels: usize,
}

impl Func {
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

    /// The type of a place, as far as it is known.
    pub(crate) fn place_ty(&self, place: &Place) -> Ty {
        let mut ty = self.ty(place.base).clone();
        for proj in &place.path {
            ty = match (proj, ty) {
                (Proj::Index(_), Ty::Array(item, _) | Ty::Slice(item) | Ty::Vec(item)) => *item,
                (Proj::Slice { .. }, Ty::Array(item, _) | Ty::Slice(item) | Ty::Vec(item)) => {
                    Ty::Slice(item)
                }
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

impl Stmt {
    pub(crate) fn new(binds: Vec<Var>, op: Op, span: Span) -> Stmt {
        Stmt { binds, op, span }
    }
}
