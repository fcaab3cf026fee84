use differentiate::differentiate;

type Count = usize;

#[differentiate]
fn f(n: Count, m: Count, x: f64) -> f64 {
    if n * m > m { x } else { x * x }
}

fn main() {}
