//! Functions that `macro_rules!` writes: fragments that arrive in invisible parentheses, and
//! identifiers of the same text that are not the same.

pub mod shapes {
    //! The shapes.

    use differentiate::differentiate;

    include!("../../shapes.rs");
}

pub mod generated;

#[cfg(test)]
#[path = "../../values.rs"]
mod values;
