use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let mut y = 0.0;
    for p in xs.iter().scan(1.0, |p, x| {
        *p *= x;
        Some(*p)
    }) {
        y += p;
    }
    y
}

fn main() {}
