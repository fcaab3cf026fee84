use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    struct Pair;
    x * x
}

fn main() {}
