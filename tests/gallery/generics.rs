//! Programs for both widths, and for any number of things.

use differentiate::{Differentiable, Real, differentiate};

/// The mean, in any width.
#[differentiate]
fn mean<T: Real>(xs: &[T]) -> T {
    xs.iter().copied().sum::<T>() / T::from_usize(xs.len())
}

/// The norm of what is left of the mean, in any width.
#[differentiate]
fn spread<T>(xs: &[T], floor: T) -> T
where
    T: Real,
{
    let middle = mean(xs);
    let mut sum = floor * floor;
    for &x in xs {
        sum += (x - middle) * (x - middle);
    }
    sum.sqrt()
}

#[test]
fn both_widths() {
    check!(mean(&xs = vec![1.0, 2.5, 4.0]));
    check!(spread(&xs = vec![1.0, 2.5, 4.0], floor = 0.5));
    assert_eq!(mean::grad(&[1.0_f32, 2.0]), [0.5, 0.5]);
    let (value, (_, by_floor)) = spread::value_and_grad(&[1.0_f32, 1.0], 2.0);
    assert_eq!((value, by_floor), (2.0, 1.0));
}

/// A straight line in any width.
#[derive(Clone, Copy, Differentiable)]
struct Line<T> {
    slope: T,
    offset: T,
}

impl<T: Real> Line<T> {
    #[differentiate]
    fn at(&self, x: T) -> T {
        self.slope * x + self.offset
    }
}

/// Where two lines are apart.
#[differentiate]
fn gap<T: Real>(a: &Line<T>, b: &Line<T>, x: T) -> T {
    (a.at(x) - b.at(x)).abs()
}

#[test]
fn generic_struct() {
    let line = |slope, offset| Line { slope, offset };
    check!(gap(&a = line(1.0, 0.5), &b = line(-0.3, 0.2), x = 1.5));
}

/// A ring of numbers of any length.
#[derive(Clone, Copy, Differentiable)]
struct Ring<const N: usize> {
    values: [f64; N],
}

impl<const N: usize> Ring<N> {
    #[differentiate]
    fn at(&self, i: usize) -> f64 {
        self.values[i % N]
    }

    #[differentiate]
    fn smoothed(&self, mix: f64) -> Self {
        let mut values = self.values;
        for (i, value) in values.iter_mut().enumerate() {
            *value = mix * *value + (1.0 - mix) * 0.5 * (self.at(i + 1) + self.at(i + N - 1));
        }
        Ring { values }
    }
}

/// The energy of a ring that was smoothed twice.
#[differentiate]
fn ring_energy(ring: Ring<4>, mix: f64) -> f64 {
    let smooth = ring.smoothed(mix).smoothed(mix);
    smooth.values.iter().map(|v| v * v).sum()
}

#[test]
fn generic_length() {
    let values = [1.0, -0.5, 2.0, 0.3];
    check!(ring_energy(ring = Ring { values }, mix = 0.6));
}

/// Two things that are measured in the same way.
#[derive(Clone, Differentiable)]
struct Pair<A, B> {
    first: A,
    second: B,
}

/// A pair of a list and a number.
#[differentiate]
fn weighted(pair: &Pair<Vec<f64>, f64>) -> f64 {
    let Pair { first, second } = pair;
    first.iter().map(|x| x * second).sum::<f64>() + second * second
}

#[test]
fn struct_of_any_two() {
    let pair = Pair {
        first: vec![1.0, 2.0],
        second: 0.5,
    };
    check!(weighted(&pair = pair));
}
