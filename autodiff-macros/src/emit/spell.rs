//! One name for each variable of an emitted function.

use std::collections::HashSet;

use crate::ir::{Var, VarMap};
use crate::names;

#[derive(Clone, Default)]
pub(crate) struct Spelling {
    names: VarMap<String>,
    taken: HashSet<String>,
    /// Variables that go by the name of another one.
    aliases: VarMap<Var>,
}

impl Spelling {
    pub(crate) fn new(aliases: &[(Var, Var)]) -> Self {
        Spelling {
            aliases: aliases.iter().copied().collect(),
            ..Spelling::default()
        }
    }

    pub(crate) fn alias(&mut self, var: Var, other: Var) {
        self.aliases.insert(var, other);
    }

    /// The name of a variable, close to `wish`.
    pub(crate) fn of(&mut self, var: Var, wish: &str) -> String {
        let mut var = var;
        while let Some(other) = self.aliases.get(&var) {
            var = *other;
        }
        if let Some(name) = self.names.get(&var) {
            return name.clone();
        }
        let name = self.free(wish);
        self.taken.insert(name.clone());
        self.names.insert(var, name.clone());
        name
    }

    /// A name that no variable has.
    pub(crate) fn fresh(&mut self, wish: &str) -> String {
        let name = self.free(wish);
        self.taken.insert(name.clone());
        name
    }

    fn free(&self, wish: &str) -> String {
        if !wish.is_empty() && wish != "_" && !self.taken.contains(wish) {
            return wish.to_owned();
        }
        let stem = match names::plain(wish).trim_start_matches('_') {
            "" => "t",
            stem => stem,
        };
        self.from(&names::prefixed(stem), 1)
    }

    fn from(&self, stem: &str, first: usize) -> String {
        let spelled = |number: usize| match number {
            0 => stem.to_owned(),
            number => format!("{stem}_{number}"),
        };
        let mut number = first;
        while self.taken.contains(&spelled(number)) {
            number += 1;
        }
        spelled(number)
    }
}
