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
        let bits = x.to_bits();
        self.k * f64::from_bits(bits)
    }
}

impl Spring {
    #[differentiate]
    fn force(&mut self, x: f64) -> f64 {
        self.k = x.to_bits() as f64;
        x
    }

    #[differentiate]
    fn power(&self, x: f64, n: usize) -> f64 {
        [x, self.k].iter().copied().cycle().take(n).sum()
    }
}

fn main() {
    let mut spring = Spring { k: 1.0 };
    let ((), dx): (_, f64) = ((), spring.energy_grad(1.0).1);
    let _: (f64, _) = spring.energy_vjp(dx);
    let _ = spring.power_value_and_grad(1.0, 2);
    let (mut to, mut dx) = (Spring { k: 0.0 }, 0.0);
    spring.force_accumulate_grad(1.0, 1.0, &mut to, &mut dx);
}
