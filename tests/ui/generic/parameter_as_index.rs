use differentiate::differentiate;

#[differentiate]
fn f<I: std::ops::Index<usize, Output = f64>>(x: &I, y: f64) -> f64 {
    x[0] * y
}

fn main() {}
