use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    let (mut a, mut b) = (x, 2.0 * x);
    let (mut p, mut q) = (&mut a, &mut b);
    (p, q) = (q, p);
    *p *= *q;
    a * a * b
}

fn main() {}
