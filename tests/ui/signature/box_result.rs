use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> Box<f64> {
    Box::new(x)
}

fn main() {}
