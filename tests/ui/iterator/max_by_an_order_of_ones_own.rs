use std::cmp::Ordering;

use differentiate::differentiate;

fn by_size(a: &&f64, b: &&f64) -> Ordering {
    a.abs().total_cmp(&b.abs())
}

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    *xs.iter().max_by(by_size).unwrap()
}

fn main() {}
