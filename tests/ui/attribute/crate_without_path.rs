use differentiate::differentiate;

#[differentiate(crate)]
fn f(x: f64, y: f64) -> f64 {
    x * y
}

fn main() {}
