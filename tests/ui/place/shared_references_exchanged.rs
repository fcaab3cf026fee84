use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64], ys: &[f64]) -> f64 {
    let (mut p, mut q) = (xs, ys);
    std::mem::swap(&mut p, &mut q);
    p[0] * p[0] + q[0]
}

fn main() {}
