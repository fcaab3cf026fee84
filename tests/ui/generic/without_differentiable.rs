use differentiate::differentiate;

#[differentiate]
fn f<P: Clone>(_p: &P, y: f64) -> f64 {
    y * y
}

fn main() {}
