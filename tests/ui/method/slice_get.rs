use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64], n: usize) -> f64 {
    *xs.get(n).unwrap_or(&0.0)
}

fn main() {}
