use differentiate::differentiate;

#[differentiate]
fn f(w: [f64; 3]) -> f64 {
    let q = w.map(|v| v * v);
    q[0] + q[1]
}

fn main() {}
