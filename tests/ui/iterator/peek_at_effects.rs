use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let mut total = 0.0;
    let mut it = xs
        .iter()
        .map(|x| {
            total += x;
            total
        })
        .peekable();
    let next = *it.peek().unwrap();
    it.map(|x| x * next).sum()
}

fn main() {}
