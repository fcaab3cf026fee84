//! Linear systems, factorizations, eigenvalues.

use differentiate::{Differentiable, differentiate};

/// A dense matrix.
#[derive(Clone, Differentiable)]
struct Matrix<const N: usize> {
    rows: [[f64; N]; N],
}

impl<const N: usize> Matrix<N> {
    #[differentiate]
    fn at(&self, i: usize, j: usize) -> f64 {
        self.rows[i][j]
    }

    #[differentiate]
    fn quadratic(&self, x: &[f64; N]) -> f64 {
        let mut sum = 0.0;
        for i in 0..N {
            for j in 0..N {
                sum += x[i] * self.at(i, j) * x[j];
            }
        }
        sum
    }
}

/// Rayleigh's quotient of a matrix with methods.
#[differentiate]
fn rayleigh(m: &Matrix<2>, x: &[f64; 2]) -> f64 {
    m.quadratic(x) / x.iter().map(|x| x * x).sum::<f64>()
}

#[test]
fn matrix_with_methods() {
    let rows = [[2.0, 0.5], [0.3, 1.0]];
    check!(rayleigh(&m = Matrix { rows }, &x = [0.6, -1.1]));
}

/// A tridiagonal system by Thomas's algorithm.
#[differentiate]
fn thomas(lower: &[f64], diagonal: &[f64], upper: &[f64], rhs: &[f64]) -> Vec<f64> {
    let n = diagonal.len();
    let mut c = vec![0.0; n];
    let mut x = vec![0.0; n];
    c[0] = upper[0] / diagonal[0];
    x[0] = rhs[0] / diagonal[0];
    for i in 1..n {
        let pivot = diagonal[i] - lower[i - 1] * c[i - 1];
        if i < n - 1 {
            c[i] = upper[i] / pivot;
        }
        x[i] = (rhs[i] - lower[i - 1] * x[i - 1]) / pivot;
    }
    for i in (0..n - 1).rev() {
        x[i] -= c[i] * x[i + 1];
    }
    x
}

#[test]
fn tridiagonal_system() {
    check!(map thomas(
        &lower = vec![1.0, -0.5],
        &diagonal = vec![4.0, 3.0, 5.0],
        &upper = vec![0.7, 1.2],
        &rhs = vec![1.0, 2.0, -1.0]
    ));
}

/// The logarithm of a determinant by Cholesky's factorization.
#[differentiate]
fn log_determinant(a: &[Vec<f64>]) -> f64 {
    let n = a.len();
    let mut l = vec![vec![0.0; n]; n];
    for i in 0..n {
        for j in 0..=i {
            let dot: f64 = (0..j).map(|k| l[i][k] * l[j][k]).sum();
            l[i][j] = if i == j {
                (a[i][i] - dot).sqrt()
            } else {
                (a[i][j] - dot) / l[j][j]
            };
        }
    }
    2.0 * (0..n).map(|i| l[i][i].ln()).sum::<f64>()
}

#[test]
fn cholesky() {
    let a = vec![
        vec![4.0, 1.0, 0.5],
        vec![1.0, 3.0, 0.2],
        vec![0.5, 0.2, 2.0],
    ];
    check!(log_determinant(&a = a));
}

/// A linear system by elimination with pivots.
#[differentiate]
fn solve(a: &[[f64; 3]; 3], b: &[f64; 3]) -> [f64; 3] {
    let (mut a, mut b) = (*a, *b);
    for k in 0..3 {
        let mut pivot = k;
        for i in k + 1..3 {
            if a[i][k].abs() > a[pivot][k].abs() {
                pivot = i;
            }
        }
        a.swap(k, pivot);
        b.swap(k, pivot);
        for i in k + 1..3 {
            let factor = a[i][k] / a[k][k];
            for j in k..3 {
                a[i][j] -= factor * a[k][j];
            }
            b[i] -= factor * b[k];
        }
    }
    for i in (0..3).rev() {
        for j in i + 1..3 {
            b[i] -= a[i][j] * b[j];
        }
        b[i] /= a[i][i];
    }
    b
}

#[test]
fn elimination_with_pivots() {
    let a = [[0.5, 2.0, 1.0], [3.0, -1.0, 0.4], [1.0, 1.0, -2.0]];
    check!(map solve(&a = a, &b = [1.0, 2.0, 0.5]));
}

