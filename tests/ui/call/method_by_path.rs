use differentiate::differentiate;

struct Spring;

impl Spring {
    fn energy(x: f64) -> f64 {
        x * x
    }
}

#[differentiate]
fn f(x: f64) -> f64 {
    Spring::energy(x)
}

fn main() {}
