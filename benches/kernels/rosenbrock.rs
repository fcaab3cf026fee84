//! Rosenbrock's valley, in two dimensions as a straight line and in `n` as a loop whose iterations
//! share a variable with their neighbours.

use differentiate::differentiate;

use super::{Case, numbers};

#[differentiate]
pub fn rosenbrock_2d(x: f64, y: f64) -> f64 {
    (1.0 - x) * (1.0 - x) + 100.0 * (y - x * x) * (y - x * x)
}

/// Keeps nothing: a few numbers are in scope.
pub fn rosenbrock_2d_by_hand(x: f64, y: f64) -> (f64, (f64, f64)) {
    let offset = 1.0 - x;
    let height = y - x * x;
    let scaled = 100.0 * height;
    let d_height = 2.0 * scaled;
    (
        offset * offset + scaled * height,
        (-2.0 * (offset + x * d_height), d_height),
    )
}

#[differentiate]
pub fn rosenbrock(x: &[f64]) -> f64 {
    let mut sum = 0.0;
    for i in 1..x.len() {
        let offset = 1.0 - x[i - 1];
        let height = x[i] - x[i - 1] * x[i - 1];
        sum += 100.0 * height * height + offset * offset;
    }
    sum
}

/// Keeps nothing: the sum is linear in its terms. An entry of the gradient belongs to two terms; it
/// is loaded and stored once, when both are known. Blocks let the compiler use vectors for the
/// gradient while the sum, whose order is fixed, waits for its additions.
pub fn rosenbrock_by_hand(x: &[f64], seed: f64, d_x: &mut [f64]) -> f64 {
    const BLOCK: usize = 16;
    assert_eq!(x.len(), d_x.len());
    let Some(last) = x.len().checked_sub(1) else {
        return 0.0;
    };
    let mut sum = 0.0;
    let mut d_heights = [0.0; BLOCK + 1];
    for (x, d_x) in x
        .windows(BLOCK + 1)
        .step_by(BLOCK)
        .zip(d_x.chunks_exact_mut(BLOCK))
    {
        d_heights[0] = d_heights[BLOCK];
        for i in 0..BLOCK {
            let offset = 1.0 - x[i];
            let height = x[i + 1] - x[i] * x[i];
            sum += 100.0 * height * height + offset * offset;
            d_heights[i + 1] = 200.0 * seed * height;
        }
        for i in 0..BLOCK {
            d_x[i] += d_heights[i] - 2.0 * (seed * (1.0 - x[i]) + d_heights[i + 1] * x[i]);
        }
    }

    let mut waiting = d_heights[BLOCK];
    for i in last / BLOCK * BLOCK..last {
        let offset = 1.0 - x[i];
        let height = x[i + 1] - x[i] * x[i];
        sum += 100.0 * height * height + offset * offset;
        let d_height = 200.0 * seed * height;
        d_x[i] += waiting - 2.0 * (seed * offset + d_height * x[i]);
        waiting = d_height;
    }
    d_x[last] += waiting;
    sum
}

#[differentiate]
pub fn rosenbrock_f32(x: &[f32]) -> f32 {
    let mut sum = 0.0;
    for i in 1..x.len() {
        let offset = 1.0 - x[i - 1];
        let height = x[i] - x[i - 1] * x[i - 1];
        sum += 100.0 * height * height + offset * offset;
    }
    sum
}

/// As [`rosenbrock_by_hand`].
pub fn rosenbrock_f32_by_hand(x: &[f32], seed: f32, d_x: &mut [f32]) -> f32 {
    const BLOCK: usize = 16;
    assert_eq!(x.len(), d_x.len());
    let Some(last) = x.len().checked_sub(1) else {
        return 0.0;
    };
    let mut sum = 0.0;
    let mut d_heights = [0.0; BLOCK + 1];
    for (x, d_x) in x
        .windows(BLOCK + 1)
        .step_by(BLOCK)
        .zip(d_x.chunks_exact_mut(BLOCK))
    {
        d_heights[0] = d_heights[BLOCK];
        for i in 0..BLOCK {
            let offset = 1.0 - x[i];
            let height = x[i + 1] - x[i] * x[i];
            sum += 100.0 * height * height + offset * offset;
            d_heights[i + 1] = 200.0 * seed * height;
        }
        for i in 0..BLOCK {
            d_x[i] += d_heights[i] - 2.0 * (seed * (1.0 - x[i]) + d_heights[i + 1] * x[i]);
        }
    }

    let mut waiting = d_heights[BLOCK];
    for i in last / BLOCK * BLOCK..last {
        let offset = 1.0 - x[i];
        let height = x[i + 1] - x[i] * x[i];
        sum += 100.0 * height * height + offset * offset;
        let d_height = 200.0 * seed * height;
        d_x[i] += waiting - 2.0 * (seed * offset + d_height * x[i]);
        waiting = d_height;
    }
    d_x[last] += waiting;
    sum
}

pub fn cases() -> Vec<Case> {
    let mut cases = vec![Case::returning(
        "Rosenbrock, 2-d",
        (-1.2, 1.0),
        |&(x, y)| rosenbrock_2d(x, y),
        |&(x, y)| rosenbrock_2d_by_hand(x, y),
        |&(x, y)| rosenbrock_2d::value_and_grad(x, y),
    )];
    let sizes = [
        ("Rosenbrock, n = 10", 10),
        ("Rosenbrock, n = 100", 100),
        ("Rosenbrock, n = 1,000", 1000),
    ];
    for (name, n) in sizes {
        cases.push(Case::accumulating(
            name,
            numbers(n, -1.5, 1.5),
            vec![0.0; n],
            |x| rosenbrock(x),
            |x, seed, d_x| rosenbrock_by_hand(x, seed, d_x),
            |x, seed, d_x| rosenbrock::accumulate_grad(x, seed, d_x),
        ));
    }
    cases.push(Case::accumulating(
        "Rosenbrock, n = 1,000, f32",
        numbers(1000, -1.5, 1.5)
            .iter()
            .map(|&x| x as f32)
            .collect::<Vec<_>>(),
        vec![0.0; 1000],
        |x| rosenbrock_f32(x),
        |x, seed, d_x| rosenbrock_f32_by_hand(x, seed, d_x),
        |x, seed, d_x| rosenbrock_f32::accumulate_grad(x, seed, d_x),
    ));
    cases
}
