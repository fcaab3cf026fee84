use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    let y: f64 = x.into();
    y * y
}

fn main() {}
