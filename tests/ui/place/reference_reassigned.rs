use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    let (a, b) = (x, 2.0 * x);
    let mut r = &a;
    if *r > 1.0 {
        r = &b;
    }
    *r
}

fn main() {}
