use differentiate::differentiate;

#[differentiate(pullback = p)]
fn f(x: f64) -> f64 {
    x * x
}

fn p(x: f64, dy: f64, dx: &mut f64) {
    *dx += 2.0 * x * dy;
}

fn main() {
    f::jvp(1.0, 1.0);
}
