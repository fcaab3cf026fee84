//! Random programs through the whole of the compiler and through rustc: generated code compiles, and
//! its derivatives agree with each other and with differences.
//!
//! `tests/random/programs.rs` holds some of them. Others take their place with
//!
//! ```text
//! RANDOM_SEEDS=1000..1060 cargo test --test random as_written && cargo test --test random
//! ```
//!
//! The compiler's own tests try many more, without rustc: `autodiff-macros/src/properties/`.

#![allow(clippy::all, dead_code, reason = "programs say things in all ways")]

#[path = "../autodiff-macros/src/random/mod.rs"]
mod random;

#[path = "random/check.rs"]
mod check;
// Kept as the generator writes it, so that the two can be compared.
#[rustfmt::skip]
#[path = "random/programs.rs"]
#[allow(warnings, reason = "nobody wrote this")]
mod programs;
#[path = "random/write.rs"]
mod write;
