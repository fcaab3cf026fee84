use differentiate::differentiate;

#[differentiate]
fn f(x: f64, _g: impl Fn(f64) -> f64) -> f64 {
    x * x
}

fn main() {}
