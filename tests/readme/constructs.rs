//! A test for each row of the table "What it understands".

use differentiate::{differentiate, stop_gradient};

use super::table;

const TESTS: &[(&str, fn())] = &[
    ("Arithmetic", || agree2(arithmetic, arithmetic::grad)),
    ("Functions of floats", || agree2(functions, functions::grad)),
    ("Constants", || agree2(constants, constants::grad)),
    ("Both widths", || {
        assert_eq!(widths::grad(0.5, 0.25), (2.25_f32, 0.5_f64));
    }),
    ("`let` with patterns", || agree2(patterns, patterns::grad)),
    ("Shadowing, declaring first", || {
        agree2(declared, declared::grad)
    }),
    ("Assignments", || agree2(assignments, assignments::grad)),
    ("Blocks as values", || agree2(blocks, blocks::grad)),
    ("Integers, `bool`, casts", || {
        agree2(|x, y| integers(x, y, 7), |x, y| integers::grad(x, y, 7))
    }),
    ("Tuples", || agree2(tuples, tuples::grad)),
    ("Arrays", || agree2(arrays, arrays::grad)),
    ("Vectors", || {
        agree2(|x, y| vectors(x, y, 4), |x, y| vectors::grad(x, y, 4))
    }),
    ("Slices", || {
        agree(
            |w| slices(&w, 2),
            |w| array(slices::grad(&w, 2)),
            [0.8, -0.3, 1.2, 0.5, -0.1, 0.9],
        )
    }),
    ("References", || agree2(references, references::grad)),
    ("`if` and `else`", || {
        agree2(|x, y| branches(x, y, 2), |x, y| branches::grad(x, y, 2))
    }),
    ("`for` over a range", || {
        agree2(|x, y| ranges(x, y, 6), |x, y| ranges::grad(x, y, 6))
    }),
    ("`for` over elements", || {
        agree(
            |[a, b, c, d]| elements(&[a, b], &[c, d]),
            |[a, b, c, d]| join(elements::grad(&[a, b], &[c, d])),
            AT,
        );
    }),
    ("Adaptors", || {
        agree(|xs| adaptors(&xs), |xs| array(adaptors::grad(&xs)), AT)
    }),
    ("Elements in place", || agree2(in_place, in_place::grad)),
    ("Exchanging, filling", || {
        agree2(|x, y| exchanges(x, y, 1), |x, y| exchanges::grad(x, y, 1))
    }),
    ("`while`", || agree2(whiles, whiles::grad)),
    ("`loop`, `break`, `continue`", || {
        agree2(|x, y| loops(x, y, 5), |x, y| loops::grad(x, y, 5))
    }),
    ("Early `return`", || agree2(returns, returns::grad)),
    ("Closures", || agree2(closures, closures::grad)),
    ("Calls", || agree2(calls, calls::grad)),
    ("Calls of other functions, for constants", || {
        agree2(|x, y| weighted(x, y, 3), |x, y| weighted::grad(x, y, 3))
    }),
    ("Recursion", || {
        agree2(
            |x, y| power(x * y, 3),
            |x, y| (3.0 * y * power(x * y, 2), x * power::grad(x * y, 3)),
        )
    }),
    ("Functions that call each other", || {
        agree2(
            |x, y| y * even(x, 5),
            |x, y| (y * even::grad(x, 5), even(x, 5)),
        )
    }),
    ("Several results", several_results),
    ("`&mut` parameters", exclusive),
    ("Length as a parameter", || agree(norm, norm::grad, AT)),
    ("Items inside", || agree2(items, items::grad)),
    ("Assertions, panics, printing", || {
        agree2(assertions, assertions::grad)
    }),
    ("`stop_gradient`", || assert_eq!(stopped::grad(3.0), 9.0)),
];

#[test]
fn table_of_constructs() {
    table::check(
        "## What it understands",
        TESTS,
        include_str!("constructs.rs"),
    );
}

const AT: [f64; 4] = [0.8, -0.3, 1.2, 0.5];

/// The generated gradient against differences.
fn agree<const N: usize>(
    f: impl Fn([f64; N]) -> f64,
    gradient: impl Fn([f64; N]) -> [f64; N],
    at: [f64; N],
) {
    let gradient = gradient(at);
    for i in 0..N {
        let along = |x: f64| {
            let mut at = at;
            at[i] = x;
            f(at)
        };
        let (slope, _) = differentiate::check::derivative(along, at[i], 1e-2);
        assert!(
            (gradient[i] - slope).abs() <= 1e-8 * (1.0 + slope.abs()),
            "{i}: {} is not {slope}",
            gradient[i]
        );
    }
}

fn agree2(f: impl Fn(f64, f64) -> f64, gradient: impl Fn(f64, f64) -> (f64, f64)) {
    for at in [[0.8, 1.3], [1.7, -0.4], [-0.6, 2.1]] {
        agree(|[x, y]| f(x, y), |[x, y]| gradient(x, y).into(), at);
    }
}

