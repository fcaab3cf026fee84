use differentiate::differentiate;

#[differentiate]
static K: f64 = 2.0;

fn main() {}
