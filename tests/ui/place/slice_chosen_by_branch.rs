use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64], ys: &[f64], c: bool) -> f64 {
    let row = if c { xs } else { ys };
    row[0] * row[0]
}

fn main() {}
