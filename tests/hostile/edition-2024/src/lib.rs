//! The shapes in edition 2024.

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
