//! A zoo of small functions under `#[differentiate]`: each in both widths, in all modes, at several
//! inputs, against finite differences and against forward mode.
//!
//! A topic is a file: its functions, and below them a table of their inputs (see `zoo/rows.rs`).
//! What is checked of each stands in `zoo/check.rs`.

#![allow(
    clippy::all,
    reason = "the zoo says things in all the ways that Rust has"
)]

mod zoo {
    #[macro_use]
    mod rows;

    mod check;
    mod slot;
    mod truth;

    mod adaptors;
    mod aliases;
    mod arithmetic;
    mod arrays;
    mod bindings;
    mod branches;
    mod calls;
    mod carried;
    mod chains;
    mod choice;
    mod closures;
    mod collected;
    mod cursors;
    mod early_returns;
    mod everyday;
    mod exits;
    mod found;
    mod fused;
    mod generic_members;
    mod generics;
    mod inside;
    mod iterators;
    mod kinks;
    mod linear_algebra;
    mod loops;
    mod members;
    mod methods;
    mod nested;
    mod numerics;
    mod panics;
    mod parts;
    mod passing;
    mod recurrences;
    mod recursion;
    mod results;
    mod rules_by_hand;
    mod searches;
    mod sequences;
    mod simulations;
    mod sizes;
    mod slices;
    mod slopes;
    mod sorting;
    mod spelling;
    mod stacks;
    mod statistics;
    mod storage;
    mod tight;
    mod vectors;
    mod views;
    mod whiles;
}
