use differentiate::differentiate;

#[differentiate]
fn f(x: f64, n: usize) -> f64 {
    let (mut a, mut b) = (x, 2.0 * x);
    let refs = [&mut a, &mut b];
    *refs[n] *= 3.0;
    a * b
}

fn main() {}
