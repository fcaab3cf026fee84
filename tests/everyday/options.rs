//! `Option`: returned, taken apart, combined, changed in loops.

use differentiate::differentiate;

use super::matching::LISTS;

#[differentiate]
fn root(x: f64) -> Option<f64> {
    if x < 0.0 {
        return None;
    }
    let square = Some(x * x)?;
    if square > 100.0 {
        None
    } else {
        Some(square.sqrt() * 3.0)
    }
}

#[differentiate]
fn roots(x: f64, y: f64) -> f64 {
    let a = root(x).unwrap_or(y * y);
    let b = root(y).map(|b| b * 2.0);
    let Some(c) = b else {
        return a * 7.0;
    };
    if let Some(d) = root(x * y) {
        a + c * d
    } else {
        a - c
    }
}

#[test]
fn as_results() {
    check!(map root(x = 2.0));
    check!(map root(x = -2.0));
    let (value, pullback) = root::vjp(2.0);
    assert_eq!((value, pullback(Some(1.0))), (Some(6.0), 3.0));
    assert_eq!(root::jvp(2.0, 1.0), (Some(6.0), Some(3.0)));
    let (value, pullback) = root::vjp(-2.0);
    assert_eq!(value, None);
    assert_eq!((pullback(None), pullback(Some(1.0))), (0.0, 0.0));
}

#[test]
fn taken_apart() {
    for x in [1.5, -1.0, 50.0] {
        for y in [2.0, -2.0] {
            check!(roots(x = x, y = y));
        }
    }
}

#[differentiate]
fn stack(xs: &[f64]) -> f64 {
    let mut stack = vec![];
    for i in 0..xs.len() {
        stack.push(xs[i] * xs[i]);
    }
    let mut sum = 0.0;
    while let Some(top) = stack.pop() {
        sum = sum * 0.5 + top;
        if let Some(next) = stack.pop() {
            sum += next * top;
        }
    }
    sum
}

#[differentiate]
fn best_two(xs: &[f64]) -> f64 {
    let mut best: Option<f64> = None;
    let mut second = None;
    for &x in xs {
        match best {
            Some(b) if b > x => {
                if second.is_none() {
                    second = Some(x * 2.0);
                }
            }
            _ => {
                second = best;
                best = Some(x * x);
            }
        }
    }
    best.unwrap_or(0.0) * 3.0 + second.unwrap_or(1.5)
}

#[differentiate]
fn the_one_before(xs: &[f64]) -> f64 {
    let mut before = None;
    let mut sum = 0.0;
    for (i, x) in xs.iter().enumerate() {
        if let Some((y, j)) = before {
            sum += y * x * (i as f64 - j);
        }
        before = if i % 3 == 2 {
            None
        } else {
            Some((x * 1.5, i as f64 * 0.5))
        };
    }
    if let Some(last) = before.take() {
        sum += last.0;
    }
    sum + if before.is_some() { 100.0 } else { 0.0 }
}

#[differentiate]
fn collected(xs: &[f64]) -> f64 {
    let mut sum = None;
    for x in xs {
        if let Some(sum) = &mut sum {
            *sum += x * x;
        } else {
            sum = Some(*x);
        }
    }
    match sum {
        Some(sum) => sum * sum,
        None => 0.0,
    }
}

#[test]
fn changed_in_a_loop() {
    for xs in LISTS {
        check!(stack(&xs = xs.to_vec()));
        check!(best_two(&xs = xs.to_vec()));
        check!(the_one_before(&xs = xs.to_vec()));
        check!(collected(&xs = xs.to_vec()));
    }
}

#[differentiate]
fn of_conditions(x: f64, y: f64) -> f64 {
    let a = (x > y).then(|| (x * y).sin());
    let b = (x > 2.0 * y).then_some(x);
    let more = if matches!(a, Some(a) if a > 0.5) {
        y * y
    } else {
        0.0
    };
    a.unwrap_or(y) + b.map_or(0.5, |b| b * b) + more
}

#[test]
fn then_and_then_some() {
    for (x, y) in [(1.5, 0.4), (0.3, 0.9), (1.5, 1.2)] {
        check!(of_conditions(x = x, y = y));
    }
}
