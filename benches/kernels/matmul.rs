//! The squared norm of a matrix product by three loops, with the product in memory.

use differentiate::differentiate;

use super::{Case, numbers};

#[differentiate]
pub fn matmul(a: &[f64], b: &[f64], n: usize) -> f64 {
    let mut c = vec![0.0; n * n];
    for i in 0..n {
        for k in 0..n {
            for j in 0..n {
                c[i * n + j] += a[i * n + k] * b[k * n + j];
            }
        }
    }
    let mut norm = 0.0;
    for i in 0..n * n {
        norm += c[i] * c[i];
    }
    norm
}

/// Keeps one row of the product: the norm is a sum over rows, so a row's reverse sweep follows its
/// forward sweep.
pub fn matmul_by_hand(
    a: &[f64],
    b: &[f64],
    n: usize,
    seed: f64,
    d_a: &mut [f64],
    d_b: &mut [f64],
) -> f64 {
    let mut norm = 0.0;
    let mut c = vec![0.0; n];
    for (a, d_a) in a.chunks_exact(n).zip(d_a.chunks_exact_mut(n)) {
        c.fill(0.0);
        for (a, b) in a.iter().zip(b.chunks_exact(n)) {
            for (c, b) in c.iter_mut().zip(b) {
                *c += a * b;
            }
        }
        for c in &mut c {
            norm += *c * *c;
            *c *= 2.0 * seed;
        }
        let rows = b.chunks_exact(n).zip(d_b.chunks_exact_mut(n));
        for ((a, d_a), (b, d_b)) in a.iter().zip(d_a).zip(rows) {
            *d_a += dot_and_add(&c, b, *a, d_b);
        }
    }
    norm
}

/// Adds `a` times `c` to `d_b`; gives the product of `c` and `b` in four partial sums, since no
/// order is promised for the sums of a gradient.
#[inline(always)]
fn dot_and_add(c: &[f64], b: &[f64], a: f64, d_b: &mut [f64]) -> f64 {
    let mut sums = [0.0; 4];
    let (cs, mut bs, mut d_bs) = (
        c.chunks_exact(4),
        b.chunks_exact(4),
        d_b.chunks_exact_mut(4),
    );
    let mut rest = 0.0;
    let last = cs.remainder();
    for ((c, b), d_b) in cs.zip(&mut bs).zip(&mut d_bs) {
        for lane in 0..4 {
            sums[lane] += c[lane] * b[lane];
            d_b[lane] += a * c[lane];
        }
    }
    for ((c, b), d_b) in last.iter().zip(bs.remainder()).zip(d_bs.into_remainder()) {
        rest += c * b;
        *d_b += a * c;
    }
    rest + sums.iter().sum::<f64>()
}

pub fn cases() -> Vec<Case> {
    let n = 64;
    vec![Case::accumulating(
        "matrix product, 64³",
        (numbers(n * n, -1.0, 1.0), numbers(n * n, -0.5, 1.5), n),
        (vec![0.0; n * n], vec![0.0; n * n]),
        |(a, b, n)| matmul(a, b, *n),
        |(a, b, n), seed, (d_a, d_b)| matmul_by_hand(a, b, *n, seed, d_a, d_b),
        |(a, b, n), seed, (d_a, d_b)| matmul::accumulate_grad(a, b, *n, seed, d_a, d_b),
    )]
}
