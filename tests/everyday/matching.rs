//! `match` and patterns: integers, ranges, tuples, guards, bindings, slices.

use differentiate::differentiate;

#[differentiate]
fn tuples(x: f64, y: f64, n: i32) -> f64 {
    match (n, x > y) {
        (0, _) => x,
        (1 | 2, true) => x * y,
        (m, false) if m > 5 => y * y,
        (k @ 3..=4, _) => x.powi(k),
        _ => {
            let z = x + y;
            z * z
        }
    }
}

#[test]
fn integers_ranges_guards() {
    for n in 0..8 {
        check!(tuples(x = 1.5, y = 0.5, const n = n));
        check!(tuples(x = 0.5, y = 1.5, const n = n));
    }
}

#[differentiate]
fn slices(xs: &[f64]) -> f64 {
    match xs {
        [] => 0.0,
        [a] => a * a,
        [a, b] => a * b,
        [first, .., last] if first > last => first * 3.0 - last,
        [first, rest @ ..] => {
            let mut sum = *first;
            for x in rest {
                sum += x * x;
            }
            sum
        }
    }
}

#[differentiate]
fn middle(xs: &[f64]) -> f64 {
    let [a, middle @ .., z] = xs else {
        return 1.0;
    };
    let mut product = a * z;
    for x in middle {
        product *= x + 1.0;
    }
    product
}

pub(super) const LISTS: [&[f64]; 5] = [
    &[],
    &[0.5],
    &[0.5, 0.9],
    &[0.5, 0.9, 0.3, 0.7],
    &[1.5, 0.2, 0.3, 1.7, 0.1],
];

#[test]
fn slices_and_the_rest() {
    for xs in LISTS {
        check!(slices(&xs = xs.to_vec()));
        check!(middle(&xs = xs.to_vec()));
    }
}

#[differentiate]
fn asked(x: f64, y: f64, n: usize) -> f64 {
    let scale = if matches!(n, 1..=3 | 7) { x } else { x * x };
    scale * y
        + if matches!((x > y, n), (true, 0)) {
            y
        } else {
            0.0
        }
}

#[test]
fn matches() {
    for n in [0, 2, 5, 7] {
        check!(asked(x = 0.8, y = 0.3, const n = n));
    }
}
