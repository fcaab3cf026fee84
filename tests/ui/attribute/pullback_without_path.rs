use differentiate::differentiate;

#[differentiate(pullback)]
fn f(x: f64) -> f64 {
    x * x
}

fn main() {}
