use differentiate::differentiate;

#[differentiate]
fn parts(x: f64) -> (Vec<f64>, f64) {
    (vec![x; 2], x)
}

#[differentiate]
fn f(x: f64) -> f64 {
    let mut v = parts(x).0;
    let taken = std::mem::take(&mut v);
    taken[0] * x
}

fn main() {}
