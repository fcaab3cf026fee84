use differentiate::differentiate;

// `a` and `b` stay where they are.
#[differentiate]
fn f(x: f64) -> f64 {
    let (mut a, mut b) = (x, 2.0 * x);
    let (mut p, mut q) = (&mut a, &mut b);
    std::mem::swap(&mut p, &mut q);
    *p *= *q;
    a * a * b
}

fn main() {}
