use differentiate::differentiate;

macro_rules! number {
    () => {
        f64
    };
}

#[differentiate]
fn f(x: number!()) -> f64 {
    x * x
}

fn main() {}
