//! Neural networks: layers, cells, attention.

use differentiate::{Differentiable, differentiate};

/// A dense layer.
#[derive(Clone, Differentiable)]
struct Layer {
    weights: Vec<f64>,
    biases: Vec<f64>,
}

impl Layer {
    #[differentiate]
    fn forward(&self, input: &[f64]) -> Vec<f64> {
        self.weights
            .chunks(input.len())
            .zip(&self.biases)
            .map(|(row, bias)| {
                let dot: f64 = row.iter().zip(input).map(|(w, x)| w * x).sum();
                (dot + bias).tanh()
            })
            .collect()
    }
}

fn layer(inputs: usize, outputs: usize) -> Layer {
    let number = |i: usize| ((i * 7 + inputs) % 11) as f64 * 0.1 - 0.45;
    Layer {
        weights: (0..inputs * outputs).map(number).collect(),
        biases: (0..outputs).map(number).collect(),
    }
}

/// The square error of one layer.
#[differentiate]
fn layer_error(layer: &Layer, input: &[f64], target: &[f64]) -> f64 {
    let output = layer.forward(input);
    output
        .iter()
        .zip(target)
        .map(|(o, t)| (o - t).powi(2))
        .sum()
}

#[test]
fn layer_of_two_vectors() {
    check!(layer_error(
        &layer = layer(3, 2),
        &input = vec![0.5, -1.0, 0.3],
        &target = vec![0.2, -0.4]
    ));
}

/// A network of layers.
#[derive(Clone, Differentiable)]
struct Network {
    layers: Vec<Layer>,
}

/// The output of a network, layer by layer.
#[differentiate]
fn network_output(network: &Network, input: &[f64]) -> f64 {
    let mut x = input.to_vec();
    for layer in &network.layers {
        x = layer.forward(&x);
    }
    x[0]
}

#[test]
fn network_of_layers() {
    let layers = vec![layer(2, 3), layer(3, 2), layer(2, 1)];
    check!(network_output(
        &network = Network { layers },
        &input = vec![0.5, -1.0]
    ));
}

/// Softmax regression with cross-entropy.
#[differentiate]
fn cross_entropy(weights: &[Vec<f64>], x: &[f64], label: usize) -> f64 {
    let logits: Vec<f64> = weights
        .iter()
        .map(|row| row.iter().zip(x).map(|(w, x)| w * x).sum())
        .collect();
    let largest = logits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = logits.iter().map(|l| (l - largest).exp()).sum();
    sum.ln() + largest - logits[label]
}

#[test]
fn softmax_regression() {
    let weights = vec![vec![0.2, -0.5], vec![1.0, 0.3], vec![-0.4, 0.8]];
    check!(cross_entropy(&weights = weights, &x = vec![0.7, -1.2], const label = 1));
}

/// One row of attention.
#[differentiate]
fn attention(query: &[f64], keys: &[Vec<f64>], values: &[f64]) -> f64 {
    let scale = 1.0 / (query.len() as f64).sqrt();
    let scores: Vec<f64> = keys
        .iter()
        .map(|key| scale * key.iter().zip(query).map(|(k, q)| k * q).sum::<f64>())
        .collect();
    let weights: Vec<f64> = scores.iter().map(|s| s.exp()).collect();
    let total: f64 = weights.iter().sum();
    weights.iter().zip(values).map(|(w, v)| w / total * v).sum()
}

#[test]
fn attention_row() {
    check!(attention(
        &query = vec![0.5, -0.2],
        &keys = vec![vec![1.0, 0.3], vec![-0.4, 0.9], vec![0.1, 0.1]],
        &values = vec![1.0, -2.0, 0.5]
    ));
}

/// Layer normalization.
#[differentiate]
fn normalized(xs: &[f64], gain: &[f64], shift: f64) -> Vec<f64> {
    let n = xs.len() as f64;
    let mean = xs.iter().sum::<f64>() / n;
    let variance = xs.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n;
    let scale = (variance + 1e-5).sqrt().recip();
    xs.iter()
        .zip(gain)
        .map(|(x, g)| g * (x - mean) * scale + shift)
        .collect()
}

#[test]
fn layer_norm() {
    check!(map normalized(
        &xs = vec![0.5, -1.0, 2.0],
        &gain = vec![1.0, 0.8, 1.2],
        shift = 0.1
    ));
}

/// A convolution along a line, with a rectifier and a maximum over all.
#[differentiate]
fn convolution(signal: &[f64], kernel: &[f64], bias: f64) -> f64 {
    signal
        .windows(kernel.len())
        .map(|window| window.iter().zip(kernel).map(|(x, k)| x * k).sum::<f64>() + bias)
        .map(|x| x.max(0.0))
        .fold(0.0, f64::max)
}

#[test]
fn convolution_and_maximum() {
    check!(convolution(
        &signal = vec![0.5, 1.0, -0.3, 0.8, 0.2],
        &kernel = vec![0.4, -0.2, 0.7],
        bias = 0.05
    ));
}

/// A recurrent network over time, with the state in an array.
#[differentiate]
fn recurrent(w: &[[f64; 2]; 2], u: &[f64; 2], inputs: &[f64]) -> f64 {
    let mut state = [0.0; 2];
    for x in inputs {
        let mut next = [0.0; 2];
        for (i, next) in next.iter_mut().enumerate() {
            *next = (w[i][0] * state[0] + w[i][1] * state[1] + u[i] * x).tanh();
        }
        state = next;
    }
    state[0] - state[1]
}

#[test]
fn recurrent_network() {
    check!(recurrent(
        &w = [[0.5, -0.3], [0.2, 0.4]],
        &u = [1.0, -0.6],
        &inputs = vec![0.3, -0.8, 0.5]
    ));
}

#[derive(Clone, Copy, Differentiable)]
enum Activation {
    Identity,
    Relu,
    Leaky { slope: f64 },
    Gelu,
}

impl Activation {
    #[differentiate]
    fn apply(self, x: f64) -> f64 {
        match self {
            Self::Identity => x,
            Self::Relu => x.max(0.0),
            Self::Leaky { slope } => {
                if x > 0.0 {
                    x
                } else {
                    slope * x
                }
            }
            Self::Gelu => 0.5 * x * (1.0 + (0.797_884_56 * (x + 0.044_715 * x.powi(3))).tanh()),
        }
    }
}

/// Activations in turn.
#[differentiate]
fn activated(x: f64, scale: f64) -> f64 {
    let activations = [
        Activation::Gelu,
        Activation::Leaky { slope: 0.1 },
        Activation::Relu,
    ];
    let mut y = x;
    for activation in activations {
        y = activation.apply(scale * y) + 0.5;
    }
    y
}

#[test]
fn activations() {
    check!(activated(x = -1.3, scale = 0.8));
}
