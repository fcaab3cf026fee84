//! The language itself: options, results, generics, closures, labels.

use differentiate::{Differentiable, differentiate};

/// `?` in a function that returns an option.
#[differentiate]
fn ratio_of_ends(xs: &[f64]) -> Option<f64> {
    let first = xs.first()?;
    let last = xs.last()?;
    if *last == 0.0 {
        None
    } else {
        Some(first / last)
    }
}

/// An option with a default.
#[differentiate]
fn ratio_or_one(xs: &[f64], scale: f64) -> f64 {
    scale * ratio_of_ends(xs).unwrap_or(1.0)
}

#[test]
fn question_mark() {
    check!(ratio_or_one(&xs = vec![1.5, 3.0, 0.4], scale = 2.0));
    check!(ratio_or_one(&xs = vec![], scale = 2.0));
}

/// `let … else` ahead of the work.
#[differentiate]
fn norm_of_tail(xs: &[f64]) -> f64 {
    let Some((first, rest)) = xs.split_first() else {
        return 0.0;
    };
    let [a, b, ..] = rest else {
        return *first;
    };
    (first * a + b * b).sqrt()
}

#[test]
fn let_else() {
    check!(norm_of_tail(&xs = vec![1.5, 3.0, 0.4, 2.0]));
    check!(norm_of_tail(&xs = vec![1.5]));
}

/// A domain error, as a result.
#[differentiate]
fn checked_log(x: f64) -> Result<f64, String> {
    if x <= 0.0 {
        return Err(format!("{x} has no logarithm"));
    }
    Ok(x.ln())
}

/// Results passed on with `?`.
#[differentiate]
fn log_mean(xs: &[f64]) -> Result<f64, String> {
    let mut sum = 0.0;
    for &x in xs {
        sum += checked_log(x)?;
    }
    Ok(sum / xs.len() as f64)
}

/// A result with a way out.
#[differentiate]
fn log_mean_or(xs: &[f64], otherwise: f64) -> f64 {
    match log_mean(xs) {
        Ok(mean) => mean,
        Err(_) => otherwise * otherwise,
    }
}

#[test]
fn results() {
    check!(log_mean_or(&xs = vec![1.5, 3.0], otherwise = 0.3));
    check!(log_mean_or(&xs = vec![1.5, -3.0], otherwise = 0.3));
}

/// Labelled loops with values, `continue` and shadowing.
#[differentiate]
fn labelled(x: f64, y: f64) -> f64 {
    let x = x * x;
    let x = x + y;
    let mut total = 0.0;
    let found = 'outer: loop {
        for i in 0..4 {
            if i == 2 {
                continue 'outer;
            }
            total += x * (i as f64 + 1.0);
            if total > 10.0 {
                break 'outer total * y;
            }
        }
    };
    found + x
}

#[test]
fn labels_and_shadows() {
    check!(labelled(x = 1.2, y = 0.8));
}

/// Functions inside a function, and closures of closures.
#[differentiate]
fn nested(x: f64, y: f64) -> f64 {
    #[differentiate]
    fn blend(a: f64, b: f64, t: f64) -> f64 {
        a + t * (b - a)
    }
    let eased = |t: f64| t * t * (3.0 - 2.0 * t);
    let mixed = |t: f64| blend(x, y, eased(t));
    mixed(0.25) * mixed(0.75)
}

#[test]
fn functions_and_closures_inside() {
    check!(nested(x = 1.2, y = -0.8));
}

/// The dot product of any length.
#[differentiate]
fn dot<const N: usize>(a: &[f64; N], b: &[f64; N]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// An angle by three dot products.
#[differentiate]
fn cosine(a: &[f64; 3], b: &[f64; 3]) -> f64 {
    dot(a, b) / (dot(a, a) * dot(b, b)).sqrt()
}

#[test]
fn const_generics() {
    check!(dot(&a = [1.0, 2.0], &b = [0.5, -1.0]));
    check!(cosine(&a = [1.0, 2.0, 0.5], &b = [0.5, -1.0, 2.0]));
}

type Real = f64;
type Point = (Real, Real);

/// Aliases of types, raw and Greek identifiers.
#[differentiate]
fn aliases(p: Point, λ: Real) -> Real {
    let r#type = p.0 * λ;
    let δ = p.1 - r#type;
    δ * δ + r#type.sin()
}

#[test]
fn aliases_and_identifiers() {
    check!(aliases(p = (0.4, 1.3), λ = 0.7));
}

/// A number with a unit.
#[derive(Clone, Copy, Differentiable)]
struct Metres(f64);

/// A newtype, taken apart and put together.
#[differentiate]
fn fall(height: Metres, gravity: f64) -> Metres {
    let Metres(h) = height;
    let speed = (2.0 * gravity * h).sqrt();
    Metres(h - 0.01 * speed)
}

#[test]
fn newtype() {
    check!(map fall(height = Metres(12.0), gravity = 9.81));
}

/// Settings with defaults.
#[derive(Clone, Copy, Differentiable)]
struct Settings {
    rate: f64,
    decay: f64,
    #[constant]
    steps: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            rate: 0.1,
            decay: 0.9,
            steps: 5,
        }
    }
}

/// Gradient descent with decay, by settings over a base.
#[differentiate]
fn descend(x: f64, rate: f64) -> f64 {
    let settings = Settings {
        rate,
        ..Settings::default()
    };
    let mut step = settings.rate;
    let mut x = x;
    for _ in 0..settings.steps {
        x -= step * (x.powi(3) - x);
        step *= settings.decay;
    }
    x
}

#[test]
fn struct_over_a_base() {
    check!(descend(x = 1.7, rate = 0.2));
}

/// A closure that changes what it captures.
#[differentiate]
fn accumulated(xs: &[f64], decay: f64) -> f64 {
    let mut level = 0.0;
    let mut peak = 0.0;
    let mut feed = |x: f64| {
        level = decay * level + x;
        if level > peak {
            peak = level;
        }
    };
    xs.iter().for_each(|&x| feed(x * x));
    feed(0.1);
    peak + level
}

#[test]
fn closure_with_state() {
    check!(accumulated(&xs = vec![0.4, 1.1, -0.3], decay = 0.6));
}

/// Printing and asserting, once.
#[allow(clippy::redundant_guards)]
#[differentiate]
fn asserted(xs: &[f64]) -> f64 {
    assert!(!xs.is_empty(), "an empty slice has no mean");
    let mean = xs.iter().sum::<f64>() / xs.len() as f64;
    debug_assert!(mean.is_finite());
    match xs.len() {
        0 => unreachable!(),
        1..=2 => mean,
        n if matches!(n, 3 | 5) => mean * mean,
        _ => mean.exp(),
    }
}

#[test]
fn assertions_and_ranges() {
    check!(asserted(&xs = vec![0.4, 1.1]));
    check!(asserted(&xs = vec![0.4, 1.1, -0.3]));
    check!(asserted(&xs = vec![0.4, 1.1, -0.3, 0.2]));
}
