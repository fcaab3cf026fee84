use differentiate::differentiate;

#[differentiate(wrt(flip))]
fn f(x: f64, flip: bool) -> f64 {
    if flip { -x } else { x }
}

fn main() {}
