use differentiate::differentiate;

const TABLE: Option<f64> = Some(2.0);

#[differentiate]
fn f(x: f64) -> f64 {
    if let Some(k) = TABLE { k * x } else { x }
}

fn main() {}
