use differentiate::differentiate;

#[differentiate]
fn f(x: f64, n: usize) -> f64 {
    match (x > 0.0, n) {
        (true, 0) => x,
        _ => x * x,
    }
}

fn main() {}
