use differentiate::differentiate;

// Each round begins with a copy of the state.
#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let mut total = 0.0;
    let sums = xs.iter().map(move |x| {
        total += x;
        total
    });
    sums.cycle().take(8).sum()
}

fn main() {}
