use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    let g = Box::new(|t: f64| t * t);
    g(x)
}

fn main() {}
