//! What is checked of a program: its value bit for bit, its gradient against differences, and its
//! tangent against the gradient.

use differentiate::{Differentiable, Point, Tangent, check};

/// A tangent of this value, made of these numbers.
pub(crate) fn tangent<R: Differentiable>(value: &R, numbers: &[f64]) -> R::Tangent {
    let mut tangent = value.zero_tangent();
    tangent.set_scalars(numbers);
    tangent
}

/// A program at an input, and the truth about it.
pub(crate) struct Program<I> {
    input: I,
    value: Vec<f64>,
    /// The weights of the results.
    seed: Vec<f64>,
    /// The gradient of the weighted sum of the results, by differences.
    gradient: Vec<f64>,
}

impl<I: Point + Clone> Program<I> {
    pub(crate) fn new<R: Tangent>(input: I, call: impl Fn(&I) -> R) -> Self {
        let value = call(&input).scalars();
        let finite = value.iter().all(|y| y.is_finite());
        assert!(finite, "the program gives {value:?}");
        let seed = weights(value.len());
        let inputs = input.zero_tangent().dimension();
        let partial = |i: usize| {
            let mut unit = vec![0.0; inputs];
            unit[i] = 1.0;
            let along = tangent(&input, &unit);
            slope(|step| {
                let mut moved = input.clone();
                moved.advance(step, &along);
                dot(&call(&moved).scalars(), &seed)
            })
        };
        let gradient = (0..inputs).map(partial).collect();
        Program {
            input,
            value,
            seed,
            gradient,
        }
    }

    pub(crate) fn value_and_grad<R: Tangent, G: Tangent>(&self, call: impl Fn(&I) -> (R, G)) {
        let (value, gradient) = call(&self.input);
        self.same("value_and_grad", &value.scalars());
        self.close("value_and_grad", &gradient.scalars());
    }

    /// The pullback, called twice.
    pub(crate) fn vjp<R: Tangent>(&self, call: impl Fn(&I, &[f64]) -> (R, [Vec<f64>; 2])) {
        let (value, [first, second]) = call(&self.input, &self.seed);
        self.same("vjp", &value.scalars());
        self.close("vjp", &first);
        assert_eq!(first, second, "vjp: the second pullback differs");
    }

    fn same(&self, mode: &str, value: &[f64]) {
        let bits = |xs: &[f64]| xs.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
        let wanted = &self.value;
        assert_eq!(
            bits(value),
            bits(wanted),
            "{mode}: {value:?}, not {wanted:?}"
        );
    }

    fn close(&self, mode: &str, gradient: &[f64]) {
        close(mode, gradient, &self.gradient);
    }

    /// Twice the gradient is added to buffers that hold something.
    pub(crate) fn accumulate_grad<R: Tangent>(
        &self,
        call: impl Fn(&I, &[f64], &mut I::Tangent) -> R,
    ) {
        let mut buffers = self.input.zero_tangent();
        buffers.map_scalars(|_| 1.5);
        let seed: Vec<f64> = self.seed.iter().map(|s| 2.0 * s).collect();
        let value = call(&self.input, &seed, &mut buffers);
        self.same("accumulate_grad", &value.scalars());
        buffers.map_scalars(|x| (x - 1.5) / 2.0);
        self.close("accumulate_grad", &buffers.scalars());
    }

    /// Forward mode, along a direction.
    pub(crate) fn jvp<R: Tangent, D: Tangent>(&self, call: impl Fn(&I, &I::Tangent) -> (R, D)) {
        let along = weights(self.gradient.len());
        let (value, change) = call(&self.input, &tangent(&self.input, &along));
        self.same("jvp", &value.scalars());
        let wanted = dot(&self.gradient, &along);
        close("jvp", &[dot(&change.scalars(), &self.seed)], &[wanted]);
    }
}

/// Numbers of both signs, the first of which is 1.
fn weights(count: usize) -> Vec<f64> {
    (0..count)
        .map(|i| [1.0, -0.5, 1.5, -1.25, 0.25][i % 5])
        .collect()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    assert_eq!(a.len(), b.len());
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// The derivative by differences, which have to converge.
fn slope(f: impl Fn(f64) -> f64) -> f64 {
    let tries = [0.1, 0.01, 1e-3].map(|step| check::derivative(&f, 0.0, step));
    let [first, rest @ ..] = tries;
    let best = |a: (f64, f64), b: (f64, f64)| if b.1 < a.1 { b } else { a };
    let (slope, error) = rest.into_iter().fold(first, best);
    let converged = error <= 1e-6 * (1.0 + slope.abs());
    assert!(converged, "differences give {slope} ± {error}");
    slope
}

fn close(mode: &str, found: &[f64], wanted: &[f64]) {
    assert_eq!(
        found.len(),
        wanted.len(),
        "{mode}: {found:?}, not {wanted:?}"
    );
    let largest = wanted.iter().fold(1.0, |m: f64, x| m.max(x.abs()));
    for (i, (found, wanted)) in found.iter().zip(wanted).enumerate() {
        let within = 1e-6 * wanted.abs() + 1e-7 * largest;
        let is = (found - wanted).abs() <= within;
        assert!(is, "{mode}: derivative {i} is {found}, not {wanted}");
    }
}
