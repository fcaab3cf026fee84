use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let mut y = 0.0;
    for x in xs.iter().filter(|x| **x > 0.0) {
        y += x * x;
    }
    y
}

fn main() {}
