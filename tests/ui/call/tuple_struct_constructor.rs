use differentiate::differentiate;

struct Metres(f64);

#[differentiate]
fn f(x: f64) -> f64 {
    Metres(x).0
}

fn main() {}
