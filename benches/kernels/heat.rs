//! Heat spreading along a rod with fixed ends, by an explicit stencil: between two vectors, for the
//! start alone and for the start and the conductivity; and in place, in a single vector.

use differentiate::differentiate;

use super::{Case, numbers};

#[differentiate(wrt(start))]
pub fn heat(start: &[f64], rate: f64, steps: usize) -> f64 {
    let n = start.len();
    let mut u = vec![0.0; n];
    let mut next = vec![0.0; n];
    for i in 0..n {
        u[i] = start[i];
    }
    for _ in 0..steps {
        for i in 1..n - 1 {
            next[i] = u[i] + rate * (u[i - 1] - 2.0 * u[i] + u[i + 1]);
        }
        for i in 1..n - 1 {
            u[i] = next[i];
        }
    }
    let mut energy = 0.0;
    for i in 0..n {
        energy += u[i] * u[i];
    }
    energy
}

/// Keeps nothing of the steps: they are linear in the temperature and the rate is a constant.
pub fn heat_by_hand(start: &[f64], rate: f64, steps: usize, seed: f64, d_start: &mut [f64]) -> f64 {
    let mut u = start.to_vec();
    let mut next = u.clone();
    for _ in 0..steps {
        step(&u, rate, &mut next);
        std::mem::swap(&mut u, &mut next);
    }
    let energy = u.iter().fold(0.0, |sum, u| sum + u * u);

    u.iter_mut().for_each(|u| *u *= 2.0 * seed);
    let d_ends = step_back(&mut u, &mut next, rate, steps);
    add(d_start, &u, d_ends);
    energy
}

#[differentiate]
pub fn heat_and_rate(start: &[f64], rate: f64, steps: usize) -> f64 {
    let n = start.len();
    let mut u = vec![0.0; n];
    let mut next = vec![0.0; n];
    for i in 0..n {
        u[i] = start[i];
    }
    for _ in 0..steps {
        for i in 1..n - 1 {
            next[i] = u[i] + rate * (u[i - 1] - 2.0 * u[i] + u[i + 1]);
        }
        for i in 1..n - 1 {
            u[i] = next[i];
        }
    }
    let mut energy = 0.0;
    for i in 0..n {
        energy += u[i] * u[i];
    }
    energy
}

/// Keeps nothing of the steps either. A single rate does not need the adjoint of each step: its
/// derivative runs forward, along with the temperatures, which costs one more stencil a step and
/// no memory, where a tape of all steps would take `8 · n · steps` bytes.
pub fn heat_and_rate_by_hand(
    start: &[f64],
    rate: f64,
    steps: usize,
    seed: f64,
    d_start: &mut [f64],
    d_rate: &mut f64,
) -> f64 {
    let mut u = start.to_vec();
    let mut next = u.clone();
    let mut slope = vec![0.0; u.len()];
    let mut next_slope = slope.clone();
    for _ in 0..steps {
        step_with_slope(&u, &slope, rate, &mut next, &mut next_slope);
        std::mem::swap(&mut u, &mut next);
        std::mem::swap(&mut slope, &mut next_slope);
    }
    let energy = u.iter().fold(0.0, |sum, u| sum + u * u);

    *d_rate += 2.0
        * seed
        * u.iter()
            .zip(&slope)
            .map(|(u, slope)| u * slope)
            .sum::<f64>();
    u.iter_mut().for_each(|u| *u *= 2.0 * seed);
    let d_ends = step_back(&mut u, &mut next, rate, steps);
    add(d_start, &u, d_ends);
    energy
}

#[differentiate(wrt(start))]
pub fn heat_in_place(start: &[f64], rate: f64, steps: usize) -> f64 {
    let n = start.len();
    let mut u = vec![0.0; n];
    for i in 0..n {
        u[i] = start[i];
    }
    for _ in 0..steps {
        let mut left = u[0];
        for i in 1..n - 1 {
            let here = u[i];
            u[i] = here + rate * (left - 2.0 * here + u[i + 1]);
            left = here;
        }
    }
    let mut energy = 0.0;
    for i in 0..n {
        energy += u[i] * u[i];
    }
    energy
}

