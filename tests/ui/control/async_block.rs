use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    let _later = async { x * 2.0 };
    x * x
}

fn main() {}
