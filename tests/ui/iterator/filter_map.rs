use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let mut y = 0.0;
    for q in xs.iter().filter_map(|x| (*x > 0.0).then_some(x * x)) {
        y += q;
    }
    y
}

fn main() {}
