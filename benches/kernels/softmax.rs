//! The cross-entropy of one row of logits.

use differentiate::differentiate;

use super::{Case, numbers};

#[differentiate]
pub fn softmax(logits: &[f64], label: usize) -> f64 {
    let mut top = logits[0];
    for i in 1..logits.len() {
        top = top.max(logits[i]);
    }
    let mut sum = 0.0;
    for i in 0..logits.len() {
        sum += (logits[i] - top).exp();
    }
    sum.ln() + top - logits[label]
}

/// Keeps the exponentials, one number a logit. The maximum only shifts: its adjoint is zero.
pub fn softmax_by_hand(logits: &[f64], label: usize, seed: f64, d_logits: &mut [f64]) -> f64 {
    assert_eq!(logits.len(), d_logits.len());
    let top = logits[1..].iter().fold(logits[0], |top, &x| top.max(x));
    let mut sum = 0.0;
    let exponentials: Vec<f64> = logits
        .iter()
        .map(|x| {
            let exponential = (x - top).exp();
            sum += exponential;
            exponential
        })
        .collect();

    let scale = seed / sum;
    for (d, exponential) in d_logits.iter_mut().zip(&exponentials) {
        *d += scale * exponential;
    }
    d_logits[label] -= seed;
    sum.ln() + top - logits[label]
}

#[differentiate]
pub fn softmax_f32(logits: &[f32], label: usize) -> f32 {
    let mut top = logits[0];
    for i in 1..logits.len() {
        top = top.max(logits[i]);
    }
    let mut sum = 0.0;
    for i in 0..logits.len() {
        sum += (logits[i] - top).exp();
    }
    sum.ln() + top - logits[label]
}

/// As [`softmax_by_hand`].
pub fn softmax_f32_by_hand(logits: &[f32], label: usize, seed: f32, d_logits: &mut [f32]) -> f32 {
    assert_eq!(logits.len(), d_logits.len());
    let top = logits[1..].iter().fold(logits[0], |top, &x| top.max(x));
    let mut sum = 0.0;
    let exponentials: Vec<f32> = logits
        .iter()
        .map(|x| {
            let exponential = (x - top).exp();
            sum += exponential;
            exponential
        })
        .collect();

    let scale = seed / sum;
    for (d, exponential) in d_logits.iter_mut().zip(&exponentials) {
        *d += scale * exponential;
    }
    d_logits[label] -= seed;
    sum.ln() + top - logits[label]
}

pub fn cases() -> Vec<Case> {
    let logits = numbers(1000, -4.0, 4.0);
    let narrow: Vec<f32> = logits.iter().map(|&x| x as f32).collect();
    vec![
        Case::accumulating(
            "softmax cross-entropy, 1,000",
            (logits, 417),
            vec![0.0; 1000],
            |(x, label)| softmax(x, *label),
            |(x, label), seed, d_x| softmax_by_hand(x, *label, seed, d_x),
            |(x, label), seed, d_x| softmax::accumulate_grad(x, *label, seed, d_x),
        ),
        Case::accumulating(
            "softmax cross-entropy, 1,000, f32",
            (narrow, 417),
            vec![0.0; 1000],
            |(x, label)| softmax_f32(x, *label),
            |(x, label), seed, d_x| softmax_f32_by_hand(x, *label, seed, d_x),
            |(x, label), seed, d_x| softmax_f32::accumulate_grad(x, *label, seed, d_x),
        ),
    ]
}
