use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    let b = Box::new(x);
    *b * *b
}

fn main() {}
