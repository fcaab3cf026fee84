//! Two numbers that have to be the same, as far as they can be.

use super::difference::derivative;
use super::numbers::{Precision, abs, max, scalar};
use super::report::{Fault, Report};
use crate::Tangent;

/// The first steps of differences, in the order in which they are tried.
const STEPS: [f64; 8] = [0.1, 3e-3, 10.0, 1e-4, 1e3, 1e-6, 1e6, 1e-9];

/// How near two numbers have to be.
#[derive(Clone, Copy)]
pub(super) struct Near {
    precision: Precision,
    /// The magnitude of the numbers around.
    around: f64,
    /// What is allowed besides.
    extra: f64,
}

impl Near {
    pub(super) fn new(precision: Precision, around: f64) -> Self {
        Near {
            precision,
            around,
            extra: 0.0,
        }
    }

    /// Compares with differences whose error is estimated.
    pub(super) fn estimated(self, error: f64) -> Self {
        Near {
            extra: 10.0 * error,
            ..self
        }
    }

    pub(super) fn one(
        self,
        fault: Fault,
        scalar: usize,
        found: f64,
        wanted: f64,
    ) -> Result<(), Report> {
        let Precision {
            relative, absolute, ..
        } = self.precision;
        let larger = max(abs(found), abs(wanted));
        if abs(found - wanted) <= relative * larger + absolute * self.around + self.extra {
            return Ok(());
        }
        Err(Report {
            fault,
            scalar,
            found,
            wanted,
        })
    }

    pub(super) fn all<T: Tangent>(self, fault: Fault, found: &T, wanted: &T) -> Result<(), Report> {
        for at in 0..wanted.dimension() {
            self.one(fault, at, scalar(found, at), scalar(wanted, at))?;
        }
        Ok(())
    }
}

/// The slope of `f` at zero and an estimate of its error: by the first step at which differences
/// settle, since a later one may be beyond the scale on which `f` varies.
pub(super) fn slope(f: impl Fn(f64) -> f64, precision: Precision) -> (f64, f64) {
    let (mut best, mut error) = (f64::NAN, f64::INFINITY);
    for step in STEPS {
        let (slope, spread) = derivative(&f, 0.0, step);
        if spread <= 0.1 * precision.relative * abs(slope) {
            return (slope, spread);
        }
        if spread < error {
            (best, error) = (slope, spread);
        }
    }
    (best, error)
}
