//! The runtime of `#[differentiate]`: what generated code calls.
//!
//! The core needs neither `std` nor a heap. Features: `alloc` adds tangents that live on the heap
//! (`Vec`, slices, `Box`), `std` (default) implies it.
//!
//! Users depend on the facade `differentiate`, which re-exports what they need.

#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;

mod barrier;
pub mod check;
mod differentiable;
pub mod private;
mod tangent;

pub use barrier::stop_gradient;
pub use differentiable::Differentiable;
pub use tangent::Tangent;
