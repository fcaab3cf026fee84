//! Rules that were written by hand.
//!
//! # Note: what is compared
//!
//! For a cotangent `ȳ`, component `i` of the gradient is the derivative of `⟨ȳ, f(x + t·eᵢ)⟩` by `t`.
//! Differences give that without knowing the rule. Forward mode is then compared with reverse mode by
//! `⟨ȳ, J·ẋ⟩ = ⟨Jᵀ·ȳ, ẋ⟩`, with `ẋ = eᵢ` (the identity that defines the adjoint: A. Griewank and
//! A. Walther, *Evaluating Derivatives*, 2nd edition, 2008, chapter 3). Several `ȳ` without a pattern
//! stand for all of them: a fault would have to be orthogonal to each.

use super::compare::{Near, slope};
use super::numbers::{Precision, abs, fill, max, scalar, unit};
use super::report::{Fault, Report};
use crate::{Differentiable, Point, Tangent};

/// How many cotangents are tried.
const COTANGENTS: u32 = 3;

/// Compares the pullback of `f` with differences at a point.
///
/// The point holds all parameters, as a tuple where there are several. The pullback takes the point,
/// a cotangent of the value, and buffers for the gradients, to which it adds. The cost is some hundred
/// calls of `f` for each scalar of the point.
///
/// ```
/// use autodiff_runtime::check;
///
/// fn scaled_norm(x: &[f64], w: f64) -> f64 {
///     w * x.iter().map(|x| x * x).sum::<f64>().sqrt()
/// }
///
/// fn scaled_norm_pullback(x: &[f64], w: f64, dy: f64, dx: &mut [f64], dw: &mut f64) {
///     let norm = scaled_norm(x, 1.0);
///     for (dx, x) in dx.iter_mut().zip(x) {
///         *dx += dy * w * x / norm;
///     }
///     *dw += dy; // should be `dy * norm`
/// }
///
/// let report = check::pullback(
///     &(vec![3.0, 4.0], 2.0),
///     |(x, w)| scaled_norm(x, *w),
///     |(x, w), dy, (dx, dw)| scaled_norm_pullback(x, *w, *dy, dx, dw),
/// );
/// assert_eq!(report.unwrap_err().scalar, 2);
/// ```
///
/// # Errors
/// What is wrong, at the scalar where it was found first.
pub fn pullback<P, Y>(
    point: &P,
    f: impl Fn(&P) -> Y,
    pullback: impl Fn(&P, &Y, &mut P::Tangent),
) -> Result<(), Report>
where
    P: Point + Clone,
    Y: Differentiable<Tangent = Y> + Tangent,
{
    let value = f(point);
    is_finite(&value)?;
    let precision = Precision::of(&point.zero_tangent(), &value);
    for seed in 0..COTANGENTS {
        let cotangent = without_pattern(value.zero_like(), seed);
        let mut gradient = point.zero_tangent();
        pullback(point, &cotangent, &mut gradient);
        slopes(point, &f, &cotangent, &gradient)?;
        let start = without_pattern(point.zero_tangent(), seed);
        let mut sum = without_pattern(point.zero_tangent(), seed);
        pullback(point, &cotangent, &mut sum);
        sum.axpy(-1.0, &start);
        let around = max(gradient.max_abs(), start.max_abs());
        Near::new(precision, around).all(Fault::Overwriting, &sum, &gradient)?;
    }
    Ok(())
}