/// Two vectors are faster than one, so this is [`heat_by_hand`], bit for bit.
pub fn heat_in_place_by_hand(
    start: &[f64],
    rate: f64,
    steps: usize,
    seed: f64,
    d_start: &mut [f64],
) -> f64 {
    heat_by_hand(start, rate, steps, seed, d_start)
}

/// All cells but the ends.
fn step(u: &[f64], rate: f64, next: &mut [f64]) {
    for (cells, next) in u.windows(3).zip(&mut next[1..]) {
        *next = cells[1] + rate * (cells[0] - 2.0 * cells[1] + cells[2]);
    }
}

fn step_with_slope(u: &[f64], slope: &[f64], rate: f64, next: &mut [f64], next_slope: &mut [f64]) {
    let nexts = next[1..].iter_mut().zip(&mut next_slope[1..]);
    for ((cells, slopes), (next, next_slope)) in u.windows(3).zip(slope.windows(3)).zip(nexts) {
        let flow = cells[0] - 2.0 * cells[1] + cells[2];
        *next = cells[1] + rate * flow;
        *next_slope = slopes[1] + rate * (slopes[0] - 2.0 * slopes[1] + slopes[2]) + flow;
    }
}

/// The adjoint of all steps: inside, the stencil is symmetric and so its own adjoint; the ends only
/// give, and what they get is summed up apart.
fn step_back(d_u: &mut Vec<f64>, next: &mut Vec<f64>, rate: f64, steps: usize) -> [f64; 2] {
    let last = d_u.len() - 1;
    let mut d_ends = [d_u[0], d_u[last]];
    for buffer in [&mut *d_u, &mut *next] {
        (buffer[0], buffer[last]) = (0.0, 0.0);
    }
    for _ in 0..steps {
        d_ends[0] += rate * d_u[1];
        d_ends[1] += rate * d_u[last - 1];
        step(d_u, rate, next);
        std::mem::swap(d_u, next);
    }
    d_ends
}

fn add(d_start: &mut [f64], d_inside: &[f64], [d_first, d_last]: [f64; 2]) {
    for (d, d_inside) in d_start.iter_mut().zip(d_inside) {
        *d += d_inside;
    }
    d_start[0] += d_first;
    d_start[d_inside.len() - 1] += d_last;
}

pub fn cases() -> Vec<Case> {
    let (n, steps) = (1000, 500);
    let start = || (numbers(n, 0.0, 1.0), 0.2, steps);
    vec![
        Case::accumulating(
            "heat, 1,000 × 500, start",
            start(),
            vec![0.0; n],
            |(u, c, n)| heat(u, *c, *n),
            |(u, c, n), seed, d_u| heat_by_hand(u, *c, *n, seed, d_u),
            |(u, c, n), seed, d_u| heat::accumulate_grad(u, *c, *n, seed, d_u),
        ),
        Case::accumulating(
            "heat, 1,000 × 500, start and rate",
            start(),
            (vec![0.0; n], 0.0),
            |(u, c, n)| heat_and_rate(u, *c, *n),
            |(u, c, n), seed, (d_u, d_c)| heat_and_rate_by_hand(u, *c, *n, seed, d_u, d_c),
            |(u, c, n), seed, (d_u, d_c)| heat_and_rate::accumulate_grad(u, *c, *n, seed, d_u, d_c),
        ),
        Case::accumulating(
            "heat in place, 1,000 × 500, start",
            start(),
            vec![0.0; n],
            |(u, c, n)| heat_in_place(u, *c, *n),
            |(u, c, n), seed, d_u| heat_in_place_by_hand(u, *c, *n, seed, d_u),
            |(u, c, n), seed, d_u| heat_in_place::accumulate_grad(u, *c, *n, seed, d_u),
        ),
    ]
}
