use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    let _held = Some(x);
    x * x
}

fn main() {}
