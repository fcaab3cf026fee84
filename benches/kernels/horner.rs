//! A polynomial by Horner's scheme.

use differentiate::differentiate;

use super::{Case, numbers};

#[differentiate]
pub fn horner(coefficients: &[f64], x: f64) -> f64 {
    let mut y = 0.0;
    for i in (0..coefficients.len()).rev() {
        y = y * x + coefficients[i];
    }
    y
}

/// Keeps nothing: the derivative in `x` runs along with the value, and the adjoint of the i-th
/// coefficient is the i-th power of `x`, which needs no value at all. The three recurrences are
/// independent and share one loop; the powers advance four at a time.
pub fn horner_by_hand(
    coefficients: &[f64],
    x: f64,
    seed: f64,
    d_coefficients: &mut [f64],
    d_x: &mut f64,
) -> f64 {
    assert_eq!(coefficients.len(), d_coefficients.len());
    let (mut y, mut slope) = (0.0, 0.0);
    let square = x * x;
    let fourth = square * square;
    let mut powers = [seed, seed * x, seed * square, seed * square * x];
    let mut fours = coefficients.rchunks_exact(4);
    let mut d_fours = d_coefficients.chunks_exact_mut(4);
    for (c, d_c) in (&mut fours).zip(&mut d_fours) {
        for k in 0..4 {
            slope = slope * x + y;
            y = y * x + c[3 - k];
            d_c[k] += powers[k];
            powers[k] *= fourth;
        }
    }
    for c in fours.remainder().iter().rev() {
        slope = slope * x + y;
        y = y * x + c;
    }
    for (d_c, power) in d_fours.into_remainder().iter_mut().zip(powers) {
        *d_c += power;
    }
    *d_x += seed * slope;
    y
}

#[differentiate]
pub fn horner_f32(coefficients: &[f32], x: f32) -> f32 {
    let mut y = 0.0;
    for i in (0..coefficients.len()).rev() {
        y = y * x + coefficients[i];
    }
    y
}

/// As [`horner_by_hand`], with the powers one by one: four numbers of this width fill a register of
/// the baseline processor, and the compiler spends more on packing them than it saves.
pub fn horner_f32_by_hand(
    coefficients: &[f32],
    x: f32,
    seed: f32,
    d_coefficients: &mut [f32],
    d_x: &mut f32,
) -> f32 {
    assert_eq!(coefficients.len(), d_coefficients.len());
    let (mut y, mut slope, mut power) = (0.0, 0.0, seed);
    for (c, d_c) in coefficients.iter().rev().zip(d_coefficients) {
        slope = slope * x + y;
        y = y * x + c;
        *d_c += power;
        power *= x;
    }
    *d_x += seed * slope;
    y
}

pub fn cases() -> Vec<Case> {
    let coefficients = numbers(65, -1.0, 1.0);
    let narrow: Vec<f32> = coefficients.iter().map(|&c| c as f32).collect();
    vec![
        Case::accumulating(
            "Horner, degree 64",
            (coefficients, 0.95),
            (vec![0.0; 65], 0.0),
            |(c, x)| horner(c, *x),
            |(c, x), seed, (d_c, d_x)| horner_by_hand(c, *x, seed, d_c, d_x),
            |(c, x), seed, (d_c, d_x)| horner::accumulate_grad(c, *x, seed, d_c, d_x),
        ),
        Case::accumulating(
            "Horner, degree 64, f32",
            (narrow, 0.95),
            (vec![0.0; 65], 0.0),
            |(c, x)| horner_f32(c, *x),
            |(c, x), seed, (d_c, d_x)| horner_f32_by_hand(c, *x, seed, d_c, d_x),
            |(c, x), seed, (d_c, d_x)| horner_f32::accumulate_grad(c, *x, seed, d_c, d_x),
        ),
    ]
}
