use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let mut v = xs.to_vec();
    v.dedup();
    v[0] * v.len() as f64
}

fn main() {}
