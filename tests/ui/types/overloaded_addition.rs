use differentiate::differentiate;

struct Square;

impl std::ops::Add<f64> for Square {
    type Output = f64;

    fn add(self, x: f64) -> f64 {
        x * x
    }
}

#[differentiate]
fn f(x: f64) -> f64 {
    Square + x
}

fn main() {}