/// Compares the pullback of `f` with differences at a point, and the pushforward with the pullback.
///
/// As [`pullback`]; the pushforward takes the point and a tangent of it, and returns the value and its
/// tangent.
///
/// ```
/// use autodiff_runtime::check;
///
/// check::rule(
///     &(0.5, 2.0),
///     |(a, b): &(f64, f64)| a.sin() * b,
///     |(a, b), dy, (da, db)| {
///         *da += dy * b * a.cos();
///         *db += dy * a.sin();
///     },
///     |(a, b), (a_tan, b_tan)| (a.sin() * b, a.cos() * b * a_tan + a.sin() * b_tan),
/// )?;
/// # Ok::<(), check::Report>(())
/// ```
///
/// # Errors
/// What is wrong, at the scalar where it was found first.
pub fn rule<P, Y>(
    point: &P,
    f: impl Fn(&P) -> Y,
    pullback: impl Fn(&P, &Y, &mut P::Tangent),
    pushforward: impl Fn(&P, &P::Tangent) -> (Y, Y),
) -> Result<(), Report>
where
    P: Point + Clone,
    Y: Differentiable<Tangent = Y> + Tangent,
{
    self::pullback(point, &f, &pullback)?;
    let value = f(point);
    let precision = Precision::of(&point.zero_tangent(), &value);
    for seed in 0..COTANGENTS {
        let cotangent = without_pattern(value.zero_like(), seed);
        let mut gradient = point.zero_tangent();
        pullback(point, &cotangent, &mut gradient);
        for at in 0..gradient.dimension() {
            let (again, tangent) = pushforward(point, &unit(point.zero_tangent(), at));
            let near = Near::new(precision, value.max_abs());
            near.all(Fault::Value, &again, &value)?;
            let (found, wanted) = (cotangent.dot(&tangent), scalar(&gradient, at));
            let near = Near::new(precision, gradient.max_abs());
            near.one(Fault::Pushforward, at, found, wanted)?;
        }
    }
    Ok(())
}

/// [`pullback`], for tests.
///
/// # Panics
/// With the report, where something is wrong.
#[track_caller]
pub fn assert_pullback<P, Y>(
    point: &P,
    f: impl Fn(&P) -> Y,
    pullback: impl Fn(&P, &Y, &mut P::Tangent),
) where
    P: Point + Clone,
    Y: Differentiable<Tangent = Y> + Tangent,
{
    if let Err(report) = self::pullback(point, f, pullback) {
        panic!("{report}");
    }
}

/// [`rule`], for tests.
///
/// # Panics
/// With the report, where something is wrong.
#[track_caller]
pub fn assert_rule<P, Y>(
    point: &P,
    f: impl Fn(&P) -> Y,
    pullback: impl Fn(&P, &Y, &mut P::Tangent),
    pushforward: impl Fn(&P, &P::Tangent) -> (Y, Y),
) where
    P: Point + Clone,
    Y: Differentiable<Tangent = Y> + Tangent,
{
    if let Err(report) = rule(point, f, pullback, pushforward) {
        panic!("{report}");
    }
}

fn without_pattern<T: Tangent>(mut tangent: T, seed: u32) -> T {
    fill(&mut tangent, seed);
    tangent
}

fn is_finite<Y: Tangent>(value: &Y) -> Result<(), Report> {
    let fault = |scalar, found| Report {
        fault: Fault::Infinite,
        scalar,
        found,
        wanted: 0.0,
    };
    let (mut at, mut report) = (0, Ok(()));
    value.for_each_scalar(|x| {
        if !x.is_finite() && report.is_ok() {
            report = Err(fault(at, x));
        }
        at += 1;
    });
    report
}

/// The gradient for a cotangent against differences, scalar by scalar.
fn slopes<P, Y>(
    point: &P,
    f: impl Fn(&P) -> Y,
    cotangent: &Y,
    gradient: &P::Tangent,
) -> Result<(), Report>
where
    P: Point + Clone,
    Y: Tangent,
{
    let value = f(point);
    let precision = Precision::of(gradient, &value);
    for at in 0..gradient.dimension() {
        let along = unit(point.zero_tangent(), at);
        let moved = |step: f64| {
            let mut moved = point.clone();
            moved.advance(step, &along);
            f(&moved).dot(cotangent)
        };
        let (found, (wanted, error)) = (scalar(gradient, at), slope(moved, precision));
        let around = max(gradient.max_abs(), abs(wanted));
        let limit = precision.settled * around + precision.noise * value.max_abs();
        let near = Near::new(precision, around);
        let (fault, error) = match error <= limit {
            true => (Fault::Pullback, error),
            false => (Fault::Unsettled, f64::NAN),
        };
        near.estimated(error).one(fault, at, found, wanted)?;
    }
    Ok(())
}
