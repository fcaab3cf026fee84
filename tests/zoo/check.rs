//! What is checked of a function at an input, in each mode and width.
//!
//! In both widths the truth is the Jacobian of the `f64` function by finite differences. Forward
//! and reverse mode have to agree more closely; values and second calls agree bit for bit.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::slot::Slot;
use super::truth::{Trial, Truth, dot, split};

/// All modes of one function in one width, over slots.
pub(crate) struct Modes {
    pub(crate) name: &'static str,
    pub(crate) width: &'static str,
    pub(crate) differentiable: &'static [bool],
    pub(crate) value: fn(&[Slot]) -> Vec<f64>,
    pub(crate) grad: Option<fn(&[Slot]) -> Vec<f64>>,
    pub(crate) value_and_grad: Option<fn(&[Slot]) -> (Vec<f64>, Vec<f64>)>,
    pub(crate) accumulate_grad: fn(&[Slot], &Slot, &mut [Slot]) -> Vec<f64>,
    pub(crate) vjp: fn(&[Slot], &[Slot]) -> (Vec<f64>, Vec<Vec<f64>>),
    pub(crate) jvp: fn(&[Slot], &[Slot]) -> (Vec<f64>, Vec<f64>),
}

/// Checks a function in both widths at all its inputs; panics with everything that is wrong.
pub(crate) fn check(modes: &[Modes; 2], trials: Vec<Trial>) {
    let mut faults = Vec::new();
    for trial in &trials {
        let truth = Truth::new(&modes[0], trial, &mut faults);
        for modes in modes {
            let trial = &trial.clone();
            let check = Check {
                modes,
                trial,
                truth: &truth,
                faults: Vec::new(),
            };
            faults.extend(check.run());
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// The next slot of a list.
pub(crate) fn take<S>(slots: &mut impl Iterator<Item = S>, param: &str) -> S {
    slots
        .next()
        .unwrap_or_else(|| panic!("no slot for `{param}`"))
}

/// One function in one width at one input.
struct Check<'c> {
    modes: &'c Modes,
    trial: &'c Trial,
    truth: &'c Truth,
    faults: Vec<String>,
}

impl Check<'_> {
    fn run(mut self) -> Vec<String> {
        let (modes, input) = (self.modes, &self.trial.input[..]);
        let value = (modes.value)(input);
        let seed = pattern(value.len(), 0.75);
        let ones = vec![1.0; value.len()];
        let gradient = self.truth.gradient(&ones);

        if let Some(grad) = modes.grad {
            if let Some(found) = self.twice("grad", || (vec![], grad(input))) {
                self.close("grad", &found.1, &gradient);
            }
        }
        if let Some(value_and_grad) = modes.value_and_grad {
            if let Some(found) = self.twice("value_and_grad", || value_and_grad(input)) {
                self.same("value_and_grad", "value", &found.0, &value);
                self.close("value_and_grad", &found.1, &gradient);
            }
        }
        self.accumulate_grad(&value, &seed);
        self.accumulate_grad(&value, &vec![0.0; seed.len()]);
        let gradient = self.vjp(&value, &seed);
        let direction = pattern(self.truth.inputs, -0.5);
        if let (Some(tangent), Some(gradient)) = (self.jvp(&value, &direction), gradient) {
            self.agree(dot(&tangent, &seed), dot(&gradient, &direction));
        }
        self.jvp(&value, &vec![0.0; direction.len()]);
        self.faults
    }

    /// `seed` times the gradient is added to buffers that hold something.
    fn accumulate_grad(&mut self, value: &[f64], seed: &[f64]) {
        let (modes, trial) = (self.modes, self.trial);
        let start = pattern(self.truth.inputs, 1.25);
        let found = self.twice("accumulate_grad", || {
            let mut buffers = split(&start, modes, trial);
            let seed = Slot::new(seed.to_vec());
            let value = (modes.accumulate_grad)(&trial.input, &seed, &mut buffers);
            (value, buffers.iter().flat_map(Slot::written).collect())
        });
        let Some((found, buffers)) = found else {
            return;
        };
        self.same("accumulate_grad", "value", &found, value);
        if is_zero(seed) {
            self.same("accumulate_grad of seed 0", "buffers", &buffers, &start);
        } else {
            let added: Vec<f64> = buffers.iter().zip(&start).map(|(b, s)| b - s).collect();
            self.close_to("accumulate_grad", &added, &self.truth.gradient(seed), 2.0);
        }
    }

    /// The pullback is linear, and has no memory; returns what it gives for `seed`.
    fn vjp(&mut self, value: &[f64], seed: &[f64]) -> Option<Vec<f64>> {
        let (modes, input) = (self.modes, &self.trial.input[..]);
        let other = pattern(seed.len(), -1.5);
        let zero = vec![0.0; seed.len()];
        let seeds = [seed, &other, &zero, seed].map(|seed| Slot::new(seed.to_vec()));
        let found = self.twice("vjp", || {
            let (value, gradients) = (modes.vjp)(input, &seeds);
            (value, gradients.concat())
        });
        let (found, gradients) = found?;
        let mut parts = gradients
            .chunks(self.truth.inputs.max(1))
            .chain([&[][..]; 4]);
        let [first, second, third, fourth] = [(); 4].map(|()| parts.next().unwrap_or_default());
        self.same("vjp", "value", &found, value);
        self.close("pullback", first, &self.truth.gradient(seed));
        self.close(
            "pullback, second seed",
            second,
            &self.truth.gradient(&other),
        );
        self.zero("pullback of seed 0", third);
        self.same("pullback, first seed again", "gradients", fourth, first);
        Some(first.to_vec())
    }

    /// Forward mode agrees with differences; returns the tangent.
    fn jvp(&mut self, value: &[f64], direction: &[f64]) -> Option<Vec<f64>> {
        let (modes, trial) = (self.modes, self.trial);
        let tangents = split(direction, modes, trial);
        let (found, tangent) = self.twice("jvp", || (modes.jvp)(&trial.input, &tangents))?;
        self.same("jvp", "value", &found, value);
        if is_zero(direction) {
            self.zero("jvp along 0", &tangent);
        } else if trial.forward {
            self.close("jvp", &tangent, &self.truth.tangent(direction));
        }
        trial.forward.then_some(tangent)
    }

    /// Forward and reverse mode agree, more closely than with differences.
    fn agree(&mut self, forward: f64, reverse: f64) {
        let within = (1.0 + self.truth.largest) * self.pick(1e-9, 1e-3);
        if (forward - reverse).abs() > within {
            let both = format!("{forward} forward, but {reverse} in reverse");
            self.fault("jvp", &both);
        }
    }

    /// What a mode gives, as it does the second time.
    fn twice<R: Bits>(&mut self, mode: &str, call: impl Fn() -> R) -> Option<R> {
        let Ok([first, second]) = catch_unwind(AssertUnwindSafe(|| [call(), call()])) else {
            self.fault(mode, "panicked");
            return None;
        };
        if first.bits() != second.bits() {
            self.fault(mode, "the second call differs from the first");
        }
        Some(first)
    }

    /// Bit for bit the same; but for the payload of a NaN, which Rust leaves open.
    fn same(&mut self, mode: &str, what: &str, found: &[f64], wanted: &[f64]) {
        if found.to_vec().bits() != wanted.to_vec().bits() {
            self.fault(
                mode,
                &format!("{what} {found:?}, not bit for bit {wanted:?}"),
            );
        }
    }

    /// Exactly zero, of either sign: nothing has turned into NaN.
    fn zero(&mut self, mode: &str, found: &[f64]) {
        if !is_zero(found) {
            self.fault(mode, &format!("{found:?}, not zero"));
        }
    }

    fn close(&mut self, mode: &str, found: &[f64], wanted: &[f64]) {
        self.close_to(mode, found, wanted, 0.0);
    }

    /// Equal up to the error of the width and of differences; `scale` is that of numbers which
    /// `found` was a difference of.
    fn close_to(&mut self, mode: &str, found: &[f64], wanted: &[f64], scale: f64) {
        if found.len() != wanted.len() {
            self.fault(
                mode,
                &format!("{} derivatives, not {}", found.len(), wanted.len()),
            );
            return;
        }
        let epsilon = self.pick(f64::EPSILON, f64::from(f32::EPSILON));
        for (i, (&found, &wanted)) in found.iter().zip(wanted).enumerate() {
            let within = if self.trial.expected.is_some() {
                4.0 * epsilon * (wanted.abs() + scale)
            } else {
                let scale = wanted.abs() + 0.1 * self.truth.largest + 0.1;
                self.pick(1e-6, 2e-3) * scale
            };
            if found != wanted && !((found - wanted).abs() <= within) {
                self.fault(mode, &format!("derivative {i} is {found}, not {wanted}"));
            }
        }
    }

    fn pick<T>(&self, for_f64: T, for_f32: T) -> T {
        if self.modes.width == "f64" {
            for_f64
        } else {
            for_f32
        }
    }

    fn fault(&mut self, mode: &str, what: &str) {
        let Modes { name, width, .. } = self.modes;
        let input = &self.trial.input;
        self.faults
            .push(format!("`{name}` {width} {mode} at {input:?}: {what}"));
    }
}

/// Numbers of both signs that are exact in both widths.
fn pattern(count: usize, first: f64) -> Vec<f64> {
    (0..count)
        .map(|i| first * [1.0, -0.5, 1.5, -1.25, 0.25][i % 5])
        .collect()
}

fn is_zero(numbers: &[f64]) -> bool {
    numbers.iter().all(|x| *x == 0.0)
}

/// The bits of a result.
trait Bits {
    fn bits(&self) -> Vec<u64>;
}

impl Bits for Vec<f64> {
    fn bits(&self) -> Vec<u64> {
        let bits = |x: &f64| {
            if x.is_nan() {
                f64::NAN.to_bits()
            } else {
                x.to_bits()
            }
        };
        self.iter().map(bits).collect()
    }
}

impl Bits for (Vec<f64>, Vec<f64>) {
    fn bits(&self) -> Vec<u64> {
        [self.0.bits(), self.1.bits()].concat()
    }
}
