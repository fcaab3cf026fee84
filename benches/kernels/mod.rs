//! The kernels: a file each, with the function, the best adjoint we could write by hand, and an
//! input.
//!
//! A hand-written adjoint has the signature of the generated function that it is compared with,
//! and its value is bit for bit the function's: its forward sweep does the function's arithmetic in
//! the function's order, so that what is compared is the work of differentiation. For the rest it
//! is as fast as we know how to make it. The comment above it says what it keeps for its reverse
//! sweep, and why that is the least.

#![allow(
    unreachable_pub,
    clippy::manual_memcpy,
    clippy::needless_range_loop,
    clippy::too_many_arguments,
    clippy::type_complexity,
    reason = "a kernel is written as numeric code often is, with indices and many parameters"
)]

mod adbench;
mod arm;
mod black_scholes;
mod case;
mod heat;
mod horner;
mod lennard_jones;
mod logistic_map;
mod logistic_regression;
mod lorenz;
mod lstm;
mod mahalanobis;
mod matmul;
mod mlp;
mod neuron;
mod rosenbrock;
mod softmax;
mod van_der_pol;
mod water_gas_shift;

pub use case::{Case, Numbers};

/// All kernels: straight lines first, then loops.
pub fn all() -> Vec<Case> {
    [
        neuron::cases(),
        black_scholes::cases(),
        water_gas_shift::cases(),
        mahalanobis::cases(),
        arm::cases(),
        rosenbrock::cases(),
        horner::cases(),
        softmax::cases(),
        logistic_regression::cases(),
        mlp::cases(),
        lstm::cases(),
        matmul::cases(),
        lennard_jones::cases(),
        logistic_map::cases(),
        van_der_pol::cases(),
        lorenz::cases(),
        heat::cases(),
        adbench::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// `count` numbers spread over `low..high`, the same in every run: a multiplicative generator
/// keeps them without a pattern that a branch predictor could learn.
fn numbers(count: usize, low: f64, high: f64) -> Vec<f64> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let next = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        low + (high - low) * (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    std::iter::repeat_with(next).take(count).collect()
}
