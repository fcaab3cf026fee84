//! What is in scope, and what may be done with it.

use super::Writer;
use crate::random::node::{Name, Node};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Type {
    Num,
    /// A reference to an `f64`.
    Ref,
    /// An integer below this; `typed` where rustc knows that it is a `usize`.
    Int {
        end: usize,
        typed: bool,
    },
    Bool,
    Seq {
        len: usize,
        shape: Shape,
    },
    Grid {
        rows: usize,
        columns: usize,
    },
    Pair,
    /// One of the structs.
    Record(usize),
    /// A closure of so many numbers.
    Closure(usize),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    Array,
    Vec,
    /// A reference to an array or to a slice.
    Ref,
}

#[derive(Clone, Debug)]
pub(super) struct Var {
    pub(super) name: Name,
    pub(super) ty: Type,
    /// May be written, as far as its declaration says.
    pub(super) mutable: bool,
    /// Somebody reads it: it may not be written.
    pub(super) frozen: bool,
    /// Somebody may write it: it may not be mentioned.
    pub(super) locked: bool,
}

impl Var {
    pub(super) fn len(&self) -> usize {
        match self.ty {
            Type::Seq { len, .. } => len,
            _ => 0,
        }
    }
}

const NAMES: [&str; 14] = [
    "a", "b", "c", "s", "t", "u", "v", "w", "y", "z", "acc", "sum", "row", "tmp",
];

impl Writer {
    /// A name for a variable, often one that is taken.
    pub(super) fn name(&mut self) -> Name {
        let word = self.dice.word(&NAMES);
        match self.dice.once_in(3) {
            true => self.fresh(word),
            false => {
                let text = format!("{word}{}", self.next);
                self.fresh(text)
            }
        }
    }

    pub(super) fn declare(&mut self, name: &Name, ty: Type, mutable: bool) {
        self.vars.push(Var {
            name: name.clone(),
            ty,
            mutable,
            frozen: false,
            locked: false,
        });
    }

    /// The variables that can be named here.
    fn visible(&self) -> impl Iterator<Item = &Var> {
        let shadowed = |at: usize, var: &Var| {
            self.vars[at + 1..]
                .iter()
                .any(|later| later.name.text == var.name.text)
        };
        self.vars
            .iter()
            .enumerate()
            .filter(move |(at, var)| !var.locked && !shadowed(*at, var))
            .map(|(_, var)| var)
    }

    /// The variables that can be named here, and the fields of structs.
    fn named(&self) -> Vec<Var> {
        let mut parts = vec![];
        for var in self.visible() {
            parts.push(var.clone());
            self.fields(var, &mut parts);
        }
        parts
    }

    /// A variable of some type that can be read.
    pub(super) fn readable(&mut self, wanted: impl Fn(&Type) -> bool) -> Option<Var> {
        let mut found = self.named();
        found.retain(|var| wanted(&var.ty));
        self.recent(&found)
    }

    /// A variable of some type that can be written.
    pub(super) fn writable(&mut self, wanted: impl Fn(&Type) -> bool) -> Option<Var> {
        let mut found = self.named();
        found.retain(|var| var.mutable && !var.frozen && wanted(&var.ty));
        self.recent(&found)
    }

    /// One of them, rather a recent one.
    fn recent(&mut self, found: &[Var]) -> Option<Var> {
        let at = self
            .dice
            .below(found.len())
            .max(self.dice.below(found.len()));
        found.get(at).cloned()
    }

    /// What is declared and borrowed inside ends with it.
    pub(super) fn scoped<R>(&mut self, inside: impl FnOnce(&mut Self) -> R) -> R {
        let vars = self.vars.clone();
        let result = inside(self);
        self.vars = vars;
        result
    }

    fn each(&mut self, ids: &[usize], change: impl Fn(&mut Var)) {
        let vars = self.vars.iter_mut();
        vars.filter(|var| ids.contains(&var.name.id))
            .for_each(change);
    }

    /// Nothing that is mentioned there may be written any more.
    pub(super) fn freeze(&mut self, mentioned: &Node) {
        let mut ids = vec![];
        mentioned.mentioned(&mut ids);
        self.each(&ids, |var| var.frozen = true);
    }

    /// It may not be mentioned any more.
    pub(super) fn lock(&mut self, name: &Name) {
        self.each(&[name.id], |var| var.locked = true);
    }

    /// Locked for a while.
    pub(super) fn without<R>(&mut self, name: &Name, inside: impl FnOnce(&mut Self) -> R) -> R {
        self.lock(name);
        let result = inside(self);
        self.each(&[name.id], |var| var.locked = false);
        result
    }
}

pub(super) fn is_num(ty: &Type) -> bool {
    *ty == Type::Num
}

pub(super) fn is_seq(ty: &Type) -> bool {
    matches!(ty, Type::Seq { len, .. } if *len > 0)
}
