use differentiate::differentiate;

#[differentiate]
fn f(_x: f64) -> char {
    'x'
}

fn main() {}
