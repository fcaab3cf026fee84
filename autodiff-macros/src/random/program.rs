//! A program: functions, the last of which is asked for, and its inputs.

use std::fmt;

use super::node::Node;

#[derive(Clone)]
pub(crate) struct Program {
    pub(crate) seed: u64,
    pub(crate) functions: Node,
    /// Those of the last function.
    pub(crate) params: Vec<Parameter>,
    pub(crate) returns: Returns,
}

#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) input: Input,
}

/// What a parameter asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Num,
    NumRef,
    NumMut,
    /// A `usize` below this.
    Int(usize),
    Bool,
    Slice(usize),
    SliceMut(usize),
    Array(usize),
    ArrayRef(usize),
    ArrayMut(usize),
    Pair,
    Grid(usize, usize),
}

impl Kind {
    /// Whether it is an output too.
    pub(crate) fn is_output(self) -> bool {
        matches!(self, Kind::NumMut | Kind::SliceMut(_) | Kind::ArrayMut(_))
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Returns {
    Num,
    Pair,
    Array(usize),
    Unit,
}

/// An argument.
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
        for Parameter { name, input, .. } in &self.params {
            writeln!(f, "    {name} = {input:?}")?;
        }
        write!(f, "\n{}", self.functions.print())
    }
}

impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.functions.print())
    }
}
