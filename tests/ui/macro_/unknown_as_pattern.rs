use differentiate::differentiate;

macro_rules! pair {
    ($a:ident, $b:ident) => {
        ($a, $b)
    };
}

#[differentiate]
fn f(x: f64) -> f64 {
    let pair!(a, b) = (x, 2.0 * x);
    a * b
}

fn main() {}
