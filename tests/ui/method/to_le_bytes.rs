use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    x.to_le_bytes()[0] as f64
}

fn main() {}
