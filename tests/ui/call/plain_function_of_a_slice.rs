use differentiate::differentiate;

fn norm(xs: &[f64]) -> f64 {
    xs[0] * xs[0]
}

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    norm(xs)
}

fn main() {}
