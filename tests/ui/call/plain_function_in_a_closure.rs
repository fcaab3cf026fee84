use differentiate::differentiate;

fn square(x: f64) -> f64 {
    x * x
}

#[differentiate]
fn f(x: f64) -> f64 {
    let g = |t: f64| square(t) + 1.0;
    g(x)
}

fn main() {}
