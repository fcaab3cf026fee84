use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    xs.iter().try_fold(0.0, |s, x| Some(s + x)).unwrap()
}

fn main() {}
