//! A gallery of everyday programs: numeric Rust as people write it, under `#[differentiate]`.
//!
//! A field is a file. Each program stands ahead of its test, and the test checks the program's value
//! bit for bit, and its gradient against differences and against forward mode (`gallery/harness.rs`).

#![allow(
    clippy::needless_range_loop,
    clippy::clone_on_copy,
    reason = "programs as people write them"
)]

mod gallery {
    #[macro_use]
    mod check;
    #[macro_use]
    mod harness;

    mod cells;
    mod containers;
    mod control;
    mod dynamic_programming;
    mod finance;
    mod generics;
    mod geometry;
    mod interpolation;
    mod language;
    mod linear_algebra;
    mod mechanics;
    mod networks;
    mod polynomials;
    mod potentials;
    mod quadrature;
    mod roots;
    mod series;
    mod signal;
    mod statistics;
    mod vision;
}