/// The largest eigenvalue by power iteration.
#[differentiate]
fn largest_eigenvalue(a: &[[f64; 3]; 3]) -> f64 {
    let mut x = [1.0; 3];
    let mut eigenvalue = 0.0;
    for _ in 0..40 {
        let y: Vec<f64> = a
            .iter()
            .map(|row| row.iter().zip(&x).map(|(a, x)| a * x).sum())
            .collect();
        eigenvalue = y.iter().map(|y| y * y).sum::<f64>().sqrt();
        for (x, y) in x.iter_mut().zip(&y) {
            *x = y / eigenvalue;
        }
    }
    eigenvalue
}

#[test]
fn power_iteration() {
    check!(largest_eigenvalue(
        &a = [[4.0, 1.0, 0.0], [1.0, 2.0, 0.5], [0.0, 0.5, 1.0]]
    ));
}

/// Jacobi's iteration, with two vectors that change places.
#[differentiate]
fn jacobi(a: &[[f64; 3]; 3], b: &[f64; 3]) -> f64 {
    let mut x = [0.0; 3];
    let mut next = [0.0; 3];
    for _ in 0..8 {
        for i in 0..3 {
            let mut rest = b[i];
            for j in 0..3 {
                if j != i {
                    rest -= a[i][j] * x[j];
                }
            }
            next[i] = rest / a[i][i];
        }
        std::mem::swap(&mut x, &mut next);
    }
    x.iter().sum()
}

#[test]
fn jacobi_iteration() {
    let a = [[4.0, 1.0, 0.3], [1.0, 3.0, 0.5], [0.2, 0.5, 2.0]];
    check!(jacobi(&a = a, &b = [1.0, 2.0, -1.0]));
}

/// Gauss-Seidel, until the residual is small.
#[differentiate]
fn gauss_seidel(a: &[[f64; 2]; 2], b: &[f64; 2]) -> f64 {
    let mut x = [0.0, 0.0];
    loop {
        let mut change = 0.0_f64;
        for i in 0..2 {
            let rest: f64 = (0..2).filter(|&j| j != i).map(|j| a[i][j] * x[j]).sum();
            let next = (b[i] - rest) / a[i][i];
            change = change.max((next - x[i]).abs());
            x[i] = next;
        }
        if change < 1e-12 {
            break x[0] - 2.0 * x[1];
        }
    }
}

#[test]
fn gauss_seidel_iteration() {
    check!(gauss_seidel(
        &a = [[3.0, 1.0], [0.5, 2.0]],
        &b = [1.0, -1.0]
    ));
}

/// Gram and Schmidt: what remains of the last vector.
#[differentiate]
fn remainder(vectors: &[Vec<f64>]) -> f64 {
    let mut basis: Vec<Vec<f64>> = Vec::new();
    let mut length = 0.0;
    for v in vectors {
        let mut v = v.clone();
        for b in &basis {
            let projection: f64 = v.iter().zip(b).map(|(v, b)| v * b).sum();
            for (v, b) in v.iter_mut().zip(b) {
                *v -= projection * b;
            }
        }
        length = v.iter().map(|v| v * v).sum::<f64>().sqrt();
        v.iter_mut().for_each(|v| *v /= length);
        basis.push(v);
    }
    length
}

#[test]
fn gram_schmidt() {
    let vectors = vec![
        vec![1.0, 0.5, 0.2],
        vec![0.3, 2.0, -1.0],
        vec![0.7, 0.1, 1.5],
    ];
    check!(remainder(&vectors = vectors));
}

/// The determinant by expansion along the first row, which calls itself.
#[differentiate]
fn determinant(m: &[Vec<f64>]) -> f64 {
    if m.len() == 1 {
        return m[0][0];
    }
    let mut sum = 0.0;
    for column in 0..m.len() {
        let minor: Vec<Vec<f64>> = m[1..]
            .iter()
            .map(|row| {
                let others = row.iter().enumerate().filter(|(i, _)| *i != column);
                others.map(|(_, x)| *x).collect()
            })
            .collect();
        let sign = if column % 2 == 0 { 1.0 } else { -1.0 };
        sum += sign * m[0][column] * determinant(&minor);
    }
    sum
}

#[test]
fn recursive_determinant() {
    let m = vec![
        vec![2.0, 1.0, 0.5],
        vec![0.3, 3.0, 0.2],
        vec![1.5, 0.2, 2.0],
    ];
    check!(determinant(&m = m));
}
