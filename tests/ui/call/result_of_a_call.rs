use differentiate::differentiate;

fn choose() -> fn(f64) -> f64 {
    f64::sin
}

#[differentiate]
fn f(x: f64) -> f64 {
    choose()(x)
}

fn main() {}
