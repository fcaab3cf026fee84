use differentiate::differentiate;

#[differentiate]
fn f(w: [f64; 2]) -> f64 {
    let all @ [a, b] = w;
    all[0] * a * b
}

fn main() {}
