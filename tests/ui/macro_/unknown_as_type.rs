use differentiate::differentiate;

macro_rules! number {
    () => {
        f64
    };
}

#[differentiate]
fn f(x: f64) -> f64 {
    let y: number!() = x * x;
    y
}

fn main() {}
