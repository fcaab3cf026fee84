//! The shapes without the standard library and without a heap.

#![no_std]

pub mod shapes {
    //! The shapes.

    use differentiate::differentiate;

    include!("../../shapes.rs");
}

#[cfg(test)]
#[path = "../../values.rs"]
mod values;
