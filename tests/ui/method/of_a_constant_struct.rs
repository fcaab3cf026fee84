use differentiate::differentiate;

struct Spring {
    k: f64,
}

impl Spring {
    fn energy(&self, x: f64) -> f64 {
        self.k * x * x
    }
}

const SPRING: Spring = Spring { k: 2.0 };

#[differentiate]
fn f(x: f64) -> f64 {
    SPRING.energy(x)
}

fn main() {}
