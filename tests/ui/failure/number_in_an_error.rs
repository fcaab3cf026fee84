use differentiate::differentiate;

#[differentiate]
fn clipped(x: f64) -> Result<f64, f64> {
    if x < 1.0 { Ok(x) } else { Err(x * x) }
}

#[differentiate]
fn f(x: f64) -> f64 {
    match clipped(x) {
        Ok(y) => y,
        Err(y) => y,
    }
}

fn main() {}
