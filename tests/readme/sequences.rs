//! A test for each row of the table "Arrays, slices, vectors, iterators".

use differentiate::differentiate;

use super::agree::{AT, agree, agree2, array, join};
use super::table;

const TESTS: &[(&str, fn())] = &[
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
    ("Vectors that grow and shrink", || along(grown, grown::grad)),
    ("Parts", || along(parts, parts::grad)),
    ("Elements that move", || along(moved, moved::grad)),
    ("Replacing, taking", || along(replaced, replaced::grad)),
    ("Sorting", || along(sorted, sorted::grad)),
    ("Arrays that closures make", || agree2(made, made::grad)),
    ("Patterns of slices", || along(split, split::grad)),
    ("Sums, products", || along(summed, summed::grad)),
    ("Folds", || along(folded, folded::grad)),
    ("Ranges as iterators", || {
        agree2(|x, y| ranges(x, y, 4), |x, y| ranges::grad(x, y, 4));
    }),
    ("Filters", || along(filtered, filtered::grad)),
    ("Chains", || along(chained, chained::grad)),
    ("Nests", || along(nested, nested::grad)),
    ("Scans", || along(scanned, scanned::grad)),
    ("Collecting", || along(collected, collected::grad)),
    ("The largest, the first that", || {
        along(searched, searched::grad)
    }),
    ("Counts, questions", || along(counted, counted::grad)),
    ("One by one", || along(one_by_one, one_by_one::grad)),
    ("`for_each`", || along(for_each, for_each::grad)),
];

