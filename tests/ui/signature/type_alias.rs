use differentiate::differentiate;

type Real = f64;

#[differentiate]
fn f(x: Real) -> f64 {
    x * x
}

fn main() {}
