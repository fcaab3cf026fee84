//! Methods of generic types and traits, which see neither the bounds of their `impl` nor what an alias
//! stands for.

use differentiate::{Differentiable, Real, differentiate};

#[derive(Differentiable, Clone)]
struct Layer<T> {
    w: Vec<T>,
    b: T,
}

impl<T: Real> Layer<T> {
    #[differentiate]
    fn apply(&self, x: &[T]) -> T {
        let mut s = self.b;
        for i in 0..x.len() {
            s += self.w[i] * x[i];
        }
        s.tanh()
    }

    #[differentiate]
    fn penalty(&self) -> T {
        self.b * self.b
    }

    #[differentiate]
    fn twice(&self, x: T) -> T {
        self.apply(&[x, x]) * T::from_f64(0.5) + T::ONE / x
    }

    #[differentiate]
    fn widened(&self, x: T) -> f64 {
        x.to_f64() * 0.5
    }
}

trait Potential<T: Real> {
    #[differentiate]
    fn energy(&self, x: T) -> T;
}

impl<T: Real> Potential<T> for Layer<T> {
    #[differentiate]
    fn energy(&self, x: T) -> T {
        (x * self.b).sin()
    }
}

#[differentiate]
fn total<T: Real, P: Potential<T> + Differentiable + Clone>(p: &P, x: &[T]) -> T {
    let mut s = T::ZERO;
    for i in 0..x.len() {
        s += p.energy(x[i]) * x[i];
    }
    s
}

#[differentiate]
fn of_any(p: &(impl Potential<f64> + Differentiable + Clone), x: f64) -> f64 {
    p.energy(x) * x
}

type Scalar = f32;

#[differentiate]
fn inner(x: Scalar) -> Scalar {
    x.sin()
}

#[differentiate]
fn outer(x: Scalar) -> Scalar {
    inner(x)
}

#[derive(Differentiable, Clone, Copy)]
struct State {
    x: f64,
    steps: usize,
}

trait System {
    #[differentiate]
    fn step(&self, s: &State) -> State;

    #[differentiate]
    fn speed(&self, x: Scalar) -> Scalar;
}

#[derive(Differentiable, Clone, Copy, PartialEq, Debug)]
struct Growth(f64);

impl System for Growth {
    #[differentiate]
    fn step(&self, s: &State) -> State {
        State {
            x: s.x * self.0,
            steps: s.steps + 1,
        }
    }

    #[differentiate]
    fn speed(&self, x: Scalar) -> Scalar {
        x * x
    }
}

fn layer<T: Real>() -> Layer<T> {
    Layer {
        w: vec![T::from_f64(0.3), T::from_f64(-0.8)],
        b: T::from_f64(0.5),
    }
}

fn slope(f: impl Fn(f64) -> f64, at: f64) -> f64 {
    (f(at + 1e-5) - f(at - 1e-5)) / 2e-5
}

fn close(found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 1e-6, "{found}, not {wanted}");
}

#[test]
fn methods_of_a_generic_type() {
    let l = layer::<f64>();
    close(
        l.apply_grad(&[0.7, 0.2]).1[0],
        slope(|x| l.apply(&[x, 0.2]), 0.7),
    );
    close(l.penalty_grad().b, 1.0);
    close(l.twice_grad(0.7).1, slope(|x| l.twice(x), 0.7));
    close(l.widened_grad(0.7).1, 0.5);
    let narrow = layer::<f32>().twice_grad(0.7).1;
    close(
        f64::from((narrow * 1e4).round() / 1e4),
        (l.twice_grad(0.7).1 * 1e4).round() / 1e4,
    );
}

#[test]
fn generic_functions_of_a_generic_trait() {
    let l = layer::<f64>();
    close(l.energy_grad(0.7).1, slope(|x| l.energy(x), 0.7));
    let (dl, dx) = total::grad(&l, &[0.7, -0.4]);
    close(dx[1], slope(|x| total(&l, &[0.7, x]), -0.4));
    close(
        dl.b,
        slope(|b| total(&Layer { b, ..l.clone() }, &[0.7, -0.4]), 0.5),
    );
    close(of_any::grad(&l, 0.7).1, slope(|x| of_any(&l, x), 0.7));
    let wide = dx[0];
    let narrow = total::grad(&layer::<f32>(), &[0.7, -0.4]).1[0];
    assert!((wide - f64::from(narrow)).abs() < 1e-6);
}

#[test]
fn results_of_which_only_the_name_is_seen() {
    assert_eq!(outer::grad(0.5), 0.5_f32.cos());
    assert_eq!(Growth(2.0).speed_grad(0.5), (Growth(0.0), 1.0));
    let state = State { x: 3.0, steps: 0 };
    let (next, pullback) = Growth(2.0).step_vjp(&state);
    assert_eq!((next.x, next.steps), (6.0, 1));
    assert_eq!(Growth(2.0).step(&state).x, next.x);
    assert_eq!(Growth(2.0).speed(0.5), 0.25);
    let (d_growth, d_state) = pullback(StateTangent { x: 1.0 });
    assert_eq!((d_growth.0, d_state.x), (3.0, 2.0));
}
