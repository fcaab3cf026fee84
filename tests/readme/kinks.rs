//! A test for each row of the table "Where there is no derivative".

use differentiate::differentiate;

use super::table;

const TESTS: &[(&str, fn())] = &[
    ("`abs` at 0", || assert_eq!(abs::grad(0.0), 0.0)),
    ("`signum`", || {
        assert_eq!((signum::grad(0.0), signum::grad(2.0)), (0.0, 0.0))
    }),
    ("`max`, `min` of equals", || {
        assert_eq!(max::grad(1.0, 1.0), (0.5, 0.5));
        assert_eq!(min::grad(1.0, 1.0), (0.5, 0.5));
    }),
    ("`max`, `min` with a NaN", || {
        assert_eq!(max::grad(1.0, f64::NAN), (1.0, 0.0));
        assert_eq!(max::grad(f64::NAN, 1.0), (0.0, 1.0));
        assert_eq!(min::grad(f64::NAN, 1.0), (0.0, 1.0));
    }),
    ("`clamp` at a bound", || {
        assert_eq!(clamp::grad(1.0, 1.0, 2.0), (0.5, 0.5, 0.0));
        assert_eq!(clamp::grad(2.0, 1.0, 2.0), (0.5, 0.0, 0.5));
    }),
    ("`sqrt` at 0", || assert_eq!(sqrt::grad(0.0), f64::INFINITY)),
    ("`hypot` at the origin", || {
        assert_eq!(hypot::grad(0.0, 0.0), (0.0, 0.0))
    }),
    ("`atan2` at the origin", || {
        assert_eq!(atan2::grad(0.0, 0.0), (0.0, 0.0))
    }),
    ("`powf` with base 0", || {
        assert_eq!(powf::grad(0.0, 2.0), (0.0, 0.0));
        assert_eq!(powf::grad(0.0, 1.0), (1.0, 0.0));
        assert_eq!(powf::grad(0.0, 0.5), (f64::INFINITY, 0.0));
    }),
    ("`powf` with exponent 0", || {
        assert_eq!(powf::grad(0.0, 0.0), (0.0, 0.0))
    }),
    ("`powf` with a negative base", || {
        let (base, exponent) = powf::grad(-2.0, 3.0);
        assert_eq!(base, 12.0);
        assert!(exponent.is_nan());
    }),
    ("`powi`", || {
        assert_eq!(powi::grad(0.0, 0), 0.0);
        assert_eq!(powi::grad(0.0, 1), 1.0);
        assert_eq!(powi::grad(-2.0, 3), 12.0);
        assert_eq!(powi::grad(-2.0, -1), -0.25);
    }),
    (
        "`floor`, `ceil`, `round`, `round_ties_even`, `trunc`, `div_euclid`",
        || {
            assert_eq!([steps::grad(2.0), steps::grad(2.5)], [0.0, 0.0]);
        },
    ),
    ("Casts to integers", || assert_eq!(cast::grad(2.0), 2.0)),
    ("`fract`", || {
        assert_eq!([fract::grad(2.0), fract::grad(-1.5)], [1.0, 1.0])
    }),
    ("`%` and `rem_euclid`", || {
        assert_eq!(rem::grad(7.5, 2.0), (1.0, -3.0));
        assert_eq!(rem_euclid::grad(-7.5, 2.0), (1.0, 4.0));
    }),
    ("`copysign`", || {
        assert_eq!(copysign::grad(2.0, -3.0), (-1.0, 0.0));
        assert_eq!(copysign::grad(0.0, 1.0), (0.0, 0.0));
    }),
    ("A branch", || {
        assert_eq!(branch::grad(2.0), 0.0);
        assert_eq!(branch::grad(3.0), 6.0);
    }),
    ("What is not taken", || {
        assert_eq!(not_taken::grad(0.0), 2.0)
    }),
    ("A zero adjoint", || {
        assert_eq!(times_zero::grad(0.0), 1.0);
        assert_eq!(overwritten::grad(0.0), 1.0);
        assert_eq!(times_zero::jvp(0.0, 1.0).1, 1.0);
        assert_eq!(sqrt::jvp(0.0, 0.0).1, 0.0);
    }),
];

#[test]
fn table_of_kinks() {
    table::check(
        "## Where there is no derivative",
        TESTS,
        include_str!("kinks.rs"),
    );
}

#[differentiate]
fn abs(x: f64) -> f64 {
    x.abs()
}

#[differentiate]
fn signum(x: f64) -> f64 {
    x.signum()
}

#[differentiate]
fn max(x: f64, y: f64) -> f64 {
    x.max(y)
}

#[differentiate]
fn min(x: f64, y: f64) -> f64 {
    x.min(y)
}

#[differentiate]
fn clamp(x: f64, low: f64, high: f64) -> f64 {
    x.clamp(low, high)
}

#[differentiate]
fn sqrt(x: f64) -> f64 {
    x.sqrt()
}

#[differentiate]
fn hypot(x: f64, y: f64) -> f64 {
    x.hypot(y)
}

#[differentiate]
fn atan2(y: f64, x: f64) -> f64 {
    y.atan2(x)
}

#[differentiate]
fn powf(x: f64, y: f64) -> f64 {
    x.powf(y)
}

#[differentiate]
fn powi(x: f64, n: i32) -> f64 {
    x.powi(n)
}

#[differentiate]
fn steps(x: f64) -> f64 {
    x.floor() + x.ceil() + x.round() + x.round_ties_even() + x.trunc() + x.div_euclid(3.0)
}

#[differentiate]
fn cast(x: f64) -> f64 {
    x * (x as i32) as f64
}

#[differentiate]
fn fract(x: f64) -> f64 {
    x.fract()
}

#[differentiate]
fn rem(x: f64, y: f64) -> f64 {
    x % y
}

#[differentiate]
fn rem_euclid(x: f64, y: f64) -> f64 {
    x.rem_euclid(y)
}

#[differentiate]
fn copysign(x: f64, y: f64) -> f64 {
    x.copysign(y)
}

#[differentiate]
fn branch(x: f64) -> f64 {
    if x == 2.0 { 4.0 } else { x * x }
}

#[differentiate]
fn not_taken(x: f64) -> f64 {
    if x > 0.0 { x.ln() } else { 2.0 * x }
}

#[differentiate]
fn times_zero(x: f64) -> f64 {
    x + 0.0 * x.sqrt()
}

#[differentiate]
fn overwritten(x: f64) -> f64 {
    let mut a = [x.ln(), x];
    a[0] = 1.0;
    a[0] * a[1]
}
