use differentiate::differentiate;

use std::sync::Mutex;

#[differentiate]
fn f(x: f64, _store: &Mutex<f64>) -> f64 {
    x * x
}

fn main() {}
