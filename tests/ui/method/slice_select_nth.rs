use differentiate::differentiate;

#[differentiate]
fn f(w: [f64; 3]) -> f64 {
    let mut w = w;
    w.select_nth_unstable_by(1, |a, b| a.total_cmp(b));
    w[1]
}

fn main() {}
