//! The mean loss of a logistic regression: over rows by indices, over rows by iterators, and with a
//! single feature over zipped iterators.

use differentiate::differentiate;

use super::{Case, numbers};

#[differentiate(wrt(weights, bias))]
pub fn logistic_regression(weights: &[f64], bias: f64, rows: &[f64], labels: &[f64]) -> f64 {
    let width = weights.len();
    let mut loss = 0.0;
    for row in 0..labels.len() {
        let mut z = bias;
        for k in 0..width {
            z += weights[k] * rows[row * width + k];
        }
        loss += z.max(0.0) - labels[row] * z + (-z.abs()).exp().ln_1p();
    }
    loss / labels.len() as f64
}

/// Keeps nothing: the loss is linear in the losses of the rows, so a row's adjoint follows its
/// value, and the exponential of the one is that of the other.
pub fn logistic_regression_by_hand(
    weights: &[f64],
    bias: f64,
    rows: &[f64],
    labels: &[f64],
    seed: f64,
    d_weights: &mut [f64],
    d_bias: &mut f64,
) -> f64 {
    assert_eq!(weights.len(), d_weights.len());
    let count = labels.len() as f64;
    let seed = seed / count;
    let mut loss = 0.0;
    let mut d_bias_sum = 0.0;
    for (row, label) in rows.chunks_exact(weights.len()).zip(labels) {
        let z = weights.iter().zip(row).fold(bias, |z, (w, x)| z + w * x);
        let small = (-z.abs()).exp();
        loss += z.max(0.0) - label * z + small.ln_1p();
        let d_z = seed * (if z < 0.0 { small } else { 1.0 } / (1.0 + small) - label);
        for (d, x) in d_weights.iter_mut().zip(row) {
            *d += d_z * x;
        }
        d_bias_sum += d_z;
    }
    *d_bias += d_bias_sum;
    loss / count
}

#[differentiate(wrt(weights, bias))]
pub fn logistic_rows(weights: &[f64], bias: f64, rows: &[f64], labels: &[f64]) -> f64 {
    let losses = rows
        .chunks_exact(weights.len())
        .zip(labels)
        .map(|(row, label)| {
            let score: f64 = weights.iter().zip(row).map(|(w, x)| w * x).sum();
            let z = score + bias;
            z.max(0.0) - label * z + (-z.abs()).exp().ln_1p()
        });
    losses.sum::<f64>() / labels.len() as f64
}

/// As [`logistic_regression_by_hand`], in this order of summation, and without a branch on the sign.
pub fn logistic_rows_by_hand(
    weights: &[f64],
    bias: f64,
    rows: &[f64],
    labels: &[f64],
    seed: f64,
    d_weights: &mut [f64],
    d_bias: &mut f64,
) -> f64 {
    assert_eq!(weights.len(), d_weights.len());
    let count = labels.len() as f64;
    let seed = seed / count;
    let mut loss = -0.0;
    let mut d_bias_sum = 0.0;
    for (row, label) in rows.chunks_exact(weights.len()).zip(labels) {
        let score: f64 = weights.iter().zip(row).map(|(w, x)| w * x).sum();
        let z = score + bias;
        let small = (-z.abs()).exp();
        loss += z.max(0.0) - label * z + small.ln_1p();
        let share = 1.0 / (1.0 + small);
        let d_z = seed * (0.5 + (share - 0.5).copysign(z) - label);
        for (d, x) in d_weights.iter_mut().zip(row) {
            *d += d_z * x;
        }
        d_bias_sum += d_z;
    }
    *d_bias += d_bias_sum;
    loss / count
}

#[differentiate(wrt(slope, bias))]
pub fn logistic_line(slope: f64, bias: f64, features: &[f64], labels: &[f64]) -> f64 {
    let mut loss = 0.0;
    for (x, label) in features.iter().zip(labels) {
        let z = slope * x + bias;
        loss += z.max(0.0) - label * z + (-z.abs()).exp().ln_1p();
    }
    loss / features.len() as f64
}

/// As [`logistic_regression_by_hand`], with both adjoints in registers.
pub fn logistic_line_by_hand(
    slope: f64,
    bias: f64,
    features: &[f64],
    labels: &[f64],
    seed: f64,
    d_slope: &mut f64,
    d_bias: &mut f64,
) -> f64 {
    let count = features.len() as f64;
    let seed = seed / count;
    let mut loss = 0.0;
    let (mut d_slope_sum, mut d_bias_sum) = (0.0, 0.0);
    for (x, label) in features.iter().zip(labels) {
        let z = slope * x + bias;
        let small = (-z.abs()).exp();
        loss += z.max(0.0) - label * z + small.ln_1p();
        let d_z = seed * (if z < 0.0 { small } else { 1.0 } / (1.0 + small) - label);
        d_slope_sum += d_z * x;
        d_bias_sum += d_z;
    }
    *d_slope += d_slope_sum;
    *d_bias += d_bias_sum;
    loss / count
}

pub fn cases() -> Vec<Case> {
    let labels =
        |count| -> Vec<f64> { numbers(count, 0.0, 2.0).iter().map(|x| x.floor()).collect() };
    vec![
        Case::accumulating(
            "logistic regression, 256 × 16",
            (
                numbers(16, -1.0, 1.0),
                0.1,
                numbers(256 * 16, -2.0, 2.0),
                labels(256),
            ),
            (vec![0.0; 16], 0.0),
            |(w, b, rows, labels)| logistic_regression(w, *b, rows, labels),
            |(w, b, rows, labels), seed, (d_w, d_b)| {
                logistic_regression_by_hand(w, *b, rows, labels, seed, d_w, d_b)
            },
            |(w, b, rows, labels), seed, (d_w, d_b)| {
                logistic_regression::accumulate_grad(w, *b, rows, labels, seed, d_w, d_b)
            },
        ),
        Case::accumulating(
            "logistic regression, iterators",
            (
                numbers(16, -1.0, 1.0),
                0.1,
                numbers(256 * 16, -2.0, 2.0),
                labels(256),
            ),
            (vec![0.0; 16], 0.0),
            |(w, b, rows, labels)| logistic_rows(w, *b, rows, labels),
            |(w, b, rows, labels), seed, (d_w, d_b)| {
                logistic_rows_by_hand(w, *b, rows, labels, seed, d_w, d_b)
            },
            |(w, b, rows, labels), seed, (d_w, d_b)| {
                logistic_rows::accumulate_grad(w, *b, rows, labels, seed, d_w, d_b)
            },
        ),
        Case::accumulating(
            "logistic regression, zip, 1,000",
            (0.8, 0.1, numbers(1000, -3.0, 3.0), labels(1000)),
            (0.0, 0.0),
            |(w, b, xs, labels)| logistic_line(*w, *b, xs, labels),
            |(w, b, xs, labels), seed, (d_w, d_b)| {
                logistic_line_by_hand(*w, *b, xs, labels, seed, d_w, d_b)
            },
            |(w, b, xs, labels), seed, (d_w, d_b)| {
                logistic_line::accumulate_grad(*w, *b, xs, labels, seed, d_w, d_b)
            },
        ),
    ]
}
