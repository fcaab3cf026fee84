use differentiate::differentiate;

// The attribute is expanded before `cfg` is: the block below is still there.
#[differentiate]
fn f(x: f64) -> f64 {
    let mut y = x;
    #[cfg(any())]
    {
        y *= 3.0;
    }
    y *= 2.0;
    y
}

fn main() {}
