use std::collections::BTreeMap;

use differentiate::differentiate;

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    xs.iter()
        .copied()
        .enumerate()
        .collect::<BTreeMap<usize, f64>>()[&0]
}

fn main() {}
