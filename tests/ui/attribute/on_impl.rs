use differentiate::differentiate;

struct Spring {
    k: f64,
}

#[differentiate]
impl Spring {
    fn energy(&self, x: f64) -> f64 {
        self.k * x * x
    }
}

fn main() {}
