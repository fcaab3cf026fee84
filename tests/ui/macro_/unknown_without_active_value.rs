use differentiate::differentiate;

macro_rules! k {
    () => {
        2.0
    };
}

#[differentiate]
fn f(x: f64) -> f64 {
    x * k!()
}

fn main() {}
