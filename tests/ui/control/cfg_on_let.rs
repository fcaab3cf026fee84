use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    let y = x;
    #[cfg(any())]
    let y = x * 3.0;
    y
}

fn main() {}
