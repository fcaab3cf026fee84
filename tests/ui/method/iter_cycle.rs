use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let mut y = 0.0;
    for x in xs.iter().cycle().take(10) {
        y = y * 0.5 + x;
    }
    y
}

fn main() {}
