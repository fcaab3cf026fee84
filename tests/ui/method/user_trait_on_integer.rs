use differentiate::differentiate;

trait Scale {
    fn scale(self, by: f64) -> f64;
}

impl Scale for usize {
    fn scale(self, by: f64) -> f64 {
        self as f64 * by
    }
}

#[differentiate]
fn f(x: f64, n: usize) -> f64 {
    n.scale(x)
}

fn main() {}
