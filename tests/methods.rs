//! The siblings of methods and associated functions, called by hand: every receiver, generic
//! `impl`s, traits, and what a pullback may outlive.

#![allow(
    clippy::needless_arbitrary_self_type,
    clippy::needless_range_loop,
    clippy::type_complexity,
    dead_code,
    non_local_definitions,
    reason = "the long forms are meant"
)]

use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use differentiate::{Differentiable, differentiate};

#[derive(Clone, Copy, Debug, Differentiable, PartialEq)]
struct Spring {
    stiffness: f64,
    rest: f64,
}

const SPRING: Spring = spring(2.0, 0.5);

const fn spring(stiffness: f64, rest: f64) -> Spring {
    Spring { stiffness, rest }
}

impl Spring {
    #[differentiate]
    fn energy(&self, x: f64) -> f64 {
        0.5 * self.stiffness * (x - self.rest) * (x - self.rest)
    }

    #[differentiate(wrt(x))]
    pub(crate) fn along(&self, x: f64, n: usize) -> f64 {
        self.stiffness * x.powi(n as i32)
    }

    #[differentiate(wrt(self))]
    fn alone(&self, x: f64, w: &[f64]) -> f64 {
        self.stiffness * x * w[0]
    }

    #[differentiate]
    fn consumed(self: Self, w: &[f64]) -> f64 {
        let mut s = 0.0;
        for x in w {
            s += self.stiffness * x * x;
        }
        s
    }

    #[differentiate]
    fn tighten(&mut self, x: f64) {
        self.stiffness *= x;
        self.rest += self.stiffness;
    }

    #[differentiate]
    pub(crate) fn pull(self: &mut Self, x: f64) -> f64 {
        self.stiffness *= x;
        self.rest + self.stiffness
    }

    #[differentiate]
    fn difference(&self, x: f64, other: &Spring) -> Spring {
        Spring {
            stiffness: self.stiffness - x * other.stiffness,
            rest: self.rest,
        }
    }

    #[differentiate(associated)]
    fn cube(x: f64) -> f64 {
        x * x * x
    }

    #[differentiate]
    fn r#move(&self, x: f64) -> f64 {
        self.rest * x
    }
}

#[test]
fn shared() {
    let (value, gradients) = SPRING.energy_value_and_grad(2.5);
    assert_eq!((value, gradients), (4.0, (spring(2.0, -4.0), 4.0)));
    assert_eq!(SPRING.energy_grad(2.5), (spring(2.0, -4.0), 4.0));
    let (mut to, mut dx) = (spring(1.0, 1.0), 1.0);
    assert_eq!(
        SPRING.energy_accumulate_grad(2.5, 0.5, &mut to, &mut dx),
        4.0
    );
    assert_eq!((to, dx), (spring(2.0, -1.0), 3.0));
    let (value, pullback) = SPRING.energy_vjp(2.5);
    assert_eq!((value, pullback(2.0)), (4.0, (spring(4.0, -8.0), 8.0)));
    assert_eq!(SPRING.energy_jvp(2.5, &spring(1.0, 0.0), 0.5), (4.0, 4.0));
    assert_eq!(SPRING.move_grad(3.0), (spring(0.0, 3.0), 0.5));
}

#[test]
fn chosen() {
    assert_eq!(SPRING.along_grad(2.0, 3), 24.0);
    assert_eq!(SPRING.along_vjp(2.0, 3).1(0.5), 12.0);
    assert_eq!(SPRING.along_jvp(2.0, 3, 0.5), (16.0, 12.0));
    let mut dx = 1.0;
    assert_eq!(SPRING.along_accumulate_grad(2.0, 3, 1.0, &mut dx), 16.0);
    assert_eq!(dx, 25.0);
    assert_eq!(SPRING.alone_grad(2.0, &[3.0]), spring(6.0, 0.0));
    assert_eq!(SPRING.alone_vjp(2.0, &[3.0]).1(2.0), spring(12.0, 0.0));
    assert_eq!(
        SPRING.alone_jvp(2.0, &[3.0], &spring(1.0, 1.0)),
        (12.0, 6.0)
    );
}

