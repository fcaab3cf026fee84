use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let s: Option<f64> = xs.iter().map(|x| Some(x * x)).sum::<Option<f64>>();
    s.unwrap_or(0.0)
}

fn main() {}
