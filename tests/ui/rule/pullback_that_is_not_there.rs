use differentiate::differentiate;

#[differentiate(pullback = f_pullback)]
fn f(x: f64) -> f64 {
    x * x
}

fn main() {}
