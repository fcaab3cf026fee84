use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    static K: f64 = 2.0;
    x * K
}

fn main() {}
