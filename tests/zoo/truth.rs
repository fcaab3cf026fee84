//! The inputs of a function, and its derivatives there by finite differences.
//!
//! Inputs are rounded to `f32` first, so that both widths see the same numbers. At a kink the truth
//! is what the row says.

use super::check::Modes;
use super::slot::Slot;
use differentiate::check::derivative;

/// An input, and the gradient there if it is known.
#[derive(Clone)]
pub(crate) struct Trial {
    pub(crate) input: Vec<Slot>,
    pub(crate) expected: Option<Vec<f64>>,
    pub(crate) forward: bool,
}

impl Trial {
    pub(crate) fn new(input: Vec<Slot>) -> Self {
        let round = |x: &f64| f64::from(*x as f32);
        let rounded = |slot: Slot| Slot::new(slot.numbers().iter().map(round).collect());
        Trial {
            input: input.into_iter().map(rounded).collect(),
            expected: None,
            forward: true,
        }
    }

    /// The gradient is this one.
    pub(crate) fn gives(mut self, expected: Vec<f64>) -> Self {
        self.expected = Some(expected);
        self
    }

    /// Forward mode may see it differently: a product of zero and infinity is zero in one order.
    pub(crate) fn reverse(mut self) -> Self {
        self.forward = false;
        self
    }
}

/// The Jacobian: a row for each number that the function returns.
pub(crate) struct Truth {
    jacobian: Vec<Vec<f64>>,
    pub(crate) inputs: usize,
    pub(crate) largest: f64,
}

impl Truth {
    pub(crate) fn new(modes: &Modes, trial: &Trial, faults: &mut Vec<String>) -> Self {
        let inputs: usize = differentiable(modes, trial)
            .map(|slot| slot.numbers().len())
            .sum();
        let jacobian = match &trial.expected {
            Some(expected) => vec![expected.clone()],
            None => differences(modes, trial, faults),
        };
        assert!(
            jacobian.iter().all(|row| row.len() == inputs),
            "a row gives too few derivatives"
        );
        let magnitudes = jacobian.iter().flatten().map(|x| x.abs());
        let largest = magnitudes.filter(|x| x.is_finite()).fold(0.0, f64::max);
        Truth {
            jacobian,
            inputs,
            largest,
        }
    }

    /// The gradient of the results weighted by `seed`.
    pub(crate) fn gradient(&self, seed: &[f64]) -> Vec<f64> {
        let column = |i: usize| self.jacobian.iter().map(|row| row[i]).collect::<Vec<_>>();
        (0..self.inputs).map(|i| dot(seed, &column(i))).collect()
    }

    /// The change of the results along `direction`.
    pub(crate) fn tangent(&self, direction: &[f64]) -> Vec<f64> {
        let rows = self.jacobian.iter();
        rows.map(|row| dot(row, direction)).collect()
    }
}

/// The sum of products.
pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn differentiable<'t>(modes: &Modes, trial: &'t Trial) -> impl Iterator<Item = &'t Slot> {
    let flags = modes.differentiable.iter();
    trial
        .input
        .iter()
        .zip(flags)
        .filter_map(|(slot, is)| is.then_some(slot))
}

/// Slots of these numbers, one for each differentiable parameter.
pub(crate) fn split(numbers: &[f64], modes: &Modes, trial: &Trial) -> Vec<Slot> {
    let mut numbers = numbers.iter().copied();
    differentiable(modes, trial)
        .map(|slot| Slot::new(numbers.by_ref().take(slot.numbers().len()).collect()))
        .collect()
}

/// The Jacobian by finite differences, which have to converge.
fn differences(modes: &Modes, trial: &Trial, faults: &mut Vec<String>) -> Vec<Vec<f64>> {
    let outputs = (modes.value)(&trial.input).len();
    let mut jacobian = vec![Vec::new(); outputs];
    let slots = trial.input.iter().zip(modes.differentiable).enumerate();
    let places = slots.flat_map(|(s, (slot, is))| {
        (0..if *is { slot.numbers().len() } else { 0 }).map(move |i| (s, i))
    });
    for (s, i) in places {
        for (output, row) in jacobian.iter_mut().enumerate() {
            let moved = |x: f64| {
                let mut input: Vec<Vec<f64>> = trial
                    .input
                    .iter()
                    .map(|slot| slot.numbers().to_vec())
                    .collect();
                input[s][i] = x;
                let input: Vec<Slot> = input.into_iter().map(Slot::new).collect();
                (modes.value)(&input)[output]
            };
            let (slope, error) = derivative(moved, trial.input[s].numbers()[i], 0.01);
            if error.is_nan() || error > 1e-7 * (1.0 + slope.abs()) {
                let (name, input) = (modes.name, &trial.input);
                faults.push(format!(
                    "`{name}` at {input:?}: differences give {slope} ± {error}"
                ));
            }
            row.push(slope);
        }
    }
    jacobian
}
