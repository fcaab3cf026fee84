//! Gradients by other crates, beside ours, in units of the function: `cargo run --release`.
//!
//! All run in turns, in one process; the yardstick is the function on plain numbers. The objectives
//! are those that every one of the crates can express.

mod number;
mod objectives;
#[path = "../../timing/mod.rs"]
mod timing;
mod tools;

use std::hint::black_box;

use objectives::{LogisticMap, Mlp, Objective, Rosenbrock};
use tools::Tool;

const ROUNDS: usize = 31;

fn main() {
    let mlp = Mlp::new();
    let columns = [
        ratios(
            &Rosenbrock,
            tools::all::<{ Rosenbrock::PARAMETERS }, _>(&Rosenbrock),
        ),
        ratios(&mlp, tools::all::<{ Mlp::PARAMETERS }, _>(&mlp)),
        ratios(
            &LogisticMap,
            tools::all::<{ LogisticMap::PARAMETERS }, _>(&LogisticMap),
        ),
    ];
    let names = [Rosenbrock.name(), mlp.name(), LogisticMap.name()];
    println!("| gradient ÷ function | {} |", names.join(" | "));
    println!("|---{}|", "|--:".repeat(names.len()));
    for (tool, (name, _)) in columns[0].iter().enumerate() {
        let cells = columns
            .iter()
            .map(|column| format!("{:.1}", column[tool].1));
        println!("| {name} | {} |", cells.collect::<Vec<_>>().join(" | "));
    }
}

/// The cost of each tool's gradient, over that of the function.
fn ratios<'a, O: Objective>(objective: &O, tools: Vec<(&'a str, Tool<'_>)>) -> Vec<(&'a str, f64)> {
    let at = objective.start();
    let ours = objective.gradient(&at);
    let mut function = |times| {
        for _ in 0..times {
            black_box(objective.plain(black_box(&at)));
        }
    };
    let ratio = |(name, mut tool): (&'a str, Tool<'_>)| {
        assert_close(name, &tool(&at), &ours);
        let mut gradient = |times| {
            for _ in 0..times {
                black_box(tool(black_box(&at)));
            }
        };
        let rounds = timing::rounds(ROUNDS, [&mut function, &mut gradient]);
        let ratio = timing::median(&rounds, |[function, gradient]| gradient / function);
        (name, ratio)
    };
    tools.into_iter().map(ratio).collect()
}

fn assert_close(name: &str, theirs: &[f64], ours: &[f64]) {
    let largest = ours.iter().fold(0.0, |most: f64, d| most.max(d.abs()));
    assert_eq!(theirs.len(), ours.len(), "{name}");
    for (theirs, ours) in theirs.iter().zip(ours) {
        let close = (theirs - ours).abs() <= 1e-6 * largest;
        assert!(close, "{name} gives {theirs}, we give {ours}");
    }
}
