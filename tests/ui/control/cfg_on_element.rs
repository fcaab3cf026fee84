use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    let w = [
        x,
        #[cfg(any())]
        3.0,
        x * x,
    ];
    w[1]
}

fn main() {}
