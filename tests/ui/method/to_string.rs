use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    let _text = x.to_string();
    x * x
}

fn main() {}
