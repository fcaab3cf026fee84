//! Programs for proptest, which get smaller as long as they fail.

use proptest::strategy::{NewTree, Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::random::node::Node;
use crate::random::{Program, program};

use super::shrink::{reductions, replaced};

/// All random programs.
#[derive(Debug)]
pub(super) struct Programs;

impl Strategy for Programs {
    type Tree = Smaller;
    type Value = Program;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let seed = u64::from(proptest::prelude::RngCore::next_u32(runner.rng()));
        Ok(Smaller::new(program(seed, super::SIZE)))
    }
}

/// The smallest program that fails, and why.
pub(super) fn reduced(
    program: Program,
    fault: impl Fn(&Program) -> Option<String>,
) -> (Program, String) {
    let (mut tree, mut last) = (Smaller::new(program), String::new());
    loop {
        let more = match fault(&tree.trial) {
            Some(fault) => {
                last = fault;
                tree.simplify()
            }
            None => tree.complicate(),
        };
        if !more {
            return (tree.best, last);
        }
    }
}

/// The smallest program that fails so far, and one that may fail as well.
pub(super) struct Smaller {
    best: Program,
    trial: Program,
    /// The reductions of the best one that are still to be tried, last one first.
    steps: Option<Vec<(Vec<usize>, Node)>>,
}

impl Smaller {
    fn new(program: Program) -> Self {
        Smaller {
            trial: program.clone(),
            best: program,
            steps: None,
        }
    }

    fn advance(&mut self) -> bool {
        let best = &self.best;
        let steps = self.steps.get_or_insert_with(|| {
            let mut steps = reductions(&best.functions);
            steps.reverse();
            steps
        });
        while let Some((path, new)) = steps.pop() {
            if let Some(functions) = replaced(&best.functions, &path, new) {
                self.trial = Program {
                    functions,
                    ..best.clone()
                };
                return true;
            }
        }
        self.trial = self.best.clone();
        false
    }
}

impl ValueTree for Smaller {
    type Value = Program;

    fn current(&self) -> Program {
        self.trial.clone()
    }

    /// The trial failed.
    fn simplify(&mut self) -> bool {
        self.best = self.trial.clone();
        self.steps = None;
        self.advance()
    }

    /// The trial did not fail.
    fn complicate(&mut self) -> bool {
        self.advance()
    }
}
