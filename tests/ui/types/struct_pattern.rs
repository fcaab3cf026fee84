use differentiate::differentiate;

struct Point {
    x: f64,
    y: f64,
}

const ORIGIN: Point = Point { x: 1.0, y: 2.0 };

#[differentiate]
fn f(x: f64) -> f64 {
    let Point { x: a, y: b } = ORIGIN;
    a * x + b
}

fn main() {}
