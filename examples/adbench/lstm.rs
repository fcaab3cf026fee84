//! An LSTM that predicts the next element of a sequence: the cross-entropy of its predictions.

use differentiate::{Differentiable, differentiate};

use super::random::Random;

/// A number for each gate of each unit.
#[derive(Clone, Differentiable)]
pub(crate) struct Gates {
    pub(crate) forget: Vec<f64>,
    pub(crate) input: Vec<f64>,
    pub(crate) output: Vec<f64>,
    pub(crate) change: Vec<f64>,
}

#[derive(Clone, Differentiable)]
pub(crate) struct Layer {
    pub(crate) weight: Gates,
    pub(crate) bias: Gates,
}

/// The parameters: the layers, and what stands ahead of them and behind them.
#[derive(Clone, Differentiable)]
pub(crate) struct Model {
    pub(crate) layers: Vec<Layer>,
    pub(crate) in_weight: Vec<f64>,
    pub(crate) out_weight: Vec<f64>,
    pub(crate) out_bias: Vec<f64>,
}

/// What a layer remembers.
#[derive(Clone, Differentiable)]
pub(crate) struct State {
    pub(crate) hidden: Vec<f64>,
    pub(crate) cell: Vec<f64>,
}

#[differentiate]
fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

#[differentiate]
fn log_sum_exp(xs: &[f64]) -> f64 {
    xs.iter().map(|x| x.exp()).sum::<f64>().ln()
}

impl State {
    /// One step of a layer.
    #[differentiate]
    fn advance(&mut self, layer: &Layer, x: &[f64]) {
        let Layer { weight, bias } = layer;
        for i in 0..x.len() {
            let hidden = self.hidden[i];
            let forget = sigmoid(x[i] * weight.forget[i] + bias.forget[i]);
            let input = sigmoid(hidden * weight.input[i] + bias.input[i]);
            let output = sigmoid(x[i] * weight.output[i] + bias.output[i]);
            let change = (hidden * weight.change[i] + bias.change[i]).tanh();
            self.cell[i] = self.cell[i] * forget + input * change;
            self.hidden[i] = output * self.cell[i].tanh();
        }
    }
}

impl Model {
    /// The prediction of what comes after `x`.
    #[differentiate]
    fn predict(&self, states: &mut [State], x: &[f64]) -> Vec<f64> {
        let mut x: Vec<f64> = x.iter().zip(&self.in_weight).map(|(x, w)| x * w).collect();
        for (layer, state) in self.layers.iter().zip(states.iter_mut()) {
            state.advance(layer, &x);
            x.copy_from_slice(&state.hidden);
        }
        let out = self.out_weight.iter().zip(&self.out_bias);
        x.iter().zip(out).map(|(x, (w, b))| x * w + b).collect()
    }
}

/// The objective.
#[differentiate(wrt(model))]
pub(crate) fn loss(model: &Model, states: &[State], sequence: &[Vec<f64>]) -> f64 {
    let mut states = states.to_vec();
    let mut total = 0.0;
    let mut count = 0;
    for pair in sequence.windows(2) {
        let predicted = model.predict(&mut states, &pair[0]);
        let normalizer = log_sum_exp(&predicted);
        for (actual, p) in pair[1].iter().zip(&predicted) {
            total += actual * (p - normalizer);
            count += 1;
        }
    }
    -total / count as f64
}

/// An instance: some layers of `width` units, and a sequence.
pub(crate) struct Instance {
    pub(crate) model: Model,
    pub(crate) states: Vec<State>,
    pub(crate) sequence: Vec<Vec<f64>>,
}

impl Instance {
    pub(crate) fn new(layers: usize, length: usize, width: usize) -> Self {
        let mut random = Random::new(3);
        let gates = |random: &mut Random| Gates {
            forget: random.vector(width, 1.0),
            input: random.vector(width, 1.0),
            output: random.vector(width, 1.0),
            change: random.vector(width, 1.0),
        };
        let layer = |random: &mut Random| Layer {
            weight: gates(random),
            bias: gates(random),
        };
        let state = |random: &mut Random| State {
            hidden: random.vector(width, 0.5),
            cell: random.vector(width, 0.5),
        };
        let bits = |random: &mut Random| (0..width).map(|_| random.below(2) as f64).collect();
        Instance {
            model: Model {
                layers: (0..layers).map(|_| layer(&mut random)).collect(),
                in_weight: random.vector(width, 1.0),
                out_weight: random.vector(width, 1.0),
                out_bias: random.vector(width, 1.0),
            },
            states: (0..layers).map(|_| state(&mut random)).collect(),
            sequence: (0..length).map(|_| bits(&mut random)).collect(),
        }
    }

    pub(crate) fn objective(&self, model: &Model) -> f64 {
        loss(model, &self.states, &self.sequence)
    }

    pub(crate) fn gradient(&self) -> (f64, Model) {
        loss::value_and_grad(&self.model, &self.states, &self.sequence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With all parameters zero the hidden state is the input gate's share of nothing.
    #[test]
    fn untrained() {
        let mut instance = Instance::new(2, 4, 3);
        differentiate::Tangent::set_zero(&mut instance.model);
        instance.sequence.iter_mut().for_each(|bits| bits.fill(1.0));
        let loss = instance.objective(&instance.model);
        assert!((loss - 3_f64.ln()).abs() < 1e-15);
    }
}
