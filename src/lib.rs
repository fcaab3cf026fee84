#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

pub use autodiff_runtime::{Differentiable, Tangent, check, stop_gradient};

pub use autodiff_macros::differentiate;

#[doc(hidden)]
pub use autodiff_runtime::private as __private;
