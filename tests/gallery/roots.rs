//! Roots and fixed points.

use differentiate::differentiate;

/// Kepler's equation by Newton's method in a `while`.
#[differentiate]
fn kepler(mean_anomaly: f64, eccentricity: f64) -> f64 {
    let mut e = mean_anomaly;
    let mut step = 1.0_f64;
    while step.abs() > 1e-12 {
        step = (e - eccentricity * e.sin() - mean_anomaly) / (1.0 - eccentricity * e.cos());
        e -= step;
    }
    e
}

#[test]
fn newton_in_while() {
    check!(kepler(mean_anomaly = 1.1, eccentricity = 0.3));
}

/// Bisection to a bracket, and Newton's method from there.
#[differentiate]
fn polished_root(a: f64) -> f64 {
    let f = |x: f64| x * x * x - a;
    let (mut lo, mut hi) = (0.0, 4.0);
    for _ in 0..10 {
        let middle = 0.5 * (lo + hi);
        if f(middle) < 0.0 {
            lo = middle;
        } else {
            hi = middle;
        }
    }
    let mut x = 0.5 * (lo + hi);
    for _ in 0..5 {
        x -= f(x) / (3.0 * x * x);
    }
    x
}

#[test]
fn bisection_then_newton() {
    check!(polished_root(a = 7.0));
}

/// The secant method, which returns as soon as it is there.
#[differentiate]
fn secant(a: f64, b: f64) -> f64 {
    let f = |x: f64| x.exp() - a - b * x;
    let (mut x0, mut x1) = (1.0, 2.0);
    for _ in 0..50 {
        let (y0, y1) = (f(x0), f(x1));
        if (x1 - x0).abs() < 1e-9 {
            return x1;
        }
        (x0, x1) = (x1, x1 - y1 * (x1 - x0) / (y1 - y0));
    }
    x1
}

#[test]
fn secant_with_early_return() {
    check!(secant(a = 3.0, b = 1.5));
}

/// A fixed point, or nothing where the iteration does not settle.
#[differentiate]
fn fixed_point(scale: f64, start: f64) -> Option<f64> {
    let mut x = start;
    for _ in 0..100 {
        let next = scale * x.cos();
        if (next - x).abs() < 1e-13 {
            return Some(next);
        }
        x = next;
    }
    None
}

/// A fixed point with a fallback.
#[differentiate]
fn settled(scale: f64, start: f64) -> f64 {
    fixed_point(scale, start).unwrap_or(start)
}

#[test]
fn fixed_point_or_nothing() {
    check!(settled(scale = 0.5, start = 0.3));
    check!(settled(scale = 3.0, start = 0.3));
}

/// The larger root of a quadratic, if it has any.
#[differentiate]
fn larger_root(a: f64, b: f64, c: f64) -> f64 {
    #[differentiate]
    fn discriminant(a: f64, b: f64, c: f64) -> Option<f64> {
        let d = b * b - 4.0 * a * c;
        (d >= 0.0).then(|| d.sqrt())
    }
    match discriminant(a, b, c) {
        Some(root) => (-b + root) / (2.0 * a),
        None => -b / (2.0 * a),
    }
}

#[test]
fn quadratic() {
    check!(larger_root(a = 1.0, b = -3.0, c = 1.5));
}

/// Newton's method in two dimensions, out of a labelled loop.
#[differentiate]
fn intersection(radius: f64, slope: f64) -> f64 {
    let (mut x, mut y) = (1.0, 1.0);
    let residual = 'search: loop {
        for _ in 0..3 {
            let (f, g) = (x * x + y * y - radius * radius, y - slope * x * x);
            let determinant = 2.0 * x + 4.0 * slope * x * y;
            let dx = (f - 2.0 * y * g) / determinant;
            let dy = (2.0 * slope * x * f + 2.0 * x * g) / determinant;
            x -= dx;
            y -= dy;
            if dx.abs() + dy.abs() < 1e-12 {
                break 'search f + g;
            }
        }
    };
    x + 2.0 * y + residual
}

#[test]
fn newton_in_two_dimensions() {
    check!(intersection(radius = 1.5, slope = 0.8));
}
