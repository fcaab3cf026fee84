use differentiate::differentiate;

#[differentiate(pushforward = g)]
fn f(x: f64) -> f64 {
    x * x
}

fn g(x: f64, dx: f64) -> (f64, f64) {
    (x * x, 2.0 * x * dx)
}

fn main() {}
