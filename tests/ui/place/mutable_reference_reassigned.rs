use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    let (mut a, mut b) = (x, 2.0 * x);
    let mut r = &mut a;
    *r *= 2.0;
    r = &mut b;
    *r *= 3.0;
    a * b
}

fn main() {}
