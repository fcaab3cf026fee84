use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64], n: usize) -> f64 {
    xs.get(1..n).unwrap()[0]
}

fn main() {}
