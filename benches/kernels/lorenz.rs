//! Lorenz's weather by the method of Runge and Kutta: three numbers, carried nonlinearly, with the
//! right-hand side a called function; and the same with structs.

use differentiate::{Differentiable, differentiate};

use super::{Case, Numbers};

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

#[derive(Clone, Copy, Differentiable)]
pub struct Weather {
    x: f64,
    y: f64,
    z: f64,
}

#[derive(Clone, Copy, Differentiable)]
pub struct Climate {
    s: f64,
    r: f64,
    b: f64,
}

#[differentiate]
fn change(at: Weather, climate: Climate) -> Weather {
    let Weather { x, y, z } = at;
    let Climate { s, r, b } = climate;
    Weather {
        x: s * (y - x),
        y: x * (r - z) - y,
        z: x * y - b * z,
    }
}

#[differentiate]
fn moved(from: Weather, step: f64, along: Weather) -> Weather {
    Weather {
        x: from.x + step * along.x,
        y: from.y + step * along.y,
        z: from.z + step * along.z,
    }
}

#[differentiate]
pub fn lorenz_struct(start: Weather, climate: Climate, steps: usize) -> f64 {
    const STEP: f64 = 1e-3;
    let mut at = start;
    for _ in 0..steps {
        let k1 = change(at, climate);
        let k2 = change(moved(at, 0.5 * STEP, k1), climate);
        let k3 = change(moved(at, 0.5 * STEP, k2), climate);
        let k4 = change(moved(at, STEP, k3), climate);
        at.x += STEP / 6.0 * (k1.x + 2.0 * k2.x + 2.0 * k3.x + k4.x);
        at.y += STEP / 6.0 * (k1.y + 2.0 * k2.y + 2.0 * k3.y + k4.y);
        at.z += STEP / 6.0 * (k1.z + 2.0 * k2.z + 2.0 * k3.z + k4.z);
    }
    at.x + at.y + at.z
}

/// [`lorenz_by_hand`], bit for bit.
pub fn lorenz_struct_by_hand(
    start: Weather,
    climate: Climate,
    steps: usize,
    seed: f64,
    d_start: &mut Weather,
    d_climate: &mut Climate,
) -> f64 {
    let Weather { x, y, z } = start;
    let Climate { s, r, b } = climate;
    let (d, p) = (d_start, d_climate);
    lorenz_by_hand(
        x, y, z, s, r, b, steps, seed, &mut d.x, &mut d.y, &mut d.z, &mut p.s, &mut p.r, &mut p.b,
    )
}

#[inline(always)]
fn along(from: [f64; 3], step: f64, slope: [f64; 3]) -> [f64; 3] {
    [
        from[0] + step * slope[0],
        from[1] + step * slope[1],
        from[2] + step * slope[2],
    ]
}

impl Numbers for (Weather, Climate) {
    const TOLERANCE: f64 = f64::TOLERANCE;

    fn entries(&self, to: &mut Vec<f64>) {
        let (Weather { x, y, z }, Climate { s, r, b }) = self;
        to.extend([x, y, z, s, r, b]);
    }
}

pub fn cases() -> Vec<Case> {
    let start = Weather {
        x: 1.0,
        y: -0.5,
        z: 20.0,
    };
    let climate = Climate {
        s: 10.0,
        r: 28.0,
        b: 8.0 / 3.0,
    };
    let zero = (
        Weather {
            x: 0.0,
            y: 0.0,
            z: 0.0,
        },
        Climate {
            s: 0.0,
            r: 0.0,
            b: 0.0,
        },
    );
    vec![
        Case::accumulating(
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
        ),
        Case::accumulating(
            "Lorenz in structs, 10,000 steps",
            (start, climate, 10_000),
            zero,
            |&(x, p, n)| lorenz_struct(x, p, n),
            |&(x, p, n), seed, (d_x, d_p)| lorenz_struct_by_hand(x, p, n, seed, d_x, d_p),
            |&(x, p, n), seed, (d_x, d_p)| lorenz_struct::accumulate_grad(x, p, n, seed, d_x, d_p),
        ),
    ]
}
