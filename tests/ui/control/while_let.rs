use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    let mut y = x;
    let mut left = 3;
    while let 1.. = left {
        y *= x;
        left -= 1;
    }
    y
}

fn main() {}
