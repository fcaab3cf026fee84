use differentiate::differentiate;

#[differentiate]
fn f(x: f64, _bias: Option<f64>) -> f64 {
    x * x
}

fn main() {}
