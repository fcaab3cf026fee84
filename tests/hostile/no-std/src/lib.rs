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

#[cfg(test)]
#[path = "../../values.rs"]
mod values;
