use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    xs.iter().fold(0.0, |s, x| s + x * x)
}

fn main() {}
