use differentiate::differentiate;

fn twice<T: Copy + std::ops::Add<Output = T>>(x: T) -> T {
    x + x
}

#[differentiate]
fn f(x: f64) -> f64 {
    twice::<f64>(x)
}

fn main() {}
