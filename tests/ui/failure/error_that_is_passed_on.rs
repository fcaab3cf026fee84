use differentiate::differentiate;

#[differentiate]
fn square(x: f64) -> f64 {
    x * x
}

#[differentiate]
fn f(x: f64) -> f64 {
    let clipped: Result<f64, f64> = if x < 1.0 { Ok(x) } else { Err(x * x) };
    match clipped {
        Ok(y) => y,
        Err(y) => square(y),
    }
}

fn main() {}
