//! `check` finds what is wrong with a rule, and nothing where nothing is.

#![cfg(feature = "std")]

use autodiff_runtime::check::{self, Fault, Report};

type Params = (Vec<f64>, f64, usize);

fn point() -> Params {
    (vec![1.0, -2.0, 0.5], 3.0, 2)
}

/// `w · Σ sin(x)·xⁿ`, and `Σ x²`.
fn value((x, w, n): &Params) -> (f64, [f64; 1]) {
    let sum: f64 = x.iter().map(|x| x.sin() * x.powi(*n as i32)).sum();
    (w * sum, [x.iter().map(|x| x * x).sum()])
}

type Cotangent = (f64, [f64; 1]);
type Gradient = (Vec<f64>, f64, ());

fn pullback((x, w, n): &Params, dy: &Cotangent, (dx, dw, ()): &mut Gradient) {
    let n = *n as i32;
    for (dx, x) in dx.iter_mut().zip(x) {
        let slope = x.cos() * x.powi(n) + x.sin() * f64::from(n) * x.powi(n - 1);
        *dx += dy.0 * w * slope + dy.1[0] * 2.0 * x;
        *dw += dy.0 * x.sin() * x.powi(n);
    }
}

fn pushforward(at: &Params, (x_tan, w_tan, ()): &Gradient) -> (Cotangent, Cotangent) {
    let slopes = |dy: Cotangent| {
        let mut gradient = (vec![0.0; 3], 0.0, ());
        pullback(at, &dy, &mut gradient);
        let along: f64 = gradient.0.iter().zip(x_tan).map(|(a, b)| a * b).sum();
        along + gradient.1 * w_tan
    };
    (value(at), (slopes((1.0, [0.0])), [slopes((0.0, [1.0]))]))
}

#[test]
fn a_rule_that_is_right() {
    check::assert_pullback(&point(), value, pullback);
    check::assert_rule(&point(), value, pullback, pushforward);
}

#[track_caller]
fn fault(report: Result<(), Report>) -> (Fault, usize) {
    let report = report.unwrap_err();
    (report.fault, report.scalar)
}

#[test]
fn a_pullback_that_is_wrong() {
    let report = check::pullback(&point(), value, |at, dy, gradient: &mut Gradient| {
        pullback(at, dy, gradient);
        gradient.0[1] += 1e-4 * dy.0;
    });
    assert_eq!(fault(report), (Fault::Pullback, 1));
    let report = check::pullback(&point(), value, |at, dy, gradient: &mut Gradient| {
        pullback(at, &(dy.0, [0.0]), gradient);
    });
    assert_eq!(fault(report), (Fault::Pullback, 0));
}

#[test]
fn a_pullback_that_takes_no_notice_of_the_cotangent() {
    let report = check::pullback(&2.0, |x: &f64| x.exp(), |x, _, dx: &mut f64| *dx += x.exp());
    assert_eq!(fault(report), (Fault::Pullback, 0));
}

#[test]
fn a_pullback_that_overwrites() {
    let report = check::pullback(&2.0, |x: &f64| x * x, |x, dy, dx| *dx = 2.0 * x * dy);
    assert_eq!(fault(report), (Fault::Overwriting, 0));
}

#[test]
fn a_pushforward_that_is_wrong() {
    let report = check::rule(&point(), value, pullback, |at, along| {
        let (value, mut tangent) = pushforward(at, along);
        tangent.1[0] += 1e-3 * along.1;
        (value, tangent)
    });
    assert_eq!(fault(report), (Fault::Pushforward, 3));
}

#[test]
fn a_pushforward_with_another_value() {
    let report = check::rule(&point(), value, pullback, |at, along| {
        let (mut value, tangent) = pushforward(at, along);
        value.1[0] += 1e-3;
        (value, tangent)
    });
    assert_eq!(fault(report), (Fault::Value, 1));
}

#[test]
fn a_point_without_a_derivative() {
    let report = check::pullback(&0.0, |x: &f64| x.ln(), |x, dy, dx| *dx += dy / x);
    assert_eq!(fault(report), (Fault::Infinite, 0));
    let report = check::pullback(&0.0, |x: &f64| x.cbrt(), |_, dy, dx| *dx += dy);
    assert_eq!(fault(report), (Fault::Unsettled, 0));
}

#[test]
fn small_and_large_numbers() {
    for scale in [1e-8, 1e-3, 1e4, 1e9] {
        let f = |x: &f64| (x / scale).sin() * scale * scale;
        let rule = |x: &f64, dy: &f64, dx: &mut f64| *dx += dy * (x / scale).cos() * scale;
        check::assert_pullback(&(0.7 * scale), f, rule);
        let wrong = |x: &f64, dy: &f64, dx: &mut f64| *dx += 1.001 * dy * (x / scale).cos() * scale;
        let report = check::pullback(&(0.7 * scale), f, wrong);
        assert_eq!(fault(report), (Fault::Pullback, 0), "{scale}");
    }
}

#[test]
fn constants() {
    check::assert_pullback(&1.0, |_: &f64| 3.0, |_, _, _| {});
    check::assert_pullback(&1.3, |x: &f64| x.floor() + 0.5, |_, _, _| {});
    let one = |x: &f64| x.sin() * x.sin() + x.cos() * x.cos();
    check::assert_pullback(&1.3, one, |_, _, _| {});
    check::assert_pullback(&1e3, |x: &f64| x.tanh(), |_, _, _| {});
}

#[test]
fn single_precision() {
    let point = (vec![0.7_f32, 1.2], 2.0_f32);
    let f = |(x, w): &(Vec<f32>, f32)| [x[0].tanh() * w, (x[1] * w).ln()];
    let rule = |(x, w): &(Vec<f32>, f32), dy: &[f32; 2], g: &mut (Vec<f32>, f32)| {
        let y = x[0].tanh();
        g.0[0] += dy[0] * (1.0 - y * y) * w;
        g.0[1] += dy[1] / x[1];
        g.1 += dy[0] * y + dy[1] / w;
    };
    check::assert_pullback(&point, f, rule);
    let report = check::pullback(&point, f, |at, dy, g: &mut (Vec<f32>, f32)| {
        rule(at, dy, g);
        g.1 += 0.05 * dy[1];
    });
    assert_eq!(fault(report), (Fault::Pullback, 2));
}

#[test]
#[should_panic(expected = "differences give")]
fn the_panicking_form() {
    check::assert_pullback(&2.0, |x: &f64| x * x, |x, dy, dx| *dx += x * dy);
}

#[test]
fn what_a_report_says() {
    let report = check::pullback(&2.0, |x: &f64| x * x, |x, dy, dx| *dx = 2.0 * x * dy);
    let text = report.unwrap_err().to_string();
    assert!(
        text.starts_with("the pullback has to add to its buffers"),
        "{text}"
    );
}
