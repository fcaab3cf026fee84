// Structs, methods, matches, iterators, options and type parameters, in whatever surroundings
// include this: `differentiate`, `Differentiable` and `Real` are in scope, and no prelude needs to be.

/// A struct that is its own tangent.
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::fmt::Debug,
    ::core::cmp::PartialEq,
    Differentiable,
)]
pub struct Spring {
    /// How stiff it is.
    pub stiffness: f64,
    /// Where it rests.
    pub rest: f64,
}

impl Spring {
    /// By reference.
    #[differentiate]
    pub fn energy(&self, x: f64) -> f64 {
        let d = x - self.rest;
        self.stiffness * d * d
    }

    /// In place.
    #[differentiate]
    pub fn soften(&mut self, by: f64) {
        self.stiffness *= by;
    }

    /// By value, and of a method.
    #[differentiate]
    pub fn twice(self, x: f64) -> f64 {
        2.0 * self.energy(x)
    }
}

/// A struct with a tangent of another type.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, Differentiable)]
pub struct Layer {
    /// Varies.
    pub weights: [f64; 2],
    /// Does not.
    pub times: usize,
}

/// One of several.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, Differentiable)]
#[non_exhaustive]
pub enum Figure {
    /// By its radius.
    Disc(f64),
    /// By its sides.
    Box {
        /// To the right.
        width: f64,
        /// Up.
        height: f64,
    },
}

/// A struct as a parameter, and one that is changed.
#[differentiate]
pub fn softened(spring: &Spring, x: f64) -> f64 {
    let mut s = *spring;
    s.soften(x);
    s.energy(3.0) + spring.twice(x)
}

/// A struct that is built.
#[differentiate]
pub fn made(x: f64, y: f64) -> Spring {
    Spring {
        stiffness: x * y,
        rest: y,
    }
}

/// A constant field.
#[differentiate]
pub fn layered(layer: &Layer, x: f64) -> f64 {
    let mut y = x;
    if layer.times > 1 {
        y *= layer.weights[0];
    }
    y * layer.weights[1]
}

/// A match.
#[differentiate]
pub fn area(figure: &Figure) -> f64 {
    match figure {
        Figure::Disc(r) => 3.0 * r * r,
        Figure::Box { width, height } => width * height,
    }
}

/// A match of numbers.
#[differentiate]
pub fn chosen_by(x: f64, n: usize) -> f64 {
    match n {
        0 => x,
        1..=3 => x * x,
        k if k > 7 => 2.0 * x,
        _ => x * x * x,
    }
}

/// A chain of adaptors.
#[differentiate]
pub fn chained(xs: &[f64], ys: &[f64]) -> f64 {
    xs.iter()
        .zip(ys)
        .map(|(x, y)| x * y)
        .filter(|p| *p > 0.0)
        .sum::<f64>()
}

/// An option that is made and looked into.
#[differentiate]
pub fn first_or(xs: &[f64], other: f64) -> f64 {
    let first = xs.first().copied();
    first.map_or(other, |x| x * other)
}

/// A function that may have no result.
#[differentiate]
pub fn inverse(x: f64) -> ::core::option::Option<f64> {
    if x == 0.0 {
        return ::core::option::Option::None;
    }
    ::core::option::Option::Some(1.0 / x)
}

/// Of any width.
#[differentiate]
pub fn scaled<T: Real>(x: T, xs: &[T]) -> T {
    let mut s = T::ZERO;
    for v in xs {
        s += *v * x;
    }
    s * s
}

/// A pair.
#[differentiate]
pub fn swapped(pair: (f64, f64)) -> f64 {
    let (a, b) = pair;
    a * a * b
}
