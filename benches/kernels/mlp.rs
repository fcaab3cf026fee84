//! The mean squared error of a perceptron with one hidden layer, on a batch.

use differentiate::differentiate;

use super::{Case, numbers};

#[differentiate(wrt(w1, b1, w2, b2))]
pub fn mlp(w1: &[f64], b1: &[f64], w2: &[f64], b2: f64, inputs: &[f64], targets: &[f64]) -> f64 {
    let hidden = b1.len();
    let width = w1.len() / hidden;
    let mut loss = 0.0;
    for row in 0..targets.len() {
        let mut output = b2;
        for j in 0..hidden {
            let mut z = b1[j];
            for k in 0..width {
                z += w1[j * width + k] * inputs[row * width + k];
            }
            output += w2[j] * z.tanh();
        }
        let error = output - targets[row];
        loss += error * error;
    }
    loss / targets.len() as f64
}

/// Keeps the activations of one row, a number a hidden unit, in memory that all rows share: the
/// loss is linear in the losses of the rows, so a row's reverse sweep follows its forward sweep.
pub fn mlp_by_hand(
    w1: &[f64],
    b1: &[f64],
    w2: &[f64],
    b2: f64,
    inputs: &[f64],
    targets: &[f64],
    seed: f64,
    d_w1: &mut [f64],
    d_b1: &mut [f64],
    d_w2: &mut [f64],
    d_b2: &mut f64,
) -> f64 {
    let hidden = b1.len();
    let width = w1.len() / hidden;
    let (d_b1, d_w2) = (&mut d_b1[..hidden], &mut d_w2[..hidden]);
    let count = targets.len() as f64;
    let seed = 2.0 * seed / count;
    let mut loss = 0.0;
    let mut activations = vec![0.0; hidden];
    for (input, target) in inputs.chunks_exact(width).zip(targets) {
        let mut output = b2;
        for (j, weights) in w1.chunks_exact(width).enumerate() {
            let z = weights.iter().zip(input).fold(b1[j], |z, (w, x)| z + w * x);
            activations[j] = z.tanh();
            output += w2[j] * activations[j];
        }
        let error = output - target;
        loss += error * error;

        let d_output = seed * error;
        *d_b2 += d_output;
        for (j, d_weights) in d_w1.chunks_exact_mut(width).enumerate() {
            let y = activations[j];
            d_w2[j] += d_output * y;
            let d_z = d_output * w2[j] * (1.0 - y * y);
            d_b1[j] += d_z;
            for (d, x) in d_weights.iter_mut().zip(input) {
                *d += d_z * x;
            }
        }
    }
    loss / count
}

pub fn cases() -> Vec<Case> {
    let (width, hidden, batch) = (64, 128, 32);
    let input = (
        numbers(hidden * width, -0.2, 0.2),
        numbers(hidden, -0.1, 0.1),
        numbers(hidden, -0.3, 0.3),
        0.05,
        numbers(batch * width, 0.0, 1.0),
        numbers(batch, -1.0, 1.0),
    );
    let buffers = (
        vec![0.0; hidden * width],
        vec![0.0; hidden],
        vec![0.0; hidden],
        0.0,
    );
    vec![Case::accumulating(
        "MLP 64-128-1, tanh, batch 32",
        input,
        buffers,
        |(w1, b1, w2, b2, xs, ys)| mlp(w1, b1, w2, *b2, xs, ys),
        |(w1, b1, w2, b2, xs, ys), seed, (d_w1, d_b1, d_w2, d_b2)| {
            mlp_by_hand(w1, b1, w2, *b2, xs, ys, seed, d_w1, d_b1, d_w2, d_b2)
        },
        |(w1, b1, w2, b2, xs, ys), seed, (d_w1, d_b1, d_w2, d_b2)| {
            mlp::accumulate_grad(w1, b1, w2, *b2, xs, ys, seed, d_w1, d_b1, d_w2, d_b2)
        },
    )]
}
