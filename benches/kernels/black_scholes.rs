//! The price of a European call by Black and Scholes, with a logistic approximation of the normal
//! distribution: some thirty operations in a straight line.

use differentiate::differentiate;

use super::Case;

#[differentiate]
pub fn black_scholes(spot: f64, strike: f64, rate: f64, volatility: f64, years: f64) -> f64 {
    let spread = volatility * years.sqrt();
    let drift = rate + 0.5 * volatility * volatility;
    let d1 = ((spot / strike).ln() + drift * years) / spread;
    let d2 = d1 - spread;
    let n1 = 1.0 / (1.0 + (-1.5976 * d1 - 0.070566 * d1 * d1 * d1).exp());
    let n2 = 1.0 / (1.0 + (-1.5976 * d2 - 0.070566 * d2 * d2 * d2).exp());
    spot * n1 - strike * (-rate * years).exp() * n2
}

/// Shares what the five partial derivatives have in common; adds three divisions and no
/// transcendental function to those of the price.
pub fn black_scholes_by_hand(
    spot: f64,
    strike: f64,
    rate: f64,
    volatility: f64,
    years: f64,
) -> (f64, (f64, f64, f64, f64, f64)) {
    let root = years.sqrt();
    let spread = volatility * root;
    let drift = rate + 0.5 * volatility * volatility;
    let d1 = ((spot / strike).ln() + drift * years) / spread;
    let d2 = d1 - spread;
    let n1 = 1.0 / (1.0 + (-1.5976 * d1 - 0.070566 * d1 * d1 * d1).exp());
    let n2 = 1.0 / (1.0 + (-1.5976 * d2 - 0.070566 * d2 * d2 * d2).exp());
    let discount = (-rate * years).exp();
    let paid = strike * discount;

    let d_d2 = -paid * n2 * (1.0 - n2) * (1.5976 + 0.211698 * d2 * d2);
    let d_d1 = d_d2 + spot * n1 * (1.0 - n1) * (1.5976 + 0.211698 * d1 * d1);
    let d_sum = d_d1 / spread;
    let d_spread = -d_d2 - d_sum * d1;
    let d_exponent = paid * n2;
    let gradient = (
        n1 + d_sum / spot,
        -discount * n2 - d_sum / strike,
        years * (d_sum + d_exponent),
        d_sum * years * volatility + d_spread * root,
        d_sum * drift + d_spread * 0.5 * volatility / root + d_exponent * rate,
    );
    (spot * n1 - paid * n2, gradient)
}

pub fn cases() -> Vec<Case> {
    vec![Case::returning(
        "Black-Scholes",
        (105.0, 100.0, 0.03, 0.25, 0.75),
        |&(s, k, r, v, t)| black_scholes(s, k, r, v, t),
        |&(s, k, r, v, t)| black_scholes_by_hand(s, k, r, v, t),
        |&(s, k, r, v, t)| black_scholes::value_and_grad(s, k, r, v, t),
    )]
}
