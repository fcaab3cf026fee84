//! A gated neuron in a straight line: logistic function, hyperbolic tangent, exponential.

use differentiate::differentiate;

use super::Case;

#[differentiate]
pub fn neuron(x: f64, y: f64, z: f64, a: f64, b: f64, c: f64, bias: f64, gain: f64) -> f64 {
    let input = a * x + b * y + c * z + bias;
    let gate = 1.0 / (1.0 + (-input).exp());
    let state = (gain * input).tanh();
    gate * state + (-state * state).exp()
}

/// Keeps the three transcendental results; no exponential is computed twice.
pub fn neuron_by_hand(
    x: f64,
    y: f64,
    z: f64,
    a: f64,
    b: f64,
    c: f64,
    bias: f64,
    gain: f64,
) -> (f64, (f64, f64, f64, f64, f64, f64, f64, f64)) {
    let input = a * x + b * y + c * z + bias;
    let gate = 1.0 / (1.0 + (-input).exp());
    let state = (gain * input).tanh();
    let bump = (-state * state).exp();

    let d_state = gate - 2.0 * state * bump;
    let d_scaled = d_state * (1.0 - state * state);
    let d_input = state * gate * (1.0 - gate) + d_scaled * gain;
    let gradient = (
        d_input * a,
        d_input * b,
        d_input * c,
        d_input * x,
        d_input * y,
        d_input * z,
        d_input,
        d_scaled * input,
    );
    (gate * state + bump, gradient)
}

pub fn cases() -> Vec<Case> {
    vec![Case::returning(
        "neuron",
        (0.3, -0.8, 0.5, 1.1, 0.4, -0.7, 0.2, 1.3),
        |&(x, y, z, a, b, c, bias, gain)| neuron(x, y, z, a, b, c, bias, gain),
        |&(x, y, z, a, b, c, bias, gain)| neuron_by_hand(x, y, z, a, b, c, bias, gain),
        |&(x, y, z, a, b, c, bias, gain)| neuron::value_and_grad(x, y, z, a, b, c, bias, gain),
    )]
}
