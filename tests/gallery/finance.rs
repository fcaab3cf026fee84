//! Prices, yields, risks.

use differentiate::{Differentiable, differentiate};

/// The normal distribution, by an approximation of the error function.
#[differentiate]
fn normal_cdf(x: f64) -> f64 {
    let t = 1.0 / (1.0 + 0.231_641_9 * x.abs());
    let coefficients = [
        0.319_381_53,
        -0.356_563_782,
        1.781_477_937,
        -1.821_255_978,
        1.330_274_429,
    ];
    let polynomial = coefficients.iter().rev().fold(0.0, |sum, c| (sum + c) * t);
    let tail = 0.398_942_280_4 * (-0.5 * x * x).exp() * polynomial;
    if x > 0.0 { 1.0 - tail } else { tail }
}

#[derive(Clone, Copy, Differentiable)]
enum Right {
    Call,
    Put,
}

/// An option's price by Black and Scholes.
#[differentiate]
fn black_scholes(right: Right, spot: f64, strike: f64, rate: f64, vol: f64, years: f64) -> f64 {
    let spread = vol * years.sqrt();
    let d1 = ((spot / strike).ln() + (rate + 0.5 * vol * vol) * years) / spread;
    let d2 = d1 - spread;
    let discount = (-rate * years).exp();
    match right {
        Right::Call => spot * normal_cdf(d1) - strike * discount * normal_cdf(d2),
        Right::Put => strike * discount * normal_cdf(-d2) - spot * normal_cdf(-d1),
    }
}

#[test]
fn european_option() {
    for right in [Right::Call, Right::Put] {
        check!(black_scholes(
            right = right,
            spot = 102.0,
            strike = 100.0,
            rate = 0.03,
            vol = 0.2,
            years = 0.75
        ));
    }
}

/// A bond with coupons.
#[derive(Clone, Differentiable)]
struct Bond {
    face: f64,
    coupon: f64,
    #[constant]
    payments: usize,
}

impl Bond {
    #[differentiate]
    fn price(&self, yearly: f64) -> f64 {
        let coupons: f64 = (1..=self.payments)
            .map(|year| self.face * self.coupon / (1.0 + yearly).powi(year as i32))
            .sum();
        coupons + self.face / (1.0 + yearly).powi(self.payments as i32)
    }
}

/// The yield of a bond, by Newton's method.
#[differentiate]
fn bond_spread(bond: &Bond, yearly: f64, spread: f64) -> f64 {
    bond.price(yearly) - bond.price(yearly + spread)
}

#[test]
fn bond_prices() {
    let bond = Bond {
        face: 100.0,
        coupon: 0.05,
        payments: 4,
    };
    check!(bond_spread(&bond = bond, yearly = 0.04, spread = 0.01));
}

/// A European option on a binomial tree.
#[differentiate]
fn binomial(spot: f64, strike: f64, rate: f64, vol: f64) -> f64 {
    const STEPS: usize = 6;
    let dt: f64 = 1.0 / STEPS as f64;
    let up = (vol * dt.sqrt()).exp();
    let p = ((rate * dt).exp() - 1.0 / up) / (up - 1.0 / up);
    let mut values: Vec<f64> = (0..=STEPS)
        .map(|i| (spot * up.powi(2 * i as i32 - STEPS as i32) - strike).max(0.0))
        .collect();
    for _ in 0..STEPS {
        values = values
            .windows(2)
            .map(|w| (-rate * dt).exp() * ((1.0 - p) * w[0] + p * w[1]))
            .collect();
    }
    values[0]
}

#[test]
fn binomial_tree() {
    check!(binomial(
        spot = 101.0,
        strike = 99.0,
        rate = 0.02,
        vol = 0.25
    ));
}

