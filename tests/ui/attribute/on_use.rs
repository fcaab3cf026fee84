use differentiate::differentiate;

#[differentiate]
#[allow(unused)]
use std::f64::consts::PI;

fn main() {}
