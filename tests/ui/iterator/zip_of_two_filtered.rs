use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let positive = xs.iter().filter(|x| **x > 0.0);
    let negative = xs.iter().filter(|x| **x < 0.0);
    positive.zip(negative).map(|(a, b)| a * b).sum()
}

fn main() {}
