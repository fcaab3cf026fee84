//! One name for each variable of an emitted function.

use std::collections::{HashMap, HashSet};

use crate::ir::{Var, VarMap};
use crate::names;

#[derive(Clone, Default)]
pub(crate) struct Spelling {
    names: VarMap<String>,
    taken: HashSet<String>,
    /// How many names with a number were given to each stem: all these are taken.
    numbers: HashMap<String, usize>,
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
    pub(crate) fn of(&mut self, var: Var, wish: &str) -> &str {
        let mut var = var;
        while let Some(other) = self.aliases.get(&var) {
            var = *other;
        }
        if self.names.get(&var).is_none() {
            let name = self.fresh(wish);
            self.names.insert(var, name);
        }
        self.names.get(&var).map_or("", String::as_str)
    }

    /// A name that no variable has.
    pub(crate) fn fresh(&mut self, wish: &str) -> String {
        let name = self.free(wish);
        self.taken.insert(name.clone());
        name
    }

    fn free(&mut self, wish: &str) -> String {
        if !wish.is_empty() && wish != "_" && !self.taken.contains(wish) {
            return wish.to_owned();
        }
        let stem = match names::plain(wish).trim_start_matches('_') {
            "" => "t",
            stem => stem,
        };
        self.numbered(names::prefixed(stem))
    }

    fn numbered(&mut self, stem: String) -> String {
        let number = self.numbers.get(&stem).map_or(1, |given| given + 1);
        let free = |number: &usize| !self.taken.contains(&format!("{stem}_{number}"));
        let number = (number..).find(free).unwrap_or(number);
        let name = format!("{stem}_{number}");
        self.numbers.insert(stem, number);
        name
    }
}
