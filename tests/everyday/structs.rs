//! Structs: read, written, built, taken apart, passed and returned.

use differentiate::{Differentiable, differentiate};

#[derive(Clone, Debug, Differentiable, PartialEq)]
struct Series {
    scale: f64,
    coefficients: Vec<f64>,
    pair: [f64; 2],
}

#[differentiate]
fn series(series: &Series, x: f64) -> f64 {
    let mut sum = 0.0;
    for i in 0..series.coefficients.len() {
        sum += series.coefficients[i] * x.powi(i as i32);
    }
    sum * series.scale + series.pair[0] * series.pair[1]
}

#[test]
fn fields_of_a_reference() {
    let input = Series {
        scale: 1.5,
        coefficients: vec![0.5, -1.0, 2.0],
        pair: [3.0, 4.0],
    };
    check!(series(&series = input.clone(), x = 0.7));
    let (gradient, _) = series::grad(&input, 0.7);
    assert_eq!(gradient.pair, [4.0, 3.0]);
}

#[derive(Clone, Copy, Debug, Differentiable, PartialEq)]
struct State {
    x: f64,
    v: f64,
}

#[differentiate]
fn step(state: State, stiffness: f64, dt: f64) -> State {
    let acceleration = -stiffness * state.x;
    State {
        x: state.x + dt * state.v,
        v: state.v + dt * acceleration,
    }
}

#[differentiate]
fn stepped(start: State, stiffness: f64, n: usize) -> f64 {
    let mut state = start;
    for _ in 0..n {
        state = step(state, stiffness, 0.1);
    }
    state.x * state.x + state.v
}

#[test]
fn structs_as_results() {
    let state = State { x: 1.0, v: 0.3 };
    check!(map step(state = state, stiffness = 2.0, dt = 0.1));
    check!(stepped(state = state, stiffness = 2.0, const n = 5));
    check!(stepped(state = state, stiffness = 2.0, const n = 0));
}

#[differentiate]
fn push(state: &mut State, stiffness: f64) {
    state.x += stiffness * state.v;
    state.v *= state.x;
}

#[differentiate]
fn pushed(x: f64, stiffness: f64, n: usize) -> f64 {
    let mut state = State { x, v: 1.0 };
    for _ in 0..n {
        push(&mut state, stiffness);
        let State { x: y, v } = state;
        state = State {
            x: y * 0.5,
            ..state
        };
        state.v = v.sin();
    }
    state.x + state.v
}

#[test]
fn changed_and_taken_apart() {
    check!(pushed(x = 0.4, stiffness = 0.8, const n = 3));
    let (mut state, mut buffer) = (State { x: 1.0, v: 2.0 }, State { x: 0.0, v: 1.0 });
    let mut d_stiffness = 0.0;
    push::accumulate_grad(&mut state, 0.5, (), &mut buffer, &mut d_stiffness);
    assert_eq!(state, State { x: 2.0, v: 4.0 });
    // The speed becomes `v * (x + stiffness * v)`.
    assert_eq!((buffer, d_stiffness), (State { x: 2.0, v: 3.0 }, 4.0));
}

#[differentiate]
fn returned_early(n: usize, x: f64) -> State {
    for i in 0..n {
        if i == 3 {
            return State { x: x * x, v: 1.0 };
        }
    }
    State { x, v: x * 2.0 }
}

#[differentiate]
fn of_an_early_return(n: usize, x: f64) -> f64 {
    let state = returned_early(n, x);
    state.x * state.v
}

#[test]
fn early_returns() {
    for n in [2, 5] {
        check!(map returned_early(const n = n, x = 1.7));
        check!(of_an_early_return(const n = n, x = 1.7));
    }
}

#[derive(Clone, Copy, Differentiable)]
struct Vec3(f64, f64, f64);

#[differentiate]
fn cross(a: Vec3, b: &Vec3) -> Vec3 {
    let Vec3(x, y, z) = a;
    Vec3(y * b.2 - z * b.1, z * b.0 - x * b.2, x * b.1 - y * b.0)
}

#[differentiate]
fn volume(a: Vec3, b: Vec3, c: Vec3) -> f64 {
    let mut normal = cross(a, &b);
    normal.0 *= c.0;
    normal.0 + normal.1 * c.1 + normal.2 * c.2
}

#[test]
fn tuple_structs() {
    let (a, b, c) = (
        Vec3(1.0, 0.5, -0.3),
        Vec3(0.2, 2.0, 0.7),
        Vec3(0.4, -0.6, 1.0),
    );
    check!(map cross(a = a, &b = b));
    check!(volume(a = a, b = b, c = c));
}

#[derive(Clone, Differentiable)]
struct Body {
    position: [f64; 2],
    state: State,
    charge: Option<f64>,
}

#[differentiate]
fn energy(bodies: &[Body], strength: f64) -> f64 {
    let mut energy = 0.0;
    for (i, a) in bodies.iter().enumerate() {
        for b in &bodies[i + 1..] {
            let [dx, dy] = [a.position[0] - b.position[0], a.position[1] - b.position[1]];
            if let (Some(p), Some(q)) = (a.charge, b.charge) {
                energy += strength * p * q / (dx * dx + dy * dy).sqrt();
            }
        }
        energy += 0.5 * a.state.v * a.state.v;
    }
    energy
}

#[test]
fn structs_in_slices() {
    let body = |x, charge| Body {
        position: [x, x * x],
        state: State { x, v: 2.0 * x },
        charge,
    };
    let bodies = vec![
        body(0.5, Some(1.0)),
        body(1.5, Some(-0.7)),
        body(-0.4, None),
    ];
    check!(energy(&bodies = bodies, strength = 0.9));
}
