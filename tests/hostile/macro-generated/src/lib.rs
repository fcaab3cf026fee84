//! Functions that `macro_rules!` writes: fragments that arrive in invisible parentheses, and
//! identifiers of the same text that are not the same.

pub mod shapes {
    //! The shapes.

    use differentiate::differentiate;

    include!("../../shapes.rs");
}

pub mod generated;

/// Everyday functions.
pub mod everyday {
    use differentiate::{Differentiable, Real, differentiate};

    include!("../../everyday.rs");
}

#[cfg(test)]
#[path = "../../everyday_values.rs"]
mod everyday_values;

#[cfg(test)]
#[path = "../../values.rs"]
mod values;
