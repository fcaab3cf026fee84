use differentiate::differentiate;

fn pick(w: &[f64; 2]) -> &f64 {
    &w[1]
}

#[differentiate]
fn f(x: f64) -> f64 {
    let w = [x, 2.0 * x];
    *pick(&w)
}

fn main() {}
