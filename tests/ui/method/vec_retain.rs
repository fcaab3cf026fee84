use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    let mut v = vec![x; 3];
    v.retain(|y| *y > 0.0);
    v.len() as f64 * x
}

fn main() {}
