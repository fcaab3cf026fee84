use differentiate::differentiate;

#[differentiate]
fn f(x: f64, c: bool) -> f64 {
    let (mut a, mut b) = (x, 2.0 * x);
    let r;
    if c {
        r = &mut a;
    } else {
        r = &mut b;
    }
    *r *= 3.0;
    a * b
}

fn main() {}
