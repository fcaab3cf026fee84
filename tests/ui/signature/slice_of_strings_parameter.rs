use differentiate::differentiate;

#[differentiate]
fn f(x: f64, _names: &[String]) -> f64 {
    x * x
}

fn main() {}
