//! `#[derive(Differentiable)]`: which tangents it makes, and that they are vector spaces.

#![allow(dead_code, reason = "constants that nobody reads")]

mod derive {
    mod enums;
    mod generics;
    mod laws;
    mod recursion;
    mod structs;
}
