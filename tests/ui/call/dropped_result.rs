use differentiate::differentiate;

fn log(_x: f64) {}

#[differentiate]
fn f(x: f64) -> f64 {
    log(x);
    x * x
}

fn main() {}
