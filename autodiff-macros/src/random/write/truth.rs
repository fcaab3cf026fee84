//! Conditions.

use super::Writer;
use super::scope::{Type, is_seq};
use crate::random::node::{Node, Sort, node};

impl Writer {
    pub(super) fn truth(&mut self, depth: usize) -> Node {
        let found = match self.dice.below(9) {
            0 if depth > 0 => {
                let text = self.dice.word(&["($0 && $1)", "($0 || $1)", "(!$0 && $1)"]);
                Some(node(Sort::Bool, text, vec![self.truth(0), self.truth(0)]))
            }
            1 | 2 => self.parity(),
            3 => self.flag(),
            4 => self.empty(),
            5 if depth > 0 => self.chain_truth(),
            _ => None,
        };
        found.unwrap_or_else(|| self.comparison(depth))
    }

    fn comparison(&mut self, depth: usize) -> Node {
        let text = self
            .dice
            .word(&["$0 > $1", "$0 < $1", "$0 >= $1", "!($0 <= $1)"]);
        let kids = vec![self.num(depth), self.num(depth.min(1))];
        node(Sort::Bool, format!("({text})"), kids)
    }

    fn parity(&mut self) -> Option<Node> {
        let var = self.readable(|ty| matches!(ty, Type::Int { .. }))?;
        let name = &var.name.text;
        let text = match self.dice.below(3) {
            0 => format!("({name} % 2 == 0)"),
            1 => format!("({name} > {})", self.dice.below(3)),
            _ => format!("({name} != {})", self.dice.below(3)),
        };
        Some(node(Sort::Bool, text, vec![]).uses(&var.name))
    }

    fn flag(&mut self) -> Option<Node> {
        let var = self.readable(|ty| *ty == Type::Bool)?;
        Some(node(Sort::Bool, var.name.text.clone(), vec![]).uses(&var.name))
    }

    fn empty(&mut self) -> Option<Node> {
        let var = self.readable(is_seq)?;
        let text = format!("({}.len() > {})", var.name.text, self.dice.below(3));
        Some(node(Sort::Bool, text, vec![]).uses(&var.name))
    }
}
