use differentiate::differentiate;

trait Energy {
    #[differentiate(pullback = p)]
    fn energy(&self, x: f64) -> f64;
}

fn p(x: f64, dy: f64, dx: &mut f64) {
    *dx += 2.0 * x * dy;
}

fn main() {}
