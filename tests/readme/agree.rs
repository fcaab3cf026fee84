//! Generated gradients against differences.

pub(super) const AT: [f64; 4] = [0.8, -0.3, 1.2, 0.5];

/// The generated gradient against differences.
pub(super) fn agree<const N: usize>(
    f: impl Fn([f64; N]) -> f64,
    gradient: impl Fn([f64; N]) -> [f64; N],
    at: [f64; N],
) {
    let gradient = gradient(at);
    for i in 0..N {
        let along = |x: f64| {
            let mut at = at;
            at[i] = x;
            f(at)
        };
        let (slope, _) = differentiate::check::derivative(along, at[i], 1e-2);
        assert!(
            (gradient[i] - slope).abs() <= 1e-8 * (1.0 + slope.abs()),
            "{i}: {} is not {slope}",
            gradient[i]
        );
    }
}

pub(super) fn agree2(f: impl Fn(f64, f64) -> f64, gradient: impl Fn(f64, f64) -> (f64, f64)) {
    for at in [[0.8, 1.3], [1.7, -0.4], [-0.6, 2.1]] {
        agree(|[x, y]| f(x, y), |[x, y]| gradient(x, y).into(), at);
    }
}

pub(super) fn array<const N: usize>(numbers: Vec<f64>) -> [f64; N] {
    numbers.try_into().unwrap()
}

pub(super) fn join((a, b): (Vec<f64>, Vec<f64>)) -> [f64; 4] {
    array([a, b].concat())
}
