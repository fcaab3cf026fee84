//! Types that contain themselves.

use differentiate::{Differentiable, Tangent};

use super::laws;

#[derive(Differentiable)]
enum Tree {
    Leaf(f64),
    Node(Box<Tree>, Box<Self>),
}

fn tree(x: f64) -> Tree {
    let leaf = |x| Box::new(Tree::Leaf(x));
    Tree::Node(leaf(x), Box::new(Tree::Node(leaf(2.0 * x), leaf(3.0))))
}

#[test]
fn a_tree() {
    laws::hold(&tree(1.0), &tree(-2.0));
    assert_eq!(tree(1.0).scalars(), [1.0, 2.0, 3.0]);
}

#[derive(Differentiable)]
struct List {
    x: f64,
    next: Option<Box<List>>,
}

fn list(numbers: &[f64]) -> Option<Box<List>> {
    let (x, rest) = numbers.split_first()?;
    Some(Box::new(List {
        x: *x,
        next: list(rest),
    }))
}

#[test]
fn a_list() {
    let (long, short) = (list(&[1.0, 2.0, 3.0]), list(&[4.0]));
    laws::hold(&long, &long);
    let mut sum = short.zero_tangent();
    sum.axpy(2.0, &long);
    assert_eq!(sum.scalars(), [2.0, 4.0, 6.0]);
    sum.add_assign(&short);
    assert_eq!(sum.scalars(), [6.0, 4.0, 6.0]);
}

#[derive(Differentiable)]
enum Expr<T> {
    Number(T),
    Variable(usize),
    Sum(Vec<Expr<T>>),
    Call {
        name: String,
        argument: Box<Expr<T>>,
    },
}

#[test]
fn a_generic_tree_with_constants() {
    let expr = Expr::Sum(vec![
        Expr::Number(1.0),
        Expr::Variable(2),
        Expr::Call {
            name: String::from("sin"),
            argument: Box::new(Expr::Number(3.0)),
        },
    ]);
    let mut tangent = expr.zero_tangent();
    tangent.map_scalars(|_| 2.0);
    laws::hold(&tangent, &tangent);
    laws::made(
        &tangent,
        "Sum([Number(2.0), Variable(()), Call { argument: Number(2.0) }])",
    );
}

#[derive(Differentiable)]
struct Ping {
    x: f64,
    n: usize,
    pong: Option<Box<Pong>>,
}

#[derive(Differentiable)]
struct Pong {
    y: f64,
    n: usize,
    pings: Vec<Ping>,
}

#[test]
fn types_in_a_circle() {
    let ping = |x, pong| Ping { x, n: 1, pong };
    let pong = Pong {
        y: 2.0,
        n: 2,
        pings: vec![ping(3.0, None)],
    };
    let ping = ping(1.0, Some(Box::new(pong)));
    let mut tangent = ping.zero_tangent();
    tangent.set_scalars(&[1.0, 2.0, 3.0]);
    laws::hold(&tangent, &tangent);
    let shown = "PingTangent { x: 1.0, pong: Some(PongTangent { y: 2.0, pings: [PingTangent { x: 3.0, pong: None }] }) }";
    laws::made(&tangent, shown);
    let inner = ping.pong.map_or(0, |pong| pong.n + pong.pings.len());
    assert_eq!(ping.n + inner, 4);
    assert_eq!(ping.x, 1.0);
}
