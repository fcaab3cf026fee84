//! Recurrent cells with a state of their own.

use differentiate::{Differentiable, differentiate};

#[differentiate]
fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// What an LSTM carries from step to step.
#[derive(Clone, Copy, Default, Differentiable)]
struct State {
    hidden: f64,
    cell: f64,
}

/// The weights of a gate, for input, state and bias.
#[derive(Clone, Copy, Differentiable)]
struct Gate {
    input: f64,
    state: f64,
    bias: f64,
}

impl Gate {
    #[differentiate]
    fn drive(&self, x: f64, hidden: f64) -> f64 {
        self.input * x + self.state * hidden + self.bias
    }
}

#[derive(Clone, Differentiable)]
struct Lstm {
    forget: Gate,
    input: Gate,
    output: Gate,
    candidate: Gate,
}

impl Lstm {
    #[differentiate]
    fn step(&self, state: State, x: f64) -> State {
        let forget = sigmoid(self.forget.drive(x, state.hidden));
        let input = sigmoid(self.input.drive(x, state.hidden));
        let output = sigmoid(self.output.drive(x, state.hidden));
        let candidate = self.candidate.drive(x, state.hidden).tanh();
        let cell = forget * state.cell + input * candidate;
        State {
            hidden: output * cell.tanh(),
            cell,
        }
    }
}

/// An LSTM along a sequence.
#[differentiate]
fn sequence_loss(lstm: &Lstm, xs: &[f64]) -> f64 {
    let mut state = State::default();
    let mut loss = 0.0;
    for pair in xs.windows(2) {
        state = lstm.step(state, pair[0]);
        loss += (state.hidden - pair[1]).powi(2);
    }
    loss
}

#[test]
fn lstm_cell() {
    let gate = |k: f64| Gate {
        input: 0.5 * k,
        state: 0.3 - k,
        bias: 0.1 * k,
    };
    let lstm = Lstm {
        forget: gate(1.0),
        input: gate(0.6),
        output: gate(-0.4),
        candidate: gate(0.8),
    };
    check!(sequence_loss(&lstm = lstm, &xs = vec![0.2, -0.5, 0.9, 0.4]));
}

/// A gated recurrent unit, with its state changed in place.
#[derive(Clone, Differentiable)]
struct Gru {
    update: Gate,
    reset: Gate,
    candidate: Gate,
}

/// One step of a gated recurrent unit.
#[differentiate]
fn gru_step(gru: &Gru, hidden: &mut f64, x: f64) {
    let update = sigmoid(gru.update.drive(x, *hidden));
    let reset = sigmoid(gru.reset.drive(x, *hidden));
    let candidate = gru.candidate.drive(x, reset * *hidden).tanh();
    *hidden = (1.0 - update) * *hidden + update * candidate;
}

/// A gated recurrent unit along a sequence.
#[differentiate]
fn gru_output(gru: &Gru, xs: &[f64]) -> f64 {
    let mut hidden = 0.1;
    for &x in xs {
        gru_step(gru, &mut hidden, x);
    }
    hidden
}

#[test]
fn gated_unit() {
    let gate = |k: f64| Gate {
        input: 0.5 * k,
        state: 0.3 - k,
        bias: 0.1 * k,
    };
    let gru = Gru {
        update: gate(0.9),
        reset: gate(-0.7),
        candidate: gate(1.2),
    };
    check!(gru_output(&gru = gru, &xs = vec![0.2, -0.5, 0.9]));
}

/// A running mean and variance, as batch normalization keeps them.
#[derive(Clone, Differentiable)]
struct Running {
    mean: f64,
    variance: f64,
}

impl Running {
    #[differentiate]
    fn update(&mut self, x: f64, momentum: f64) {
        let error = x - self.mean;
        self.mean += momentum * error;
        self.variance = (1.0 - momentum) * (self.variance + momentum * error * error);
    }
}

/// The last value, normalized by what ran before it.
#[differentiate]
fn normalized_last(xs: &[f64], momentum: f64) -> f64 {
    let mut running = Running {
        mean: 0.0,
        variance: 1.0,
    };
    for &x in xs {
        running.update(x, momentum);
    }
    (xs[xs.len() - 1] - running.mean) / (running.variance + 1e-6).sqrt()
}

#[test]
fn running_statistics() {
    check!(normalized_last(
        &xs = vec![0.4, 1.2, -0.3, 0.8],
        momentum = 0.3
    ));
}
