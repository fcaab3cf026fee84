use differentiate::differentiate;

use std::cell::Cell;

#[differentiate]
fn f(x: f64) -> f64 {
    let _cell = Cell::new(x);
    x * x
}

fn main() {}
