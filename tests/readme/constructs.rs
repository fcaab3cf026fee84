//! A test for each row of the table "Numbers and control flow".

use differentiate::{differentiate, stop_gradient};

use super::agree::agree2;
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
    ("References", || agree2(references, references::grad)),
    ("`if` and `else`", || {
        agree2(|x, y| branches(x, y, 2), |x, y| branches::grad(x, y, 2))
    }),
    ("`for` over a range", || {
        agree2(|x, y| ranges(x, y, 6), |x, y| ranges::grad(x, y, 6))
    }),
    ("`while`", || agree2(whiles, whiles::grad)),
    ("`loop`, `break`, `continue`", || {
        agree2(|x, y| loops(x, y, 5), |x, y| loops::grad(x, y, 5))
    }),
    ("Early `return`", || agree2(returns, returns::grad)),
    ("Items inside", || agree2(items, items::grad)),
    ("Assertions, panics, printing", || {
        agree2(assertions, assertions::grad)
    }),
    ("`stop_gradient`", || assert_eq!(stopped::grad(3.0), 9.0)),
    ("`match` on numbers", || {
        for n in 0..8 {
            agree2(|x, y| matched(x, y, n), |x, y| matched::grad(x, y, n));
        }
    }),
    ("Other names of types", || agree2(named, named::grad)),
    ("Names of all kinds", || agree2(spelled, spelled::grad)),
    ("Questions", || {
        agree2(|x, y| asked(x, y, 2), |x, y| asked::grad(x, y, 2));
        agree2(|x, y| asked(x, y, 5), |x, y| asked::grad(x, y, 5));
    }),
];

#[test]
fn table_of_constructs() {
    table::check(
        "### Numbers and control flow",
        TESTS,
        include_str!("constructs.rs"),
    );
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

#[differentiate]
fn matched(x: f64, y: f64, n: i32) -> f64 {
    match (n, x > y) {
        (0, _) => x,
        (1 | 2, true) => x * y,
        (m, false) if m > 5 => y * y,
        (k @ 3..=4, _) => x.powi(k),
        _ => (x + y) * y,
    }
}

type Length = f64;
type Point = [Length; 2];

#[differentiate]
fn named(x: Length, y: f64) -> Length {
    let p: Point = [x, 0.5 * y];
    p[0] * p[1].sin()
}

#[differentiate]
fn spelled(λ: f64, y: f64) -> f64 {
    let r#type = λ * y;
    let y = r#type + y;
    y * y
}

#[differentiate]
fn asked(x: f64, y: f64, n: usize) -> f64 {
    if matches!(n, 1..=3 | 7) { x * y } else { x * x }
}
