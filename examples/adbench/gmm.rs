//! A mixture of normal distributions with a Wishart prior: the logarithm of the posterior.

use std::f64::consts::PI;

use differentiate::{Differentiable, differentiate};

use super::random::Random;

/// The parameters of a mixture.
#[derive(Clone, Differentiable)]
pub(crate) struct Mixture {
    /// Weights, as logarithms that need not add up to anything.
    pub(crate) alphas: Vec<f64>,
    pub(crate) means: Vec<Vec<f64>>,
    pub(crate) factors: Vec<Factor>,
}

/// A factor `Q` of an inverse covariance `QᵀQ`: a lower triangle.
#[derive(Clone, Differentiable)]
pub(crate) struct Factor {
    /// The diagonal, as logarithms.
    pub(crate) logs: Vec<f64>,
    /// What is below it, column by column.
    pub(crate) lower: Vec<f64>,
}

/// The prior of the inverse covariances.
#[derive(Clone, Copy)]
pub(crate) struct Wishart {
    pub(crate) gamma: f64,
    pub(crate) m: usize,
}

#[differentiate]
pub(crate) fn log_sum_exp(xs: &[f64]) -> f64 {
    let largest = xs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    largest + xs.iter().map(|x| (x - largest).exp()).sum::<f64>().ln()
}

#[differentiate]
pub(crate) fn square_norm(xs: &[f64]) -> f64 {
    xs.iter().map(|x| x * x).sum()
}

/// `Q x`, with the diagonal of `Q` already exponentiated.
#[differentiate]
fn product(diagonal: &[f64], lower: &[f64], x: &[f64]) -> Vec<f64> {
    let mut out: Vec<f64> = diagonal.iter().zip(x).map(|(q, x)| q * x).collect();
    let mut next = 0;
    for i in 0..x.len() {
        for j in i + 1..x.len() {
            out[j] += lower[next] * x[i];
            next += 1;
        }
    }
    out
}

/// The logarithm of the prior, up to what does not depend on the mixture.
#[differentiate]
fn log_prior(factors: &[Factor], gamma: f64, m: usize) -> f64 {
    let mut sum = 0.0;
    for factor in factors {
        let diagonal: f64 = factor.logs.iter().map(|q| (2.0 * q).exp()).sum();
        let frobenius = diagonal + square_norm(&factor.lower);
        let logs: f64 = factor.logs.iter().sum();
        sum += 0.5 * gamma * gamma * frobenius - m as f64 * logs;
    }
    sum
}

/// The logarithm of the likelihood, up to what does not depend on the mixture.
#[differentiate]
fn log_likelihood(mixture: &Mixture, points: &[Vec<f64>]) -> f64 {
    let mut diagonals = Vec::new();
    let mut sums = Vec::new();
    for factor in &mixture.factors {
        let diagonal: Vec<f64> = factor.logs.iter().map(|q| q.exp()).collect();
        diagonals.push(diagonal);
        sums.push(factor.logs.iter().sum::<f64>());
    }
    let mut total = 0.0;
    for x in points {
        let mut terms = Vec::with_capacity(sums.len());
        for k in 0..sums.len() {
            let centred: Vec<f64> = x
                .iter()
                .zip(&mixture.means[k])
                .map(|(x, m)| x - m)
                .collect();
            let scaled = product(&diagonals[k], &mixture.factors[k].lower, &centred);
            terms.push(mixture.alphas[k] + sums[k] - 0.5 * square_norm(&scaled));
        }
        total += log_sum_exp(&terms);
    }
    total - points.len() as f64 * log_sum_exp(&mixture.alphas)
}

/// The objective.
#[differentiate(wrt(mixture))]
pub(crate) fn log_posterior(
    mixture: &Mixture,
    points: &[Vec<f64>],
    gamma: f64,
    m: usize,
    constant: f64,
) -> f64 {
    constant + log_likelihood(mixture, points) + log_prior(&mixture.factors, gamma, m)
}

