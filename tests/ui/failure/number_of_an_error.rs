use differentiate::differentiate;

#[derive(Clone, Debug)]
struct Overflow {
    by: f64,
}

#[differentiate]
fn clipped(x: f64) -> Result<f64, Overflow> {
    if x < 1.0 {
        Ok(x)
    } else {
        Err(Overflow { by: x - 1.0 })
    }
}

#[differentiate]
fn f(x: f64) -> f64 {
    let mut y = x;
    if let Err(overflow) = clipped(x) {
        y += overflow.by;
    }
    y
}

fn main() {}
