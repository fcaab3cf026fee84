use differentiate::differentiate;

use std::rc::Rc;

#[differentiate]
fn f(x: Rc<f64>) -> f64 {
    *x
}

fn main() {}
