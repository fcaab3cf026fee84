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
fn f(x: f64) -> f64 {
    2.0_f64.scale(x)
}

fn main() {}