#[test]
fn table_of_sequences() {
    table::check(
        "### Arrays, slices, vectors, iterators",
        TESTS,
        include_str!("sequences.rs"),
    );
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

/// A function of a slice.
fn along(f: impl Fn(&[f64]) -> f64, gradient: impl Fn(&[f64]) -> Vec<f64>) {
    agree(|xs| f(&xs), |xs| array(gradient(&xs)), AT);
}

#[differentiate]
fn grown(xs: &[f64]) -> f64 {
    let mut stack = Vec::new();
    for x in xs {
        stack.push(x * x);
    }
    let mut s = 1.0;
    while let Some(x) = stack.pop() {
        s = s * x + stack.len() as f64;
    }
    s
}

#[differentiate]
fn split(xs: &[f64]) -> f64 {
    match xs {
        [] => 0.0,
        [a] => a * a,
        [first, middle @ .., last] => first * last + middle.iter().product::<f64>(),
    }
}

#[differentiate]
fn summed(xs: &[f64]) -> f64 {
    let mean = xs.iter().sum::<f64>() / xs.len() as f64;
    let squares: f64 = xs.iter().map(|x| (x - mean).powi(2)).sum();
    squares * xs.iter().product::<f64>()
}

#[differentiate]
fn folded(xs: &[f64]) -> f64 {
    let largest = xs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let (s, p) = xs.iter().fold((0.0, 1.0), |(s, p), x| (s + p, p * x));
    xs.iter().rev().fold(0.0, |s, x| s * 0.5 + x) * largest + s * p
}

#[differentiate]
fn ranges(x: f64, y: f64, n: usize) -> f64 {
    (1..=n).map(|i| x.powi(i as i32) * y / i as f64).sum()
}

#[differentiate]
fn filtered(xs: &[f64]) -> f64 {
    let positive = xs.iter().filter(|x| **x > 0.0).map(|x| x.ln());
    let small = xs.iter().take_while(|x| **x < 1.0);
    let some = xs
        .iter()
        .filter_map(|&x| if x > 0.6 { Some(x * x) } else { None });
    positive.sum::<f64>() * small.sum::<f64>() + some.sum::<f64>()
}

#[differentiate]
fn chained(xs: &[f64]) -> f64 {
    let (a, b) = (&xs[..2], &xs[2..]);
    b.iter().chain(a).fold(1.0, |s, x| s * x + 0.5)
}

#[differentiate]
fn nested(xs: &[f64]) -> f64 {
    let n = xs.len();
    (0..n)
        .flat_map(|i| (i + 1..n).map(move |j| (i, j)))
        .map(|(i, j)| (xs[i] - xs[j]).powi(2))
        .sum()
}

#[differentiate]
fn scanned(xs: &[f64]) -> f64 {
    xs.iter()
        .scan(1.0, |state, x| {
            *state = *state * x + 0.5;
            Some(*state)
        })
        .map(|s| s * s)
        .sum()
}

#[differentiate]
fn collected(xs: &[f64]) -> f64 {
    let squares: Vec<f64> = xs.iter().map(|x| x * x).collect();
    let rows = xs.chunks(2).map(|row| row.to_vec()).collect::<Vec<_>>();
    squares.iter().zip(xs).map(|(s, x)| s * x).sum::<f64>() * rows[1][0]
}

#[differentiate]
fn searched(xs: &[f64]) -> f64 {
    let largest = xs.iter().max_by(|a, b| a.total_cmp(b)).unwrap();
    let negative = xs.iter().position(|x| *x < 0.0).unwrap_or(0);
    let found = xs.iter().find(|x| **x < 0.6).map_or(1.0, |x| x * x);
    largest * xs[negative] + found * xs.iter().last().unwrap()
}

#[differentiate]
fn counted(xs: &[f64]) -> f64 {
    let count = xs.iter().filter(|x| **x > 0.0).count();
    let sign = if xs.iter().any(|x| *x < 0.0) {
        -1.0
    } else {
        1.0
    };
    sign * xs[0] * count as f64
}

#[differentiate]
fn one_by_one(xs: &[f64]) -> f64 {
    let mut it = xs.iter();
    let first = it.next().unwrap();
    let mut s = *first;
    while let Some(x) = it.next() {
        s = s * x + it.next().unwrap_or(first);
    }
    s
}

#[differentiate]
fn for_each(xs: &[f64]) -> f64 {
    let mut s = 1.0;
    let mut ys = xs.to_vec();
    ys.iter_mut().for_each(|y| *y *= *y);
    ys.iter().for_each(|y| s = s * y + 0.5);
    s
}

#[differentiate]
fn parts(xs: &[f64]) -> f64 {
    let mut v = xs.to_vec();
    let (a, b) = v.split_at_mut(2);
    a[0] *= b[1];
    if let Some(last) = v.last_mut() {
        *last *= xs[1];
    }
    let [x, y] = [v.first(), v.get(7)].map(|x| x.copied().unwrap_or(0.5));
    x * y * v[3]
}

#[differentiate]
fn moved(xs: &[f64]) -> f64 {
    let mut v = xs.to_vec();
    v.rotate_left(1);
    v[1..].reverse();
    v[..1].copy_from_slice(&xs[2..3]);
    v.insert(1, v[0] * v[1]);
    v.extend(xs.iter().map(|x| x * x));
    v.truncate(7);
    v.remove(2) * v[0] + v[1] * v[5]
}

#[differentiate]
fn replaced(xs: &[f64]) -> f64 {
    let mut v = xs.to_vec();
    let old = std::mem::replace(&mut v, vec![xs[0] * xs[1]; 2]);
    let new = std::mem::take(&mut v);
    old[2] * new[1] + v.len() as f64
}

#[differentiate]
fn sorted(xs: &[f64]) -> f64 {
    let mut v = xs.to_vec();
    v.sort_by(|a, b| a.total_cmp(b));
    let rank = v.partition_point(|x| *x < 0.6);
    (0.5 * (v[1] + v[2]) - v[0]) * v[3] * rank as f64
}

#[differentiate]
fn made(x: f64, y: f64) -> f64 {
    let a: [f64; 3] = std::array::from_fn(|i| x * y.powi(i as i32));
    let [b, c] = [x, y].map(|v| v * v);
    a[2] * b + a[1] * c
}
