use differentiate::differentiate;

#[differentiate]
fn f(x: f64, y: f64) -> f64 {
    let mut pairs = [(0, x), (0, y)];
    pairs.sort_unstable_by_key(|pair| pair.0);
    pairs[0].1
}

fn main() {}
