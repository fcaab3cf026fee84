use differentiate::differentiate;

#[differentiate]
fn f(x: f64, n: usize) -> f64 {
    match n {
        0 => 1.0,
        1 => x,
        _ => x * x,
    }
}

fn main() {}
