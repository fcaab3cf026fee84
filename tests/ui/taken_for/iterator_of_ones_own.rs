use differentiate::{Differentiable, differentiate};
use std::ops::{Index, IndexMut};

#[derive(Differentiable, Clone)]
struct Signal {
    samples: [f64; 4],
}

impl Signal {
    fn len(&self) -> usize {
        4
    }

    // All but the first.
    fn iter(&self) -> impl Iterator<Item = &f64> {
        self.samples.iter().skip(1)
    }
}

impl Index<usize> for Signal {
    type Output = f64;

    fn index(&self, at: usize) -> &f64 {
        &self.samples[at]
    }
}

impl IndexMut<usize> for Signal {
    fn index_mut(&mut self, at: usize) -> &mut f64 {
        &mut self.samples[at]
    }
}

#[differentiate]
fn f(signal: &Signal) -> f64 {
    let mut sum = 0.0;
    for v in signal.iter() {
        sum += v * v;
    }
    sum
}

fn main() {}
