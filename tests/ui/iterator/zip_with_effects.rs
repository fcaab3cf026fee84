use differentiate::differentiate;

// The longer side is asked once more than there are pairs.
#[differentiate]
fn f(xs: &[f64], ys: &[f64]) -> f64 {
    let mut total = 0.0;
    let sums = xs.iter().map(|x| {
        total += x;
        total
    });
    sums.zip(ys).map(|(x, y)| x * y).sum()
}

fn main() {}
