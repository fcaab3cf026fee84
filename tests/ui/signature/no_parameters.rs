use differentiate::differentiate;

#[differentiate]
fn f() -> f64 {
    1.0
}

fn main() {}
