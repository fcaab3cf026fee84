//! Indices that are in bounds.

use super::Writer;
use super::scope::Type;
use crate::random::node::{Node, Sort, node};

impl Writer {
    /// A `usize` below `end`, which is at least 1.
    pub(super) fn index(&mut self, end: usize) -> Node {
        let choice = self.dice.below(9);
        let found = match choice {
            0..=3 => self.index_variable(end),
            4 => self.last(end),
            5 => self.mirrored(end),
            6 | 7 => self.remainder(end),
            _ => None,
        };
        found.unwrap_or_else(|| {
            let at = self.dice.below(end);
            node(Sort::Int, at.to_string(), vec![])
        })
    }

    fn index_variable(&mut self, end: usize) -> Option<Node> {
        let below = |ty: &Type| matches!(ty, Type::Int { end: bound, .. } if *bound <= end);
        let var = self.readable(below)?;
        Some(node(Sort::Int, var.name.text.clone(), vec![]).uses(&var.name))
    }

    /// `end - 1 - i`
    fn mirrored(&mut self, end: usize) -> Option<Node> {
        let below = |ty: &Type| matches!(ty, Type::Int { end: bound, .. } if *bound <= end);
        let var = self.readable(below)?;
        let text = format!("{} - {}", end - 1, var.name.text);
        Some(node(Sort::Int, format!("({text})"), vec![]).uses(&var.name))
    }

    /// `x.len() - 1`
    fn last(&mut self, end: usize) -> Option<Node> {
        let var = self.readable(|ty| matches!(ty, Type::Seq { len, .. } if *len == end))?;
        let text = format!("({}.len() - 1)", var.name.text);
        Some(node(Sort::Int, text, vec![]).uses(&var.name))
    }

    /// `(i + 1) % 3`
    fn remainder(&mut self, end: usize) -> Option<Node> {
        let var = self.readable(|ty| matches!(ty, Type::Int { .. }))?;
        let name = &var.name.text;
        let by = self.dice.between(1, 3);
        let text = match (self.dice.below(4), var.ty) {
            (0, Type::Int { typed: true, .. }) => format!("{name}.min({})", end - 1),
            (1, _) => format!("(({name} * {by} + 1) % {end})"),
            (2, _) => format!("(if {name} < {end} {{ {name} }} else {{ 0 }})"),
            _ => format!("(({name} + {by}) % {end})"),
        };
        Some(node(Sort::Int, text, vec![]).uses(&var.name))
    }
}
