//! The shapes in edition 2021.

pub mod shapes {
    //! The shapes.

    use differentiate::differentiate;

    include!("../../shapes.rs");
}

#[cfg(test)]
#[path = "../../values.rs"]
mod values;
