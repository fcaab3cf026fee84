use differentiate::differentiate;

struct Square;

impl std::ops::Add<f64> for Square {
    type Output = f64;

    fn add(self, x: f64) -> f64 {
        x * x
    }
}

const SQUARE: Square = Square;

#[differentiate]
fn f(x: f64) -> f64 {
    SQUARE + x
}

fn main() {}
