use differentiate::differentiate;

const TABLE: [fn(f64) -> f64; 2] = [f64::sin, f64::cos];

#[differentiate]
fn f(x: f64, k: usize) -> f64 {
    TABLE[k](x)
}

fn main() {}
