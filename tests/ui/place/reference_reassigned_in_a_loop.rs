use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let mut best = &xs[0];
    for x in xs {
        if x > best {
            best = x;
        }
    }
    *best
}

fn main() {}
