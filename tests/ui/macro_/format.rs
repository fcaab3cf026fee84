use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    format!("{x}").len() as f64
}

fn main() {}
