//! Mini-batches, gradient accumulation, and what each epoch has brought.

use fastrand::Rng;

use crate::digit::Digit;
use crate::model::Model;

/// One image of so many is held out.
pub(crate) const HELD_OUT: usize = 5;

const BATCH: usize = 16;
const RATE: f64 = 0.1;

pub(crate) struct Split {
    pub(crate) training: Vec<Digit>,
    pub(crate) held_out: Vec<Digit>,
}

impl Split {
    /// Holds out the same share of each class, at random.
    pub(crate) fn new(mut digits: Vec<Digit>, rng: &mut Rng) -> Self {
        rng.shuffle(&mut digits);
        digits.sort_by_key(|digit| digit.label);
        let mut split = Self {
            training: Vec::new(),
            held_out: Vec::new(),
        };
        for (digit, place) in digits.into_iter().zip(1..) {
            let part = if place % HELD_OUT == 0 {
                &mut split.held_out
            } else {
                &mut split.training
            };
            part.push(digit);
        }
        split
    }
}

/// How good the model is after an epoch.
pub(crate) struct Epoch {
    pub(crate) training_loss: f64,
    pub(crate) held_out_loss: f64,
    pub(crate) accuracy: f64,
}

impl Epoch {
    fn of(model: &Model, data: &Split) -> Self {
        let mean_loss = |digits: &[Digit]| {
            let losses = digits.iter().map(|digit| model.loss(digit));
            losses.sum::<f64>() / digits.len() as f64
        };
        let right = data
            .held_out
            .iter()
            .filter(|digit| model.classify(digit) == digit.label);
        Self {
            training_loss: mean_loss(&data.training),
            held_out_loss: mean_loss(&data.held_out),
            accuracy: right.count() as f64 / data.held_out.len() as f64,
        }
    }
}

/// Trains for `epochs` and shows each to `watch`. The history begins with the untrained model.
pub(crate) fn train(
    model: &mut Model,
    data: &mut Split,
    epochs: usize,
    rng: &mut Rng,
    watch: impl Fn(&Epoch),
) -> Vec<Epoch> {
    let (mut gradient, mut velocity) = (Model::zero(), Model::zero());
    let mut history = vec![Epoch::of(model, data)];
    for epoch in 0..epochs {
        // The rate falls to nothing, so that the noise of the mini-batches dies away.
        let rate = RATE * (1.0 - epoch as f64 / epochs as f64);
        rng.shuffle(&mut data.training);
        for batch in data.training.chunks(BATCH) {
            accumulate(model, batch, &mut gradient);
            model.descend(&mut gradient, &mut velocity, rate);
        }
        let reached = Epoch::of(model, data);
        watch(&reached);
        history.push(reached);
    }
    history
}

/// Adds the gradient of the batch's mean loss.
fn accumulate(model: &Model, batch: &[Digit], gradient: &mut Model) {
    let seed = 1.0 / batch.len() as f64;
    for digit in batch {
        model.accumulate_grad(digit, seed, gradient);
    }
}
