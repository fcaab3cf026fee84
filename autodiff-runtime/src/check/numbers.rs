//! Tangents to check with, and how exact their numbers are.

use crate::Tangent;

/// How exact numbers of a width are.
#[derive(Clone, Copy)]
pub(super) struct Precision {
    /// How far two ways of computing the same may be apart, relative to it.
    pub(super) relative: f64,
    /// The same, relative to the largest number around.
    pub(super) absolute: f64,
    /// How far differences may be from settling, relative to the largest number around.
    pub(super) settled: f64,
    /// The same, relative to the value of the function.
    pub(super) noise: f64,
}

impl Precision {
    /// That of the narrowest scalar of the two.
    pub(super) fn of<A: Tangent, B: Tangent>(a: &A, b: &B) -> Self {
        match is_narrow(a) || is_narrow(b) {
            true => Precision {
                relative: 2e-3,
                absolute: 1e-4,
                settled: 1e-2,
                noise: 1e-4,
            },
            false => Precision {
                relative: 1e-6,
                absolute: 1e-9,
                settled: 1e-5,
                noise: 1e-11,
            },
        }
    }
}

/// Whether a scalar is an `f32`: it does not hold all that an `f64` does.
fn is_narrow<T: Tangent>(tangent: &T) -> bool {
    const FINE: f64 = 1.0 + 1.0 / (1_u64 << 40) as f64;
    let mut probe = tangent.zero_like();
    probe.map_scalars(|_| FINE);
    let mut narrow = false;
    probe.for_each_scalar(|x| narrow |= x != FINE);
    narrow
}

/// Numbers without a pattern, of magnitude ½ to 3⁄2 and both signs: the fractional parts of the
/// multiples of the golden ratio.
pub(super) fn fill<T: Tangent>(tangent: &mut T, seed: u32) {
    const GOLDEN: f64 = 0.618_033_988_749_894_9;
    let mut part = f64::from(seed) * 0.271;
    tangent.map_scalars(|_| {
        part += GOLDEN;
        while part >= 1.0 {
            part -= 1.0;
        }
        if part < 0.5 {
            -0.5 - 2.0 * part
        } else {
            2.0 * part - 0.5
        }
    });
}

/// The tangent that is one at a scalar and zero elsewhere.
pub(super) fn unit<T: Tangent>(mut zero: T, scalar: usize) -> T {
    let mut at = 0;
    zero.map_scalars(|_| {
        at += 1;
        f64::from(u8::from(at == scalar + 1))
    });
    zero
}

/// A scalar of a tangent.
pub(super) fn scalar<T: Tangent>(tangent: &T, scalar: usize) -> f64 {
    let (mut at, mut found) = (0, 0.0);
    tangent.for_each_scalar(|x| {
        if at == scalar {
            found = x;
        }
        at += 1;
    });
    found
}

pub(super) fn abs(x: f64) -> f64 {
    if x < 0.0 { -x } else { x }
}

pub(super) fn max(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}
