use differentiate::differentiate;

#[differentiate(order = 2, order = 2)]
fn f(x: f64, y: f64) -> f64 {
    x * y
}

fn main() {}
