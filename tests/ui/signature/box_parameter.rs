use differentiate::differentiate;

#[differentiate]
fn f(x: Box<f64>) -> f64 {
    *x
}

fn main() {}