fn array<const N: usize>(numbers: Vec<f64>) -> [f64; N] {
    numbers.try_into().unwrap()
}

fn join((a, b): (Vec<f64>, Vec<f64>)) -> [f64; 4] {
    array([a, b].concat())
}

#[differentiate]
fn arithmetic(x: f64, y: f64) -> f64 {
    -x * y + x / (y - 9.0) % 7.0
}

#[differentiate]
fn functions(x: f64, y: f64) -> f64 {
    x.sin() + f64::exp(y) + x.hypot(y)
}

const G: f64 = 9.81;

#[differentiate]
fn constants(x: f64, y: f64) -> f64 {
    G * x + std::f64::consts::PI * y * x
}

#[differentiate]
fn widths(x: f32, y: f64) -> f64 {
    x as f64 * y + f64::from(x) * 2.0
}

#[differentiate]
fn patterns(x: f64, y: f64) -> f64 {
    let (a, [b, c]) = (x, [y, 2.0]);
    a * b * c
}

#[differentiate]
fn declared(x: f64, y: f64) -> f64 {
    let z;
    if x > y {
        z = x * x;
    } else {
        z = y;
    }
    let x = z * x;
    x * y
}

#[differentiate]
fn assignments(x: f64, y: f64) -> f64 {
    let (mut a, mut b) = (x, y);
    (a, b) = (b * x, a);
    a *= b;
    a -= y;
    a * b
}

#[differentiate]
fn blocks(x: f64, y: f64) -> f64 {
    let z = {
        let t = x * x;
        t + y
    };
    z * z
}

#[differentiate]
fn integers(x: f64, y: f64, n: usize) -> f64 {
    let odd = n % 2 == 1;
    x * (n / 2) as f64 + y * y * odd as u8 as f64
}

#[differentiate]
fn tuples(x: f64, y: f64) -> f64 {
    let mut p = (x, (y, 2));
    p.1.0 *= x;
    p.0 * p.1.0
}

#[differentiate]
fn arrays(x: f64, y: f64) -> f64 {
    let mut a = [[x; 3]; 2];
    for i in 1..3 {
        a[1][i] = a[1][i - 1] * y;
    }
    a[1][2] * a[0][0]
}

#[differentiate]
fn vectors(x: f64, y: f64, n: usize) -> f64 {
    let mut v = vec![x; n];
    v[1] *= y;
    let w = v.clone();
    v[1] * w[1] + w[n - 1]
}

#[differentiate]
fn slices(w: &[f64], n: usize) -> f64 {
    let mut s = 1.0;
    for i in 0..w.len() / n {
        let row = &w[i * n..][..n];
        s *= row[0] * row[n - 1] + 1.0;
    }
    s
}

#[differentiate]
fn references(x: f64, y: f64) -> f64 {
    let mut a = [x, y];
    let r = &mut a[1];
    *r *= x;
    let s = &a;
    s[0] * s[1]
}

#[differentiate]
fn branches(x: f64, y: f64, n: usize) -> f64 {
    let z = if x > 0.0 && n > 1 { x * y } else { -x };
    z * z
}

#[differentiate]
fn ranges(x: f64, y: f64, n: usize) -> f64 {
    let mut s = y;
    for i in (1..=n).rev().step_by(2) {
        s = s * x + i as f64;
    }
    s
}

#[differentiate]
fn elements(xs: &[f64], ys: &[f64]) -> f64 {
    let mut s = 1.0;
    for (i, (x, y)) in xs.iter().zip(ys).enumerate() {
        s += s * x * y + i as f64 * x;
    }
    s
}

#[differentiate]
fn adaptors(xs: &[f64]) -> f64 {
    let mut s = 0.0;
    for pair in xs.windows(2) {
        s += pair[0] * pair[1];
    }
    for pair in xs.chunks_exact(2) {
        s *= pair[0] - pair[1];
    }
    for x in xs.iter().skip(1).take(2).rev() {
        s = s * x + x;
    }
    for square in xs.iter().copied().map(|x| x * x) {
        s += square;
    }
    s
}

#[differentiate]
fn in_place(x: f64, y: f64) -> f64 {
    let mut a = [x, y, 2.0];
    for v in a.iter_mut() {
        *v = *v * *v + x;
    }
    for v in &mut a {
        *v *= y;
    }
    a[0] * a[1] + a[2]
}

#[differentiate]
fn exchanges(x: f64, y: f64, i: usize) -> f64 {
    let (mut a, mut b) = (x, y);
    let mut v = [a; 3];
    v[i] = b;
    v.swap(0, i);
    std::mem::swap(&mut a, &mut b);
    let mut w = [0.0; 2];
    w.fill(a * v[0]);
    w[0] * v[1] + w[1] * b
}