#[test]
fn by_value() {
    let w = [1.0, 2.0];
    assert_eq!(SPRING.consumed_grad(&w), (spring(5.0, 0.0), vec![4.0, 8.0]));
    assert_eq!(
        SPRING.consumed_vjp(&w).1(2.0),
        (spring(10.0, 0.0), vec![8.0, 16.0])
    );
    assert_eq!(
        SPRING.consumed_jvp(&w, spring(1.0, 1.0), &[0.0, 1.0]),
        (10.0, 13.0)
    );
}

#[test]
fn in_place() {
    let (mut at, mut adjoint, mut dx) = (SPRING, spring(1.0, 1.0), 0.0);
    at.tighten_accumulate_grad(3.0, (), &mut adjoint, &mut dx);
    assert_eq!((at, adjoint, dx), (spring(6.0, 6.5), spring(6.0, 1.0), 4.0));

    let (mut at, mut tangent) = (SPRING, spring(1.0, 0.0));
    assert_eq!(at.tighten_jvp(3.0, &mut tangent, 0.5), ((), ()));
    assert_eq!(tangent, spring(4.0, 4.0));

    let (mut at, mut adjoint, mut dx) = (SPRING, spring(1.0, 0.0), 0.0);
    assert_eq!(
        at.pull_accumulate_grad(3.0, 2.0, &mut adjoint, &mut dx),
        6.5
    );
    assert_eq!((adjoint, dx), (spring(9.0, 2.0), 6.0));
}

#[test]
fn several_results() {
    let other = spring(3.0, 1.0);
    let (value, pullback) = SPRING.difference_vjp(0.5, &other);
    assert_eq!(value, spring(0.5, 0.5));
    let gradients = (spring(1.0, 2.0), -3.0, spring(-0.5, 0.0));
    assert_eq!(pullback(spring(1.0, 2.0)), gradients);
}

#[test]
fn associated() {
    assert_eq!(Spring::cube_grad(2.0), 12.0);
    assert_eq!(Spring::cube_vjp(2.0).1(0.5), 6.0);
    assert_eq!(Spring::cube_jvp(2.0, 0.5), (8.0, 6.0));
}

/// What stands for a pullback that other functions call may outlive the borrows of its inputs.
#[test]
fn pullbacks_hold_nothing() {
    let mut at = SPRING;
    let mut w = vec![1.0, 2.0];
    let (_, visible) = at.along_forward(2.0);
    let (_, private) = at.weighed_forward(&w);
    at.stiffness = 3.0;
    w.push(4.0);
    let (mut to, mut dx) = (spring(0.0, 0.0), 0.0);
    visible(&at, 2.0, 1.0, &mut to, &mut dx);
    private(&at, &w, 1.0, &mut to, &mut [0.0; 3]);
}

impl Spring {
    fn along_forward(
        &self,
        x: f64,
    ) -> (f64, impl Fn(&Self, f64, f64, &mut Self, &mut f64) + use<>) {
        let (value, pullback) = self.__along_forward(x, 2);
        let pullback = move |this: &Self, x: f64, dy: f64, dthis: &mut Self, dx: &mut f64| {
            pullback(this, x, 2, dy, dthis, dx, &mut ());
        };
        (value, pullback)
    }

    fn weighed_forward(
        &self,
        w: &[f64],
    ) -> (
        f64,
        impl Fn(&Self, &[f64], f64, &mut Self, &mut [f64]) + use<>,
    ) {
        self.__weighed_forward(w)
    }

    #[differentiate]
    fn weighed(&self, w: &[f64]) -> f64 {
        self.stiffness * w[0]
    }
}

#[derive(Clone, Debug, Differentiable, PartialEq)]
struct Layer<const N: usize> {
    weights: [f64; N],
    bias: Vec<f64>,
}

