//! The objectives: one for the numbers of the other crates, and one as it is usually written, which
//! is the yardstick, under `#[differentiate]`.

use differentiate::differentiate;

use crate::number::Number;

pub trait Objective: Sync {
    fn name(&self) -> &'static str;
    fn start(&self) -> Vec<f64>;
    fn of<N: Number>(&self, x: &[N]) -> N;
    fn plain(&self, x: &[f64]) -> f64;
    fn gradient(&self, x: &[f64]) -> Vec<f64>;
}

/// Adds up; there is a first one.
fn sum<N: Number>(mut terms: impl Iterator<Item = N>) -> N {
    let first = terms.next().expect("a first term");
    terms.fold(first, |sum, term| sum + term)
}

/// Numbers spread over `-scale..scale`, the same in every run.
fn numbers(count: usize, scale: f64) -> Vec<f64> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let next = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        scale * ((state >> 11) as f64 / (1_u64 << 52) as f64 - 1.0)
    };
    std::iter::repeat_with(next).take(count).collect()
}

pub struct Rosenbrock;

impl Rosenbrock {
    pub const PARAMETERS: usize = 100;
}

#[differentiate]
fn rosenbrock(x: &[f64]) -> f64 {
    let mut sum = 0.0;
    for i in 1..x.len() {
        let offset = 1.0 - x[i - 1];
        let height = x[i] - x[i - 1] * x[i - 1];
        sum += 100.0 * height * height + offset * offset;
    }
    sum
}

impl Objective for Rosenbrock {
    fn name(&self) -> &'static str {
        "Rosenbrock, n = 100"
    }

    fn start(&self) -> Vec<f64> {
        numbers(Self::PARAMETERS, 1.5)
    }

    fn of<N: Number>(&self, x: &[N]) -> N {
        sum(x.windows(2).map(|pair| {
            let offset = pair[0].plus(-1.0);
            let height = pair[1] - pair[0] * pair[0];
            (height * height).times(100.0) + offset * offset
        }))
    }

    fn plain(&self, x: &[f64]) -> f64 {
        rosenbrock(x)
    }

    fn gradient(&self, x: &[f64]) -> Vec<f64> {
        rosenbrock::grad(x)
    }
}

/// A perceptron with one hidden layer, on a batch.
pub struct Mlp {
    inputs: Vec<f64>,
    targets: Vec<f64>,
}

const WIDTH: usize = 16;
const HIDDEN: usize = 16;

impl Mlp {
    pub const PARAMETERS: usize = HIDDEN * (WIDTH + 2) + 1;

    pub fn new() -> Self {
        Mlp {
            inputs: numbers(8 * WIDTH, 1.0),
            targets: numbers(8, 1.0),
        }
    }
}

#[differentiate(wrt(parameters))]
fn mlp(parameters: &[f64], inputs: &[f64], targets: &[f64]) -> f64 {
    let (w1, rest) = parameters.split_at(HIDDEN * WIDTH);
    let (b1, rest) = rest.split_at(HIDDEN);
    let (w2, b2) = rest.split_at(HIDDEN);
    let mut loss = 0.0;
    for row in 0..targets.len() {
        let mut output = b2[0];
        for j in 0..HIDDEN {
            let mut z = b1[j];
            for k in 0..WIDTH {
                z += w1[j * WIDTH + k] * inputs[row * WIDTH + k];
            }
            output += w2[j] * z.tanh();
        }
        let error = output - targets[row];
        loss += error * error;
    }
    loss / targets.len() as f64
}

impl Objective for Mlp {
    fn name(&self) -> &'static str {
        "MLP 16-16-1, tanh, batch 8"
    }

    fn start(&self) -> Vec<f64> {
        numbers(Self::PARAMETERS, 0.5)
    }

    fn of<N: Number>(&self, x: &[N]) -> N {
        let (w1, rest) = x.split_at(HIDDEN * WIDTH);
        let (b1, rest) = rest.split_at(HIDDEN);
        let (w2, b2) = rest.split_at(HIDDEN);
        let rows = self.inputs.chunks_exact(WIDTH).zip(&self.targets);
        let loss = sum(rows.map(|(row, target)| {
            let mut output = b2[0];
            for (j, weights) in w1.chunks_exact(WIDTH).enumerate() {
                let products = weights.iter().zip(row);
                let z = products.fold(b1[j], |z, (w, x)| z + w.times(*x));
                output = output + w2[j] * z.tanh();
            }
            let error = output.plus(-target);
            error * error
        }));
        loss.times(1.0 / self.targets.len() as f64)
    }

    fn plain(&self, x: &[f64]) -> f64 {
        mlp(x, &self.inputs, &self.targets)
    }

    fn gradient(&self, x: &[f64]) -> Vec<f64> {
        mlp::grad(x, &self.inputs, &self.targets)
    }
}

pub struct LogisticMap;

const STEPS: usize = 10_000;

impl LogisticMap {
    pub const PARAMETERS: usize = 2;
}

#[differentiate(wrt(start, rate))]
fn logistic_map(start: f64, rate: f64, steps: usize) -> f64 {
    let mut x = start;
    for _ in 0..steps {
        x = rate * x * (1.0 - x);
    }
    x
}

impl Objective for LogisticMap {
    fn name(&self) -> &'static str {
        "logistic map, 10,000 steps"
    }

    /// At the rate where periods end and chaos begins, the gradient neither vanishes nor overflows.
    fn start(&self) -> Vec<f64> {
        vec![0.3, 3.569_945_6]
    }

    fn of<N: Number>(&self, x: &[N]) -> N {
        let minus_rate = x[1].times(-1.0);
        (0..STEPS).fold(x[0], |x, _| minus_rate * x * x.plus(-1.0))
    }

    fn plain(&self, x: &[f64]) -> f64 {
        logistic_map(x[0], x[1], STEPS)
    }

    fn gradient(&self, x: &[f64]) -> Vec<f64> {
        let (d_start, d_rate) = logistic_map::grad(x[0], x[1], STEPS);
        vec![d_start, d_rate]
    }
}
