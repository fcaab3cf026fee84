use differentiate::Differentiable;
use std::collections::HashMap;
use std::rc::Rc;

#[derive(Differentiable)]
struct Table {
    n: usize,
    entries: HashMap<u8, f64>,
    shared: Option<Rc<f64>>,
}

fn main() {}
