use differentiate::differentiate;

mod model {}

#[differentiate]
fn model(x: f64) -> f64 {
    x * x
}

fn main() {}
