use differentiate::differentiate;

#[differentiate]
fn cross(a: [f64; 3], b: [f64; 3]) -> [f64; 3] {
    [
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    ]
}

#[differentiate]
fn twice(a: [f64; 3], b: [f64; 3]) -> f64 {
    let t = cross(a, b).map(|c| 2.0 * c);
    t[0] * t[1]
}

fn main() {
    twice::grad([0.0; 3], [1.0; 3]);
}
