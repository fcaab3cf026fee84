use differentiate::differentiate;

type Real = f32;

#[differentiate]
fn f(x: f64) -> f64 {
    (x as Real) as f64 * x
}

fn main() {}
