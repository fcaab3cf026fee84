use differentiate::differentiate;

// The second loop goes on where the first one stopped.
#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let mut rest = xs.iter();
    let mut y = 0.0;
    for x in &mut rest {
        y += x;
        if y > 1.0 {
            break;
        }
    }
    for x in rest {
        y += x * x;
    }
    y
}

fn main() {}
