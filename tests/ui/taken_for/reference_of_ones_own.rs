use differentiate::{Differentiable, differentiate};

#[derive(Differentiable, Clone)]
struct Pair {
    a: f64,
    b: f64,
}

impl Pair {
    fn as_ref(&self) -> Pair {
        Pair {
            a: self.b,
            b: self.a,
        }
    }
}

#[differentiate]
fn f(pair: &Pair) -> f64 {
    pair.as_ref().a
}

fn main() {}
