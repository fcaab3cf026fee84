//! The gradient of an objective by each of the crates, in the way their documentation shows.

use ad_trait::reverse_ad::adr::{GlobalComputationGraph, adr};
use nalgebra::SVector;
use num_dual::Dual64;

use crate::objectives::Objective;

/// A gradient.
pub type Tool<'a> = Box<dyn FnMut(&[f64]) -> Vec<f64> + 'a>;

/// All of them, by name; the first one is ours. `N` is how many parameters there are.
pub fn all<const N: usize, O: Objective>(objective: &O) -> Vec<(&'static str, Tool<'_>)> {
    let (mut recorded, _) = echidna::record(|x| objective.of(x), &objective.start());
    vec![
        ("differentiate", Box::new(|x| objective.gradient(x))),
        ("reverse", Box::new(|x| reverse(objective, x))),
        (
            "ad_trait, reverse mode",
            Box::new(|x| ad_trait(objective, x)),
        ),
        (
            "echidna, reverse mode",
            Box::new(|x| echidna::grad(|x| objective.of(x), x)),
        ),
        (
            "echidna, tape recorded once",
            Box::new(move |x| recorded.gradient(x)),
        ),
        (
            "autodiff",
            Box::new(|x| autodiff::grad(|x| objective.of(x), x)),
        ),
        (
            "num-dual, a column at a time",
            Box::new(|x| columns(objective, x)),
        ),
        (
            "num-dual, all columns",
            Box::new(|x| all_columns::<N, O>(objective, x)),
        ),
    ]
}

fn reverse(objective: &impl Objective, x: &[f64]) -> Vec<f64> {
    use reverse::Gradient;
    let tape = reverse::Tape::new();
    let x = tape.add_vars(x);
    objective.of(&x).grad().wrt(&x)
}

fn ad_trait(objective: &impl Objective, x: &[f64]) -> Vec<f64> {
    GlobalComputationGraph::get().reset();
    let x: Vec<adr> = x.iter().map(|x| adr::new_variable(*x, false)).collect();
    let gradient = objective.of(&x).get_backwards_mode_grad();
    x.iter().map(|x| gradient.wrt(x)).collect()
}

fn columns(objective: &impl Objective, x: &[f64]) -> Vec<f64> {
    let count = x.len();
    let mut x: Vec<Dual64> = x.iter().map(|x| Dual64::from_re(*x)).collect();
    let column = |i: usize| {
        x[i].eps = 1.0;
        let derivative = objective.of(&x).eps;
        x[i].eps = 0.0;
        derivative
    };
    (0..count).map(column).collect()
}

fn all_columns<const N: usize, O: Objective>(objective: &O, x: &[f64]) -> Vec<f64> {
    let at = SVector::<f64, N>::from_column_slice(x);
    let (_, gradient) = num_dual::gradient(|x: SVector<_, N>| objective.of(x.as_slice()), &at);
    gradient.as_slice().to_vec()
}
