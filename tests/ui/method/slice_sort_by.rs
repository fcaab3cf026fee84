use differentiate::differentiate;

#[differentiate]
fn f(w: [f64; 3]) -> f64 {
    let mut w = w;
    w.sort_by(|a, b| a.total_cmp(b));
    w[0]
}

fn main() {}
