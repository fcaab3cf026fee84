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
/// that place. [The table](crate#what-is-generated) has what they are. Those of a method stand beside
/// it, as [`energy_grad`](crate#methods-and-traits) and so on.
///
/// # Arguments
///
/// - `wrt(a, b)`: the parameters that have a gradient, in the order of the function's own list. All
///   that are differentiable, where it is not given.
/// - `recursive`: the function is one of several that call each other in a circle.
/// - `associated`: the function has no `self` and does not name `Self`, but stands in an `impl` or a
///   `trait`.
/// - `pullback = p`, and for forward mode `pushforward = q`: the derivative is what these functions
///   say, and the body is not looked into. `p` gets the arguments (but for those that are `&mut`), the
///   cotangent of the result, and a buffer to add to for each differentiable parameter; `q` gets the
///   arguments and their tangents, and returns the value and its tangent. See [rules of your
///   own](crate#rules-of-your-own).
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
/// fn f(g: &dyn Fn(f64) -> f64, x: f64) -> f64 { // what `g` captures is not visible here
///     g(x)
/// }
/// ```
///
/// # Panics
///
/// The derivatives panic where the function panics. `accumulate_grad` and `jvp` panic besides, ahead
/// of all else, where a buffer or a tangent differs in length from its parameter.
pub use autodiff_macros::differentiate;

/// Makes a struct or an enum differentiable, and its tangent a vector space.
///
/// ```
/// # use differentiate::{Differentiable, Tangent};
/// #[derive(Differentiable)]
/// struct Layer {
///     weights: Vec<f64>,
///     bias: f64,
/// }
///
/// let mut layer = Layer { weights: vec![1.0, 2.0], bias: 3.0 };
/// let gradient = Layer { weights: vec![4.0, 0.0], bias: -2.0 };
/// layer.axpy(-0.5, &gradient);
/// assert_eq!(layer.weights, [-1.0, 2.0]);
/// assert_eq!(layer.bias, 4.0);
/// ```
///
/// Where all fields are differentiable, as here, the type is its own tangent. Where a field is not (an
/// integer, a `bool`, a `String`, what is marked `#[constant]`), a type is made that has the others, with
/// the name of the type and `Tangent` behind it:
///
/// ```
/// # use differentiate::{Differentiable, Point};
/// #[derive(Differentiable)]
/// struct Spring {
///     length: f64,
///     stiffness: f64,
///     #[constant]
///     mass: f64,
///     steps: usize,
/// }
///
/// let mut spring = Spring { length: 1.0, stiffness: 2.0, mass: 3.0, steps: 4 };
/// assert_eq!(spring.zero_tangent(), SpringTangent { length: 0.0, stiffness: 0.0 });
///
/// let gradient = SpringTangent { length: 4.0, stiffness: 0.0 };
/// spring.advance(-0.25, &gradient);
/// assert_eq!((spring.length, spring.mass), (0.0, 3.0));
/// ```
///
/// The tangent has the visibility of the type, and implements [`Tangent`], [`Differentiable`] and
/// [`Point`]; one that is made also `Clone`, `Debug`, `PartialEq`, and `Default` where its fields have it
/// for certain. In a tuple struct a constant keeps its place, as `()`. Where nothing is differentiable, the
/// tangent is `()`.
///
/// An enum's tangent has the variants of the enum: that of `Shape::Circle(2.0)` is a `Circle` as well.
/// Tangents of different variants cannot be combined.
///
/// # Attributes
///
/// - `#[constant]` on a field: it has no derivative.
/// - `#[tangent]` on the struct or enum: a tangent type is made in any case. That is needed where a field
///   has a type whose tangent is another type, which a derive cannot see:
///
///   ```
///   # use differentiate::Differentiable;
///   # #[derive(Differentiable)]
///   # struct Spring { length: f64, steps: usize }
///   #[derive(Differentiable)]
///   #[tangent]
///   struct Mattress {
///       springs: Vec<Spring>,
///   }
///   ```
/// - `#[differentiable(crate = path)]` on the struct or enum: where this crate is found, instead of
///   `::differentiate`.
pub use autodiff_macros::Differentiable;

pub use autodiff_runtime::{Differentiable, Point, Real, Tangent, check, stop_gradient};

#[doc(hidden)]
pub use autodiff_runtime::private as __private;
