use differentiate::differentiate;

use std::cell::RefCell;

#[differentiate]
fn f(x: f64) -> f64 {
    let _cell = RefCell::new(x);
    x * x
}

fn main() {}
