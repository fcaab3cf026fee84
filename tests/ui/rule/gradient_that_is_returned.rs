use differentiate::differentiate;

#[differentiate(pullback = p)]
fn f(x: f64) -> f64 {
    x * x
}

fn p(x: f64, dy: f64, _: &mut f64) -> f64 {
    2.0 * x * dy
}

fn main() {}
