use differentiate::differentiate;

// What is skipped has been added to `total` all the same.
#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let mut total = 0.0;
    let mut y = 0.0;
    let sums = xs.iter().map(|x| {
        total += x;
        total
    });
    for s in sums.skip(2) {
        y += s * s;
    }
    y
}

fn main() {}
