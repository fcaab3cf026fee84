use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let s: f64 = xs.iter().sum();
    s * s
}

fn main() {}
