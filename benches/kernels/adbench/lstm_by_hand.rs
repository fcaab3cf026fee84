//! The gradient of an LSTM's loss.

use super::objectives::lstm::{Layer, Model, State};

/// What is kept of a unit in a step: the four gates' results, the cell ahead of the step, and its
/// hyperbolic tangent behind it. Each is read, and none follows from others without a division or
/// a function; the hidden state is the product of two of them.
#[derive(Clone, Copy, Default)]
struct Kept {
    forget: f64,
    input: f64,
    output: f64,
    change: f64,
    before: f64,
    shown: f64,
}

impl Kept {
    fn hidden(&self) -> f64 {
        self.output * self.shown
    }
}

/// Keeps six numbers a unit and step, and of the last layer a seventh: the adjoint of what it
/// predicts from, which is known as soon as the prediction is, since the loss is a sum over steps.
pub fn loss_by_hand(
    model: &Model,
    states: &[State],
    sequence: &[Vec<f64>],
    seed: f64,
    d_model: &mut Model,
) -> f64 {
    let (layers, width) = (states.len(), model.in_weight.len());
    let steps = sequence.len() - 1;
    let step_size = layers * width;
    let mut tape = vec![Kept::default(); steps * step_size];
    let mut d_outs = vec![0.0; steps * width];
    let mut hidden: Vec<f64> = states
        .iter()
        .flat_map(|state| &state.hidden)
        .copied()
        .collect();
    let mut cells: Vec<f64> = states
        .iter()
        .flat_map(|state| &state.cell)
        .copied()
        .collect();
    let mut x = vec![0.0; width];
    let mut exponentials = vec![0.0; width];

    let count = steps * width;
    let scale = -seed / count as f64;
    let mut total = 0.0;
    for (t, pair) in sequence.windows(2).enumerate() {
        for ((x, bit), w) in x.iter_mut().zip(&pair[0]).zip(&model.in_weight) {
            *x = bit * w;
        }
        let tape = tape[t * step_size..][..step_size].chunks_exact_mut(width);
        let memory = hidden
            .chunks_exact_mut(width)
            .zip(cells.chunks_exact_mut(width));
        for ((layer, tape), (hidden, cells)) in model.layers.iter().zip(tape).zip(memory) {
            advance(layer, &x, hidden, cells, tape);
            x.copy_from_slice(hidden);
        }
        let predicted = Prediction {
            model,
            x: &x,
            actual: &pair[1],
            scale,
        };
        predicted.step(
            &mut total,
            &mut exponentials,
            &mut d_outs[t * width..][..width],
            d_model,
        );
    }

    let mut d_hidden = vec![0.0; step_size];
    let mut d_cells = vec![0.0; step_size];
    let mut d_x = vec![0.0; width];
    for t in (0..steps).rev() {
        d_x.copy_from_slice(&d_outs[t * width..][..width]);
        for l in (0..layers).rev() {
            let at = t * step_size + l * width;
            for i in 0..width {
                let below = match l {
                    0 => sequence[t][i] * model.in_weight[i],
                    _ => tape[at - width + i].hidden(),
                };
                let ahead = match t {
                    0 => states[l].hidden[i],
                    _ => tape[at - step_size + i].hidden(),
                };
                let unit = l * width + i;
                let d_h = d_x[i] + d_hidden[unit];
                let back = Back {
                    kept: tape[at + i],
                    below,
                    ahead,
                    d_h,
                    d_cell: d_cells[unit],
                };
                (d_x[i], d_hidden[unit], d_cells[unit]) =
                    back.step(&model.layers[l], &mut d_model.layers[l], i);
            }
        }
        for ((d, d_x), bit) in d_model.in_weight.iter_mut().zip(&d_x).zip(&sequence[t]) {
            *d += d_x * bit;
        }
    }
    -total / count as f64
}

#[inline(always)]
fn advance(layer: &Layer, x: &[f64], hidden: &mut [f64], cells: &mut [f64], tape: &mut [Kept]) {
    let Layer { weight, bias } = layer;
    for i in 0..x.len() {
        let h = hidden[i];
        let forget = sigmoid(x[i] * weight.forget[i] + bias.forget[i]);
        let input = sigmoid(h * weight.input[i] + bias.input[i]);
        let output = sigmoid(x[i] * weight.output[i] + bias.output[i]);
        let change = (h * weight.change[i] + bias.change[i]).tanh();
        let before = cells[i];
        cells[i] = before * forget + input * change;
        let shown = cells[i].tanh();
        hidden[i] = output * shown;
        tape[i] = Kept {
            forget,
            input,
            output,
            change,
            before,
            shown,
        };
    }
}

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// A prediction from `x` of what came.
struct Prediction<'a> {
    model: &'a Model,
    x: &'a [f64],
    actual: &'a [f64],
    scale: f64,
}

impl Prediction<'_> {
    /// Adds to the sum of the logarithms of what came; gives the adjoint of `x`.
    #[inline(always)]
    fn step(self, total: &mut f64, exponentials: &mut [f64], d_x: &mut [f64], d_model: &mut Model) {
        let (w, b) = (&self.model.out_weight, &self.model.out_bias);
        let predicted = |i: usize| self.x[i] * w[i] + b[i];
        let width = self.x.len();
        for i in 0..width {
            exponentials[i] = predicted(i).exp();
        }
        let sum: f64 = exponentials.iter().sum();
        let normalizer = sum.ln();
        let mut came = 0.0;
        for i in 0..width {
            *total += self.actual[i] * (predicted(i) - normalizer);
            came += self.actual[i];
        }
        let share = self.scale * came / sum;
        for i in 0..width {
            let d = self.scale * self.actual[i] - share * exponentials[i];
            d_model.out_weight[i] += d * self.x[i];
            d_model.out_bias[i] += d;
            d_x[i] = d * w[i];
        }
    }
}

/// A unit's reverse step.
struct Back {
    kept: Kept,
    below: f64,
    /// The hidden state ahead of the step.
    ahead: f64,
    d_h: f64,
    d_cell: f64,
}

impl Back {
    /// The adjoints of what is below, of the hidden state and of the cell ahead of the step.
    #[inline(always)]
    fn step(self, layer: &Layer, d_layer: &mut Layer, i: usize) -> (f64, f64, f64) {
        let Kept {
            forget,
            input,
            output,
            change,
            before,
            shown,
        } = self.kept;
        let d_cell = self.d_cell + self.d_h * output * (1.0 - shown * shown);
        let d_forget = d_cell * before * forget * (1.0 - forget);
        let d_input = d_cell * change * input * (1.0 - input);
        let d_output = self.d_h * shown * output * (1.0 - output);
        let d_change = d_cell * input * (1.0 - change * change);
        let (d_w, d_b, w) = (&mut d_layer.weight, &mut d_layer.bias, &layer.weight);
        d_w.forget[i] += d_forget * self.below;
        d_w.input[i] += d_input * self.ahead;
        d_w.output[i] += d_output * self.below;
        d_w.change[i] += d_change * self.ahead;
        d_b.forget[i] += d_forget;
        d_b.input[i] += d_input;
        d_b.output[i] += d_output;
        d_b.change[i] += d_change;
        (
            d_forget * w.forget[i] + d_output * w.output[i],
            d_input * w.input[i] + d_change * w.change[i],
            d_cell * forget,
        )
    }
}
