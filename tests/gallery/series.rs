//! Time series: averages, forecasts, correlations.

use differentiate::differentiate;

/// One-step forecasts by exponential smoothing, as a scan.
#[differentiate]
fn smoothing(series: &[f64], alpha: f64) -> f64 {
    series
        .iter()
        .scan(series[0], |level, &x| {
            let forecast = *level;
            *level = alpha * x + (1.0 - alpha) * *level;
            Some((x - forecast).powi(2))
        })
        .sum()
}

#[test]
fn exponential_smoothing() {
    check!(smoothing(&series = vec![1.0, 3.0, 2.0, 4.5], alpha = 0.4));
}

/// The energy of a moving average.
#[differentiate]
fn roughness(series: &[f64], width: usize) -> f64 {
    let averages: Vec<f64> = series
        .windows(width)
        .map(|window| window.iter().sum::<f64>() / width as f64)
        .collect();
    averages
        .windows(2)
        .map(|pair| (pair[1] - pair[0]).powi(2))
        .sum()
}

#[test]
fn moving_average() {
    check!(roughness(&series = vec![1.0, 3.0, 2.0, 4.5, 0.5, 2.5], const width = 3));
}

/// Holt's linear trend, with level and trend folded along the series.
#[differentiate]
fn holt(series: &[f64], alpha: f64, beta: f64) -> f64 {
    let start = (series[0], series[1] - series[0]);
    let (level, trend) = series[2..].iter().fold(start, |(level, trend), &x| {
        let next = alpha * x + (1.0 - alpha) * (level + trend);
        (next, beta * (next - level) + (1.0 - beta) * trend)
    });
    level + trend
}

#[test]
fn linear_trend() {
    check!(holt(
        &series = vec![1.0, 1.5, 2.7, 3.1, 4.2],
        alpha = 0.6,
        beta = 0.3
    ));
}

/// Autocorrelation at a lag.
#[differentiate]
fn autocorrelation(series: &[f64], lag: usize) -> f64 {
    let mean = series.iter().sum::<f64>() / series.len() as f64;
    let variance: f64 = series.iter().map(|x| (x - mean) * (x - mean)).sum();
    let covariance: f64 = series
        .iter()
        .zip(series.iter().skip(lag))
        .map(|(a, b)| (a - mean) * (b - mean))
        .sum();
    covariance / variance
}

#[test]
fn correlation_with_itself() {
    check!(autocorrelation(&series = vec![1.0, -0.5, 2.0, 1.2, -0.7, 0.3], const lag = 2));
}

/// The likelihood of an autoregressive model of second order.
#[differentiate]
fn autoregressive(series: &[f64], phi: [f64; 2], sigma: f64) -> f64 {
    let mut log_likelihood = 0.0;
    for window in series.windows(3) {
        if let [x, y, z] = window {
            let residual = (z - phi[0] * y - phi[1] * x) / sigma;
            log_likelihood -= 0.5 * residual * residual + sigma.ln();
        }
    }
    log_likelihood
}

#[test]
fn second_order_autoregression() {
    check!(autoregressive(
        &series = vec![0.2, 0.5, -0.1, 0.8, 0.4],
        phi = [0.6, -0.2],
        sigma = 0.7
    ));
}

/// A seasonal model, with a step from season to season.
#[differentiate]
fn seasonal(series: &[f64], season: &[f64], level: f64) -> f64 {
    let period = season.len();
    (0..period)
        .flat_map(|start| {
            series
                .iter()
                .skip(start)
                .step_by(period)
                .map(move |&x| (start, x))
        })
        .map(|(start, x)| (x - level * season[start]).powi(2))
        .sum::<f64>()
        .sqrt()
}

#[test]
fn seasons() {
    check!(seasonal(
        &series = vec![1.0, 2.0, 3.0, 1.2, 2.2, 3.5],
        &season = vec![0.8, 1.1, 1.6],
        level = 1.9
    ));
}

/// The largest fall from a peak, as a running maximum.
#[differentiate]
fn drawdown(returns: &[f64]) -> f64 {
    let (mut wealth, mut peak, mut worst) = (1.0_f64, 1.0_f64, 0.0_f64);
    for r in returns {
        wealth *= 1.0 + r;
        peak = peak.max(wealth);
        worst = worst.max(1.0 - wealth / peak);
    }
    worst
}

#[test]
fn fall_from_a_peak() {
    check!(drawdown(&returns = vec![0.1, -0.05, 0.2, -0.15, -0.1, 0.3]));
}
