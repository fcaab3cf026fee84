//! The objectives, out of the example.

#![allow(
    dead_code,
    unused_imports,
    reason = "the example uses more of them, and its tests do not run here"
)]

#[path = "../../../examples/adbench/bundle.rs"]
pub mod bundle;
#[path = "../../../examples/adbench/gmm.rs"]
pub mod gmm;
#[path = "../../../examples/adbench/hand.rs"]
pub mod hand;
#[path = "../../../examples/adbench/lstm.rs"]
pub mod lstm;
#[path = "../../../examples/adbench/random.rs"]
mod random;
