use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    enum Kind {
        Square,
    }
    x * x
}

fn main() {}
