//! A test for each row of the table "Structs, enums, options".

use differentiate::{Differentiable, differentiate};

use super::agree::{agree, agree2};
use super::table;

const TESTS: &[(&str, fn())] = &[
    ("Tuples", || agree2(tuples, tuples::grad)),
    ("Structs", || agree2(structs, structs::grad)),
    ("Tuple structs", || {
        agree2(tuple_structs, tuple_structs::grad)
    }),
    ("Structs taken apart", || {
        agree2(taken_apart, taken_apart::grad)
    }),
    ("Structs as results", || agree2(stepped, stepped::grad)),
    ("`&mut` structs", || agree2(pushed, pushed::grad)),
    ("Fields without a derivative", constant_fields),
    ("Structs that borrow", borrowing),
    ("Enums", enums),
    ("Enums that are settings", || {
        agree2(
            |x, y| setting(x, y, Rule::Sum),
            |x, y| {
                let (dx, dy, ()) = setting::grad(x, y, Rule::Sum);
                (dx, dy)
            },
        );
    }),
    ("Boxes, types that contain themselves", || {
        agree2(built, built::grad)
    }),
    ("`if let`, `let … else`, `while let`", || {
        agree(
            |xs| taken(&xs),
            |xs| taken::grad(&xs).try_into().unwrap(),
            [0.8, -0.3, 1.2, 0.5],
        );
    }),
    ("Options", || agree2(options, options::grad)),
    ("Methods of options", || agree2(combined, combined::grad)),
    ("Options that change", || {
        agree(
            |xs| best(&xs),
            |xs| best::grad(&xs).try_into().unwrap(),
            [0.8, -0.3, 1.2, 0.5],
        );
    }),
    ("Options of conditions", || {
        agree2(conditions, conditions::grad)
    }),
    ("Results, `?`", || agree2(results, results::grad)),
];

#[test]
fn table_of_data() {
    table::check(
        "### Structs, enums, options",
        TESTS,
        include_str!("data.rs"),
    );
}

#[differentiate]
fn tuples(x: f64, y: f64) -> f64 {
    let mut p = (x, (y, 2));
    p.1.0 *= x;
    p.0 * p.1.0
}

#[derive(Clone, Copy, Debug, Differentiable, PartialEq)]
struct State {
    x: f64,
    v: f64,
}

#[differentiate]
fn structs(x: f64, v: f64) -> f64 {
    let mut s = State { x, v: x * v };
    s.x += 0.5 * s.v;
    let t = State { x: s.v.sin(), ..s };
    t.x * t.v + s.x
}

#[derive(Clone, Copy, Differentiable)]
struct Vec3(f64, f64, f64);

#[differentiate]
fn tuple_structs(x: f64, y: f64) -> f64 {
    let mut a = Vec3(x, 2.0 * y, 1.0);
    a.2 *= a.0;
    a.1 * a.2
}

#[differentiate]
fn taken_apart(x: f64, y: f64) -> f64 {
    let s = State { x, v: y };
    let State { x, v: speed } = s;
    let Vec3(a, ..) = Vec3(x, y, 1.0);
    a * speed
}

#[differentiate]
fn step(s: State, dt: f64) -> State {
    State {
        x: s.x + dt * s.v,
        v: s.v - dt * s.x,
    }
}

#[differentiate]
fn stepped(x: f64, v: f64) -> f64 {
    let mut s = State { x, v };
    for _ in 0..3 {
        s = step(s, 0.1);
    }
    s.x * s.v
}

#[differentiate]
fn push(s: &mut State, by: f64) {
    s.x += by * s.v;
    s.v *= s.x;
}

#[differentiate]
fn pushed(x: f64, v: f64) -> f64 {
    let mut s = State { x, v };
    push(&mut s, 0.5);
    push(&mut s, x);
    s.v
}

#[derive(Differentiable)]
struct Model {
    weights: Vec<f64>,
    #[constant]
    rate: f64,
    name: String,
}

#[differentiate]
fn scaled(model: &Model, x: f64) -> f64 {
    model.weights[0] * model.rate * x
}

fn constant_fields() {
    let model = Model {
        weights: vec![2.0],
        rate: 0.5,
        name: String::from("model"),
    };
    let gradient = ModelTangent { weights: vec![1.5] };
    assert_eq!(scaled::grad(&model, 3.0), (gradient, 1.0));
    assert_eq!(model.name, "model");
}

#[derive(Clone, Copy, Differentiable)]
struct View<'a> {
    data: &'a [f64],
    scale: f64,
}

#[differentiate]
fn viewed(view: &View<'_>) -> f64 {
    view.data[0] * view.data[1] * view.scale
}