impl<const N: usize> Layer<N> {
    #[differentiate]
    fn forward(&self, x: &[f64; N], k: usize) -> f64 {
        let mut s = self.bias[k];
        for i in 0..N {
            s += self.weights[i] * x[i];
        }
        s * s
    }

    #[differentiate]
    pub(crate) fn masked<const M: usize>(&self, x: [f64; M]) -> f64 {
        let mut s = 0.0;
        for i in 0..M {
            s += x[i] * self.weights[i];
        }
        s
    }
}

#[test]
fn generic_over_a_constant() {
    let layer = Layer {
        weights: [1.0, 2.0],
        bias: vec![0.0, 1.0],
    };
    let gradient = Layer {
        weights: [6.0, 3.0],
        bias: vec![0.0, 6.0],
    };
    assert_eq!(layer.forward_grad(&[1.0, 0.5], 1), (gradient, [6.0, 12.0]));
    assert_eq!(layer.masked_grad([3.0]).1, [1.0]);
    assert_eq!(layer.masked_vjp([3.0, 1.0]).1(2.0).1, [2.0, 4.0]);
}

#[derive(Differentiable)]
struct View<'a> {
    #[constant]
    data: &'a [f64],
    scale: f64,
}

impl<'a> View<'a> {
    #[differentiate]
    fn private(&self, w: &[f64]) -> f64 {
        self.scale * w[0]
    }

    #[differentiate]
    pub(crate) fn visible(&self, w: &'a [f64]) -> f64 {
        self.scale * w[0]
    }
}

#[test]
fn generic_over_a_lifetime() {
    let data = [1.0];
    let view = View {
        data: &data,
        scale: 2.0,
    };
    let (_, private) = view.private_vjp(view.data);
    assert_eq!(private(3.0).1, [6.0]);
    let (_, visible) = view.visible_vjp(view.data);
    assert_eq!(visible(3.0).1, [6.0]);
}

trait Potential {
    #[differentiate]
    fn potential(&self, x: f64) -> f64;

    #[differentiate]
    fn doubled(&self, x: f64) -> f64 {
        2.0 * self.potential(x)
    }

    #[differentiate]
    fn nudge(&mut self, x: f64);

    #[differentiate]
    fn scale(s: f64) -> f64;
}

/// Its own method has another body than that of the trait.
#[derive(Differentiable)]
struct Slope {
    steepness: f64,
}

impl Slope {
    #[differentiate]
    fn potential(&self, x: f64) -> f64 {
        1000.0 * self.steepness * x
    }

    #[differentiate(pullback = Self::doubled_pullback)]
    fn doubled(&self, x: f64) -> f64 {
        2000.0 * self.steepness * x
    }

    fn doubled_pullback(&self, _: f64, _: f64, _: &mut SlopeTangent, _: &mut f64) {
        unreachable!("the function of the trait is asked for")
    }
}

type SlopeTangent = <Slope as Differentiable>::Tangent;

impl Potential for Slope {
    #[differentiate]
    fn potential(&self, x: f64) -> f64 {
        self.steepness * x
    }

    #[differentiate]
    fn nudge(&mut self, x: f64) {
        self.steepness += x;
    }

    #[differentiate(associated)]
    fn scale(s: f64) -> f64 {
        s * s
    }

    #[differentiate(pullback = doubled_pullback)]
    fn doubled(&self, x: f64) -> f64 {
        [self.steepness, 2.0, x].iter().product()
    }
}

fn doubled_pullback(slope: &Slope, x: f64, dy: f64, to: &mut SlopeTangent, dx: &mut f64) {
    to.steepness += 2.0 * x * dy;
    *dx += 2.0 * slope.steepness * dy;
}

impl Potential for Spring {
    #[differentiate]
    fn potential(&self, x: f64) -> f64 {
        self.stiffness * x
    }

    #[differentiate]
    fn nudge(&mut self, x: f64) {
        self.rest *= x;
    }

    #[differentiate(associated)]
    fn scale(s: f64) -> f64 {
        3.0 * s
    }
}

fn slope_tangent() -> SlopeTangent {
    Slope { steepness: 0.0 }.zero_tangent()
}

