use differentiate::differentiate;

#[differentiate(recursive, pullback = p)]
fn f(x: f64) -> f64 {
    x * x
}

fn p(x: f64, dy: f64, dx: &mut f64) {
    *dx += 2.0 * x * dy;
}

fn main() {}
