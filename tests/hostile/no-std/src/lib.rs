//! The shapes without the standard library and without a heap.

#![no_std]

pub mod shapes {
    //! The shapes.

    use differentiate::differentiate;

    include!("../../shapes.rs");
}

/// Types with derivatives.
pub mod types {
    use differentiate::Differentiable;

    include!("../../types.rs");
}

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
