use differentiate::differentiate;

#[differentiate]
fn f<F>(g: F, x: f64) -> f64
where
    F: Fn(f64) -> f64,
{
    g(x) * x
}

fn main() {}
