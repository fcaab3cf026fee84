use differentiate::differentiate;

#[differentiate]
fn f(w: [f64; 3]) -> f64 {
    [w, w].concat()[4]
}

fn main() {}
