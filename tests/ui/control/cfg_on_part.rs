use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    let t = (
        x,
        #[cfg(any())]
        3.0,
        x * x,
    );
    t.1
}

fn main() {}
