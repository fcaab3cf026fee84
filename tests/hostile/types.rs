// Types under `#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, Differentiable)]`, in whatever surroundings include this.

/// Its own tangent.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, Differentiable)]
pub struct Plain {
    /// A number.
    pub x: f64,
    /// Numbers.
    pub rows: [[f32; 2]; 3],
    /// Perhaps a number.
    pub maybe: ::core::option::Option<f64>,
}

/// With constants.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, Differentiable)]
pub struct Mixed<'a, T, const N: usize> {
    /// Numbers.
    pub values: [T; N],
    /// A number of things.
    pub count: usize,
    /// A name.
    pub name: &'a ::core::primitive::str,
    /// Marked.
    #[constant]
    pub fixed: f64,
    /// Another type.
    pub plain: Plain,
}

/// A tuple with a constant.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, Differentiable)]
pub struct Tuple(pub f64, pub usize, pub (f64, f32));

/// An enum with constants.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, Differentiable)]
#[non_exhaustive]
pub enum Choice {
    /// A number.
    One(f64),
    /// Two fields.
    Two {
        /// A number.
        x: f64,
        /// A number of things.
        n: usize,
    },
    /// Nothing.
    Nothing,
}

/// An enum that is its own tangent.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, Differentiable)]
#[non_exhaustive]
pub enum Side {
    /// Here.
    Left(f64),
    /// There.
    Right([f64; 2]),
}

#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, Differentiable)]
struct Private {
    x: f64,
    n: usize,
}

#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, Differentiable)]
enum Hidden {
    A(f64, usize),
    B,
}

/// Uses them.
#[must_use]
pub fn used(x: f64) -> f64 {
    let private = Private { x, n: 1 };
    let hidden = if x > 1.0 { Hidden::A(x, 2) } else { Hidden::B };
    let n = match hidden {
        Hidden::A(y, n) if y > 2.0 => n,
        Hidden::A(..) | Hidden::B => private.n,
    };
    if n > 1 { private.x } else { 0.0 }
}
