use differentiate::differentiate;

macro_rules! last {
    ($xs:expr) => {
        $xs.len() - 1
    };
}

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    xs[last!(xs)]
}

fn main() {}
