#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

/// Writes the derivatives of a function, beside it and under its name.
///
/// ```
/// # use differentiate::differentiate;
/// #[differentiate]
/// fn f(x: f64, n: i32) -> f64 {
///     x.powi(n)
/// }
///
/// assert_eq!(f(2.0, 3), 8.0);
/// assert_eq!(f::grad(2.0, 3), 12.0);
/// assert_eq!(f::value_and_grad(2.0, 3), (8.0, 12.0));
/// ```
///
/// The function itself is not changed. Its derivatives are the functions of a type that has its name
/// and its visibility, so that one `use` brings both; a crate can have no other type of that name in
/// that place. [The table](crate#what-is-generated) has what they are.
///
/// # Arguments
///
/// - `wrt(a, b)`: the parameters that have a gradient, in the order of the function's own list. All
///   that are differentiable, where it is not given.
/// - `recursive`: the function is one of several that call each other in a circle.
/// - `crate = path`: where this crate is found, instead of `::differentiate`.
///
/// ```
/// mod framework {
///     pub use differentiate as autodiff;
/// }
///
/// #[framework::autodiff::differentiate(crate = framework::autodiff)]
/// fn cube(x: f64) -> f64 {
///     x * x * x
/// }
///
/// assert_eq!(cube::grad(2.0), 12.0);
/// ```
///
/// # Errors
///
/// What cannot be differentiated is an error at its place in the function, with the reason and with
/// what to write instead:
///
/// ```compile_fail
/// # use differentiate::differentiate;
/// #[differentiate]
/// fn f(x: f64, n: u32) -> f64 {
///     match n { // `match` cannot be differentiated yet
///         0 => 1.0,
///         _ => x,
///     }
/// }
/// ```
///
/// # Panics
///
/// The derivatives panic where the function panics. `accumulate_grad` and `jvp` panic besides, ahead
/// of all else, where a buffer or a tangent differs in length from its parameter.
pub use autodiff_macros::differentiate;

pub use autodiff_runtime::{Differentiable, Point, Real, Tangent, check, stop_gradient};

#[doc(hidden)]
pub use autodiff_runtime::private as __private;
