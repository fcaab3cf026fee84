use differentiate::differentiate;

#[differentiate]
fn f(w: [f64; 3]) -> f64 {
    let mut w = w;
    w.sort_unstable_by_key(|a| a.to_bits());
    w[0]
}

fn main() {}
