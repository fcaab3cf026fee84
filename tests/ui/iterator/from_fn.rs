use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    let mut y = x;
    std::iter::from_fn(|| {
        y *= 0.5;
        (y > 0.1).then_some(y)
    })
    .sum()
}

fn main() {}
