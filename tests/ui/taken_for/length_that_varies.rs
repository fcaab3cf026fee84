use differentiate::{Differentiable, differentiate};

#[derive(Differentiable, Clone)]
struct Vector {
    x: f64,
    y: f64,
}

impl Vector {
    fn len(&self) -> f64 {
        self.x.hypot(self.y)
    }
}

#[differentiate]
fn f(x: f64) -> f64 {
    let v = Vector { x, y: 2.0 * x };
    let length = v.len() as f64;
    v.x * length
}

fn main() {}
