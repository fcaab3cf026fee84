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
#[cfg(feature = "std")]
extern crate std;

mod barrier;
pub mod check;
mod constant;
mod derived;
mod differentiable;
#[cfg(feature = "alloc")]
mod order;
mod point;
mod present;
pub mod private;
mod real;
mod standard;
mod tangent;
mod tuples;

pub use barrier::stop_gradient;
pub use differentiable::Differentiable;
pub use point::Point;
pub use real::Real;
pub use tangent::Tangent;
