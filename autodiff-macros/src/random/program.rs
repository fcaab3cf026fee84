//! A program: functions, the last of which is asked for, and its inputs.

use std::fmt;

use super::node::Node;

#[derive(Clone)]
pub(crate) struct Program {
    pub(crate) seed: u64,
    pub(crate) functions: Node,
    pub(crate) inputs: Vec<Input>,
}

/// An argument of the last function.
#[derive(Clone, Debug)]
pub(crate) enum Input {
    Num(f64),
    Int(usize),
    Bool(bool),
    Many(Vec<f64>),
    Pair(Vec<f64>),
    Rows(Vec<Vec<f64>>),
}

impl fmt::Debug for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "the program of seed {} at", self.seed)?;
        for input in &self.inputs {
            writeln!(f, "    {input:?}")?;
        }
        write!(f, "\n{}", self.functions.print())
    }
}

impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.functions.print())
    }
}
