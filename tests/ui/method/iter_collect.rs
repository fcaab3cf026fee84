use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let ys = xs.iter().map(|x| x * x).collect::<Vec<f64>>();
    ys[0]
}

fn main() {}
