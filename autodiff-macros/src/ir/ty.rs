//! Types, as far as a macro knows them.

use proc_macro2::TokenStream;

#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Ty {
    Float(Float),
    /// An integer; its name where it is known.
    Int(Option<String>),
    Bool,
    Unit,
    /// A type that is known to have no derivative: `char`, `str`.
    Plain,
    /// Something without a derivative, and perhaps not to be copied: a message, an error.
    Opaque,
    Array(Box<Ty>, Len),
    Slice(Box<Ty>),
    Vec(Box<Ty>),
    Tuple(Vec<Ty>),
    Option(Box<Ty>),
    /// `Box<T>`.
    Boxed(Box<Ty>),
    /// A struct, an enum or an alias, of which a macro sees the name only.
    Named(Written),
    /// To be inferred, while lowering.
    Infer(usize),
    /// rustc knows.
    Unknown,
}

#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Float {
    F32,
    F64,
    /// A float that rustc infers.
    Open,
    /// Another name of `f32` or `f64`: literals are of this type.
    Alias(Written),
    /// A type parameter that has the trait `Real`.
    Real(Written),
    /// A type that is taken for a float, and that has no literals as far as is known.
    Taken(Written),
    /// A float that rustc infers, and that may be a type parameter.
    Any,
}

/// What a type is taken for, of which a macro sees the name only.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Number {
    /// A float; whether literals are seen to be of its type.
    Float {
        literals: bool,
    },
    Integer,
    Bool,
}

impl Float {
    /// Whether rustc infers it.
    pub(crate) fn is_inferred(&self) -> bool {
        matches!(self, Float::Open | Float::Any)
    }

    /// Whether a literal may be of another type.
    pub(crate) fn has_no_literals(&self) -> bool {
        matches!(self, Float::Real(_) | Float::Taken(_) | Float::Any)
    }

    /// Its name, where it has one of the user's.
    pub(crate) fn name(&self) -> Option<&Written> {
        match self {
            Float::Alias(name) | Float::Real(name) | Float::Taken(name) => Some(name),
            _ => None,
        }
    }

    /// Whether a macro sees which of the two it is.
    pub(crate) fn is_primitive(&self) -> bool {
        matches!(self, Float::F32 | Float::F64)
    }
}

/// The length of an array type as the user spells it; `None` where nobody did.
#[derive(Clone, Debug)]
pub(crate) struct Len(pub(crate) Option<TokenStream>);

/// Tokens of the user's, which are the same where their texts are.
#[derive(Clone, Debug)]
pub(crate) struct Written(pub(crate) TokenStream);

impl Written {
    pub(crate) fn text(&self) -> String {
        self.0.to_string()
    }
}

impl PartialEq for Written {
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text()
    }
}

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
            Ty::Float(_) | Ty::Infer(_) | Ty::Unknown | Ty::Named(_) => true,
            Ty::Int(_) | Ty::Bool | Ty::Unit | Ty::Plain | Ty::Opaque => false,
            Ty::Array(item, _)
            | Ty::Slice(item)
            | Ty::Vec(item)
            | Ty::Option(item)
            | Ty::Boxed(item) => item.is_differentiable(),
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
