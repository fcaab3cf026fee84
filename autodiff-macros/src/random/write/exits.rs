//! `break`, `continue`, `return`.

use super::{Returns, Writer, Written};
use crate::random::node::{Name, Node, Sort, node};

/// What stands for the loop around.
pub(super) fn around() -> Name {
    Name {
        text: "the loop around".to_owned(),
        id: 0,
    }
}

impl Writer {
    pub(super) fn exit(&mut self) -> Written {
        let cond = self.truth(1);
        if self.loops.is_empty() || self.dice.once_in(5) {
            if !self.may_return {
                return None;
            }
            let value = self.result(1);
            return Some(node(
                Sort::Stmt,
                "if $0 {\nreturn $1;\n}",
                vec![cond, value],
            ));
        }
        let word = self.dice.word(&["break", "continue"]);
        let label = self.dice.pick(&self.loops.clone()).cloned().flatten();
        let found = match label {
            Some(label) => {
                let text = format!("if $0 {{\n{word} {};\n}}", label.text);
                node(Sort::Stmt, text, vec![cond]).uses(&label)
            }
            None => {
                let text = format!("if $0 {{\n{word};\n}}");
                node(Sort::Stmt, text, vec![cond]).uses(&around())
            }
        };
        Some(found)
    }

    /// What the function returns.
    pub(super) fn result(&mut self, depth: usize) -> Node {
        let returns = self.returns;
        if let Returns::Record(nth) = returns {
            return self.record_value(nth);
        }
        let mut many = |text: String, count: usize| {
            let kids: Vec<Node> = (0..count).map(|_| self.num(depth)).collect();
            node(Sort::Other, text, kids)
        };
        match returns {
            Returns::Num => self.num(depth),
            Returns::Pair => many("($0, $1)".to_owned(), 2),
            Returns::Array(len) => {
                let holes: Vec<String> = (0..len).map(|nth| format!("${nth}")).collect();
                many(format!("[{}]", holes.join(", ")), len)
            }
            Returns::Unit | Returns::Record(_) => node(Sort::Other, "", vec![]),
        }
    }
}
