//! One kernel on one input, ready to be checked and timed.

use std::hint::black_box;
use std::rc::Rc;

/// One way to compute something; runs as many times as it is told.
type Side = Box<dyn FnMut(u64)>;

/// A kernel on an input: the function, its gradient by hand, and the generated gradient.
pub struct Case {
    pub name: &'static str,
    pub function: Side,
    pub by_hand: Side,
    pub generated: Side,
    /// Whether a gradient is a Jacobian, a column at a time.
    pub by_columns: bool,
    agree: Box<dyn Fn()>,
}

impl Case {
    /// Gradients as `(value, gradient)`, the form of `value_and_grad`.
    pub fn returning<I: 'static, R: Numbers, G: Numbers>(
        name: &'static str,
        input: I,
        function: impl Fn(&I) -> R + Copy + 'static,
        by_hand: impl Fn(&I) -> (R, G) + Copy + 'static,
        generated: impl Fn(&I) -> (R, G) + Copy + 'static,
    ) -> Self {
        let input = Rc::new(input);
        Self {
            name,
            function: repeated(&input, function),
            by_hand: repeated(&input, by_hand),
            generated: repeated(&input, generated),
            by_columns: false,
            agree: Box::new(move || {
                compare(name, function(&input), by_hand(&input), generated(&input));
            }),
        }
    }

    /// Gradients that are added to the caller's buffers, the form of `accumulate_grad`;
    /// `buffers` are zeros of the right shape.
    pub fn accumulating<I: 'static, R: Real, G: Numbers>(
        name: &'static str,
        input: I,
        buffers: G,
        function: impl Fn(&I) -> R + Copy + 'static,
        by_hand: impl Fn(&I, R, &mut G) -> R + Copy + 'static,
        generated: impl Fn(&I, R, &mut G) -> R + Copy + 'static,
    ) -> Self {
        let input = Rc::new(input);
        Self {
            name,
            function: repeated(&input, function),
            by_hand: accumulated(&input, buffers.clone(), by_hand),
            generated: accumulated(&input, buffers.clone(), generated),
            by_columns: false,
            agree: Box::new(move || {
                let (mut hand, mut ours) = (buffers.clone(), buffers.clone());
                // The second call has to add to what the first one left.
                by_hand(&input, R::from(1.0), &mut hand);
                generated(&input, R::from(1.0), &mut ours);
                let value_by_hand = by_hand(&input, R::from(-0.25), &mut hand);
                let value = generated(&input, R::from(-0.25), &mut ours);
                compare(name, function(&input), (value_by_hand, hand), (value, ours));
            }),
        }
    }

    /// Counts the case among the Jacobians by columns.
    pub fn by_columns(self) -> Self {
        Self {
            by_columns: true,
            ..self
        }
    }

    /// Panics, naming the kernel, where the two gradients or one of the values differ.
    pub fn assert_agreement(&self) {
        (self.agree)();
    }
}

fn repeated<I: 'static, O>(input: &Rc<I>, run: impl Fn(&I) -> O + 'static) -> Side {
    let input = Rc::clone(input);
    Box::new(move |times| {
        for _ in 0..times {
            black_box(run(black_box(&*input)));
        }
    })
}

fn accumulated<I: 'static, R: Real, G: Numbers>(
    input: &Rc<I>,
    mut buffers: G,
    run: impl Fn(&I, R, &mut G) -> R + 'static,
) -> Side {
    let input = Rc::clone(input);
    Box::new(move |times| {
        for _ in 0..times {
            black_box(run(
                black_box(&*input),
                black_box(R::from(1.0)),
                black_box(&mut buffers),
            ));
        }
    })
}

/// Values bit for bit; gradients up to rounding, entry by entry, where an entry a thousand times
/// smaller than the largest is allowed the error of one that is not.
fn compare<R: Numbers, G: Numbers>(name: &str, value: R, by_hand: (R, G), generated: (R, G)) {
    let value = entries(&value);
    for (side, other) in [("by hand", by_hand.0), ("generated", generated.0)] {
        let other = entries(&other);
        assert_eq!(other.len(), value.len(), "{name}: entries of the value");
        let same = other
            .iter()
            .zip(&value)
            .all(|(o, v)| o.to_bits() == v.to_bits());
        assert!(
            same,
            "{name}: the function gives {value:?}, the gradient {side} has the value {other:?}"
        );
    }

    let (hand, ours) = (entries(&by_hand.1), entries(&generated.1));
    assert_eq!(ours.len(), hand.len(), "{name}: entries of the gradient");
    let largest = hand
        .iter()
        .fold(0.0, |most: f64, entry| most.max(entry.abs()));
    for (entry, (&h, &g)) in hand.iter().zip(&ours).enumerate() {
        let size = h.abs().max(g.abs()).max(1e-3 * largest);
        let close = (h - g).abs() <= G::TOLERANCE * size;
        assert!(
            close,
            "{name}: entry {entry} of the gradient is {g:e}; by hand it is {h:e}"
        );
    }
}

fn entries<N: Numbers>(numbers: &N) -> Vec<f64> {
    let mut to = Vec::new();
    numbers.entries(&mut to);
    to
}

/// `f64` and `f32`.
pub trait Real: Numbers + Copy + From<f32> {}

impl Real for f64 {}

impl Real for f32 {}

/// What a value or a gradient is made of: numbers, arrays, vectors, tuples.
pub trait Numbers: Clone + 'static {
    /// How far, relatively, two orders of summation may lie apart.
    const TOLERANCE: f64;

    /// Appends all numbers, in order.
    fn entries(&self, to: &mut Vec<f64>);
}

impl Numbers for f64 {
    const TOLERANCE: f64 = 1e-9;

    fn entries(&self, to: &mut Vec<f64>) {
        to.push(*self);
    }
}

impl Numbers for f32 {
    const TOLERANCE: f64 = 1e-3;

    fn entries(&self, to: &mut Vec<f64>) {
        to.push((*self).into());
    }
}

impl<G: Numbers, const N: usize> Numbers for [G; N] {
    const TOLERANCE: f64 = G::TOLERANCE;

    fn entries(&self, to: &mut Vec<f64>) {
        self.iter().for_each(|part| part.entries(to));
    }
}

impl<G: Numbers> Numbers for Vec<G> {
    const TOLERANCE: f64 = G::TOLERANCE;

    fn entries(&self, to: &mut Vec<f64>) {
        self.iter().for_each(|part| part.entries(to));
    }
}

macro_rules! tuples {
    ($(($first:ident $($part:ident)+))+) => {$(
        impl<$first: Numbers, $($part: Numbers),+> Numbers for ($first, $($part,)+) {
            const TOLERANCE: f64 = $first::TOLERANCE;

            #[allow(non_snake_case)]
            fn entries(&self, to: &mut Vec<f64>) {
                let ($first, $($part,)+) = self;
                $first.entries(to);
                $($part.entries(to);)+
            }
        }
    )+};
}

tuples! { (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H) }
