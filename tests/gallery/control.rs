//! Controllers and filters with a state.

use differentiate::{Differentiable, differentiate};

/// A controller with proportional, integral and differential parts.
#[derive(Clone, Differentiable)]
struct Pid {
    gains: [f64; 3],
    integral: f64,
    last: f64,
}

impl Pid {
    #[differentiate]
    fn new(gains: [f64; 3]) -> Self {
        Pid {
            gains,
            integral: 0.0,
            last: 0.0,
        }
    }

    #[differentiate]
    fn control(&mut self, error: f64, dt: f64) -> f64 {
        self.integral += error * dt;
        let slope = (error - self.last) / dt;
        self.last = error;
        let [p, i, d] = self.gains;
        p * error + i * self.integral + d * slope
    }
}

/// How far a controlled system is from where it should be.
#[differentiate]
fn tracking_error(gains: [f64; 3], goal: f64, steps: usize) -> f64 {
    let mut pid = Pid::new(gains);
    let (mut x, mut v) = (0.0, 0.0);
    let mut cost = 0.0;
    for _ in 0..steps {
        let force = pid.control(goal - x, 0.1);
        v += 0.1 * (force - 0.5 * v);
        x += 0.1 * v;
        cost += (goal - x).powi(2) + 0.01 * force * force;
    }
    cost
}

#[test]
fn pid_controller() {
    check!(tracking_error(gains = [2.0, 0.3, 0.1], goal = 1.0, const steps = 10));
}

/// A biquad section in transposed direct form II.
#[derive(Clone, Copy, Differentiable)]
struct Biquad {
    b: [f64; 3],
    a: [f64; 2],
    z: [f64; 2],
}

impl Biquad {
    #[differentiate]
    fn filter(&mut self, x: f64) -> f64 {
        let y = self.b[0] * x + self.z[0];
        self.z[0] = self.b[1] * x - self.a[0] * y + self.z[1];
        self.z[1] = self.b[2] * x - self.a[1] * y;
        y
    }
}

/// The energy behind a filter.
#[differentiate]
fn filtered_energy(filter: &Biquad, signal: &[f64]) -> f64 {
    let mut filter = *filter;
    signal.iter().map(|&x| filter.filter(x).powi(2)).sum()
}

#[test]
fn biquad_filter() {
    let filter = Biquad {
        b: [0.3, 0.5, 0.2],
        a: [-0.4, 0.1],
        z: [0.0, 0.1],
    };
    check!(filtered_energy(
        &filter = filter,
        &signal = vec![1.0, 0.0, -0.5, 0.7]
    ));
}

/// A Kalman filter for a position and a velocity.
#[derive(Clone, Differentiable)]
struct Kalman {
    state: [f64; 2],
    covariance: [[f64; 2]; 2],
}

impl Kalman {
    #[differentiate]
    fn predict(&mut self, dt: f64, noise: f64) {
        self.state[0] += dt * self.state[1];
        let [[a, b], [c, d]] = self.covariance;
        self.covariance = [
            [a + dt * (b + c) + dt * dt * d + noise, b + dt * d],
            [c + dt * d, d + noise],
        ];
    }

    /// Takes a measurement in; returns how likely it was.
    #[differentiate]
    fn correct(&mut self, measured: f64, noise: f64) -> f64 {
        let [[a, b], [c, d]] = self.covariance;
        let innovation = measured - self.state[0];
        let s = a + noise;
        let gain = [a / s, c / s];
        self.state[0] += gain[0] * innovation;
        self.state[1] += gain[1] * innovation;
        self.covariance = [
            [(1.0 - gain[0]) * a, (1.0 - gain[0]) * b],
            [c - gain[1] * a, d - gain[1] * b],
        ];
        -0.5 * (innovation * innovation / s + s.ln())
    }
}

/// The likelihood of measurements.
#[differentiate]
fn likelihood(start: &Kalman, measurements: &[f64], process: f64, noise: f64) -> f64 {
    let mut filter = start.clone();
    let mut sum = 0.0;
    for &measured in measurements {
        filter.predict(0.5, process);
        sum += filter.correct(measured, noise);
    }
    sum
}

#[test]
fn kalman_filter() {
    let start = Kalman {
        state: [0.0, 1.0],
        covariance: [[1.0, 0.1], [0.1, 0.5]],
    };
    check!(likelihood(
        &start = start,
        &measurements = vec![0.6, 0.9, 1.7],
        process = 0.05,
        noise = 0.2
    ));
}

/// A thermostat with hysteresis, by `match` on its mode and the temperature.
#[differentiate]
fn thermostat(loss: f64, power: f64, steps: usize) -> f64 {
    let mut temperature = 18.0;
    let mut on = false;
    let mut energy = 0.0;
    for _ in 0..steps {
        on = match (on, temperature) {
            (false, t) if t < 19.0 => true,
            (true, t) if t > 21.0 => false,
            (keep, _) => keep,
        };
        let heat = if on { power } else { 0.0 };
        temperature += heat - loss * (temperature - 5.0);
        energy += heat * heat;
    }
    temperature + 0.1 * energy
}

#[test]
fn thermostat_with_hysteresis() {
    check!(thermostat(loss = 0.05, power = 1.7, const steps = 9));
}
