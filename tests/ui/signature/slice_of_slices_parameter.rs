use differentiate::differentiate;

#[differentiate]
fn f(rows: &[&[f64]]) -> f64 {
    rows[0][0]
}

fn main() {}
