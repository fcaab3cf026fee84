//! The four objectives of ADBench (F. Šrajer, Z. Kukelova, A. Fitzgibbon, *A benchmark of selected
//! algorithmic differentiation tools on some problems in computer vision and machine learning*, 2018),
//! as ordinary Rust under `#[differentiate]`: a mixture of normal distributions, bundle adjustment, an
//! LSTM, and hand tracking. The formulas are theirs; the data is made up.
//!
//! `cargo run --release --example adbench`

#![allow(
    clippy::needless_range_loop,
    reason = "the formulas as the papers have them"
)]

mod bundle;
mod differences;
mod gmm;
mod hand;
mod lstm;
mod random;

use differentiate::Tangent;

/// What is found about an objective.
struct Row {
    name: &'static str,
    value: f64,
    /// The norm of its gradient or Jacobian.
    norm: f64,
    /// The largest difference to differences, against the norm.
    error: f64,
}

fn main() {
    println!(
        "{:<20} {:>14} {:>14} {:>10}",
        "objective", "value", "gradient", "error"
    );
    for row in [
        mixture(6, 5, 20),
        bundle(3, 10, 20),
        lstm(2, 8, 5),
        hand(20, 12),
    ] {
        let Row {
            name,
            value,
            norm,
            error,
        } = row;
        println!("{name:<20} {value:>14.6} {norm:>14.6} {error:>10.1e}");
    }
}

fn mixture(d: usize, k: usize, n: usize) -> Row {
    let instance = gmm::Instance::new(d, k, n);
    let (value, gradient) = instance.gradient();
    let objective = |at: &_| instance.objective(at);
    let error = differences::worst(&instance.mixture, objective, &gradient);
    row("Gaussian mixture", value, &gradient.scalars(), error)
}

fn lstm(layers: usize, length: usize, width: usize) -> Row {
    let instance = lstm::Instance::new(layers, length, width);
    let (value, gradient) = instance.gradient();
    let objective = |at: &_| instance.objective(at);
    let error = differences::worst(&instance.model, objective, &gradient);
    row("LSTM", value, &gradient.scalars(), error)
}

fn bundle(cameras: usize, points: usize, observations: usize) -> Row {
    let instance = bundle::Instance::new(cameras, points, observations);
    let (mut all, mut worst) = (Vec::new(), 0.0_f64);
    for ((inputs, seen), rows) in instance.observations().zip(instance.jacobian()) {
        for (i, row) in rows.iter().enumerate() {
            let residual = |at: &bundle::Inputs| bundle::residual(&at.0, &at.1, at.2, seen)[i];
            worst = worst.max(differences::worst(&inputs, residual, row));
            all.extend(row.scalars());
        }
        all.push(bundle::weight_residual::grad(inputs.2));
    }
    row("bundle adjustment", instance.objective(), &all, worst)
}

fn hand(vertices: usize, measured: usize) -> Row {
    let instance = hand::Instance::new(vertices, measured);
    let residuals = instance.objective(&instance.theta);
    let columns = instance.jacobian();
    let mut worst = 0.0_f64;
    for i in 0..residuals.len() {
        let row: [f64; hand::PARAMETERS] = std::array::from_fn(|j| columns[j][i]);
        let residual = |at: &_| instance.objective(at)[i];
        worst = worst.max(differences::worst(&instance.theta, residual, &row));
    }
    let value = 0.5 * residuals.iter().map(|r| r * r).sum::<f64>();
    row("hand tracking", value, &columns.concat(), worst)
}

fn row(name: &'static str, value: f64, derivatives: &[f64], error: f64) -> Row {
    let norm = derivatives.iter().map(|d| d * d).sum::<f64>().sqrt();
    Row {
        name,
        value,
        norm,
        error: error / norm,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(row: Row) {
        let Row {
            name, norm, error, ..
        } = row;
        assert!(
            norm.is_finite() && norm > 1e-3,
            "{name}: the derivative is {norm} long"
        );
        assert!(error < 1e-8, "{name}: {error} from differences");
    }

    #[test]
    fn gaussian_mixtures() {
        holds(mixture(2, 3, 5));
        holds(mixture(1, 1, 4));
        holds(mixture(4, 2, 3));
    }

    #[test]
    fn bundle_adjustment() {
        holds(bundle(2, 3, 4));
    }

    #[test]
    fn lstms() {
        holds(lstm(1, 3, 2));
        holds(lstm(2, 4, 3));
    }

    #[test]
    fn hand_tracking() {
        holds(hand(6, 4));
    }
}
