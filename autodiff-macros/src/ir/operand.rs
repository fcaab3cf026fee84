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
    /// What a `Box` holds.
    Deref,
    Variant(Variant),
    Index(Atom),
    Slice {
        lo: Option<Atom>,
        hi: Option<Atom>,
        inclusive: bool,
    },
}

/// A field of a variant of an enum; the value is known to be of that variant.
#[derive(Clone, Debug)]
pub(crate) struct Variant {
    /// The variant as the user spells it.
    pub(crate) path: TokenStream,
    pub(crate) name: syn::Ident,
    pub(crate) member: syn::Member,
    /// Whether the place is of a tangent, whose enum is another one.
    pub(crate) tangent: bool,
}

impl Proj {
    /// A field of a struct, or of a variant where one is named.
    pub(crate) fn field(
        path: &TokenStream,
        variant: Option<&syn::Ident>,
        member: syn::Member,
    ) -> Proj {
        match variant {
            None => Proj::Field(member),
            Some(name) => Proj::Variant(Variant {
                path: path.clone(),
                name: name.clone(),
                member,
                tangent: false,
            }),
        }
    }

    /// What is in an option.
    pub(crate) fn some(span: proc_macro2::Span) -> Proj {
        let name = syn::Ident::new("Some", span);
        Proj::field(
            &quote::quote!(::core::option::Option::Some),
            Some(&name),
            0.into(),
        )
    }

    /// The error of a result.
    pub(crate) fn error(span: proc_macro2::Span) -> Proj {
        let name = syn::Ident::new("Err", span);
        Proj::field(
            &quote::quote!(::core::result::Result::Err),
            Some(&name),
            0.into(),
        )
    }
}

impl Place {
    pub(crate) fn whole(base: Var) -> Place {
        Place { base, path: vec![] }
    }

    /// The same part of a tangent.
    pub(crate) fn of_tangent(&self, base: Var) -> Place {
        let mut path = self.path.clone();
        for proj in &mut path {
            if let Proj::Variant(variant) = proj {
                variant.tangent = true;
            }
        }
        Place { base, path }
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
    Struct(Struct),
    /// `Box::new(a)`.
    Boxed(Box<Rvalue>),
    Opaque(Opaque),
    /// `if tag { Some(a) } else { None }`.
    Maybe(Atom, Box<Rvalue>),
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

/// `path { fields, ..base }`: of a struct, or of a variant.
#[derive(Clone, Debug)]
pub(crate) struct Struct {
    pub(crate) path: TokenStream,
    /// The variant, where it is one.
    pub(crate) variant: Option<syn::Ident>,
    pub(crate) fields: Vec<(syn::Member, Rvalue)>,
    pub(crate) base: Option<Place>,
}

/// Rust that carries no derivative, kept word for word.
#[derive(Clone, Debug)]
pub(crate) struct Opaque {
    pub(crate) expr: TokenStream,
    /// What the names of the function stand for in it: atoms as they are, places behind references.
    pub(crate) captures: Vec<(syn::Ident, super::EffectArg)>,
}

impl Struct {
    /// `Err(…)`, which has no derivative.
    pub(crate) fn is_error(&self) -> bool {
        self.variant.as_ref().is_some_and(|name| name == "Err")
    }

    /// Where a field stands in what is built.
    pub(crate) fn field(&self, member: &syn::Member) -> Proj {
        Proj::field(&self.path, self.variant.as_ref(), member.clone())
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Copying {
    Copy,
    Clone,
    /// A clone, converted into what is asked for.
    Into,
    ToVec,
}
