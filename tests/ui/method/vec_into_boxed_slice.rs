use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let v = xs.to_vec().into_boxed_slice();
    v[0] * v[1]
}

fn main() {}
