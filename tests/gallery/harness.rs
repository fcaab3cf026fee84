//! What is checked of a program: its value bit for bit, its gradient against differences, and its
//! tangent against the gradient.

use differentiate::{Differentiable, check};

/// Something made of numbers, in a fixed order.
pub(crate) trait Scalars {
    /// Replaces each number `x` by `f(x)`.
    fn update(&mut self, f: &mut dyn FnMut(f64) -> f64);
}

/// The numbers of a parameter, a gradient or a result.
pub(crate) fn flat<S: Scalars + Clone>(s: &S) -> Vec<f64> {
    let mut numbers = Vec::new();
    s.clone().update(&mut |x| {
        numbers.push(x);
        x
    });
    numbers
}

/// The same shape with other numbers.
pub(crate) fn filled<S: Scalars>(mut shape: S, numbers: &[f64]) -> S {
    let mut numbers = numbers.iter().copied();
    shape.update(&mut |_| numbers.next().expect("a number for each scalar"));
    shape
}

macro_rules! float {
    ($($t:ident)*) => { $(
        impl Scalars for $t {
            fn update(&mut self, f: &mut dyn FnMut(f64) -> f64) {
                *self = f(*self as f64) as $t;
            }
        }
    )* };
}

macro_rules! constant {
    ($($t:ty)*) => { $(
        impl Scalars for $t {
            fn update(&mut self, _: &mut dyn FnMut(f64) -> f64) {}
        }
    )* };
}

macro_rules! tuple {
    ($($t:ident $i:tt),*) => {
        impl<$($t: Scalars),*> Scalars for ($($t,)*) {
            fn update(&mut self, f: &mut dyn FnMut(f64) -> f64) {
                $( self.$i.update(f); )*
            }
        }
    };
}

float! { f32 f64 }
constant! { () bool usize u32 }
tuple! { A 0 }
tuple! { A 0, B 1 }
tuple! { A 0, B 1, C 2 }
tuple! { A 0, B 1, C 2, D 3 }
tuple! { A 0, B 1, C 2, D 3, E 4 }

impl<S: Scalars> Scalars for [S] {
    fn update(&mut self, f: &mut dyn FnMut(f64) -> f64) {
        self.iter_mut().for_each(|s| s.update(f));
    }
}

impl<S: Scalars, const N: usize> Scalars for [S; N] {
    fn update(&mut self, f: &mut dyn FnMut(f64) -> f64) {
        self.as_mut_slice().update(f);
    }
}

impl<S: Scalars> Scalars for Vec<S> {
    fn update(&mut self, f: &mut dyn FnMut(f64) -> f64) {
        self.as_mut_slice().update(f);
    }
}

impl<S: Scalars> Scalars for Option<S> {
    fn update(&mut self, f: &mut dyn FnMut(f64) -> f64) {
        self.iter_mut().for_each(|s| s.update(f));
    }
}

impl<S: Scalars> Scalars for Box<S> {
    fn update(&mut self, f: &mut dyn FnMut(f64) -> f64) {
        (**self).update(f);
    }
}

/// The numbers of structs: their fields, in order.
macro_rules! scalars {
    ($($name:ty { $($field:tt),* })*) => { $(
        impl $crate::gallery::harness::Scalars for $name {
            fn update(&mut self, f: &mut dyn FnMut(f64) -> f64) {
                $( self.$field.update(f); )*
            }
        }
    )* };
}

