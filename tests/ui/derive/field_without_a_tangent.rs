use differentiate::Differentiable;
use std::collections::HashMap;

struct Unknown;

#[derive(Differentiable)]
struct Sample {
    x: f64,
    unknown: Unknown,
}

#[derive(Differentiable)]
struct Table {
    n: usize,
    entries: HashMap<u8, f64>,
}

fn main() {}
