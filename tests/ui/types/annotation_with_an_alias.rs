use differentiate::differentiate;

type Real = f64;

#[differentiate]
fn f(x: f64) -> f64 {
    let y: Real = x * x;
    y
}

fn main() {}