/// A tangent of this value, made of these numbers.
pub(crate) fn tangent<R: Differentiable<Tangent: Scalars>>(r: &R, numbers: &[f64]) -> R::Tangent {
    filled(r.zero_tangent(), numbers)
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

impl<I: Scalars + Clone> Program<I> {
    pub(crate) fn new<R: Scalars + Clone>(input: I, call: impl Fn(&I) -> R) -> Self {
        let at = flat(&input);
        let value = flat(&call(&input));
        let finite = value.iter().all(|y| y.is_finite());
        assert!(finite, "the program gives {value:?}");
        let seed = weights(value.len());
        let partial = |i: usize| {
            let moved = |x| {
                let mut at = at.clone();
                at[i] = x;
                dot(&flat(&call(&filled(input.clone(), &at))), &seed)
            };
            slope(moved, at[i])
        };
        let gradient = (0..at.len()).map(partial).collect();
        Program {
            input,
            value,
            seed,
            gradient,
        }
    }

    pub(crate) fn value_and_grad<R: Scalars + Clone, G: Scalars + Clone>(
        &self,
        call: impl Fn(&I) -> (R, G),
    ) {
        let (value, gradient) = call(&self.input);
        self.same("value_and_grad", &flat(&value));
        self.close("value_and_grad", &flat(&gradient));
    }

    /// The pullback, called twice.
    pub(crate) fn vjp<R: Scalars + Clone>(
        &self,
        call: impl Fn(&I, &[f64]) -> (R, [Vec<f64>; 2]),
    ) {
        let (value, [first, second]) = call(&self.input, &self.seed);
        self.same("vjp", &flat(&value));
        self.close("vjp", &first);
        assert_eq!(first, second, "vjp: the second pullback differs");
    }

    fn same(&self, mode: &str, value: &[f64]) {
        let bits = |xs: &[f64]| xs.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
        let wanted = &self.value;
        assert_eq!(bits(value), bits(wanted), "{mode}: {value:?}, not {wanted:?}");
    }

    fn close(&self, mode: &str, gradient: &[f64]) {
        close(mode, gradient, &self.gradient);
    }
}

impl<I: Scalars + Clone + Differentiable<Tangent: Scalars + Clone>> Program<I> {
    /// Twice the gradient is added to buffers that hold something.
    pub(crate) fn accumulate_grad<R: Scalars + Clone>(
        &self,
        call: impl Fn(&I, &[f64], &mut I::Tangent) -> R,
    ) {
        let mut buffers = self.input.zero_tangent();
        buffers.update(&mut |_| 1.5);
        let seed: Vec<f64> = self.seed.iter().map(|s| 2.0 * s).collect();
        let value = call(&self.input, &seed, &mut buffers);
        self.same("accumulate_grad", &flat(&value));
        buffers.update(&mut |x| (x - 1.5) / 2.0);
        self.close("accumulate_grad", &flat(&buffers));
    }

    /// Forward mode, along a direction.
    pub(crate) fn jvp<R: Scalars + Clone, D: Scalars + Clone>(
        &self,
        call: impl Fn(&I, &I::Tangent) -> (R, D),
    ) {
        let along = weights(self.gradient.len());
        let (value, change) = call(&self.input, &tangent(&self.input, &along));
        self.same("jvp", &flat(&value));
        let wanted = dot(&self.gradient, &along);
        close("jvp", &[dot(&flat(&change), &self.seed)], &[wanted]);
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
fn slope(f: impl Fn(f64) -> f64, x: f64) -> f64 {
    let tries = [0.1, 0.01, 1e-3].map(|step| {
        let step = step * x.abs().clamp(0.1, 100.0);
        check::derivative(&f, x, step)
    });
    let [first, rest @ ..] = tries;
    let best = |a: (f64, f64), b: (f64, f64)| if b.1 < a.1 { b } else { a };
    let (slope, error) = rest.into_iter().fold(first, best);
    let converged = error <= 1e-6 * (1.0 + slope.abs());
    assert!(converged, "differences at {x} give {slope} ± {error}");
    slope
}

fn close(mode: &str, found: &[f64], wanted: &[f64]) {
    assert_eq!(found.len(), wanted.len(), "{mode}: {found:?}, not {wanted:?}");
    let largest = wanted.iter().fold(1.0, |m: f64, x| m.max(x.abs()));
    for (i, (found, wanted)) in found.iter().zip(wanted).enumerate() {
        let within = 1e-6 * wanted.abs() + 1e-7 * largest;
        let is = (found - wanted).abs() <= within;
        assert!(is, "{mode}: derivative {i} is {found}, not {wanted}");
    }
}
