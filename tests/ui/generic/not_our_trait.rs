use differentiate::differentiate;

trait Real: Copy + std::ops::Mul<Output = Self> {
    fn sin(self) -> Self;
}

#[differentiate]
fn f<T: Real>(x: T) -> T {
    x * x.sin()
}

fn main() {}
