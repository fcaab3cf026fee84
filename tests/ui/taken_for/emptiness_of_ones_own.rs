use differentiate::{Differentiable, differentiate};

#[derive(Differentiable, Clone)]
struct Tank {
    level: f64,
}

impl Tank {
    fn len(&self) -> usize {
        1
    }

    fn is_empty(&self) -> bool {
        self.level < 0.1
    }
}

#[differentiate]
fn f(x: f64) -> f64 {
    let tank = Tank { level: x };
    if tank.is_empty() { 0.0 } else { x * tank.level }
}

fn main() {}
