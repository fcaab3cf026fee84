//! Vectors that grow and shrink, stacks, sorts, trees.

use differentiate::{Differentiable, differentiate};

/// What a stack machine does.
#[derive(Clone, Copy, Differentiable)]
enum Op {
    Push(f64),
    Load(usize),
    Add,
    Mul,
    Neg,
    Swap,
}

/// A stack machine on a vector.
#[differentiate]
fn machine(program: &[Op], inputs: &[f64]) -> f64 {
    let mut stack = Vec::new();
    for op in program {
        match op {
            Op::Push(x) => stack.push(*x),
            Op::Load(i) => stack.push(inputs[*i]),
            Op::Add => {
                let (b, a) = (stack.pop().unwrap(), stack.pop().unwrap());
                stack.push(a + b);
            }
            Op::Mul => {
                let b = stack.pop().unwrap();
                let a = stack.pop().unwrap();
                stack.push(a * b);
            }
            Op::Neg => {
                if let Some(top) = stack.last_mut() {
                    *top = -*top;
                }
            }
            Op::Swap => {
                let n = stack.len();
                stack.swap(n - 1, n - 2);
            }
        }
    }
    stack.pop().unwrap_or(0.0)
}

#[test]
fn stack_machine() {
    let program = vec![
        Op::Load(0),
        Op::Load(1),
        Op::Mul,
        Op::Push(2.0),
        Op::Load(0),
        Op::Swap,
        Op::Neg,
        Op::Add,
        Op::Mul,
    ];
    check!(machine(&program = program, &inputs = vec![1.5, -0.7]));
}

/// Bubble sort, and a sum with weights.
#[differentiate]
fn bubble(xs: &[f64], weights: &[f64]) -> f64 {
    let mut v = xs.to_vec();
    for end in (1..v.len()).rev() {
        for i in 0..end {
            if v[i] > v[i + 1] {
                v.swap(i, i + 1);
            }
        }
    }
    v.iter().zip(weights).map(|(x, w)| x * w).sum()
}

#[test]
fn bubble_sort() {
    check!(bubble(
        &xs = vec![3.0, 1.0, 2.5, -0.5],
        &weights = vec![1.0, 2.0, 4.0, 8.0]
    ));
}

/// Insertion sort with a `while`.
#[differentiate]
fn insertion(xs: &[f64]) -> f64 {
    let mut v = xs.to_vec();
    for i in 1..v.len() {
        let x = v[i];
        let mut j = i;
        while j > 0 && v[j - 1] > x {
            v[j] = v[j - 1];
            j -= 1;
        }
        v[j] = x;
    }
    v[0] - 2.0 * v[1] + v[v.len() - 1] * v[1]
}

#[test]
fn insertion_sort() {
    check!(insertion(&xs = vec![3.0, 1.0, 2.5, -0.5]));
}

/// A list that is rotated, reversed and filled in part.
#[differentiate]
fn shuffled(xs: &[f64], fill: f64) -> f64 {
    let mut v = xs.to_vec();
    v.rotate_left(2);
    v[1..3].reverse();
    v[..1].fill(fill);
    v.iter()
        .enumerate()
        .map(|(i, x)| (i + 1) as f64 * x * x)
        .sum()
}

#[test]
fn rotate_reverse_fill() {
    check!(shuffled(&xs = vec![3.0, 1.0, 2.5, -0.5, 0.7], fill = 0.9));
}

/// An expression as a tree.
#[derive(Clone, Differentiable)]
enum Tree {
    Leaf(f64),
    Node(Box<Tree>, Box<Tree>),
}

/// The sum of a tree, by recursion.
#[differentiate]
fn tree_sum(tree: &Tree) -> f64 {
    match tree {
        Tree::Leaf(x) => x * x,
        Tree::Node(left, right) => tree_sum(left) + 0.5 * tree_sum(right),
    }
}

#[test]
fn sum_of_a_tree() {
    let leaf = |x| Box::new(Tree::Leaf(x));
    let tree = Tree::Node(leaf(1.5), Box::new(Tree::Node(leaf(-0.5), leaf(2.0))));
    check!(tree_sum(&tree = tree));
}

/// Pairs merged from a work list until one is left.
#[differentiate]
fn merged(xs: &[f64], mix: f64) -> f64 {
    let mut work = xs.to_vec();
    while let Some(x) = work.pop() {
        match work.pop() {
            Some(y) => work.push(mix * x + (1.0 - mix) * y * y),
            None => return x,
        }
    }
    0.0
}

#[test]
fn while_let_pop() {
    check!(merged(&xs = vec![0.8, -0.6, 1.2, 0.4], mix = 0.7));
}

/// Positive and negative numbers apart.
#[differentiate]
fn parted(xs: &[f64], scale: f64) -> f64 {
    let mut gains = Vec::with_capacity(xs.len());
    let mut losses = Vec::new();
    for &x in xs {
        if x >= 0.0 {
            gains.push(scale * x);
        } else {
            losses.push(x * x);
        }
    }
    gains.iter().sum::<f64>() / (1.0 + losses.iter().sum::<f64>())
}

#[test]
fn push_in_branches() {
    check!(parted(&xs = vec![0.8, -0.6, 1.2, -0.4], scale = 1.5));
}

/// Numbers that pass a filter, with the index of the first.
#[differentiate]
fn filtered(xs: &[f64], threshold: f64) -> f64 {
    let first = xs.iter().position(|&x| x > threshold).unwrap_or(0);
    let chosen: Vec<f64> = xs.iter().copied().filter(|x| *x > threshold).collect();
    let sum: f64 = chosen.iter().map(|x| (x - threshold).sqrt()).sum();
    sum + xs[first] * chosen.len() as f64
}

#[test]
fn filter_and_position() {
    check!(filtered(&xs = vec![0.2, 1.6, 1.2, -0.4], threshold = 0.5));
}

/// Adding up in a block that is taken out and put back.
#[differentiate]
fn taken(xs: &[f64]) -> f64 {
    let mut best = Vec::new();
    let mut run = Vec::new();
    for &x in xs {
        if x > 0.0 {
            run.push(x);
        } else if run.len() > best.len() {
            best = std::mem::take(&mut run);
        } else {
            run.clear();
        }
    }
    if run.len() > best.len() {
        best = run;
    }
    best.iter().product()
}

#[test]
fn longest_run() {
    check!(taken(&xs = vec![0.5, -1.0, 1.5, 2.0, 0.7, -0.3, 0.9]));
}
