use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    let _g = async |t: f64| t * t;
    x * x
}

fn main() {}
