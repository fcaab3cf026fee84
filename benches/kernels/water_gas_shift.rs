//! The rate of a chemical reaction (the water-gas shift after Langmuir and Hinshelwood): five
//! exponentials of the temperature, each of which the derivative needs again.

use differentiate::differentiate;

use super::Case;

#[differentiate]
pub fn water_gas_shift(kelvin: f64, co: f64, water: f64, co2: f64, hydrogen: f64) -> f64 {
    let inverse = 1.0 / (8.314 * kelvin);
    let speed = 2.96e5 * (-47_400.0 * inverse).exp();
    let k_co = 2.2e-2 * (3_064.0 * inverse).exp();
    let k_water = 4.7e-3 * (6_216.0 * inverse).exp();
    let k_co2 = 7.4e-3 * (12_542.0 * inverse).exp();
    let equilibrium = (38_060.0 * inverse - 4.33).exp();
    let driving = co * water - co2 * hydrogen / equilibrium;
    let coverage = 1.0 + k_co * co + k_water * water + k_co2 * co2 + 0.1 * hydrogen.sqrt();
    speed * k_co * k_water * driving / (coverage * coverage)
}

/// Uses that the derivative of `exp(a / T)` is a multiple of itself: adds three divisions and no
/// transcendental function to those of the rate.
pub fn water_gas_shift_by_hand(
    kelvin: f64,
    co: f64,
    water: f64,
    co2: f64,
    hydrogen: f64,
) -> (f64, (f64, f64, f64, f64, f64)) {
    let inverse = 1.0 / (8.314 * kelvin);
    let speed = 2.96e5 * (-47_400.0 * inverse).exp();
    let k_co = 2.2e-2 * (3_064.0 * inverse).exp();
    let k_water = 4.7e-3 * (6_216.0 * inverse).exp();
    let k_co2 = 7.4e-3 * (12_542.0 * inverse).exp();
    let equilibrium = (38_060.0 * inverse - 4.33).exp();
    let products = co2 * hydrogen / equilibrium;
    let driving = co * water - products;
    let root = hydrogen.sqrt();
    let coverage = 1.0 + k_co * co + k_water * water + k_co2 * co2 + 0.1 * root;
    let sites = coverage * coverage;
    let scale = speed * k_co * k_water;
    let rate = scale * driving / sites;

    let d_driving = scale / sites;
    let d_coverage = -2.0 * rate / coverage;
    let d_inverse = rate * (-47_400.0 + 3_064.0 + 6_216.0)
        + d_driving * products * 38_060.0
        + d_coverage * (k_co * co * 3_064.0 + k_water * water * 6_216.0 + k_co2 * co2 * 12_542.0);
    let d_products = -d_driving / equilibrium;
    let gradient = (
        -8.314 * d_inverse * inverse * inverse,
        d_driving * water + d_coverage * k_co,
        d_driving * co + d_coverage * k_water,
        d_products * hydrogen + d_coverage * k_co2,
        d_products * co2 + d_coverage * 0.05 / root,
    );
    (rate, gradient)
}

pub fn cases() -> Vec<Case> {
    vec![Case::returning(
        "water-gas shift",
        (550.0, 0.6, 1.4, 0.3, 0.5),
        |&(t, a, b, c, d)| water_gas_shift(t, a, b, c, d),
        |&(t, a, b, c, d)| water_gas_shift_by_hand(t, a, b, c, d),
        |&(t, a, b, c, d)| water_gas_shift::value_and_grad(t, a, b, c, d),
    )]
}
