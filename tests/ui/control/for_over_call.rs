use differentiate::differentiate;

fn steps() -> [f64; 2] {
    [1.0, 2.0]
}

#[differentiate]
fn f(x: f64) -> f64 {
    let mut y = x;
    for k in steps() {
        y *= k;
    }
    y
}

fn main() {}