/// An instance: `k` components, `n` points in `d` dimensions.
pub(crate) struct Instance {
    pub(crate) mixture: Mixture,
    pub(crate) points: Vec<Vec<f64>>,
    pub(crate) prior: Wishart,
}

impl Instance {
    pub(crate) fn new(d: usize, k: usize, n: usize) -> Self {
        let mut random = Random::new(1);
        let factor = |random: &mut Random| Factor {
            logs: random.vector(d, 0.5),
            lower: random.vector(d * (d - 1) / 2, 0.5),
        };
        let mixture = Mixture {
            alphas: random.vector(k, 1.0),
            means: (0..k).map(|_| random.vector(d, 1.0)).collect(),
            factors: (0..k).map(|_| factor(&mut random)).collect(),
        };
        let points = (0..n).map(|_| random.vector(d, 2.0)).collect();
        let prior = Wishart { gamma: 1.0, m: 2 };
        Instance {
            mixture,
            points,
            prior,
        }
    }

    pub(crate) fn objective(&self, mixture: &Mixture) -> f64 {
        let Wishart { gamma, m } = self.prior;
        log_posterior(mixture, &self.points, gamma, m, self.constant())
    }

    pub(crate) fn gradient(&self) -> (f64, Mixture) {
        let Wishart { gamma, m } = self.prior;
        log_posterior::value_and_grad(&self.mixture, &self.points, gamma, m, self.constant())
    }

    /// What does not depend on the mixture.
    pub(crate) fn constant(&self) -> f64 {
        let (n, d) = (self.points.len() as f64, self.points[0].len());
        let Wishart { gamma, m } = self.prior;
        let freedom = (d + m + 1) as f64;
        let p = d as f64;
        let normalizer =
            freedom * p * (gamma.ln() - 0.5 * 2_f64.ln()) - log_multigamma(0.5 * freedom, d);
        -0.5 * n * p * (2.0 * PI).ln() - self.mixture.alphas.len() as f64 * normalizer
    }
}

/// The logarithm of the multivariate gamma function.
fn log_multigamma(a: f64, p: usize) -> f64 {
    let half: f64 = (0..p).map(|j| log_gamma(a - 0.5 * j as f64)).sum();
    0.25 * (p * p.saturating_sub(1)) as f64 * PI.ln() + half
}

/// The logarithm of the gamma function of a positive number, by Stirling's series.
fn log_gamma(x: f64) -> f64 {
    if x < 10.0 {
        return log_gamma(x + 1.0) - x.ln();
    }
    let series = 1.0 / (12.0 * x) - 1.0 / (360.0 * x.powi(3)) + 1.0 / (1260.0 * x.powi(5))
        - 1.0 / (1680.0 * x.powi(7));
    (x - 0.5) * x.ln() - x + 0.5 * (2.0 * PI).ln() + series
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gamma_functions() {
        assert!((log_gamma(5.0) - 24_f64.ln()).abs() < 1e-12);
        assert!((log_gamma(0.5) - 0.5 * PI.ln()).abs() < 1e-12);
        assert_eq!(log_multigamma(2.5, 1), log_gamma(2.5));
    }

    /// One component in one dimension is a normal distribution with a gamma prior.
    #[test]
    fn one_component_in_one_dimension() {
        let instance = Instance::new(1, 1, 3);
        let (mean, log) = (
            instance.mixture.means[0][0],
            instance.mixture.factors[0].logs[0],
        );
        let normal = |x: &Vec<f64>| {
            let z = (x[0] - mean) * log.exp();
            log - 0.5 * z * z - 0.5 * (2.0 * PI).ln()
        };
        let likelihood: f64 = instance.points.iter().map(normal).sum();
        let (gamma, m, n) = (1.0_f64, 2.0, 4.0);
        let prior = 0.5 * gamma * gamma * (2.0 * log).exp()
            - m * log
            - (n * (gamma.ln() - 0.5 * 2_f64.ln()) - log_gamma(0.5 * n));
        let objective = instance.objective(&instance.mixture);
        assert!((objective - likelihood - prior).abs() < 1e-12);
    }
}
