use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let mut y = 0.0;
    for c in xs.chunks(2) {
        y += c[0] * c[0];
    }
    y
}

fn main() {}
