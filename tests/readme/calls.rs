//! A test for each row of the table "Functions and methods".

use differentiate::{Differentiable, Real, check, differentiate};

use super::agree::{AT, agree, agree2};
use super::table;

const TESTS: &[(&str, fn())] = &[
    ("Closures", || agree2(closures, closures::grad)),
    ("Calls", || agree2(calls, calls::grad)),
    ("Calls of other functions, for constants", || {
        agree2(|x, y| weighted(x, y, 3), |x, y| weighted::grad(x, y, 3))
    }),
    ("Recursion", || {
        agree2(
            |x, y| power(x * y, 3),
            |x, y| (3.0 * y * power(x * y, 2), x * power::grad(x * y, 3)),
        )
    }),
    ("Functions that call each other", || {
        agree2(
            |x, y| y * even(x, 5),
            |x, y| (y * even::grad(x, 5), even(x, 5)),
        )
    }),
    ("Several results", several_results),
    ("`&mut` parameters", exclusive),
    ("Length as a parameter", || agree(norm, norm::grad, AT)),
    ("Generic functions", generic),
    ("`impl Real`, several widths", || {
        assert_eq!(wide::grad(2.0_f32, 3.0_f64), (3.0, 2.0))
    }),
    ("Methods", || agree2(methods, methods::grad)),
    ("Methods that change their receiver", || {
        agree2(changed, changed::grad)
    }),
    ("Associated functions", || {
        agree2(associated, associated::grad)
    }),
    ("Methods of generic types", || {
        agree2(generic_type, generic_type::grad)
    }),
    ("Methods of traits", || agree2(of_a_trait, of_a_trait::grad)),
    ("Rules of your own", ruled),
];

#[test]
fn table_of_calls() {
    table::check("### Functions and methods", TESTS, include_str!("calls.rs"));
}

#[differentiate]
fn closures(x: f64, y: f64) -> f64 {
    let mut sum = 0.0;
    let f = |t: f64| t * t + x;
    let mut add = |t: f64| sum += t * y;
    add(f(y));
    add(x);
    sum
}

mod model {
    use differentiate::differentiate;

    #[differentiate]
    pub(super) fn square(x: f64) -> f64 {
        x * x
    }

    #[differentiate]
    pub(super) fn length(x: &[f64]) -> f64 {
        let mut s = 0.0;
        for x in x {
            s += square(*x);
        }
        s.sqrt()
    }
}

#[differentiate]
fn calls(x: f64, y: f64) -> f64 {
    let xs = &[x, y];
    let length: f64 = model::length(xs);
    length.abs() + model::square(x) * model::length(&[x, y, 1.0])
}

fn weight(i: usize) -> f64 {
    1.0 / (i + 1) as f64
}

#[differentiate]
fn weighted(x: f64, y: f64, n: usize) -> f64 {
    let mut s = y;
    for i in 0..n {
        s = s * x + weight(i);
    }
    s
}

#[differentiate]
fn power(x: f64, n: u32) -> f64 {
    if n == 0 { 1.0 } else { x * power(x, n - 1) }
}

#[differentiate(recursive)]
fn even(x: f64, n: u32) -> f64 {
    if n == 0 { x } else { odd(x * x, n - 1) }
}

#[differentiate(recursive)]
fn odd(x: f64, n: u32) -> f64 {
    if n == 0 { x.sin() } else { x * even(x, n - 1) }
}

#[differentiate]
fn polar(x: f64, y: f64) -> (f64, f64) {
    (x.hypot(y), y.atan2(x))
}

#[differentiate]
fn scaled(x: &[f64; 2], a: f64) -> [f64; 2] {
    [a * x[0], a * x[1]]
}

fn several_results() {
    let ((radius, _), pullback) = polar::vjp(3.0, 4.0);
    assert_eq!(radius, 5.0);
    assert_eq!(pullback((1.0, 0.0)), (0.6, 0.8));
    let (_, pullback) = scaled::vjp(&[3.0, 4.0], 2.0);
    assert_eq!(pullback([1.0, 10.0]), ([2.0, 20.0], 43.0));
}

#[differentiate]
fn relax(u: &mut [f64], rate: f64) {
    for i in 1..u.len() {
        u[i] += rate * u[i - 1];
    }
}

#[differentiate]
fn relaxed(x: f64, y: f64) -> f64 {
    let mut u = [x, y, 1.0];
    relax(&mut u, x);
    u[1] * u[2]
}