/// An American put by backward induction, in place.
#[differentiate]
fn american_put(spot: f64, strike: f64, rate: f64, vol: f64) -> f64 {
    let steps = 5;
    let dt = 1.0 / steps as f64;
    let up = (vol * f64::sqrt(dt)).exp();
    let discount = (-rate * dt).exp();
    let p = (1.0 / discount - 1.0 / up) / (up - 1.0 / up);
    let price = |step: i32, ups: i32| spot * up.powi(2 * ups - step);
    let mut value = vec![0.0; steps + 1];
    for (i, v) in value.iter_mut().enumerate() {
        *v = (strike - price(steps as i32, i as i32)).max(0.0);
    }
    for step in (0..steps).rev() {
        for i in 0..=step {
            let hold = discount * ((1.0 - p) * value[i] + p * value[i + 1]);
            value[i] = hold.max(strike - price(step as i32, i as i32));
        }
        value.pop();
    }
    value[0]
}

#[test]
fn american_option() {
    check!(american_put(
        spot = 97.3,
        strike = 100.0,
        rate = 0.04,
        vol = 0.3
    ));
}

/// A yield curve by Nelson and Siegel.
#[derive(Clone, Copy, Differentiable)]
struct NelsonSiegel {
    level: f64,
    slope: f64,
    curvature: f64,
    decay: f64,
}

impl NelsonSiegel {
    #[differentiate]
    fn rate(&self, maturity: f64) -> f64 {
        let &Self {
            level,
            slope,
            curvature,
            decay,
        } = self;
        let m = maturity / decay;
        let loading = (1.0 - (-m).exp()) / m;
        level + slope * loading + curvature * (loading - (-m).exp())
    }
}

/// The error of a yield curve against quotes.
#[differentiate]
fn curve_error(curve: &NelsonSiegel, quotes: &[(f64, f64)]) -> f64 {
    quotes
        .iter()
        .map(|&(maturity, rate)| (curve.rate(maturity) - rate).powi(2))
        .sum::<f64>()
        .sqrt()
}

#[test]
fn yield_curve() {
    let curve = NelsonSiegel {
        level: 0.04,
        slope: -0.02,
        curvature: 0.01,
        decay: 1.8,
    };
    let quotes = vec![(0.5, 0.021), (2.0, 0.033), (5.0, 0.035), (10.0, 0.041)];
    check!(curve_error(&curve = curve, &quotes = quotes));
}

/// The variance of a portfolio whose weights add up to one.
#[differentiate]
fn portfolio(weights: &[f64], covariance: &[Vec<f64>]) -> f64 {
    let total: f64 = weights.iter().sum();
    let w: Vec<f64> = weights.iter().map(|w| w / total).collect();
    w.iter()
        .enumerate()
        .flat_map(|(i, a)| w.iter().enumerate().map(move |(j, b)| (i, j, a * b)))
        .map(|(i, j, product)| product * covariance[i][j])
        .sum()
}

#[test]
fn portfolio_variance() {
    let covariance = vec![vec![0.04, 0.01], vec![0.01, 0.09]];
    check!(portfolio(
        &weights = vec![0.7, 0.5],
        &covariance = covariance
    ));
}

/// The volatility that gives a price, if the search finds it.
#[differentiate]
fn implied_volatility(price: f64, spot: f64, strike: f64) -> Option<f64> {
    let mut vol = 0.3;
    for _ in 0..30 {
        let value = black_scholes(Right::Call, spot, strike, 0.0, vol, 1.0);
        let d1 = (spot / strike).ln() / vol + 0.5 * vol;
        let vega = spot * 0.398_942_280_4 * (-0.5 * d1 * d1).exp();
        let step = (value - price) / vega;
        vol -= step;
        if step.abs() < 1e-7 {
            return Some(vol);
        }
    }
    None
}

/// A quote in volatility, or in price where there is none.
#[differentiate]
fn quote(price: f64, spot: f64) -> f64 {
    if let Some(vol) = implied_volatility(price, spot, 100.0) {
        100.0 * vol
    } else {
        price
    }
}

#[test]
fn implied_volatility_by_newton() {
    check!(quote(price = 11.0, spot = 101.0));
}
