//! Rust that is kept word for word, and carries no derivative.

use proc_macro2::{Ident, TokenStream};

use super::{Atom, Place};

/// `place.method(args)` and what follows it, with the variables of the user's that it names.
#[derive(Clone, Debug)]
pub(crate) struct Query {
    pub(crate) place: Place,
    pub(crate) method: Ident,
    pub(crate) args: TokenStream,
    pub(crate) tail: TokenStream,
    pub(crate) captures: Vec<Capture>,
}

/// What a name of the user's stands for in such code.
#[derive(Clone, Debug)]
pub(crate) struct Capture {
    pub(crate) name: Ident,
    pub(crate) what: Captured,
}

#[derive(Clone, Debug)]
pub(crate) enum Captured {
    Value(Atom),
    /// A reference to a scalar value.
    Shared(Atom),
    /// A reference to what is in place.
    Place(Place),
    /// A closure of the user's, with what it names itself.
    Closure(TokenStream, Vec<Capture>),
}
