use differentiate::differentiate;

#[allow(non_camel_case_types)]
struct model {}

#[differentiate]
fn model(x: f64) -> f64 {
    x * x
}

fn main() {}
