use differentiate::differentiate;

trait Scale {
    fn scale(self, by: f64) -> f64;
}

impl Scale for [f64; 3] {
    fn scale(self, by: f64) -> f64 {
        self[0] * by
    }
}

#[differentiate]
fn f(w: [f64; 3]) -> f64 {
    w.scale(2.0)
}

fn main() {}
