use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    unsafe extern "C" {
        safe fn cos(x: f64) -> f64;
    }
    cos(x)
}

fn main() {}
