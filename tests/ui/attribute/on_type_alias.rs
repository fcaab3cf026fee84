use differentiate::differentiate;

#[differentiate]
type Real = f64;

fn main() {}