fn exclusive() {
    let mut u = [1.0, 2.0, 3.0];
    let (mut du, mut d_rate) = ([0.0, 0.0, 1.0], 0.0);
    relax::accumulate_grad(&mut u, 0.5, (), &mut du, &mut d_rate);
    assert_eq!(u, [1.0, 2.5, 4.25]);
    assert_eq!((du, d_rate), ([0.25, 0.5, 1.0], 3.0));
    agree2(relaxed, relaxed::grad);
}

#[differentiate]
fn norm<const N: usize>(x: [f64; N]) -> f64 {
    let mut s = 0.0;
    for i in 0..N {
        s += x[i] * x[i];
    }
    s.sqrt()
}

#[differentiate]
fn length<T: Real>(xs: &[T]) -> T {
    let square: T = xs.iter().map(|x| *x * *x).sum();
    square.sqrt() * T::from_f64(0.5)
}

fn generic() {
    assert_eq!(length::grad(&[1.0_f32; 4]), [0.25; 4]);
    assert_eq!(length::grad(&[1.0_f64; 4]), [0.25; 4]);
}

#[differentiate]
fn wide(x: impl Real, y: f64) -> f64 {
    x.to_f64() * y
}

#[derive(Clone, Copy, Differentiable)]
struct Spring {
    stiffness: f64,
    rest: f64,
}

impl Spring {
    const HALF: f64 = 0.5;

    #[differentiate]
    pub(self) fn soft(rest: f64) -> Self {
        Self {
            stiffness: 0.1 * rest,
            rest,
        }
    }

    #[differentiate(associated)]
    pub(self) fn square(x: f64) -> f64 {
        x * x
    }

    #[differentiate]
    pub(self) fn energy(&self, x: f64) -> f64 {
        Self::HALF * self.stiffness * Self::square(x - self.rest)
    }

    #[differentiate]
    pub(self) fn tighten(&mut self, by: f64) {
        self.stiffness *= by;
    }
}

#[differentiate]
fn methods(x: f64, y: f64) -> f64 {
    let spring = Spring {
        stiffness: y,
        rest: 0.5,
    };
    spring.energy(x) * x
}

#[differentiate]
fn changed(x: f64, y: f64) -> f64 {
    let mut spring = Spring {
        stiffness: x,
        rest: y,
    };
    for _ in 0..3 {
        spring.tighten(x);
    }
    spring.energy(1.0)
}

#[differentiate]
fn associated(x: f64, y: f64) -> f64 {
    Spring::soft(x).energy(y) + Spring::square(y)
}

#[derive(Clone, Differentiable)]
struct Polynomial<T> {
    coefficients: [T; 3],
}

impl<T: Real> Polynomial<T> {
    #[differentiate]
    pub(self) fn at(&self, x: T) -> T {
        let [a, b, c] = self.coefficients;
        (c * x + b) * x + a
    }
}

#[differentiate]
fn generic_type(x: f64, y: f64) -> f64 {
    let coefficients = [y, x, x * y];
    Polynomial { coefficients }.at(x)
}

trait Potential: Differentiable {
    #[differentiate]
    fn potential(&self, x: f64) -> f64;
}

impl Potential for Spring {
    #[differentiate]
    fn potential(&self, x: f64) -> f64 {
        self.stiffness * x
    }
}

#[differentiate]
fn twice<P: Potential>(of: &P, x: f64) -> f64 {
    of.potential(x) * of.potential(x * x)
}

#[differentiate]
fn of_a_trait(x: f64, y: f64) -> f64 {
    let rest = 0.0;
    twice(&Spring { stiffness: y, rest }, x)
}

#[differentiate(pullback = cube_pullback, pushforward = cube_pushforward)]
fn cube(x: f64) -> f64 {
    x.powi(3)
}

fn cube_pullback(x: f64, dy: f64, dx: &mut f64) {
    *dx += dy * 3.0 * x * x;
}

fn cube_pushforward(x: f64, dx: f64) -> (f64, f64) {
    (cube(x), 3.0 * x * x * dx)
}

fn ruled() {
    assert_eq!(cube::grad(2.0), 12.0);
    check::assert_rule(
        &2.0,
        |x| cube(*x),
        |x, dy, dx| cube_pullback(*x, *dy, dx),
        |x, dx| cube_pushforward(*x, *dx),
    );
}
