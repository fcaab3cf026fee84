use differentiate::differentiate;

fn pair(x: f64) -> [f64; 2] {
    [x, x * x]
}

#[differentiate]
fn f(x: f64) -> f64 {
    pair(x)[1]
}

fn main() {}
