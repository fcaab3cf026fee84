use differentiate::differentiate;

#[differentiate]
fn f(x: f64, _note: impl Sized) -> f64 {
    x * x
}

fn main() {}
