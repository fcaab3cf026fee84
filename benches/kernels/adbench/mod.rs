//! The four objectives of ADBench, as `examples/adbench` has them, and their derivatives by hand.

mod bundle_by_hand;
mod gmm_by_hand;
mod hand_by_hand;
mod lstm_by_hand;
mod objectives;

use differentiate::{Differentiable, Tangent};
use objectives::{bundle, gmm, hand, lstm};

use super::{Case, Numbers};

pub fn cases() -> Vec<Case> {
    vec![mixture(), network(), bundle_adjustment(), tracking()]
}

fn mixture() -> Case {
    let instance = gmm::Instance::new(10, 25, 1000);
    let constant = instance.constant();
    let zero = instance.mixture.zero_tangent();
    Case::accumulating(
        "ADBench GMM, d = 10, K = 25, n = 1,000",
        (instance.mixture, instance.points, instance.prior, constant),
        zero,
        |(mixture, points, p, c)| gmm::log_posterior(mixture, points, p.gamma, p.m, *c),
        |(mixture, points, p, c), seed, d| {
            gmm_by_hand::log_posterior_by_hand(mixture, points, p.gamma, p.m, *c, seed, d)
        },
        |(mixture, points, p, c), seed, d| {
            gmm::log_posterior::accumulate_grad(mixture, points, p.gamma, p.m, *c, seed, d)
        },
    )
}

fn network() -> Case {
    let instance = lstm::Instance::new(2, 1024, 14);
    let zero = instance.model.zero_tangent();
    Case::accumulating(
        "ADBench LSTM, l2 c1024",
        (instance.model, instance.states, instance.sequence),
        zero,
        |(model, states, sequence)| lstm::loss(model, states, sequence),
        |(model, states, sequence), seed, d| {
            lstm_by_hand::loss_by_hand(model, states, sequence, seed, d)
        },
        |(model, states, sequence), seed, d| {
            lstm::loss::accumulate_grad(model, states, sequence, seed, d)
        },
    )
}

/// Two rows by reverse mode, which share the forward sweep.
fn bundle_adjustment() -> Case {
    let instance = bundle::Instance::new(1, 1, 1);
    let ((camera, point, weight), seen) = instance.observations().next().expect("one of one");
    Case::returning(
        "ADBench BA, 2×15 Jacobian, rows",
        (camera, point, weight, *seen),
        |(camera, point, weight, seen)| bundle::residual(camera, point, *weight, seen),
        |(camera, point, weight, seen)| {
            bundle_by_hand::residual_by_hand(camera, point, *weight, seen)
        },
        |(camera, point, weight, seen)| {
            let (value, pullback) = bundle::residual::vjp(camera, point, *weight, seen);
            (value, [pullback([1.0, 0.0]), pullback([0.0, 1.0])])
        },
    )
}

/// All columns by forward mode; by hand, with what is known of the columns.
fn tracking() -> Case {
    let instance = hand::Instance::new(100, 100);
    Case::returning(
        "ADBench hand, 26 columns, forward",
        instance,
        |instance| instance.objective(&instance.theta),
        |instance| {
            hand_by_hand::jacobian_by_hand(&instance.theta, &instance.hand, &instance.measured)
        },
        |instance| (instance.objective(&instance.theta), instance.jacobian()),
    )
    .by_columns()
}

macro_rules! tangents {
    ($($ty:ty)+) => {$(
        impl Numbers for $ty {
            const TOLERANCE: f64 = f64::TOLERANCE;

            fn entries(&self, to: &mut Vec<f64>) {
                self.for_each_scalar(|x| to.push(x));
            }
        }
    )+};
}

tangents! { gmm::Mixture lstm::Model bundle::Camera }
