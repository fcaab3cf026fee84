//! Structs: named, tuple, unit; their own tangents, or made ones.

use differentiate::{Differentiable, Point, Tangent};

use super::laws;

#[derive(Clone, Debug, Default, Differentiable, PartialEq)]
struct Layer {
    weights: Vec<f64>,
    bias: [f64; 2],
    gain: Option<f64>,
    pair: (f32, f64),
    boxed: Box<[f64]>,
}

fn layer(x: f64) -> Layer {
    Layer {
        weights: vec![x, 2.0 * x, -x],
        bias: [x + 1.0, 0.5],
        gain: Some(4.0 * x),
        pair: (2.0, -x),
        boxed: Box::new([x, 8.0]),
    }
}

#[test]
fn its_own_tangent() {
    laws::hold(&layer(1.0), &layer(-2.0));
    let zero: Layer = layer(3.0).zero_tangent();
    assert_eq!(zero.weights, [0.0; 3]);
    assert_eq!(zero.gain, Some(0.0));
    let mut params = layer(1.0);
    params.axpy(-0.5, &layer(1.0));
    assert_eq!(params.weights, [0.5, 1.0, -0.5]);
    params.advance(0.5, &layer(1.0));
    assert_eq!(params, layer(1.0));
}

#[test]
fn scalars_in_order() {
    let all = [1.0, 2.0, -1.0, 2.0, 0.5, 4.0, 2.0, -1.0, 1.0, 8.0];
    assert_eq!(layer(1.0).scalars(), all);
    assert_eq!(layer(1.0).dimension(), 10);
}

/// Without `Clone`, `Debug`, `PartialEq`: none of them is needed.
#[derive(Differentiable)]
struct Bare {
    x: f64,
    y: Option<Box<f64>>,
}

#[test]
fn without_other_derives() {
    let bare = |x, y| Bare {
        x,
        y: Some(Box::new(y)),
    };
    laws::hold(&bare(1.0, 2.0), &bare(3.0, -4.0));
    let mut none = Bare { x: 1.0, y: None };
    none.axpy(2.0, &bare(1.0, 3.0));
    assert_eq!(none.scalars(), [3.0, 6.0]);
}

#[derive(Differentiable)]
struct Pendulum {
    length: f64,
    #[constant]
    gravity: f64,
    steps: usize,
    name: String,
    pub(crate) bare: Bare,
    rows: Vec<[f64; 2]>,
}

fn pendulum() -> Pendulum {
    Pendulum {
        length: 1.0,
        gravity: 9.81,
        steps: 10,
        name: String::from("pendulum"),
        bare: Bare { x: 2.0, y: None },
        rows: vec![[1.0, 2.0]; 2],
    }
}

#[test]
fn without_the_constants() {
    let zero: PendulumTangent = pendulum().zero_tangent();
    let PendulumTangent { length, bare, rows } = &zero;
    assert_eq!((*length, bare.x, rows), (0.0, 0.0, &vec![[0.0; 2]; 2]));
    assert!(bare.y.is_none());
    let tangent = |x| PendulumTangent {
        length: x,
        bare: Bare { x: 3.0, y: None },
        rows: vec![[x, 1.0], [2.0, x]],
    };
    laws::hold(&tangent(1.0), &tangent(-4.0));
    let shown = "PendulumTangent { length: 1.0, bare: [3.0], rows: [[1.0, 1.0], [2.0, 1.0]] }";
    laws::made(&tangent(1.0), shown);
    let mut moved = pendulum();
    moved.advance(2.0, &tangent(1.0));
    assert_eq!((moved.length, moved.gravity, moved.steps), (3.0, 9.81, 10));
    assert_eq!((moved.bare.x, moved.name.as_str()), (8.0, "pendulum"));
}

