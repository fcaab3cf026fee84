use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    let gs = (|t: f64| t * t, 3);
    (gs.0)(x)
}

fn main() {}
