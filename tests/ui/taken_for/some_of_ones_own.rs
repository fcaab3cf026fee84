use Reading::Some;
use differentiate::{Differentiable, differentiate};

#[derive(Differentiable, Clone)]
enum Reading {
    Some(f64),
    Lost,
}

impl Reading {
    fn unwrap_or(self, other: f64) -> f64 {
        match self {
            Reading::Some(v) => v * 10.0,
            Reading::Lost => other,
        }
    }
}

#[differentiate]
fn f(x: f64) -> f64 {
    Some(x).unwrap_or(1.0)
}

fn main() {}
