use differentiate::differentiate;

#[differentiate]
fn f(xs: Vec<f64>) -> f64 {
    xs[0]
}

fn main() {}
