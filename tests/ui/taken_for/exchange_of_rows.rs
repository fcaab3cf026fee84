use differentiate::{Differentiable, differentiate};
use std::ops::{Index, IndexMut};

#[derive(Differentiable, Clone)]
struct Matrix {
    items: [f64; 4],
}

impl Matrix {
    fn swap(&mut self, i: usize, j: usize) {
        self.items.swap(2 * i, 2 * j);
        self.items.swap(2 * i + 1, 2 * j + 1);
    }
}

impl Index<usize> for Matrix {
    type Output = f64;

    fn index(&self, at: usize) -> &f64 {
        &self.items[at]
    }
}

impl IndexMut<usize> for Matrix {
    fn index_mut(&mut self, at: usize) -> &mut f64 {
        &mut self.items[at]
    }
}

#[differentiate]
fn f(matrix: Matrix) -> f64 {
    let mut m = matrix;
    m.swap(0, 1);
    m[0] * 3.0 + m[1]
}

fn main() {}
