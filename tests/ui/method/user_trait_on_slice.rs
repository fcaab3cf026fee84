use differentiate::differentiate;

trait Scale {
    fn scale(self, by: f64) -> f64;
}

impl Scale for &[f64] {
    fn scale(self, by: f64) -> f64 {
        self[0] * by
    }
}

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    xs.scale(2.0)
}

fn main() {}
