//! The logistic map: one number, carried nonlinearly from step to step.

use differentiate::differentiate;

use super::Case;

#[differentiate]
pub fn logistic_map(start: f64, rate: f64, steps: usize) -> f64 {
    let mut x = start;
    for _ in 0..steps {
        x = rate * x * (1.0 - x);
    }
    x
}

/// Keeps the state ahead of each step, one number a step: the adjoint reads it and runs the other
/// way, and the map cannot be run backwards (it is two to one). The reverse sweep waits for one
/// product a step; taking two steps at a time halves that.
pub fn logistic_map_by_hand(
    start: f64,
    rate: f64,
    steps: usize,
    seed: f64,
    d_start: &mut f64,
    d_rate: &mut f64,
) -> f64 {
    let mut x = start;
    let mut tape = vec![0.0; steps];
    for kept in &mut tape {
        *kept = x;
        x = rate * x * (1.0 - x);
    }

    let slope = |x: f64| rate * (1.0 - 2.0 * x);
    let growth = |x: f64| x * (1.0 - x);
    let mut d_x = seed;
    let mut d_rate_sum = 0.0;
    let mut pairs = tape.rchunks_exact(2);
    for pair in &mut pairs {
        let (first, second) = (slope(pair[1]), slope(pair[0]));
        d_rate_sum += d_x * (growth(pair[1]) + first * growth(pair[0]));
        d_x *= first * second;
    }
    for &x in pairs.remainder() {
        d_rate_sum += d_x * growth(x);
        d_x *= slope(x);
    }
    *d_start += d_x;
    *d_rate += d_rate_sum;
    x
}

#[differentiate]
pub fn logistic_map_f32(start: f32, rate: f32, steps: usize) -> f32 {
    let mut x = start;
    for _ in 0..steps {
        x = rate * x * (1.0 - x);
    }
    x
}

/// As [`logistic_map_by_hand`].
pub fn logistic_map_f32_by_hand(
    start: f32,
    rate: f32,
    steps: usize,
    seed: f32,
    d_start: &mut f32,
    d_rate: &mut f32,
) -> f32 {
    let mut x = start;
    let mut tape = vec![0.0; steps];
    for kept in &mut tape {
        *kept = x;
        x = rate * x * (1.0 - x);
    }

    let slope = |x: f32| rate * (1.0 - 2.0 * x);
    let growth = |x: f32| x * (1.0 - x);
    let mut d_x = seed;
    let mut d_rate_sum = 0.0;
    let mut pairs = tape.rchunks_exact(2);
    for pair in &mut pairs {
        let (first, second) = (slope(pair[1]), slope(pair[0]));
        d_rate_sum += d_x * (growth(pair[1]) + first * growth(pair[0]));
        d_x *= first * second;
    }
    for &x in pairs.remainder() {
        d_rate_sum += d_x * growth(x);
        d_x *= slope(x);
    }
    *d_start += d_x;
    *d_rate += d_rate_sum;
    x
}

/// Where periods end and chaos begins: there the gradient neither vanishes (its adjoints would be
/// denormal numbers, which are slow) nor overflows.
const RATE: f64 = 3.569_945_6;

pub fn cases() -> Vec<Case> {
    vec![
        Case::accumulating(
            "logistic map, 10,000 steps",
            (0.3, RATE, 10_000),
            (0.0, 0.0),
            |&(x, r, n)| logistic_map(x, r, n),
            |&(x, r, n), seed, (d_x, d_r)| logistic_map_by_hand(x, r, n, seed, d_x, d_r),
            |&(x, r, n), seed, (d_x, d_r)| logistic_map::accumulate_grad(x, r, n, seed, d_x, d_r),
        ),
        Case::accumulating(
            "logistic map, 10,000 steps, f32",
            (0.3, RATE as f32, 10_000),
            (0.0, 0.0),
            |&(x, r, n)| logistic_map_f32(x, r, n),
            |&(x, r, n), seed, (d_x, d_r)| logistic_map_f32_by_hand(x, r, n, seed, d_x, d_r),
            |&(x, r, n), seed, (d_x, d_r)| {
                logistic_map_f32::accumulate_grad(x, r, n, seed, d_x, d_r)
            },
        ),
    ]
}
