//! Writes a random program: well-typed, free of panics, and with values that stay of a sane size.
//!
//! Every variable has a type that says what is safe: an index its bound, a sequence its length.

mod calls;
mod chains;
mod closures;
mod exits;
mod function;
mod index;
mod iterate;
mod loops;
mod matching;
mod number;
mod scope;
mod statement;
mod storage;
mod structs;
mod truth;
mod views;

use super::dice::Dice;
use super::node::{Name, Node, stmts};
use super::program::{Field, Input, Kind, Parameter, Passing, Program, Returns, StructDef};

use scope::Var;

/// A function that can be called.
#[derive(Clone, Debug)]
pub(super) struct Signature {
    name: Name,
    params: Vec<Kind>,
    returns: Returns,
}

pub(super) struct Writer {
    dice: Dice,
    vars: Vec<Var>,
    structs: Vec<StructDef>,
    /// Variables that are references to structs.
    references: Vec<usize>,
    functions: Vec<Signature>,
    next: usize,
    /// The labels of the loops around, innermost last, and whether `continue` is safe there.
    loops: Vec<Option<Name>>,
    /// What may still be written.
    budget: usize,
    /// How deep loops nest, here and in callees.
    depth: usize,
    returns: Returns,
    /// Whether the place is one that `return` may leave.
    may_return: bool,
}

/// The program of a seed, with about so many parts.
pub(crate) fn program(seed: u64, size: usize) -> Program {
    let mut writer = Writer {
        dice: Dice::new(seed),
        vars: vec![],
        structs: vec![],
        references: vec![],
        functions: vec![],
        next: 0,
        loops: vec![],
        budget: 0,
        depth: 0,
        returns: Returns::Num,
        may_return: false,
    };
    writer.define();
    let mut functions = vec![];
    for nth in 0..writer.dice.below(3) {
        let (function, _) = writer.function(&format!("g{nth}"), size / 3, false);
        functions.push(function);
    }
    let (main, params) = writer.function("f", size, true);
    functions.push(main);
    let params = params.into_iter();
    let params = params.map(|(name, kind)| Parameter {
        name: name.text,
        kind,
        input: writer.input(kind),
    });
    Program {
        seed,
        params: params.collect(),
        returns: writer.returns,
        structs: writer.structs,
        functions: stmts(functions),
    }
}

impl Writer {
    fn input(&mut self, kind: Kind) -> Input {
        let mut many = |count: usize| (0..count).map(|_| self.dice.number()).collect::<Vec<_>>();
        match kind {
            Kind::Num | Kind::NumRef | Kind::NumMut => Input::Num(many(1)[0]),
            Kind::Int(end) => Input::Int(self.dice.below(end)),
            Kind::Bool => Input::Bool(self.dice.once_in(2)),
            Kind::Slice(len) | Kind::SliceMut(len) => Input::Many(many(len)),
            Kind::Array(len) | Kind::ArrayRef(len) | Kind::ArrayMut(len) => Input::Many(many(len)),
            Kind::Pair => Input::Pair(many(2)),
            Kind::Record(nth, _) => self.record_input(nth),
            Kind::Grid(rows, columns) => Input::Rows((0..rows).map(|_| many(columns)).collect()),
        }
    }

    fn spend(&mut self) -> bool {
        match self.budget.checked_sub(1) {
            Some(rest) => {
                self.budget = rest;
                true
            }
            None => false,
        }
    }

    fn fresh(&mut self, text: impl Into<String>) -> Name {
        self.next += 1;
        Name {
            text: text.into(),
            id: self.next,
        }
    }
}

/// What a statement is made of, and what it declares for those behind it.
pub(super) type Written = Option<Node>;
