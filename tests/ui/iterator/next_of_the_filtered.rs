use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let mut it = xs.iter().filter(|x| **x > 0.0);
    let first = it.next().unwrap();
    it.map(|x| x * first).sum()
}

fn main() {}
