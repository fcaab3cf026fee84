use differentiate::differentiate;

macro_rules! is_small {
    ($x:expr) => {
        $x < 1.0
    };
}

#[differentiate]
fn f(x: f64) -> f64 {
    if is_small!(x) { x } else { x * x }
}

fn main() {}
