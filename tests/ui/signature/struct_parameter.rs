use differentiate::differentiate;

struct Point {
    x: f64,
}

#[differentiate]
fn f(p: &Point) -> f64 {
    p.x
}

fn main() {}
