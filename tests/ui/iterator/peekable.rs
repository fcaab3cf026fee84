use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let mut y = 0.0;
    for x in xs.iter().peekable() {
        y += x;
    }
    y
}

fn main() {}
