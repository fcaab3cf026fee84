use differentiate::differentiate;

#[differentiate]
fn f(x: f64, name: &str) -> f64 {
    let mut y = x;
    for _ in name.chars() {
        y *= 2.0;
    }
    y
}

fn main() {}
