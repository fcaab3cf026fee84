use differentiate::differentiate;

#[differentiate]
fn main() {}
