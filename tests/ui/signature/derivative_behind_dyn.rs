use differentiate::{Differentiable, differentiate};

#[derive(Differentiable)]
struct Spring {
    k: f64,
}

trait Energy {
    #[differentiate]
    fn energy(&self, x: f64) -> f64;
}

impl Energy for Spring {
    #[differentiate]
    fn energy(&self, x: f64) -> f64 {
        self.k * x * x
    }
}

fn main() {
    let spring: Box<dyn Energy> = Box::new(Spring { k: 1.0 });
    spring.energy_grad(1.0);
}
