use differentiate::differentiate;

#[differentiate(order = "two")]
fn f(x: f64, y: f64) -> f64 {
    x * y
}

fn main() {}
