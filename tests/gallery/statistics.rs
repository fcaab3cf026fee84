//! Estimates, likelihoods, losses.

use differentiate::{Differentiable, differentiate};

/// The log-likelihood of a mixture of normal distributions.
#[differentiate]
fn mixture(weights: &[f64], means: &[f64], sigmas: &[f64], xs: &[f64]) -> f64 {
    let normalizer: f64 = weights.iter().map(|w| w.exp()).sum::<f64>().ln();
    xs.iter()
        .map(|x| {
            let terms: Vec<f64> = weights
                .iter()
                .zip(means.iter().zip(sigmas))
                .map(|(w, (mean, sigma))| {
                    let z = (x - mean) / sigma;
                    w - normalizer - 0.5 * z * z - sigma.ln()
                })
                .collect();
            let largest = terms.iter().fold(f64::NEG_INFINITY, |a, &b| a.max(b));
            largest + terms.iter().map(|t| (t - largest).exp()).sum::<f64>().ln()
        })
        .sum()
}

#[test]
fn gaussian_mixture() {
    check!(mixture(
        &weights = vec![0.2, -0.3],
        &means = vec![-1.0, 1.5],
        &sigmas = vec![0.8, 1.2],
        &xs = vec![-0.5, 0.3, 2.0]
    ));
}

/// A histogram with soft bins, and its entropy.
#[differentiate]
fn soft_entropy(xs: &[f64], width: f64) -> f64 {
    const BINS: usize = 4;
    let mut histogram = [0.0; BINS];
    for x in xs {
        for (i, bin) in histogram.iter_mut().enumerate() {
            *bin += (-((x - i as f64) / width).powi(2)).exp();
        }
    }
    let total: f64 = histogram.iter().sum();
    histogram
        .iter()
        .map(|bin| bin / total)
        .map(|p| -p * p.ln())
        .sum()
}

#[test]
fn soft_histogram() {
    check!(soft_entropy(&xs = vec![0.3, 1.2, 1.4, 2.8], width = 0.7));
}

/// The slope of a straight line by least squares.
#[differentiate]
fn least_squares(points: &[(f64, f64)]) -> f64 {
    let n = points.len() as f64;
    let (sx, sy) = points
        .iter()
        .fold((0.0, 0.0), |(sx, sy), (x, y)| (sx + x, sy + y));
    let (mx, my) = (sx / n, sy / n);
    let above: f64 = points.iter().map(|(x, y)| (x - mx) * (y - my)).sum();
    let below: f64 = points.iter().map(|&(x, _)| (x - mx).powi(2)).sum();
    above / below
}

#[test]
fn straight_line() {
    check!(least_squares(
        &points = vec![(0.0, 1.0), (1.0, 2.2), (2.5, 2.9), (3.0, 4.1)]
    ));
}

#[derive(Clone, Copy, Differentiable)]
enum Loss {
    Square,
    Huber(f64),
    Hinge,
    Quantile(f64),
}

/// Losses by `match` on an enum.
#[differentiate]
fn loss(kind: Loss, predicted: f64, actual: f64) -> f64 {
    let residual = actual - predicted;
    match kind {
        Loss::Square => 0.5 * residual * residual,
        Loss::Huber(delta) if residual.abs() > delta => delta * (residual.abs() - 0.5 * delta),
        Loss::Huber(_) => 0.5 * residual.powi(2),
        Loss::Hinge => (1.0 - predicted * actual).max(0.0),
        Loss::Quantile(q) => {
            if residual >= 0.0 {
                q * residual
            } else {
                (q - 1.0) * residual
            }
        }
    }
}

#[test]
fn losses() {
    for kind in [
        Loss::Square,
        Loss::Huber(0.5),
        Loss::Huber(3.0),
        Loss::Hinge,
        Loss::Quantile(0.8),
    ] {
        check!(loss(kind = kind, predicted = 0.4, actual = 1.2));
    }
}

/// The median, by sorting.
#[differentiate]
fn median(xs: &[f64]) -> f64 {
    let mut sorted = xs.to_vec();
    sorted.sort_by(|a, b| a.partial_cmp(b).unwrap());
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 0 {
        0.5 * (sorted[middle - 1] + sorted[middle])
    } else {
        sorted[middle]
    }
}

