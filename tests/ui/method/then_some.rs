use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    let _held = (x > 0.0).then_some(x);
    x * x
}

fn main() {}
