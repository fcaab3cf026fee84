//! What is checked of a program: all its numbers in, all its numbers out.

use differentiate::check::derivative;

/// A function, and its derivatives. Values are its result and what it writes.
pub(crate) struct Case {
    pub(crate) input: &'static [f64],
    pub(crate) value: fn(&[f64]) -> Vec<f64>,
    /// The value, and the gradient of the values weighted by these numbers.
    pub(crate) accumulate: fn(&[f64], &[f64]) -> (Vec<f64>, Vec<f64>),
    /// The value, and the gradients of two calls of one pullback.
    pub(crate) pullback: Option<fn(&[f64], &[f64]) -> (Vec<f64>, Vec<f64>, Vec<f64>)>,
    /// The value, and its derivative along a direction.
    pub(crate) forward: fn(&[f64], &[f64]) -> (Vec<f64>, Vec<f64>),
}

/// Numbers above this say nothing about anything.
const LARGE: f64 = 1e6;

pub(crate) fn check(case: &Case) {
    let value = (case.value)(case.input);
    let weights: Vec<f64> = (0..value.len())
        .map(|nth| [0.75, -0.375, 1.125][nth % 3])
        .collect();
    let (found, gradient) = (case.accumulate)(case.input, &weights);
    same(&found, &value);
    if let Some(pullback) = case.pullback {
        let (found, first, second) = pullback(case.input, &weights);
        same(&found, &value);
        same(&first, &second);
        close("the pullback", &first, &gradient, 1e-9);
    }
    for (at, slope) in gradient.iter().enumerate() {
        let mut direction = vec![0.0; case.input.len()];
        direction[at] = 1.0;
        let (found, tangent) = (case.forward)(case.input, &direction);
        same(&found, &value);
        let along = dot(&tangent, &weights);
        close("forward mode", &[along], &[*slope], 1e-9);
        differences(case, at, &weights, *slope);
    }
}

/// Where differences converge, they agree.
fn differences(case: &Case, at: usize, weights: &[f64], slope: f64) {
    let moved = |x: f64| {
        let mut input = case.input.to_vec();
        input[at] = x;
        dot(&(case.value)(&input), weights)
    };
    let (found, error) = derivative(moved, case.input[at], 0.004);
    let scale = 1.0 + slope.abs();
    let wrong = error < 1e-8 * scale && (found - slope).abs() > 1e-5 * scale;
    assert!(
        !wrong,
        "derivative {at} is {slope}, by differences {found} ± {error}"
    );
}

fn same(found: &[f64], wanted: &[f64]) {
    let bits = |x: &f64| if x.is_nan() { 1 } else { x.to_bits() };
    assert!(
        found.iter().map(bits).eq(wanted.iter().map(bits)),
        "{found:?}, not {wanted:?}"
    );
}

fn close(what: &str, found: &[f64], wanted: &[f64], within: f64) {
    let large = |x: &f64| x.is_nan() || x.abs() > LARGE;
    if found.iter().chain(wanted).any(large) {
        return;
    }
    let largest = wanted.iter().map(|x| x.abs()).fold(1.0, f64::max);
    let near = |(a, b): (&f64, &f64)| (a - b).abs() <= within * largest;
    let agree = found.len() == wanted.len() && found.iter().zip(wanted).all(near);
    assert!(agree, "{what}: {found:?}, not {wanted:?}");
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// What is read from a row of numbers, and written to one.
pub(crate) trait Part: Sized {
    fn read(_: &mut dyn Iterator<Item = f64>) -> Self {
        unreachable!("a vector is only written")
    }

    fn write(&self, numbers: &mut Vec<f64>);
}

impl Part for f64 {
    fn read(numbers: &mut dyn Iterator<Item = f64>) -> f64 {
        numbers.next().expect("a number")
    }

    fn write(&self, numbers: &mut Vec<f64>) {
        numbers.push(*self);
    }
}

impl Part for () {
    fn read(_: &mut dyn Iterator<Item = f64>) {}

    fn write(&self, _: &mut Vec<f64>) {}
}

impl<T: Part, const N: usize> Part for [T; N] {
    fn read(numbers: &mut dyn Iterator<Item = f64>) -> [T; N] {
        std::array::from_fn(|_| T::read(numbers))
    }

    fn write(&self, numbers: &mut Vec<f64>) {
        self.iter().for_each(|part| part.write(numbers));
    }
}

impl<T: Part> Part for Vec<T> {
    fn write(&self, numbers: &mut Vec<f64>) {
        self.iter().for_each(|part| part.write(numbers));
    }
}

macro_rules! tuple {
    ($($t:ident $i:tt),*) => {
        impl<$($t: Part),*> Part for ($($t,)*) {
            fn read(numbers: &mut dyn Iterator<Item = f64>) -> Self {
                ($($t::read(numbers),)*)
            }

            fn write(&self, numbers: &mut Vec<f64>) {
                $( self.$i.write(numbers); )*
            }
        }
    };
}

tuple! { A 0, B 1 }
tuple! { A 0, B 1, C 2 }
tuple! { A 0, B 1, C 2, D 3 }

/// All numbers of several parts.
macro_rules! numbers {
    ($($part:expr),* $(,)?) => {{
        let mut numbers = vec![];
        $( crate::check::Part::write(&$part, &mut numbers); )*
        numbers
    }};
}

pub(crate) use numbers;
