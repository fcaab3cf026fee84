//! Lorenz's weather by the method of Runge and Kutta: three numbers, carried nonlinearly, with the
//! right-hand side a called function.

use differentiate::differentiate;

use super::Case;

#[differentiate]
fn slope(x: f64, y: f64, z: f64, s: f64, r: f64, b: f64) -> (f64, f64, f64) {
    (s * (y - x), x * (r - z) - y, x * y - b * z)
}

#[differentiate]
pub fn lorenz(x: f64, y: f64, z: f64, s: f64, r: f64, b: f64, steps: usize) -> f64 {
    const STEP: f64 = 1e-3;
    let (mut x, mut y, mut z) = (x, y, z);
    for _ in 0..steps {
        let half = 0.5 * STEP;
        let (x1, y1, z1) = slope(x, y, z, s, r, b);
        let (x2, y2, z2) = slope(x + half * x1, y + half * y1, z + half * z1, s, r, b);
        let (x3, y3, z3) = slope(x + half * x2, y + half * y2, z + half * z2, s, r, b);
        let (x4, y4, z4) = slope(x + STEP * x3, y + STEP * y3, z + STEP * z3, s, r, b);
        x += STEP / 6.0 * (x1 + 2.0 * x2 + 2.0 * x3 + x4);
        y += STEP / 6.0 * (y1 + 2.0 * y2 + 2.0 * y3 + y4);
        z += STEP / 6.0 * (z1 + 2.0 * z2 + 2.0 * z3 + z4);
    }
    x + y + z
}

/// Keeps the state ahead of each step, three numbers a step; the states between, which the reverse
/// sweep needs too, are a few products and sums from it and nothing waits for them.
pub fn lorenz_by_hand(
    x: f64,
    y: f64,
    z: f64,
    s: f64,
    r: f64,
    b: f64,
    steps: usize,
    seed: f64,
    d_x: &mut f64,
    d_y: &mut f64,
    d_z: &mut f64,
    d_s: &mut f64,
    d_r: &mut f64,
    d_b: &mut f64,
) -> f64 {
    const STEP: f64 = 1e-3;
    let slope = |[x, y, z]: [f64; 3]| -> [f64; 3] { slope(x, y, z, s, r, b).into() };
    let mut state = [x, y, z];
    let mut tape = vec![[0.0; 3]; steps];
    for kept in &mut tape {
        *kept = state;
        let k1 = slope(state);
        let k2 = slope(along(state, 0.5 * STEP, k1));
        let k3 = slope(along(state, 0.5 * STEP, k2));
        let k4 = slope(along(state, STEP, k3));
        for i in 0..3 {
            state[i] += STEP / 6.0 * (k1[i] + 2.0 * k2[i] + 2.0 * k3[i] + k4[i]);
        }
    }

    let mut d = [seed; 3];
    let mut d_parameters = [0.0; 3];
    // Adds to the parameters' adjoints; gives the state's.
    let mut pull = |[x, y, z]: [f64; 3], [dx, dy, dz]: [f64; 3]| {
        d_parameters[0] += dx * (y - x);
        d_parameters[1] += dy * x;
        d_parameters[2] -= dz * z;
        [
            (r - z) * dy - s * dx + y * dz,
            s * dx - dy + x * dz,
            -x * dy - b * dz,
        ]
    };
    for &s1 in tape.iter().rev() {
        let s2 = along(s1, 0.5 * STEP, slope(s1));
        let s3 = along(s1, 0.5 * STEP, slope(s2));
        let s4 = along(s1, STEP, slope(s3));
        let sixth = d.map(|d| STEP / 6.0 * d);
        let third = d.map(|d| STEP / 3.0 * d);
        let d4 = pull(s4, sixth);
        let d3 = pull(s3, along(third, STEP, d4));
        let d2 = pull(s2, along(third, 0.5 * STEP, d3));
        let d1 = pull(s1, along(sixth, 0.5 * STEP, d2));
        for i in 0..3 {
            d[i] += (d4[i] + d3[i]) + (d2[i] + d1[i]);
        }
    }
    *d_x += d[0];
    *d_y += d[1];
    *d_z += d[2];
    *d_s += d_parameters[0];
    *d_r += d_parameters[1];
    *d_b += d_parameters[2];
    state[0] + state[1] + state[2]
}

#[inline(always)]
fn along(from: [f64; 3], step: f64, slope: [f64; 3]) -> [f64; 3] {
    [
        from[0] + step * slope[0],
        from[1] + step * slope[1],
        from[2] + step * slope[2],
    ]
}

pub fn cases() -> Vec<Case> {
    vec![Case::accumulating(
        "Lorenz, Runge-Kutta, 10,000 steps",
        (1.0, -0.5, 20.0, 10.0, 28.0, 8.0 / 3.0, 10_000),
        (0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        |&(x, y, z, s, r, b, n)| lorenz(x, y, z, s, r, b, n),
        |&(x, y, z, s, r, b, n), seed, (d_x, d_y, d_z, d_s, d_r, d_b)| {
            lorenz_by_hand(x, y, z, s, r, b, n, seed, d_x, d_y, d_z, d_s, d_r, d_b)
        },
        |&(x, y, z, s, r, b, n), seed, (d_x, d_y, d_z, d_s, d_r, d_b)| {
            lorenz::accumulate_grad(x, y, z, s, r, b, n, seed, d_x, d_y, d_z, d_s, d_r, d_b)
        },
    )]
}
