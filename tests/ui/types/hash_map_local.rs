use differentiate::differentiate;

use std::collections::HashMap;

#[differentiate]
fn f(x: f64) -> f64 {
    let _map = HashMap::from([(0, x)]);
    x * x
}

fn main() {}
