use differentiate::differentiate;

struct Square;

impl Square {
    fn hypot(&self, x: f64) -> f64 {
        x * x
    }
}

const SQUARE: Square = Square;

// A method that `f64` has, too.
#[differentiate]
fn f(x: f64) -> f64 {
    SQUARE.hypot(x)
}

fn main() {}
