use differentiate::differentiate;

#[allow(non_snake_case)]
fn Square(x: f64) -> f64 {
    x * x
}

#[differentiate]
fn f(x: f64) -> f64 {
    Square(x)
}

fn main() {}
