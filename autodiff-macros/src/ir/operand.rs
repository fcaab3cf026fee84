//! What statements work on: atoms, places, and what is written to places.

use proc_macro2::TokenStream;

use super::{Len, Ty, Var};

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
