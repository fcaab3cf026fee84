//! README.md is true: each row of its tables has a test of the same title, the code in the row
//! stands in that test, and its lists are the compiler's own.
//!
//! Its code blocks are doctests of the crate.

#![allow(
    clippy::needless_late_init,
    clippy::needless_range_loop,
    reason = "README.md says so"
)]

mod readme {
    mod agree;
    mod calls;
    mod constructs;
    mod data;
    mod expansion;
    mod files;
    mod functions;
    mod kinks;
    mod messages;
    mod sequences;
    mod table;
}
