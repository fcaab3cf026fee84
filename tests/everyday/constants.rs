//! Structs and enums with fields that have no derivative, and types that contain themselves.

use differentiate::{Differentiable, differentiate};

#[derive(Clone, Differentiable)]
struct Inner {
    gain: f64,
    offsets: [f64; 2],
}

#[derive(Clone, Differentiable)]
struct Model {
    weights: Vec<f64>,
    #[constant]
    rate: f64,
    #[constant]
    data: Vec<f64>,
    n: usize,
    name: String,
    #[constant]
    calls: std::cell::Cell<u8>,
    inner: Inner,
}

#[differentiate]
fn output(model: &Model, x: f64) -> f64 {
    let mut sum = 0.0;
    let rate = model.rate;
    for i in 0..model.n {
        sum += model.weights[i] * model.data[i] * model.rate + x * rate;
    }
    let data = &model.data;
    sum * data[0] + model.inner.gain * model.inner.offsets[1]
}

fn model() -> Model {
    Model {
        weights: vec![1.0, 2.0],
        rate: 0.5,
        data: vec![3.0, 4.0],
        n: 2,
        name: String::from("model"),
        calls: 1.into(),
        inner: Inner {
            gain: 2.0,
            offsets: [5.0, 6.0],
        },
    }
}

#[test]
fn fields_without_a_derivative() {
    check!(output(&model = model(), x = 1.5));
    let (gradient, dx) = output::grad(&model(), 1.5);
    assert_eq!(gradient.weights, [4.5, 6.0]);
    assert_eq!(
        (gradient.inner.gain, gradient.inner.offsets),
        (6.0, [0.0, 2.0])
    );
    assert_eq!(dx, 3.0);
    assert_eq!((model().name.as_str(), model().calls.get()), ("model", 1));
}

#[derive(Clone, Debug, Differentiable, PartialEq)]
enum Activation {
    Relu,
    Leaky(f64),
    Power(i32, f64),
    Scaled {
        #[constant]
        by: f64,
        slope: f64,
    },
}

#[differentiate]
fn activated(activation: &Activation, x: f64) -> f64 {
    match activation {
        Activation::Relu => x.max(0.0),
        Activation::Leaky(slope) => {
            if x > 0.0 {
                x
            } else {
                slope * x
            }
        }
        Activation::Power(n, scale) => scale * x.powi(*n),
        Activation::Scaled { by, slope } => by * slope * x,
    }
}

#[test]
fn variants_with_constants() {
    check!(activated(&a = Activation::Relu, x = 1.5));
    check!(activated(&a = Activation::Leaky(0.1), x = -1.5));
    check!(activated(&a = Activation::Power(3, 2.0), x = 1.5));
    let scaled = Activation::Scaled {
        by: 2.0,
        slope: 3.0,
    };
    check!(activated(&a = scaled.clone(), x = 1.5));
    let (gradient, dx) = activated::grad(&scaled, 1.5);
    assert_eq!(gradient, ActivationTangent::Scaled { slope: 3.0 });
    assert_eq!(dx, 6.0);
}

#[derive(Clone, Debug, Differentiable, PartialEq)]
enum Tree {
    Leaf(f64),
    Node(Box<Tree>, Box<Tree>),
}

#[differentiate]
fn sum(tree: &Tree) -> f64 {
    match tree {
        Tree::Leaf(x) => x * x,
        Tree::Node(left, right) => sum(left) * 2.0 + sum(right),
    }
}

#[differentiate]
fn built(x: f64, y: f64) -> f64 {
    let tree = Tree::Node(
        Box::new(Tree::Leaf(x)),
        Box::new(Tree::Node(
            Box::new(Tree::Leaf(y)),
            Box::new(Tree::Leaf(x * y)),
        )),
    );
    sum(&tree)
}

#[test]
fn boxes() {
    check!(built(x = 2.0, y = 3.0));
    let leaf = |x| Box::new(Tree::Leaf(x));
    check!(sum(&tree = Tree::Node(leaf(1.0), leaf(-2.0))));
}

#[derive(Clone, Copy, Differentiable)]
enum Kind {
    Square,
    Sine,
}

#[differentiate]
fn by_kind(x: f64, kind: Kind) -> f64 {
    match kind {
        Kind::Square => x * x,
        Kind::Sine => x.sin(),
    }
}

#[differentiate]
fn by_both_kinds(x: f64) -> f64 {
    let mut y = x;
    for kind in [Kind::Square, Kind::Sine] {
        y = by_kind(y, kind);
    }
    y
}

#[test]
fn enums_that_are_settings() {
    check!(by_kind(x = 3.0, kind = Kind::Square));
    check!(by_kind(x = 3.0, kind = Kind::Sine));
    check!(by_both_kinds(x = 0.7));
    assert_eq!(by_kind::grad(3.0, Kind::Square), (6.0, ()));
}
