use differentiate::differentiate;

macro_rules! scale {
    ($y:ident) => {
        $y *= 3.0
    };
}

#[differentiate]
fn f(x: f64) -> f64 {
    let mut y = x;
    scale!(y);
    y
}

fn main() {}