#[test]
fn median_by_sorting() {
    check!(median(&xs = vec![3.0, 1.0, 2.5, -0.5]));
    check!(median(&xs = vec![3.0, 1.0, 2.5]));
}

/// The distance of two samples, sorted.
#[differentiate]
fn wasserstein(a: &[f64], b: &[f64]) -> f64 {
    let (mut a, mut b) = (a.to_vec(), b.to_vec());
    a.sort_by(f64::total_cmp);
    b.sort_by(|x, y| x.total_cmp(y));
    a.iter().zip(&b).map(|(x, y)| (x - y).abs()).sum::<f64>() / a.len() as f64
}

#[test]
fn distance_of_samples() {
    check!(wasserstein(
        &a = vec![1.0, 0.2, 3.0],
        &b = vec![0.5, 2.0, -1.0]
    ));
}

/// Logistic regression over iterators.
#[differentiate]
fn logistic(weights: &[f64], bias: f64, rows: &[Vec<f64>], labels: &[bool]) -> f64 {
    rows.iter()
        .zip(labels)
        .map(|(row, &label)| {
            let score = bias + weights.iter().zip(row).map(|(w, x)| w * x).sum::<f64>();
            let margin = if label { score } else { -score };
            (-margin).exp().ln_1p()
        })
        .sum()
}

#[test]
fn logistic_regression() {
    check!(logistic(
        &weights = vec![0.4, -0.7],
        bias = 0.1,
        &rows = vec![vec![1.0, 2.0], vec![-0.5, 0.3], vec![0.8, -1.2]],
        const labels = &[true, false, true]
    ));
}

/// The density of a sample by kernels, without the point itself.
#[differentiate]
fn leave_one_out(xs: &[f64], bandwidth: f64) -> f64 {
    let kernel = |u: f64| (-0.5 * u * u).exp() / bandwidth;
    let mut score = 0.0;
    for (i, x) in xs.iter().enumerate() {
        let mut density = 0.0;
        for (j, y) in xs.iter().enumerate() {
            if i == j {
                continue;
            }
            density += kernel((x - y) / bandwidth);
        }
        score += (density / (xs.len() - 1) as f64).ln();
    }
    score
}

#[test]
fn kernel_density() {
    check!(leave_one_out(
        &xs = vec![0.1, 0.9, 1.4, 2.2],
        bandwidth = 0.6
    ));
}

/// A step of k-means: the distance to the centres that were moved.
#[differentiate]
fn k_means(points: &[[f64; 2]], centres: &[[f64; 2]]) -> f64 {
    let distance = |a: &[f64; 2], b: &[f64; 2]| (a[0] - b[0]).powi(2) + (a[1] - b[1]).powi(2);
    let mut sums = vec![[0.0; 2]; centres.len()];
    let mut counts = vec![0_usize; centres.len()];
    let mut nearest = Vec::new();
    for p in points {
        let mut best = 0;
        for i in 1..centres.len() {
            if distance(p, &centres[i]) < distance(p, &centres[best]) {
                best = i;
            }
        }
        sums[best][0] += p[0];
        sums[best][1] += p[1];
        counts[best] += 1;
        nearest.push(best);
    }
    let mut total = 0.0;
    for (p, &i) in points.iter().zip(&nearest) {
        let n = counts[i] as f64;
        total += distance(p, &[sums[i][0] / n, sums[i][1] / n]);
    }
    total
}

#[test]
fn k_means_step() {
    check!(k_means(
        &points = vec![[0.0, 0.1], [0.3, -0.2], [2.0, 2.1], [2.2, 1.8]],
        &centres = vec![[0.5, 0.5], [1.8, 1.7]]
    ));
}

/// A step of principal components: the variance along a direction.
#[differentiate]
fn variance_along(points: &[[f64; 2]], direction: [f64; 2]) -> f64 {
    let [u, v] = direction;
    let length = u.hypot(v);
    let scores: Vec<f64> = points
        .iter()
        .map(|[x, y]| (x * u + y * v) / length)
        .collect();
    let mean = scores.iter().sum::<f64>() / scores.len() as f64;
    scores.iter().map(|s| (s - mean) * (s - mean)).sum()
}

#[test]
fn principal_component() {
    check!(variance_along(
        &points = vec![[0.0, 0.1], [0.3, -0.2], [2.0, 2.1]],
        direction = [0.6, 1.1]
    ));
}
