//! The gradient of a mixture of normal distributions.

use super::objectives::gmm::{Factor, Mixture, log_sum_exp, square_norm};

/// Keeps, of one point, the centred and the scaled coordinates for each component, in memory that
/// all points share: the likelihood is a sum over points, so a point's reverse sweep follows its
/// forward sweep. A mean's adjoint is `Qᵀ` times a sum, so that `Qᵀ` is applied once a component
/// and not once a point.
pub fn log_posterior_by_hand(
    mixture: &Mixture,
    points: &[Vec<f64>],
    gamma: f64,
    m: usize,
    constant: f64,
    seed: f64,
    d_mixture: &mut Mixture,
) -> f64 {
    let likelihood = log_likelihood(mixture, points, seed, d_mixture);
    constant + likelihood + log_prior(&mixture.factors, gamma, m, seed, &mut d_mixture.factors)
}

fn log_likelihood(
    mixture: &Mixture,
    points: &[Vec<f64>],
    seed: f64,
    d_mixture: &mut Mixture,
) -> f64 {
    let (count, d) = (mixture.alphas.len(), mixture.means[0].len());
    let logs = mixture.factors.iter().map(|factor| &factor.logs);
    let diagonals: Vec<f64> = logs.clone().flatten().map(|q| q.exp()).collect();
    let sums: Vec<f64> = logs.map(|logs| logs.iter().sum()).collect();
    let mut centred = vec![0.0; count * d];
    let mut scaled = vec![0.0; count * d];
    let mut shares = vec![0.0; count];
    // Of all points: what each component has a share in, times the scaled and the squared.
    let mut d_sums = vec![0.0; count];
    let mut pulls = vec![0.0; count * d];
    let mut d_diagonals = vec![0.0; count * d];

    let mut total = 0.0;
    for x in points {
        for k in 0..count {
            let (centred, scaled) = (&mut centred[k * d..][..d], &mut scaled[k * d..][..d]);
            for ((c, x), mean) in centred.iter_mut().zip(x).zip(&mixture.means[k]) {
                *c = x - mean;
            }
            scale(
                &diagonals[k * d..][..d],
                &mixture.factors[k].lower,
                centred,
                scaled,
            );
            shares[k] = mixture.alphas[k] + sums[k] - 0.5 * square_norm(scaled);
        }
        let (term, sum) = exponentials(&mut shares);
        total += term;

        for k in 0..count {
            let share = seed / sum * shares[k];
            d_sums[k] += share;
            let (centred, scaled) = (&centred[k * d..][..d], &mut scaled[k * d..][..d]);
            let sums = pulls[k * d..][..d]
                .iter_mut()
                .zip(&mut d_diagonals[k * d..][..d]);
            for ((s, c), (pull, d_diagonal)) in scaled.iter_mut().zip(centred).zip(sums) {
                *s *= share;
                *pull += *s;
                *d_diagonal += *s * c;
            }
            subtract_products(centred, scaled, &mut d_mixture.factors[k].lower);
        }
    }

    for k in 0..count {
        d_mixture.alphas[k] += d_sums[k];
        let (diagonal, pull) = (&diagonals[k * d..][..d], &pulls[k * d..][..d]);
        add_transposed(
            diagonal,
            &mixture.factors[k].lower,
            pull,
            &mut d_mixture.means[k],
        );
        for (i, d_log) in d_mixture.factors[k].logs.iter_mut().enumerate() {
            *d_log += d_sums[k] - d_diagonals[k * d + i] * diagonal[i];
        }
    }
    let weight = points.len() as f64;
    let mut alphas = mixture.alphas.clone();
    let (_, sum) = exponentials(&mut alphas);
    for (d_alpha, exponential) in d_mixture.alphas.iter_mut().zip(alphas) {
        *d_alpha -= seed * weight / sum * exponential;
    }
    total - weight * log_sum_exp(&mixture.alphas)
}

/// Replaces terms by exponentials; gives the logarithm of their sum, and the sum itself, of what is
/// left.
fn exponentials(terms: &mut [f64]) -> (f64, f64) {
    let largest = terms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    terms
        .iter_mut()
        .for_each(|term| *term = (*term - largest).exp());
    let sum: f64 = terms.iter().sum();
    (largest + sum.ln(), sum)
}

/// `Q x`.
#[inline(always)]
fn scale(diagonal: &[f64], mut lower: &[f64], x: &[f64], out: &mut [f64]) {
    for ((out, q), x) in out.iter_mut().zip(diagonal).zip(x) {
        *out = q * x;
    }
    for (i, x) in x.iter().enumerate() {
        let below = &mut out[i + 1..];
        let column;
        (column, lower) = lower.split_at(below.len());
        for (out, q) in below.iter_mut().zip(column) {
            *out += q * x;
        }
    }
}

/// Subtracts the lower triangle of `d_out xᵀ`.
#[inline(always)]
fn subtract_products(x: &[f64], d_out: &[f64], mut d_lower: &mut [f64]) {
    for (i, x) in x.iter().enumerate() {
        let below = &d_out[i + 1..];
        let column;
        (column, d_lower) = d_lower.split_at_mut(below.len());
        for (d_q, d_out) in column.iter_mut().zip(below) {
            *d_q -= d_out * x;
        }
    }
}

/// Adds `Qᵀ y`.
fn add_transposed(diagonal: &[f64], mut lower: &[f64], y: &[f64], out: &mut [f64]) {
    for i in 0..y.len() {
        let below = &y[i + 1..];
        let column;
        (column, lower) = lower.split_at(below.len());
        let products = column.iter().zip(below).map(|(q, y)| q * y);
        out[i] += diagonal[i] * y[i] + products.sum::<f64>();
    }
}

fn log_prior(factors: &[Factor], gamma: f64, m: usize, seed: f64, d: &mut [Factor]) -> f64 {
    let mut sum = 0.0;
    let scale = seed * gamma * gamma;
    for (factor, d) in factors.iter().zip(d) {
        let mut diagonal = -0.0;
        for (q, d_q) in factor.logs.iter().zip(&mut d.logs) {
            let square = (2.0 * q).exp();
            diagonal += square;
            *d_q += scale * square - seed * m as f64;
        }
        for (q, d_q) in factor.lower.iter().zip(&mut d.lower) {
            *d_q += scale * q;
        }
        let frobenius = diagonal + square_norm(&factor.lower);
        let logs: f64 = factor.logs.iter().sum();
        sum += 0.5 * gamma * gamma * frobenius - m as f64 * logs;
    }
    sum
}
