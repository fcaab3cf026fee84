use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    let _p = &x as *const f64;
    x * x
}

fn main() {}