fn borrowing() {
    let view = View {
        data: &[2.0, 3.0],
        scale: 0.5,
    };
    let gradient = viewed::grad(&view);
    assert_eq!((gradient.data, gradient.scale), (vec![1.5, 1.0], 6.0));
}

#[derive(Clone, Debug, Differentiable, PartialEq)]
enum Shape {
    Circle(f64),
    Rectangle { width: f64, height: f64 },
    Nothing,
}

#[differentiate]
fn area(shape: &Shape) -> f64 {
    match shape {
        Shape::Circle(radius) => 3.0 * radius * radius,
        Shape::Rectangle { width, height } if width > height => width * height,
        Shape::Rectangle { width, .. } => width * width,
        Shape::Nothing => 0.0,
    }
}

#[differentiate]
fn areas(x: f64, y: f64) -> f64 {
    let mut sum = 0.0;
    for shape in [
        Shape::Circle(x),
        Shape::Rectangle {
            width: x,
            height: y,
        },
        Shape::Nothing,
    ] {
        sum += area(&shape);
    }
    sum
}

fn enums() {
    let rectangle = |width, height| Shape::Rectangle { width, height };
    assert_eq!(area::grad(&rectangle(3.0, 2.0)), rectangle(2.0, 3.0));
    assert_eq!(area::grad(&Shape::Nothing), Shape::Nothing);
    agree2(areas, areas::grad);
}

#[derive(Clone, Copy, Differentiable)]
enum Rule {
    Sum,
    Product,
}

#[differentiate]
fn setting(x: f64, y: f64, rule: Rule) -> f64 {
    let other = match rule {
        Rule::Sum => Rule::Product,
        Rule::Product => Rule::Sum,
    };
    combine(x, y, rule) * combine(x, y, other)
}

#[differentiate]
fn combine(x: f64, y: f64, rule: Rule) -> f64 {
    match rule {
        Rule::Sum => x + y,
        Rule::Product => x * y,
    }
}

#[derive(Clone, Differentiable)]
enum Tree {
    Leaf(f64),
    Node(Box<Tree>, Box<Tree>),
}

#[differentiate]
fn sum(tree: &Tree) -> f64 {
    match tree {
        Tree::Leaf(x) => x * x,
        Tree::Node(left, right) => 2.0 * sum(left) + sum(right),
    }
}

#[differentiate]
fn built(x: f64, y: f64) -> f64 {
    let leaf = Box::new(Tree::Leaf(x * y));
    sum(&Tree::Node(leaf, Box::new(Tree::Leaf(y))))
}

#[differentiate]
fn taken(xs: &[f64]) -> f64 {
    let [first, .., last] = xs else {
        return 0.0;
    };
    let mut stack = xs.to_vec();
    let mut sum = first * last;
    while let Some(x) = stack.pop() {
        sum = sum * 0.5 + x;
        if let Some(y) = stack.pop() {
            sum += x * y;
        }
    }
    sum
}

#[differentiate]
fn root(x: f64) -> Option<f64> {
    if x < 0.0 {
        return None;
    }
    Some(x.sqrt())
}

#[differentiate]
fn roots(x: f64, y: f64) -> Option<f64> {
    let (a, b) = (root(x)?, root(y)?);
    Some(a * b + a)
}

#[differentiate]
fn options(x: f64, y: f64) -> f64 {
    let Some(z) = roots(x, y) else {
        return x * y;
    };
    x * z
}

#[differentiate]
fn combined(x: f64, y: f64) -> f64 {
    let a = root(x).map(|x| x * y).unwrap_or(y * y);
    a + root(y).map_or(x, |y| y * x)
}

#[differentiate]
fn best(xs: &[f64]) -> f64 {
    let mut best = None;
    for &x in xs {
        match best {
            Some(y) if y > x => {}
            _ => best = Some(x),
        }
    }
    let best: f64 = best.unwrap_or(0.0);
    best * best
}

#[differentiate]
fn conditions(x: f64, y: f64) -> f64 {
    let a = (x > y).then(|| (x * y).sin());
    a.unwrap_or(y) + (x > 0.0).then_some(x).map_or(0.5, |x| x * x)
}

#[differentiate]
fn checked(x: f64) -> Result<f64, String> {
    if x <= 0.0 {
        return Err(format!("{x} has no logarithm"));
    }
    Ok(x.ln())
}

#[differentiate]
fn difference(x: f64, y: f64) -> Result<f64, String> {
    let x = checked(x)?;
    Ok(x - checked(y)?)
}

#[differentiate]
fn results(x: f64, y: f64) -> f64 {
    match difference(x, y) {
        Ok(z) => z * x,
        Err(_) => x * y,
    }
}
