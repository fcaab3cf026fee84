use differentiate::differentiate;

#[differentiate]
fn f(_x: f64) -> &'static str {
    "x"
}

fn main() {}
