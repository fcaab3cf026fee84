use differentiate::differentiate;

trait Scale {
    fn scale(self, by: f64) -> f64;
}

impl Scale for f64 {
    fn scale(self, by: f64) -> f64 {
        self * by
    }
}

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let mut y = 0.0;
    for x in xs {
        y += x.scale(2.0);
    }
    y
}

fn main() {}
