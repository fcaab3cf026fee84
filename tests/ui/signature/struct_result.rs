use differentiate::differentiate;

struct Point {
    x: f64,
}

#[differentiate]
fn f(x: f64) -> Point {
    Point { x }
}

fn main() {}
