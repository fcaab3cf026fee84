use differentiate::differentiate;

trait Add {
    fn add(self, other: f64) -> f64;
}

impl Add for f64 {
    fn add(self, other: f64) -> f64 {
        self * other
    }
}

#[differentiate]
fn f(x: f64) -> f64 {
    x.add(3.0)
}

fn main() {}