#[derive(Differentiable)]
struct Sample(f64, usize, [f32; 2], &'static str);

#[test]
fn tuple_structs_keep_positions() {
    let value = Sample(1.0, 2, [3.0, 4.0], "name");
    assert_eq!((value.1, value.3), (2, "name"));
    let zero = value.zero_tangent();
    assert_eq!(zero, SampleTangent(0.0, (), [0.0; 2], ()));
    let tangent = SampleTangent(1.0, (), [2.0, 3.0], ());
    laws::hold(&tangent, &SampleTangent(2.0, (), [0.5, 8.0], ()));
    laws::made(&tangent, "SampleTangent(1.0, (), [2.0, 3.0], ())");
    assert_eq!(SampleTangent::default(), zero);
}

#[derive(Differentiable)]
struct Timed {
    x: f64,
    n: u8,
    step: std::time::Duration,
    count: std::num::NonZeroUsize,
    order: std::cmp::Ordering,
    done: Result<u8, String>,
    label: Box<str>,
}

#[test]
fn constants_of_the_standard_library() {
    let mut timed = Timed {
        x: 1.0,
        n: 2,
        step: std::time::Duration::from_secs(1),
        count: std::num::NonZeroUsize::MIN,
        order: std::cmp::Ordering::Less,
        done: Ok(1),
        label: "label".into(),
    };
    let mut tangent = timed.zero_tangent();
    tangent.x = 2.0;
    timed.advance(3.0, &tangent);
    assert_eq!((timed.x, tangent.dimension()), (7.0, 1));
}

#[derive(Clone, Copy, Debug, Differentiable, PartialEq)]
struct Point3(f64, f64, f64);

#[derive(Clone, Debug, Differentiable, PartialEq)]
struct Cloud {
    points: Vec<Point3>,
    center: Point3,
    nested: Option<(Point3, f64)>,
}

#[test]
fn structs_in_structs() {
    let cloud = |x| Cloud {
        points: vec![Point3(x, 1.0, 2.0), Point3(3.0, x, 4.0)],
        center: Point3(5.0, 6.0, x),
        nested: Some((Point3(x, x, 1.0), x)),
    };
    laws::hold(&cloud(1.0), &cloud(2.0));
}

#[derive(Differentiable)]
#[tangent]
struct Outer {
    inner: Pendulum,
    all: Vec<Pendulum>,
    scale: f64,
}

#[test]
fn a_tangent_that_is_asked_for() {
    let outer = Outer {
        inner: pendulum(),
        all: vec![pendulum(), pendulum()],
        scale: 2.0,
    };
    let zero: OuterTangent = outer.zero_tangent();
    assert_eq!(zero.dimension(), 1 + 3 * 6);
    assert_eq!(zero.all.len(), 2);
    let mut one = zero.clone();
    one.map_scalars(|_| 1.0);
    laws::hold(&one, &one);
    assert_eq!(one.scale, 1.0);
    assert_eq!(outer.inner.steps + outer.all.len(), 12);
}

#[derive(Differentiable)]
struct Config {
    steps: usize,
    verbose: bool,
    name: Option<&'static str>,
    sizes: [u8; 4],
    update: fn(f64) -> f64,
}

#[derive(Differentiable)]
struct Nothing;

#[derive(Differentiable)]
struct Empty {}

#[test]
fn nothing_to_differentiate() {
    let config = Config {
        steps: 1,
        verbose: true,
        name: None,
        sizes: [0; 4],
        update: f64::sin,
    };
    let () = config.zero_tangent();
    let () = Nothing.zero_tangent();
    let () = Empty {}.zero_tangent();
    assert_eq!(config.sizes.len() + config.steps, 5);
    assert!(config.verbose && config.name.is_none() && (config.update)(0.0) == 0.0);
}

#[derive(Differentiable)]
struct r#Struct {
    r#type: f64,
    größe: f64,
    n: i32,
}

#[test]
fn names_of_all_kinds() {
    let value = r#Struct {
        r#type: 1.0,
        größe: 2.0,
        n: 3,
    };
    let tangent: StructTangent = value.zero_tangent();
    assert_eq!((tangent.r#type, tangent.größe, value.n), (0.0, 0.0, 3));
    laws::made(&tangent, "StructTangent { type: 0.0, größe: 0.0 }");
}

mod framework {
    pub(super) use differentiate as autodiff;
}

#[derive(framework::autodiff::Differentiable)]
#[differentiable(crate = framework::autodiff)]
struct Elsewhere {
    x: f64,
    n: u8,
}

#[test]
fn a_crate_found_elsewhere() {
    let tangent = Elsewhere { x: 1.0, n: 2 }.zero_tangent();
    assert_eq!(tangent, ElsewhereTangent { x: 0.0 });
    assert_eq!(Elsewhere { x: 1.0, n: 2 }.n, 2);
}

macro_rules! structure {
    ($name:ident { $($field:ident: $t:ty),* }) => {
        #[derive(Clone, Debug, Differentiable, PartialEq)]
        struct $name {
            $($field: $t,)*
            hidden: f64,
        }
    };
}

structure! { Generated { a: f64, b: Vec<f64> } }

#[test]
fn out_of_a_macro() {
    let generated = |x| Generated {
        a: x,
        b: vec![x, 1.0],
        hidden: 2.0,
    };
    laws::hold(&generated(1.0), &generated(2.0));
}
