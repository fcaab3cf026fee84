use differentiate::differentiate;

const PAIR: (fn(f64) -> f64, usize) = (f64::sin, 0);

#[differentiate]
fn f(x: f64) -> f64 {
    (PAIR.0)(x)
}

fn main() {}
