//! The network: 64 pixels, a hidden layer of `tanh` units, ten classes.

use differentiate::differentiate;
use fastrand::Rng;

use crate::digit::{CLASSES, Digit, PIXELS};

const HIDDEN: usize = 48;
const MOMENTUM: f64 = 0.9;

/// Cross-entropy of one image: −ln of the probability that the network gives to `label`.
#[differentiate(wrt(w1, b1, w2, b2))]
#[allow(
    clippy::needless_range_loop,
    reason = "the formulas as a textbook has them"
)]
fn loss(w1: &[f64], b1: &[f64], w2: &[f64], b2: &[f64], pixels: &[f64], label: usize) -> f64 {
    let mut hidden = [0.0; HIDDEN];
    for i in 0..HIDDEN {
        let mut sum = b1[i];
        for j in 0..PIXELS {
            sum += w1[i * PIXELS + j] * pixels[j];
        }
        hidden[i] = sum.tanh();
    }

    let mut scores = [0.0; CLASSES];
    for k in 0..CLASSES {
        let mut sum = b2[k];
        for i in 0..HIDDEN {
            sum += w2[k * HIDDEN + i] * hidden[i];
        }
        scores[k] = sum;
    }

    // ln Σ exp(scores), shifted by the highest score so that no exponential overflows.
    let mut highest = scores[0];
    for k in 1..CLASSES {
        highest = highest.max(scores[k]);
    }
    let mut total = 0.0;
    for k in 0..CLASSES {
        total += (scores[k] - highest).exp();
    }
    highest + total.ln() - scores[label]
}

/// The parameters; a gradient and a momentum have the same shape.
pub(crate) struct Model {
    w1: Vec<f64>,
    b1: Vec<f64>,
    w2: Vec<f64>,
    b2: Vec<f64>,
}

impl Model {
    pub(crate) fn zero() -> Self {
        Self {
            w1: vec![0.0; HIDDEN * PIXELS],
            b1: vec![0.0; HIDDEN],
            w2: vec![0.0; CLASSES * HIDDEN],
            b2: vec![0.0; CLASSES],
        }
    }

    /// Weights of variance 1 / inputs, so that a layer neither swells nor fades its signal.
    pub(crate) fn random(rng: &mut Rng) -> Self {
        let mut model = Self::zero();
        for (weights, inputs) in [(&mut model.w1, PIXELS), (&mut model.w2, HIDDEN)] {
            let width = (3.0 / inputs as f64).sqrt();
            weights.fill_with(|| width * (2.0 * rng.f64() - 1.0));
        }
        model
    }

    pub(crate) fn loss(&self, digit: &Digit) -> f64 {
        self.loss_as(digit, digit.label)
    }

    /// Adds `seed` × the gradient of the loss to `gradient`; returns the loss.
    pub(crate) fn accumulate_grad(&self, digit: &Digit, seed: f64, gradient: &mut Self) -> f64 {
        loss::accumulate_grad(
            &self.w1,
            &self.b1,
            &self.w2,
            &self.b2,
            &digit.pixels,
            digit.label,
            seed,
            &mut gradient.w1,
            &mut gradient.b1,
            &mut gradient.w2,
            &mut gradient.b2,
        )
    }

    /// The most probable class is the one whose loss is least.
    pub(crate) fn classify(&self, digit: &Digit) -> usize {
        let losses: [f64; CLASSES] = std::array::from_fn(|label| self.loss_as(digit, label));
        (0..CLASSES)
            .min_by(|&a, &b| losses[a].total_cmp(&losses[b]))
            .unwrap_or(0)
    }

    /// A step of gradient descent with momentum. Takes the gradient and leaves zeros.
    pub(crate) fn descend(&mut self, gradient: &mut Self, velocity: &mut Self, rate: f64) {
        let slopes = gradient.numbers();
        for ((weight, slope), speed) in self.numbers().zip(slopes).zip(velocity.numbers()) {
            *speed = MOMENTUM * *speed - rate * std::mem::take(slope);
            *weight += *speed;
        }
    }

    fn numbers(&mut self) -> impl Iterator<Item = &mut f64> {
        let parts = [&mut self.w1, &mut self.b1, &mut self.w2, &mut self.b2];
        parts.into_iter().flatten()
    }

    fn loss_as(&self, digit: &Digit, label: usize) -> f64 {
        loss(&self.w1, &self.b1, &self.w2, &self.b2, &digit.pixels, label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(direction: &mut Model, by: f64) -> Model {
        let mut model = Model::random(&mut Rng::with_seed(1));
        for (weight, way) in model.numbers().zip(direction.numbers()) {
            *weight += by * *way;
        }
        model
    }

    #[test]
    fn slope_along_a_direction() {
        let mut rng = Rng::with_seed(2);
        let pixels = std::array::from_fn(|_| rng.f64());
        let digit = Digit { pixels, label: 3 };
        let mut direction = Model::zero();
        direction.numbers().for_each(|way| *way = rng.f64() - 0.5);

        let mut gradient = Model::zero();
        let value = moved(&mut direction, 0.0).accumulate_grad(&digit, 2.0, &mut gradient);
        assert_eq!(value, moved(&mut direction, 0.0).loss(&digit));

        let slopes = gradient.numbers().zip(direction.numbers());
        let slope: f64 = slopes.map(|(slope, way)| *slope * *way).sum();
        let (ahead, behind) = (moved(&mut direction, 1e-5), moved(&mut direction, -1e-5));
        let measured = 2.0 * (ahead.loss(&digit) - behind.loss(&digit)) / 2e-5;
        assert!((slope - measured).abs() < 1e-7, "{slope} is not {measured}");
    }
}
