//! Gradients against differences.

use differentiate::{Point, Tangent, check};

/// The largest difference between a gradient's numbers and those by differences.
pub(crate) fn worst<P: Point + Clone>(
    at: &P,
    objective: impl Fn(&P) -> f64,
    gradient: &P::Tangent,
) -> f64 {
    let numbers = gradient.scalars();
    let error = |i: usize| {
        let mut along = vec![0.0; numbers.len()];
        along[i] = 1.0;
        let mut unit = at.zero_tangent();
        unit.set_scalars(&along);
        let moved = |step: f64| {
            let mut at = at.clone();
            at.advance(step, &unit);
            objective(&at)
        };
        (check::derivative(moved, 0.0, 0.1).0 - numbers[i]).abs()
    };
    (0..numbers.len()).map(error).fold(0.0, f64::max)
}
