//! Integrals, with integrands that are closures and functions.

use differentiate::{Differentiable, differentiate};

/// The trapezoidal rule over a closure that captures a parameter.
#[differentiate]
fn trapezoid(rate: f64, upper: f64, n: usize) -> f64 {
    let f = |t: f64| (-rate * t * t).exp();
    let h = upper / n as f64;
    let inside: f64 = (1..n).map(|i| f(i as f64 * h)).sum();
    h * (0.5 * (f(0.0) + f(upper)) + inside)
}

#[test]
fn trapezoidal_rule() {
    check!(trapezoid(rate = 0.8, upper = 2.0, const n = 10));
}

/// Simpson's rule, with weights by `match`.
#[differentiate]
fn simpson(frequency: f64, a: f64, b: f64, n: usize) -> f64 {
    let integrand = |x: f64| (frequency * x).sin() / (1.0 + x * x);
    let h = (b - a) / n as f64;
    let mut sum = 0.0;
    for i in 0..=n {
        let weight = match i {
            0 => 1.0,
            i if i == n => 1.0,
            i if i % 2 == 1 => 4.0,
            _ => 2.0,
        };
        sum += weight * integrand(a + i as f64 * h);
    }
    sum * h / 3.0
}

#[test]
fn simpsons_rule() {
    check!(simpson(frequency = 1.3, a = 0.2, b = 1.9, const n = 8));
}

const NODES: [(f64, f64); 3] = [
    (-0.774_596_669_241_483_4, 5.0 / 9.0),
    (0.0, 8.0 / 9.0),
    (0.774_596_669_241_483_4, 5.0 / 9.0),
];

/// Gauss-Legendre quadrature with a table of nodes.
#[differentiate]
fn gauss_legendre(shape: f64, a: f64, b: f64) -> f64 {
    let (middle, half) = (0.5 * (a + b), 0.5 * (b - a));
    NODES
        .iter()
        .map(|&(node, weight)| weight * (middle + half * node).powf(shape))
        .sum::<f64>()
        * half
}

#[test]
fn gauss_legendre_by_table() {
    check!(gauss_legendre(shape = 1.7, a = 0.5, b = 2.0));
}

/// Romberg's extrapolation of the trapezoidal rule.
#[differentiate]
fn romberg(decay: f64, upper: f64) -> f64 {
    const LEVELS: usize = 4;
    let f = |x: f64| (-decay * x).exp() * x.cos();
    let mut table = [[0.0; LEVELS]; LEVELS];
    let mut h = upper;
    table[0][0] = 0.5 * h * (f(0.0) + f(upper));
    for level in 1..LEVELS {
        h /= 2.0;
        let count = 1 << (level - 1);
        let fresh: f64 = (0..count).map(|i| f((2 * i + 1) as f64 * h)).sum();
        table[level][0] = 0.5 * table[level - 1][0] + h * fresh;
        for order in 1..=level {
            let factor = 4_f64.powi(order as i32);
            table[level][order] =
                (factor * table[level][order - 1] - table[level - 1][order - 1]) / (factor - 1.0);
        }
    }
    table[LEVELS - 1][LEVELS - 1]
}

#[test]
fn romberg_extrapolation() {
    check!(romberg(decay = 0.4, upper = 1.5));
}

/// Something to integrate.
trait Integrand: Differentiable {
    #[differentiate]
    fn at(&self, t: f64) -> f64;
}

/// A spiral that grows with the angle.
#[derive(Clone, Copy, Differentiable)]
struct Spiral {
    growth: f64,
}

impl Integrand for Spiral {
    #[differentiate]
    fn at(&self, t: f64) -> f64 {
        (1.0 + self.growth * self.growth).sqrt() * (self.growth * t).exp()
    }
}

/// The midpoint rule for any integrand.
#[differentiate]
fn midpoint<I: Integrand>(f: &I, upper: f64, n: usize) -> f64 {
    let h = upper / n as f64;
    (0..n).map(|i| f.at((i as f64 + 0.5) * h) * h).sum()
}

#[test]
fn integrand_of_any_type() {
    check!(midpoint(&f = Spiral { growth: 0.2 }, upper = 3.0, const n = 12));
}
