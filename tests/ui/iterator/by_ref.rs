use differentiate::differentiate;

// The second loop goes on where the first one stopped.
#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let mut rest = xs.iter();
    let mut y = 0.0;
    for x in rest.by_ref().take(2) {
        y += x;
    }
    for x in rest {
        y += x * x;
    }
    y
}

fn main() {}
