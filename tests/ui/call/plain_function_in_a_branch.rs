use differentiate::differentiate;

fn square(x: f64) -> f64 {
    x * x
}

#[differentiate]
fn f(x: f64) -> f64 {
    if x > 1.0 { square(x) } else { x }
}

fn main() {}
