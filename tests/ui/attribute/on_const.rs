use differentiate::differentiate;

#[differentiate]
const K: f64 = 2.0;

fn main() {}
