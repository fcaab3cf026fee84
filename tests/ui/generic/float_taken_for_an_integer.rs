use differentiate::differentiate;

type Scalar = f32;

#[differentiate]
fn f(x: Scalar, y: f64) -> f64 {
    x as f64 * y
}

fn main() {}
