use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    xs.iter().product::<f64>()
}

fn main() {}
