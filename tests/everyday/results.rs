//! `Result`: `?`, `match`, combinators; an error has no derivative.

use differentiate::differentiate;

#[derive(Clone, Debug, PartialEq)]
enum Fault {
    Negative,
    Large(f64),
}

#[differentiate]
fn root(x: f64) -> Result<f64, Fault> {
    if x < 0.0 {
        return Err(Fault::Negative);
    }
    if x > 100.0 {
        return Err(Fault::Large(x));
    }
    Ok(x.sqrt())
}

#[differentiate]
fn roots(x: f64, y: f64) -> Result<f64, Fault> {
    let a = root(x * y)?;
    let b = root(a + y)?;
    Ok(a * b)
}

#[differentiate]
fn used(x: f64, y: f64) -> f64 {
    let a = roots(x, y).unwrap_or(y);
    let b = match root(x) {
        Ok(root) => a * root,
        Err(Fault::Negative) => a * a,
        Err(_) => a,
    };
    b + root(y).map(|y| y * x).unwrap_or(0.5 * x)
}

#[differentiate]
fn newton(a: f64) -> Result<f64, String> {
    let mut x = a;
    for _ in 0..50 {
        let error = x * x - a;
        if error.abs() < 1e-12 {
            return Ok(x * 1.0);
        }
        x -= error / (2.0 * x);
    }
    Err("no convergence".to_string())
}

#[differentiate]
fn newton_or_zero(a: f64) -> f64 {
    newton(a).unwrap_or(0.0)
}

#[test]
fn question_marks() {
    let (value, pullback) = roots::vjp(2.0, 3.0);
    assert_eq!(value, roots(2.0, 3.0));
    let slope = |f: &dyn Fn(f64) -> f64, x| differentiate::check::derivative(f, x, 0.01).0;
    let (dx, dy) = pullback(Ok(1.0));
    assert!((dx - slope(&|x| roots(x, 3.0).unwrap(), 2.0)).abs() < 1e-8);
    assert!((dy - slope(&|y| roots(2.0, y).unwrap(), 3.0)).abs() < 1e-8);
}

#[test]
fn errors_have_no_derivative() {
    let (value, pullback) = roots::vjp(-2.0, 3.0);
    assert_eq!(value, Err(Fault::Negative));
    assert_eq!(pullback(Err(())), (0.0, 0.0));
    assert_eq!(root(200.0), Err(Fault::Large(200.0)));
}

#[test]
fn taken_apart() {
    for (x, y) in [(2.0, 3.0), (-2.0, 3.0), (2.0, -3.0), (200.0, 0.3)] {
        check!(used(x = x, y = y));
    }
}

#[test]
fn returned_from_a_loop() {
    check!(newton_or_zero(a = 2.0));
    check!(newton_or_zero(a = -2.0));
}
