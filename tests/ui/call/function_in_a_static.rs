use differentiate::differentiate;

static ACTIVATION: fn(f64) -> f64 = f64::tanh;

#[differentiate]
fn f(x: f64) -> f64 {
    ACTIVATION(x)
}

fn main() {}
