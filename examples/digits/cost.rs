//! What a gradient costs, in units of the loss.

use std::hint::black_box;
use std::time::Instant;

use crate::digit::Digit;
use crate::model::Model;

const ROUNDS: usize = 25;

/// The median over some rounds of time for the gradients / time for the losses of all `digits`.
/// The two alternate, so that a change of the machine's pace meets both.
pub(crate) fn of_gradient(model: &Model, digits: &[Digit]) -> f64 {
    let mut gradient = Model::zero();
    let mut ratios: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let losses = seconds(digits, |digit| model.loss(digit));
            let gradients = seconds(digits, |digit| {
                model.accumulate_grad(digit, 1.0, &mut gradient)
            });
            gradients / losses
        })
        .collect();
    black_box(gradient);
    ratios.sort_by(f64::total_cmp);
    ratios[ROUNDS / 2]
}

fn seconds(digits: &[Digit], mut run: impl FnMut(&Digit) -> f64) -> f64 {
    let start = Instant::now();
    for digit in digits {
        black_box(run(black_box(digit)));
    }
    start.elapsed().as_secs_f64()
}
