//! The energy of particles that attract and repel each other after Lennard and Jones, over pairs.

use differentiate::differentiate;

use super::{Case, numbers};

#[differentiate]
pub fn lennard_jones(positions: &[f64]) -> f64 {
    let count = positions.len() / 3;
    let mut energy = 0.0;
    for i in 0..count {
        for j in 0..i {
            let x = positions[3 * i] - positions[3 * j];
            let y = positions[3 * i + 1] - positions[3 * j + 1];
            let z = positions[3 * i + 2] - positions[3 * j + 2];
            let s = 1.0 / (x * x + y * y + z * z);
            let s3 = s * s * s;
            energy += 4.0 * s3 * (s3 - 1.0);
        }
    }
    energy
}

/// Keeps nothing: the energy is linear in the pairs' energies. The adjoint of the outer particle
/// stays in registers while the inner ones pass by; the factor 4 waits for the end, which changes
/// no bit of the sum.
pub fn lennard_jones_by_hand(positions: &[f64], seed: f64, d_positions: &mut [f64]) -> f64 {
    assert_eq!(positions.len(), d_positions.len());
    let seed = -24.0 * seed;
    let mut energy = 0.0;
    for (i, here) in positions.chunks_exact(3).enumerate() {
        let (d_others, d_here) = d_positions.split_at_mut(3 * i);
        let mut pull = [0.0; 3];
        for (there, d_there) in positions.chunks_exact(3).zip(d_others.chunks_exact_mut(3)) {
            let [x, y, z] = [here[0] - there[0], here[1] - there[1], here[2] - there[2]];
            let s = 1.0 / (x * x + y * y + z * z);
            let s3 = s * s * s;
            let above = s3 - 1.0;
            energy += s3 * above;
            let force = (seed * s) * (s3 * (s3 + above));
            for (axis, distance) in [x, y, z].into_iter().enumerate() {
                let along = force * distance;
                pull[axis] += along;
                d_there[axis] -= along;
            }
        }
        for axis in 0..3 {
            d_here[axis] += pull[axis];
        }
    }
    4.0 * energy
}

/// Particles near the points of a cubic grid.
fn positions(count: usize) -> Vec<f64> {
    let mut positions = numbers(3 * count, -0.2, 0.2);
    for (i, at) in positions.chunks_exact_mut(3).enumerate() {
        at[0] += 1.2 * (i % 6) as f64;
        at[1] += 1.2 * (i / 6 % 6) as f64;
        at[2] += 1.2 * (i / 36) as f64;
    }
    positions
}

pub fn cases() -> Vec<Case> {
    vec![Case::accumulating(
        "Lennard-Jones, 200 particles",
        positions(200),
        vec![0.0; 600],
        |x| lennard_jones(x),
        |x, seed, d_x| lennard_jones_by_hand(x, seed, d_x),
        |x, seed, d_x| lennard_jones::accumulate_grad(x, seed, d_x),
    )]
}
