use differentiate::differentiate;

struct Square;

impl std::ops::Mul<f64> for Square {
    type Output = f64;

    fn mul(self, x: f64) -> f64 {
        x * x
    }
}

// What `*` does here is known to no macro.
#[differentiate]
fn f(x: f64) -> f64 {
    Square * x
}

fn main() {}
