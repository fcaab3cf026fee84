use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let mut total = 0.0;
    let sums = xs.iter().map(move |x| {
        total += x;
        total
    });
    sums.clone().sum::<f64>() + sums.sum::<f64>()
}

fn main() {}