/// The gradients of the trait's functions, whatever the type has of its own.
fn gradients<P: Potential + Differentiable>(p: &P, x: f64) -> [(P::Tangent, f64); 4] {
    let (_, pullback) = p.potential_vjp(x);
    let (_, hidden) = p.__doubled_forward(x);
    let (mut to, mut dx) = (p.zero_tangent(), 0.0);
    hidden(p, x, 1.0, &mut to, &mut dx);
    [
        p.potential_grad(x),
        pullback(1.0),
        p.doubled_grad(x),
        (to, dx),
    ]
}

#[test]
fn of_a_trait() {
    let slope = Slope { steepness: 2.0 };
    for (nth, (to, dx)) in gradients(&slope, 3.0).into_iter().enumerate() {
        let factor = if nth < 2 { 1.0 } else { 2.0 };
        assert_eq!((to.steepness, dx), (3.0 * factor, 2.0 * factor));
    }
    for (nth, found) in gradients(&SPRING, 3.0).into_iter().enumerate() {
        let factor = if nth < 2 { 1.0 } else { 2.0 };
        assert_eq!(found, (spring(3.0 * factor, 0.0), 2.0 * factor));
    }
    let (mut slope, mut tangent) = (slope, slope_tangent());
    assert_eq!(slope.nudge_jvp(1.0, &mut tangent, 2.0), ((), ()));
    assert_eq!((slope.steepness, tangent.steepness), (3.0, 2.0));
    assert_eq!(<Slope as Potential>::scale_grad(3.0), 6.0);
    assert_eq!(Spring::scale_grad(3.0), Spring::scale(1.0));
}

#[differentiate]
fn chain<P: Potential + Differentiable>(p: &P, xs: &[f64]) -> f64 {
    let mut s = 0.0;
    for x in xs {
        s += p.potential(*x) * p.doubled(2.0 * x);
    }
    s
}

#[test]
fn called_by_a_generic_function() {
    let (to, dx) = chain::grad(&SPRING, &[3.0]);
    assert_eq!((to, dx), (spring(144.0, 0.0), vec![96.0]));
    let (to, dx) = chain::grad(&Slope { steepness: 2.0 }, &[3.0]);
    assert_eq!((to.steepness, dx), (144.0, vec![96.0]));
}

/// A trait whose functions have derivatives can still be behind `dyn`.
#[test]
fn behind_dyn() {
    trait Shape {
        #[differentiate]
        fn area(&self, scale: f64) -> f64;
    }

    impl Shape for Spring {
        #[differentiate]
        fn area(&self, scale: f64) -> f64 {
            self.rest * scale
        }
    }

    let shapes: [Box<dyn Shape>; 1] = [Box::new(SPRING)];
    assert_eq!(shapes[0].area(2.0), 1.0);
    assert_eq!(SPRING.area_grad(2.0), (spring(0.0, 2.0), 0.5));
}

/// What a method prints, it prints once.
#[test]
fn effects_happen_once() {
    static PRINTED: AtomicUsize = AtomicUsize::new(0);
    const LOUD: Loud = Loud;

    struct Loud;

    impl fmt::Display for Loud {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            PRINTED.fetch_add(1, Relaxed);
            f.write_str("loud")
        }
    }

    impl Spring {
        #[differentiate]
        fn loud(&self, x: f64) -> f64 {
            println!("{}", LOUD);
            self.rest * x
        }
    }

    #[differentiate]
    fn caller(x: f64) -> f64 {
        let spring = Spring {
            stiffness: x,
            rest: x,
        };
        spring.loud(x)
    }

    assert_eq!(caller::grad(2.0), 4.0);
    assert_eq!(caller::vjp(2.0).1(1.0), 4.0);
    assert_eq!(caller::jvp(2.0, 1.0), (4.0, 4.0));
    assert_eq!(SPRING.loud_grad(2.0).1, 0.5);
    assert_eq!(PRINTED.load(Relaxed), 4);
}