#[differentiate]
fn whiles(x: f64, y: f64) -> f64 {
    let mut s = y;
    while s * s < 100.0 {
        s = 2.0 * s + x * x;
    }
    s
}

#[differentiate]
fn loops(x: f64, y: f64, n: usize) -> f64 {
    let mut s = y;
    let mut steps = 0;
    let total = 'outer: loop {
        for i in 0..n {
            if i % 2 == 1 {
                continue;
            }
            s = s * x + 0.5;
            if s > 50.0 {
                break 'outer s * x;
            }
        }
        steps += 1;
        if steps == 3 {
            break s;
        }
    };
    total * x
}

#[differentiate]
fn returns(x: f64, y: f64) -> f64 {
    for i in 0..3 {
        if x * i as f64 > y {
            return x * x * i as f64;
        }
    }
    x * y
}

#[differentiate]
fn closures(x: f64, y: f64) -> f64 {
    let mut sum = 0.0;
    let f = |t: f64| t * t + x;
    let mut add = |t: f64| sum += t * y;
    add(f(y));
    add(x);
    sum
}

mod model {
    use differentiate::differentiate;

    #[differentiate]
    pub(super) fn square(x: f64) -> f64 {
        x * x
    }

    #[differentiate]
    pub(super) fn length(x: &[f64]) -> f64 {
        let mut s = 0.0;
        for x in x {
            s += square(*x);
        }
        s.sqrt()
    }
}

#[differentiate]
fn calls(x: f64, y: f64) -> f64 {
    let xs = &[x, y];
    let length: f64 = model::length(xs);
    length.abs() + model::square(x) * model::length(&[x, y, 1.0])
}

fn weight(i: usize) -> f64 {
    1.0 / (i + 1) as f64
}

#[differentiate]
fn weighted(x: f64, y: f64, n: usize) -> f64 {
    let mut s = y;
    for i in 0..n {
        s = s * x + weight(i);
    }
    s
}

#[differentiate]
fn power(x: f64, n: u32) -> f64 {
    if n == 0 { 1.0 } else { x * power(x, n - 1) }
}

#[differentiate(recursive)]
fn even(x: f64, n: u32) -> f64 {
    if n == 0 { x } else { odd(x * x, n - 1) }
}

#[differentiate(recursive)]
fn odd(x: f64, n: u32) -> f64 {
    if n == 0 { x.sin() } else { x * even(x, n - 1) }
}

#[differentiate]
fn polar(x: f64, y: f64) -> (f64, f64) {
    (x.hypot(y), y.atan2(x))
}

#[differentiate]
fn scaled(x: &[f64; 2], a: f64) -> [f64; 2] {
    [a * x[0], a * x[1]]
}

fn several_results() {
    let ((radius, _), pullback) = polar::vjp(3.0, 4.0);
    assert_eq!(radius, 5.0);
    assert_eq!(pullback((1.0, 0.0)), (0.6, 0.8));
    let (_, pullback) = scaled::vjp(&[3.0, 4.0], 2.0);
    assert_eq!(pullback([1.0, 10.0]), ([2.0, 20.0], 43.0));
}

#[differentiate]
fn relax(u: &mut [f64], rate: f64) {
    for i in 1..u.len() {
        u[i] += rate * u[i - 1];
    }
}

#[differentiate]
fn relaxed(x: f64, y: f64) -> f64 {
    let mut u = [x, y, 1.0];
    relax(&mut u, x);
    u[1] * u[2]
}

fn exclusive() {
    let mut u = [1.0, 2.0, 3.0];
    let (mut du, mut d_rate) = ([0.0, 0.0, 1.0], 0.0);
    relax::accumulate_grad(&mut u, 0.5, (), &mut du, &mut d_rate);
    assert_eq!(u, [1.0, 2.5, 4.25]);
    assert_eq!((du, d_rate), ([0.25, 0.5, 1.0], 3.0));
    agree2(relaxed, relaxed::grad);
}

#[differentiate]
fn norm<const N: usize>(x: [f64; N]) -> f64 {
    let mut s = 0.0;
    for i in 0..N {
        s += x[i] * x[i];
    }
    s.sqrt()
}

#[differentiate]
fn items(x: f64, y: f64) -> f64 {
    const K: f64 = 2.0;
    use std::f64::consts::E;
    #[differentiate]
    fn cube(x: f64) -> f64 {
        x * x * x
    }
    cube(x) * K + E * y
}

#[differentiate]
fn assertions(x: f64, y: f64) -> f64 {
    assert!(x.is_finite(), "x is {x}");
    debug_assert!(y > -10.0);
    if y.is_nan() {
        panic!("y is {y}");
    }
    println!("{x} {y:.2}");
    x * y
}

#[differentiate]
fn stopped(x: f64) -> f64 {
    x * stop_gradient(x * x)
}
