use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let _p = xs.as_ptr();
    xs[0]
}

fn main() {}
