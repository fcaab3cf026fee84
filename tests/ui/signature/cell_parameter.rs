use differentiate::differentiate;

use std::cell::Cell;

#[differentiate]
fn f(x: f64, _store: &Cell<f64>) -> f64 {
    x * x
}

fn main() {}
