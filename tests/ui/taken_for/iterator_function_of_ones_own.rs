use differentiate::differentiate;

mod iter {
    pub fn once(x: f64) -> std::iter::Once<f64> {
        std::iter::once(2.0 * x)
    }
}

#[differentiate]
fn f(x: f64) -> f64 {
    let mut sum = 0.0;
    for v in iter::once(x) {
        sum += v;
    }
    sum
}

fn main() {}
