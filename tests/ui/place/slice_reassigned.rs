use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64], ys: &[f64]) -> f64 {
    let mut row = xs;
    if row[0] > 1.0 {
        row = ys;
    }
    row[0]
}

fn main() {}
