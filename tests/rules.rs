//! The rule table, a test a row: the gradient in both widths against differences, against forward
//! mode, and against the row's own text as plain Rust.

#![allow(unused, clippy::all, reason = "a row mentions what it needs")]

use std::ops::Range;

use differentiate::check::derivative;

/// One row in one width, with the numbers as `f64`.
struct Row {
    value: fn(&[f64], i32) -> f64,
    gradient: fn(&[f64], i32) -> Vec<f64>,
    tangent: fn(&[f64], &[f64], i32) -> f64,
    /// How far from the truth a derivative may be.
    within: f64,
}

/// A gradient, be it a number or a tuple.
trait Numbers {
    fn numbers(self) -> Vec<f64>;
}

macro_rules! numbers {
    ($($float:ident)*) => { $(
        impl Numbers for $float {
            fn numbers(self) -> Vec<f64> {
                vec![self as f64]
            }
        }

        impl Numbers for ($float, $float) {
            fn numbers(self) -> Vec<f64> {
                vec![self.0 as f64, self.1 as f64]
            }
        }

        impl Numbers for ($float, $float, $float) {
            fn numbers(self) -> Vec<f64> {
                vec![self.0 as f64, self.1 as f64, self.2 as f64]
            }
        }
    )* };
}

numbers! { f32 f64 }

/// A module with the primitive under `#[differentiate]`: an operator, or called as `f64::name(…)`.
macro_rules! width {
    ($f:ident $m:ident $within:literal: neg ($a:ident)) => {
        width! { @ $f $m $within: ($a) { -$a } }
    };
    ($f:ident $m:ident $within:literal: add ($a:ident, $b:ident)) => {
        width! { @ $f $m $within: ($a, $b) { $a + $b } }
    };
    ($f:ident $m:ident $within:literal: sub ($a:ident, $b:ident)) => {
        width! { @ $f $m $within: ($a, $b) { $a - $b } }
    };
    ($f:ident $m:ident $within:literal: mul ($a:ident, $b:ident)) => {
        width! { @ $f $m $within: ($a, $b) { $a * $b } }
    };
    ($f:ident $m:ident $within:literal: div ($a:ident, $b:ident)) => {
        width! { @ $f $m $within: ($a, $b) { $a / $b } }
    };
    ($f:ident $m:ident $within:literal: rem ($a:ident, $b:ident)) => {
        width! { @ $f $m $within: ($a, $b) { $a % $b } }
    };
    ($f:ident $m:ident $within:literal: $name:ident ($($p:ident),* $(; $n:ident)?)) => {
        width! { @ $f $m $within: ($($p),* $(; $n)?) { <$f>::$name($($p,)* $($n)?) } }
    };
    (@ $float:ident $module:ident $within:literal: ($($p:ident),* $(; $n:ident)?) $body:block) => {
        pub(crate) mod $module {
            use differentiate::differentiate;

            #[differentiate]
            fn primitive($($p: $float,)* $($n: i32)?) -> $float $body

            pub(crate) const ROW: crate::Row = crate::Row {
                value: |x, n| {
                    let [$($p),*] = *x else { panic!("wrong number of operands") };
                    $(let $n = n;)?
                    primitive($($p as $float,)* $($n)?) as f64
                },
                gradient: |x, n| {
                    let [$($p),*] = *x else { panic!("wrong number of operands") };
                    $(let $n = n;)?
                    crate::Numbers::numbers(primitive::grad($($p as $float,)* $($n)?))
                },
                tangent: |x, direction, n| {
                    let [$($p),*] = *x else { panic!("wrong number of operands") };
                    $(let $n = n;)?
                    let mut direction = direction.iter().map(|d| *d as $float);
                    let mut next = || direction.next().expect("a number for each operand");
                    let (_, tangent) = primitive::jvp(
                        $($p as $float,)* $($n,)? $({ let _ = $p; next() }),*
                    );
                    tangent as f64
                },
                within: $within,
            };
        }
    };
}

