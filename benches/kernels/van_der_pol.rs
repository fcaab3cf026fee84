//! Van der Pol's oscillator by Euler's method: two numbers, carried nonlinearly.

use differentiate::differentiate;

use super::Case;

#[differentiate]
pub fn van_der_pol(start: f64, speed: f64, damping: f64, steps: usize) -> f64 {
    const STEP: f64 = 1e-3;
    let mut x = start;
    let mut v = speed;
    for _ in 0..steps {
        let acceleration = damping * (1.0 - x * x) * v - x;
        x += STEP * v;
        v += STEP * acceleration;
    }
    x
}

/// Keeps the state ahead of each step, two numbers a step, and both are read. The reverse sweep
/// carries the adjoint of `x` times the step, which leaves one product and one sum to wait for.
pub fn van_der_pol_by_hand(
    start: f64,
    speed: f64,
    damping: f64,
    steps: usize,
    seed: f64,
    d_start: &mut f64,
    d_speed: &mut f64,
    d_damping: &mut f64,
) -> f64 {
    const STEP: f64 = 1e-3;
    let (mut x, mut v) = (start, speed);
    // In two columns: as a pair, x and v would be packed into one register before the next step.
    let mut tape = vec![0.0; 2 * steps];
    let (xs, vs) = tape.split_at_mut(steps);
    for (kept_x, kept_v) in xs.iter_mut().zip(&mut *vs) {
        *kept_x = x;
        *kept_v = v;
        let acceleration = damping * (1.0 - x * x) * v - x;
        x += STEP * v;
        v += STEP * acceleration;
    }

    let (mut scaled_d_x, mut d_v) = (STEP * seed, 0.0);
    let mut d_scaled_damping = 0.0;
    let (drag_scale, pull_scale) = (STEP * damping, 2.0 * STEP * STEP * damping);
    for (x, v) in xs.iter().zip(&*vs).rev() {
        let drag = 1.0 - x * x;
        d_scaled_damping += d_v * (drag * v);
        (scaled_d_x, d_v) = (
            scaled_d_x - d_v * (STEP * STEP + pull_scale * x * v),
            scaled_d_x + d_v * (1.0 + drag_scale * drag),
        );
    }
    *d_start += scaled_d_x / STEP;
    *d_speed += d_v;
    *d_damping += STEP * d_scaled_damping;
    x
}

pub fn cases() -> Vec<Case> {
    vec![Case::accumulating(
        "van der Pol, Euler, 10,000 steps",
        (1.5, 0.2, 0.8, 10_000),
        (0.0, 0.0, 0.0),
        |&(x, v, m, n)| van_der_pol(x, v, m, n),
        |&(x, v, m, n), seed, (d_x, d_v, d_m)| van_der_pol_by_hand(x, v, m, n, seed, d_x, d_v, d_m),
        |&(x, v, m, n), seed, (d_x, d_v, d_m)| {
            van_der_pol::accumulate_grad(x, v, m, n, seed, d_x, d_v, d_m)
        },
    )]
}
