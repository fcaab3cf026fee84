//! Polynomials, and what is made of them.

use differentiate::{Differentiable, differentiate};

/// Horner's rule, as a fold from the back.
#[differentiate]
fn horner(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

#[test]
fn horner_by_fold() {
    check!(horner(&coefficients = vec![1.0, -2.0, 0.5, 3.0], x = 0.7));
}

/// A polynomial that knows its derivative.
#[derive(Clone, Differentiable)]
struct Polynomial {
    coefficients: Vec<f64>,
}

impl Polynomial {
    #[differentiate]
    fn at(&self, x: f64) -> f64 {
        let mut sum = 0.0;
        for &c in self.coefficients.iter().rev() {
            sum = sum * x + c;
        }
        sum
    }

    #[differentiate]
    fn slope(&self, x: f64) -> f64 {
        let terms = self.coefficients.iter().enumerate().skip(1);
        terms
            .map(|(i, c)| i as f64 * c * x.powi(i as i32 - 1))
            .sum()
    }
}

/// One step of Newton's method towards a root of a polynomial.
#[differentiate]
fn towards_root(p: &Polynomial, x: f64) -> f64 {
    x - p.at(x) / p.slope(x)
}

#[test]
fn polynomial_with_methods() {
    let coefficients = vec![1.0, -2.0, 0.5, 3.0];
    let p = Polynomial { coefficients };
    check!(Polynomial: at at_value_and_grad at_accumulate_grad at_vjp at_jvp;
        (&p = p.clone(), x = 0.7));
    check!(towards_root(&p = p, x = 1.3));
}

/// A Chebyshev series by Clenshaw's recurrence.
#[differentiate]
fn chebyshev(coefficients: &[f64], x: f64) -> f64 {
    let (mut b, mut c) = (0.0, 0.0);
    for a in coefficients[1..].iter().rev() {
        (b, c) = (2.0 * x * b - c + a, b);
    }
    x * b - c + coefficients[0]
}

#[test]
fn chebyshev_series() {
    check!(chebyshev(
        &coefficients = vec![0.5, 1.0, -0.3, 0.2, 0.1],
        x = 0.35
    ));
}

/// Lagrange's interpolation through points.
#[differentiate]
fn lagrange(xs: &[f64], ys: &[f64], x: f64) -> f64 {
    let mut sum = 0.0;
    for (i, y) in ys.iter().enumerate() {
        let weight: f64 = xs
            .iter()
            .enumerate()
            .filter(|(j, _)| *j != i)
            .map(|(_, other)| (x - other) / (xs[i] - other))
            .product();
        sum += y * weight;
    }
    sum
}

#[test]
fn lagrange_interpolation() {
    check!(lagrange(
        &xs = vec![0.0, 1.0, 2.5, 4.0],
        &ys = vec![1.0, 0.5, 2.0, -1.0],
        x = 1.7
    ));
}

/// Newton's divided differences, in place from the back.
#[differentiate]
fn divided_differences(xs: &[f64], ys: &[f64], x: f64) -> f64 {
    let n = xs.len();
    let mut c = ys.to_vec();
    for order in 1..n {
        for i in (order..n).rev() {
            c[i] = (c[i] - c[i - 1]) / (xs[i] - xs[i - order]);
        }
    }
    let mut sum = c[n - 1];
    for i in (0..n - 1).rev() {
        sum = sum * (x - xs[i]) + c[i];
    }
    sum
}

#[test]
fn newton_interpolation() {
    check!(divided_differences(
        &xs = vec![0.0, 1.0, 2.5, 4.0],
        &ys = vec![1.0, 0.5, 2.0, -1.0],
        x = 1.7
    ));
}

/// A rational function out of pairs of coefficients, from the back.
#[differentiate]
fn rational(pairs: &[f64], xs: &[f64]) -> f64 {
    pairs.chunks(2).zip(xs).rev().fold(1.0, |sum, (pair, x)| {
        pair[0] + pair[1] * x / (1.0 + sum * sum)
    })
}

#[test]
fn chunks_zip_rev_fold() {
    check!(rational(
        &pairs = vec![1.0, 0.5, -0.3, 2.0, 0.7, 1.1],
        &xs = vec![0.2, 1.4, -0.6]
    ));
}
