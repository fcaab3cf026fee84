use differentiate::differentiate;

use std::collections::HashMap;

#[differentiate]
fn f(x: f64, _weights: &HashMap<usize, f64>) -> f64 {
    x * x
}

fn main() {}