macro_rules! rules {
    (
        $y:ident: $T:ident;
        partials { $($smooth:tt)* }
        guarded { $($guarded:tt)* }
        flat { $( $(#[$doc:meta])* $flat:ident ( $($p:ident),* ); )* }
    ) => {
        smooth! { $y $T $($smooth)* }
        smooth! { $y $T $($guarded)* }
        $(
            mod $flat {
                width! { f64 f64s 0.0: $flat ($($p),*) }
                width! { f32 f32s 0.0: $flat ($($p),*) }
            }

            #[test]
            fn $flat() {
                flat(&[$flat::f64s::ROW, $flat::f32s::ROW], &[$(stringify!($p)),*]);
            }
        )*
    };
}

macro_rules! smooth {
    ($y:ident $T:ident $(
        $(#[$doc:meta])*
        $name:ident ( $($p:ident),* $(; $n:ident)? )
        $(where $($w:ident = $binding:expr),*)?
        => [ $($partial:expr),* $(,)? ] on ( $($range:expr),* $(; $integer:expr)? );
    )*) => { $(
        mod $name {
            width! { f64 f64s 1e-8: $name ($($p),* $(; $n)?) }
            width! { f32 f32s 3e-5: $name ($($p),* $(; $n)?) }

            /// The row's text.
            pub(crate) fn partials(x: &[f64], n: i32) -> Vec<f64> {
                type $T = f64;
                let [$($p),*] = *x else { panic!("wrong number of operands") };
                $(let $n = n;)?
                let $y = (f64s::ROW.value)(x, n);
                $($(let $w: f64 = $binding;)*)?
                vec![$($partial),*]
            }
        }

        #[test]
        fn $name() {
            let integer = [$($integer,)? 0][0];
            for x in grid(&[$($range),*]) {
                slopes(&$name::f64s::ROW, &x, integer, &$name::partials(&x, integer));
                let x: Vec<f64> = x.iter().map(|x| f64::from(*x as f32)).collect();
                slopes(&$name::f32s::ROW, &x, integer, &$name::partials(&x, integer));
                differences(&$name::f64s::ROW, &x, integer, &[$($range),*]);
            }
        }
    )* };
}

include!("../autodiff-macros/src/rules/table.rs");

/// Points inside ranges, all combinations.
fn grid(ranges: &[Range<f64>]) -> Vec<Vec<f64>> {
    let mut points = vec![vec![]];
    for range in ranges {
        let inside = [0.3, 0.6, 0.9].map(|part| range.start + part * (range.end - range.start));
        let with = |point: &Vec<f64>| inside.map(|x| [&point[..], &[x]].concat());
        points = points.iter().flat_map(with).collect();
    }
    points
}

fn close(found: f64, wanted: f64, within: f64) -> bool {
    (found - wanted).abs() <= within * (1.0 + wanted.abs())
}

/// Reverse mode and forward mode are what the row says.
fn slopes(row: &Row, x: &[f64], n: i32, partials: &[f64]) {
    let gradient = (row.gradient)(x, n);
    assert_eq!(gradient.len(), partials.len(), "partials");
    for (nth, (found, wanted)) in gradient.iter().zip(partials).enumerate() {
        let good = close(*found, *wanted, row.within);
        assert!(
            good,
            "operand {nth} at {x:?}: {found} in reverse, {wanted} in the table"
        );
        let along: Vec<f64> = (0..x.len())
            .map(|at| f64::from(u8::from(at == nth)))
            .collect();
        let found = (row.tangent)(x, &along, n);
        let good = close(found, *wanted, row.within);
        assert!(
            good,
            "operand {nth} at {x:?}: {found} forward, {wanted} in the table"
        );
    }
}

/// What the row says is the slope.
fn differences(row: &Row, x: &[f64], n: i32, ranges: &[Range<f64>]) {
    let gradient = (row.gradient)(x, n);
    for (nth, range) in ranges.iter().enumerate() {
        let along = |t: f64| {
            let mut x = x.to_vec();
            x[nth] = t;
            (row.value)(&x, n)
        };
        let (wanted, _) = derivative(along, x[nth], 0.01 * (range.end - range.start));
        let good = close(gradient[nth], wanted, row.within);
        assert!(
            good,
            "operand {nth} at {x:?}: {} in reverse, {wanted} by differences",
            gradient[nth]
        );
    }
}

/// A flat function has zero derivatives.
fn flat(rows: &[Row], params: &[&str]) {
    let ranges = vec![-2.7..2.6; params.len()];
    for (row, x) in rows
        .iter()
        .flat_map(|row| grid(&ranges).into_iter().map(move |x| (row, x)))
    {
        assert_eq!((row.gradient)(&x, 0), vec![0.0; params.len()], "at {x:?}");
        assert_eq!(
            (row.tangent)(&x, &vec![1.0; params.len()], 0),
            0.0,
            "at {x:?}"
        );
    }
}
