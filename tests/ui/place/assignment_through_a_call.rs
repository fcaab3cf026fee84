use differentiate::differentiate;

fn slot(a: &mut f64) -> &mut f64 {
    a
}

#[differentiate]
fn f(x: f64) -> f64 {
    let mut a = x;
    *slot(&mut a) = x * x;
    a
}

fn main() {}
