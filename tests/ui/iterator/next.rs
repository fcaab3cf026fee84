use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let mut it = xs.iter();
    let first = it.next().unwrap();
    first * first
}

fn main() {}
