//! Everyday Rust, a construct at a time: structs, constants in them, enums, `match`, options, results
//! and methods, alone and in combinations that programs have.
//!
//! Each function stands ahead of its test. It is checked as the programs of the gallery are.

#![allow(
    clippy::needless_range_loop,
    clippy::manual_map,
    reason = "functions as people write them"
)]

#[macro_use]
#[path = "gallery/check.rs"]
mod check;
#[path = "gallery/harness.rs"]
mod harness;

mod gallery {
    pub(crate) use crate::harness;
}

mod everyday {
    mod constants;
    mod enums;
    mod matching;
    mod methods;
    mod options;
    mod results;
    mod structs;
}
