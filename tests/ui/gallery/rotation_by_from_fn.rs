use differentiate::differentiate;

#[differentiate]
fn blend(a: [f64; 3], b: [f64; 3], t: f64) -> [f64; 3] {
    std::array::from_fn(|i| a[i] + t * (b[i] - a[i]))
}

fn main() {
    blend::vjp([0.0; 3], [1.0; 3], 0.5);
}
