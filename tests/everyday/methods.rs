//! Methods: of structs, of generic structs, of traits; called by each other.

use differentiate::{Differentiable, Real, differentiate};

#[derive(Clone, Debug, Differentiable, PartialEq)]
struct Layer {
    weights: Vec<f64>,
    bias: Vec<f64>,
    inputs: usize,
}

impl Layer {
    #[differentiate]
    pub(self) fn forward(&self, xs: &[f64]) -> Vec<f64> {
        self.bias
            .iter()
            .enumerate()
            .map(|(j, bias)| {
                let row = &self.weights[j * self.inputs..(j + 1) * self.inputs];
                (row.iter().zip(xs).map(|(w, x)| w * x).sum::<f64>() + bias).tanh()
            })
            .collect()
    }
}

#[derive(Clone, Debug, Differentiable, PartialEq)]
#[tangent]
struct Network {
    layers: Vec<Layer>,
    scale: f64,
}

impl Network {
    #[differentiate]
    pub(self) fn predict(&self, xs: &[f64]) -> f64 {
        let mut hidden = xs.to_vec();
        for layer in &self.layers {
            hidden = layer.forward(&hidden);
        }
        self.scale * hidden.iter().sum::<f64>()
    }

    #[differentiate]
    pub(self) fn loss(&self, xs: &[[f64; 2]], ys: &[f64]) -> f64 {
        xs.iter()
            .zip(ys)
            .map(|(x, y)| {
                let error = self.predict(x) - y;
                error * error
            })
            .sum::<f64>()
            / ys.len() as f64
    }
}

#[test]
fn a_network() {
    let layer = |weights: &[f64], bias: &[f64]| Layer {
        weights: weights.to_vec(),
        bias: bias.to_vec(),
        inputs: 2,
    };
    let network = Network {
        layers: vec![
            layer(&[0.1, -0.3, 0.4, 0.7], &[0.1, 0.2]),
            layer(&[0.5, -0.6], &[0.3]),
        ],
        scale: 1.7,
    };
    let xs = vec![[0.3, 0.8], [-0.4, 0.1]];
    check!(
        Network: loss loss_value_and_grad loss_accumulate_grad loss_vjp loss_jvp;
        (&network = network, &xs = xs, &ys = vec![0.5, -0.2])
    );
}

#[derive(Clone, Copy, Debug, Differentiable, PartialEq)]
struct State {
    x: f64,
    v: f64,
}

impl State {
    #[differentiate]
    pub(self) fn step(&mut self, stiffness: f64, dt: f64) {
        let acceleration = -stiffness * self.x;
        self.v += acceleration * dt;
        self.x += self.v * dt;
    }

    #[differentiate]
    pub(self) fn kick(&mut self, by: f64) -> f64 {
        self.v *= by;
        self.x += self.v;
        self.x
    }

    #[differentiate]
    pub(self) fn energy(&self, stiffness: f64) -> f64 {
        0.5 * self.v * self.v + 0.5 * stiffness * self.x * self.x
    }

    #[differentiate]
    pub(self) fn moved(self, by: f64) -> Self {
        State {
            x: self.x + by,
            ..self
        }
    }
}

#[differentiate]
fn simulated(x: f64, stiffness: f64, n: usize) -> f64 {
    let mut state = State { x, v: 0.0 };
    let mut energy = 0.0;
    for _ in 0..n {
        state.step(stiffness, 0.1);
        energy += state.energy(stiffness);
    }
    let moved = state.moved(stiffness);
    energy + moved.energy(1.0) + moved.x
}

#[differentiate]
fn kicked(start: &State, stiffness: f64, n: usize) -> f64 {
    let mut state = *start;
    let mut energy = start.energy(stiffness);
    for i in 0..n {
        let x = state.kick(stiffness * 0.5);
        energy += x * state.energy(x);
        if i % 2 == 0 {
            state.kick(0.3);
        }
    }
    energy + state.energy(1.0)
}

#[test]
fn states_that_change() {
    check!(simulated(x = 0.7, stiffness = 1.3, const n = 6));
    let start = State { x: 0.4, v: 0.7 };
    check!(kicked(&start = start, stiffness = 1.3, const n = 4));
    check!(
        State: energy energy_value_and_grad energy_accumulate_grad energy_vjp energy_jvp;
        (&state = start, stiffness = 1.3)
    );
}

trait Potential: Differentiable {
    #[differentiate]
    fn potential(&self, x: f64) -> f64;

    #[differentiate]
    fn twice(&self, x: f64) -> f64 {
        self.potential(x) * 2.0
    }
}

#[derive(Clone, Differentiable)]
struct Spring {
    stiffness: f64,
}

#[derive(Clone, Differentiable)]
struct Well {
    wall: f64,
    depth: f64,
}

impl Potential for Spring {
    #[differentiate]
    fn potential(&self, x: f64) -> f64 {
        0.5 * self.stiffness * x * x
    }
}

impl Potential for Well {
    #[differentiate]
    fn potential(&self, x: f64) -> f64 {
        self.wall * x.powi(4) - self.depth * x * x
    }
}

#[differentiate]
fn total<P: Potential>(potential: &P, xs: &[f64]) -> f64 {
    xs.iter()
        .map(|x| potential.potential(*x) + potential.twice(*x))
        .sum()
}

#[test]
fn of_a_trait() {
    let well = Well {
        wall: 0.7,
        depth: 0.3,
    };
    check!(total(&well = well, &xs = vec![0.5, 1.5]));
    check!(total(
        &spring = Spring { stiffness: 1.2 },
        &xs = vec![0.5, 1.5]
    ));
}

#[derive(Clone, Differentiable)]
struct Polynomial<T> {
    coefficients: Vec<T>,
}

impl<T: Real> Polynomial<T> {
    #[differentiate]
    pub(self) fn at(&self, x: T) -> T {
        let horner = self.coefficients.iter().rev();
        horner.fold(T::ZERO, |sum, c| sum * x + *c)
    }
}

#[differentiate]
fn squares(polynomial: &Polynomial<f64>, xs: &[f64]) -> f64 {
    let mut sum = 0.0;
    for &x in xs {
        sum += polynomial.at(x).powi(2);
    }
    sum
}

#[test]
fn of_a_generic_struct() {
    let coefficients = vec![1.0, -0.5, 0.25];
    check!(squares(
        &polynomial = Polynomial { coefficients },
        &xs = vec![0.3, 0.9]
    ));
}
