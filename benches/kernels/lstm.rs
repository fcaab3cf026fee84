//! One step of a long short-term memory, its gates computed by a called function.

use differentiate::differentiate;

use super::{Case, numbers};

#[differentiate]
fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

#[differentiate]
pub fn lstm(wx: &[f64], wh: &[f64], b: &[f64], x: &[f64], h: &[f64], c: &[f64]) -> f64 {
    let (n, m) = (h.len(), x.len());
    let mut energy = 0.0;
    for j in 0..n {
        let mut input = b[j];
        let mut forget = b[n + j];
        let mut candidate = b[2 * n + j];
        let mut output = b[3 * n + j];
        for k in 0..m {
            input += wx[j * m + k] * x[k];
            forget += wx[(n + j) * m + k] * x[k];
            candidate += wx[(2 * n + j) * m + k] * x[k];
            output += wx[(3 * n + j) * m + k] * x[k];
        }
        for k in 0..n {
            input += wh[j * n + k] * h[k];
            forget += wh[(n + j) * n + k] * h[k];
            candidate += wh[(2 * n + j) * n + k] * h[k];
            output += wh[(3 * n + j) * n + k] * h[k];
        }
        let cell = sigmoid(forget) * c[j] + sigmoid(input) * candidate.tanh();
        let shown = sigmoid(output) * cell.tanh();
        energy += shown * shown;
    }
    energy
}

/// Keeps nothing: the energy is linear in what the units add to it, so a unit's reverse sweep
/// follows its forward sweep.
pub fn lstm_by_hand(
    wx: &[f64],
    wh: &[f64],
    b: &[f64],
    x: &[f64],
    h: &[f64],
    c: &[f64],
    seed: f64,
    d_wx: &mut [f64],
    d_wh: &mut [f64],
    d_b: &mut [f64],
    d_x: &mut [f64],
    d_h: &mut [f64],
    d_c: &mut [f64],
) -> f64 {
    let n = h.len();
    let (b, d_b) = (&b[..4 * n], &mut d_b[..4 * n]);
    let (c, d_c) = (&c[..n], &mut d_c[..n]);
    let mut energy = 0.0;
    for j in 0..n {
        let mut gates = [b[j], b[n + j], b[2 * n + j], b[3 * n + j]];
        add_products(&mut gates, rows(wx, n, j), x);
        add_products(&mut gates, rows(wh, n, j), h);
        let [input, forget, output] = [sigmoid(gates[0]), sigmoid(gates[1]), sigmoid(gates[3])];
        let candidate = gates[2].tanh();
        let cell = (forget * c[j] + input * candidate).tanh();
        let shown = output * cell;
        energy += shown * shown;

        let d_shown = 2.0 * seed * shown;
        let d_cell = d_shown * output * (1.0 - cell * cell);
        d_c[j] += d_cell * forget;
        let d_gates = [
            d_cell * candidate * input * (1.0 - input),
            d_cell * c[j] * forget * (1.0 - forget),
            d_cell * input * (1.0 - candidate * candidate),
            d_shown * cell * output * (1.0 - output),
        ];
        for gate in 0..4 {
            d_b[gate * n + j] += d_gates[gate];
        }
        add_adjoints(d_gates, rows(wx, n, j), x, rows_mut(d_wx, n, j), d_x);
        add_adjoints(d_gates, rows(wh, n, j), h, rows_mut(d_wh, n, j), d_h);
    }
    energy
}

/// The rows of unit `j` in the matrices of the four gates.
fn rows(weights: &[f64], units: usize, j: usize) -> [&[f64]; 4] {
    let width = weights.len() / (4 * units);
    [0, 1, 2, 3].map(|gate| &weights[(gate * units + j) * width..][..width])
}

fn rows_mut(weights: &mut [f64], units: usize, j: usize) -> [&mut [f64]; 4] {
    let width = weights.len() / (4 * units);
    let mut gates = weights.chunks_exact_mut(units * width);
    [(); 4].map(|()| &mut gates.next().expect("four gates")[j * width..][..width])
}

#[inline(always)]
fn add_products(gates: &mut [f64; 4], weights: [&[f64]; 4], x: &[f64]) {
    let weights = weights.map(|row| &row[..x.len()]);
    for (k, x) in x.iter().enumerate() {
        for gate in 0..4 {
            gates[gate] += weights[gate][k] * x;
        }
    }
}

#[inline(always)]
fn add_adjoints(
    d_gates: [f64; 4],
    weights: [&[f64]; 4],
    x: &[f64],
    d_weights: [&mut [f64]; 4],
    d_x: &mut [f64],
) {
    let [d0, d1, d2, d3] = d_gates;
    let [w0, w1, w2, w3] = weights.map(|row| &row[..d_x.len()]);
    for (k, d_x) in d_x.iter_mut().enumerate() {
        *d_x += (d0 * w0[k] + d1 * w1[k]) + (d2 * w2[k] + d3 * w3[k]);
    }
    for (d, d_weights) in d_gates.into_iter().zip(d_weights) {
        for (d_w, x) in d_weights.iter_mut().zip(x) {
            *d_w += d * x;
        }
    }
}

pub fn cases() -> Vec<Case> {
    let (n, m) = (64, 64);
    let input = (
        numbers(4 * n * m, -0.2, 0.2),
        numbers(4 * n * n, -0.2, 0.2),
        numbers(4 * n, -0.1, 0.1),
        numbers(m, -1.0, 1.0),
        numbers(n, -0.9, 0.9),
        numbers(n, -2.0, 2.0),
    );
    let buffers = (
        vec![0.0; 4 * n * m],
        vec![0.0; 4 * n * n],
        vec![0.0; 4 * n],
        vec![0.0; m],
        vec![0.0; n],
        vec![0.0; n],
    );
    vec![Case::accumulating(
        "LSTM step, 64 units",
        input,
        buffers,
        |(wx, wh, b, x, h, c)| lstm(wx, wh, b, x, h, c),
        |(wx, wh, b, x, h, c), seed, (d_wx, d_wh, d_b, d_x, d_h, d_c)| {
            lstm_by_hand(wx, wh, b, x, h, c, seed, d_wx, d_wh, d_b, d_x, d_h, d_c)
        },
        |(wx, wh, b, x, h, c), seed, (d_wx, d_wh, d_b, d_x, d_h, d_c)| {
            lstm::accumulate_grad(wx, wh, b, x, h, c, seed, d_wx, d_wh, d_b, d_x, d_h, d_c)
        },
    )]
}
