use differentiate::{Differentiable, differentiate};

#[derive(Differentiable)]
struct Spring {
    k: f64,
}

impl Spring {
    #[differentiate]
    fn energy(self: Box<Self>, x: f64) -> f64 {
        self.k * x * x
    }
}

fn main() {}
