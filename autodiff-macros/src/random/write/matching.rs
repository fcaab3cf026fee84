//! `match` on integers, tuples, booleans and options; `if let`, `let … else`, `while let`.

use super::exits::around;
use super::scope::{Shape, Type, is_seq};
use super::{Writer, Written};
use crate::random::node::{Name, Node, Sort, node};

impl Writer {
    /// What is matched, and the patterns of three arms that cover it.
    fn patterns(&mut self) -> (Node, [String; 3]) {
        let three = |a: &str, b: &str, c: &str| [a.to_owned(), b.to_owned(), c.to_owned()];
        match self.dice.below(5) {
            0 => {
                let patterns = match self.dice.below(4) {
                    0 => three("0", "1 | 2", "_"),
                    1 => three("0..=1", "2", "_"),
                    2 => three("1..3", "0", "_"),
                    _ => three("k if k % 2 == 1", "0", "k if k > 7 => 0.5,\n_"),
                };
                let of = node(Sort::Other, "$0", vec![self.index(4)]);
                match patterns[2].starts_with('k') {
                    true => (of, three("k if k % 2 == 1", "0", "_")),
                    false => (of, patterns),
                }
            }
            1 => {
                let kids = vec![self.index(3), self.truth(0)];
                let of = node(Sort::Other, "($0, $1)", kids);
                (
                    of,
                    three("(0, true)", "(_, false)", "(1..=2, _)  | (_, true)"),
                )
            }
            2 => {
                let of = node(Sort::Other, "($0, $1)", vec![self.truth(0), self.truth(0)]);
                (of, three("(true, false)", "(false, _)", "(true, true)"))
            }
            3 => {
                let of = node(Sort::Other, "$0 % 3", vec![self.index(5)]);
                (of, three("2", "1", "_"))
            }
            _ => {
                let of = node(Sort::Other, "$0", vec![self.truth(1)]);
                (of, three("true if false", "true", "false"))
            }
        }
    }

    pub(super) fn match_value(&mut self, depth: usize) -> Node {
        let (of, [a, b, c]) = self.patterns();
        let kids: Vec<Node> = (0..3).map(|_| self.num(depth - 1)).collect();
        let text = format!("(match $0 {{\n{a} => $1,\n{b} => $2,\n{c} => $3,\n}})");
        node(Sort::Num, text, [of].into_iter().chain(kids).collect())
    }

    pub(super) fn match_statement(&mut self) -> Written {
        let (of, [a, b, c]) = self.patterns();
        let mut kids = vec![of];
        for _ in 0..3 {
            let count = self.dice.between(1, 2);
            kids.push(self.body(count));
        }
        let text =
            format!("match $0 {{\n{a} => {{\n$1\n}}\n{b} => {{\n$2\n}}\n{c} => {{\n$3\n}}\n}}");
        Some(node(Sort::Stmt, text, kids))
    }

    /// An option of a reference to a number.
    fn option(&mut self) -> Option<Node> {
        let var = self.readable(is_seq)?;
        let name = &var.name.text;
        let word = self.dice.word(&[
            "nth(1)",
            "last()",
            "find(|r| **r > 0.4)",
            "rev().find(|r| **r < 0.9)",
            "max_by(|p, q| p.total_cmp(q))",
        ]);
        let found = node(Sort::Other, format!("{name}.iter().{word}"), vec![]);
        Some(found.uses(&var.name))
    }

    pub(super) fn option_value(&mut self, depth: usize) -> Option<Node> {
        let option = self.option()?;
        let other = self.num(depth - 1);
        let t = self.fresh(format!("t{}", self.next));
        let some = self.scoped(|writer| {
            writer.freeze(&option);
            writer.declare(&t, Type::Ref, false);
            writer.calm(|writer| {
                writer.vars.iter_mut().for_each(|var| var.frozen = true);
                writer.num(1)
            })
        });
        let some = node(Sort::Other, "$0", vec![some]).inner(0, &[&t]);
        let t = &t.text;
        let (text, kids) = match self.dice.below(6) {
            0 => ("$0.copied().unwrap_or($1)".to_owned(), vec![option, other]),
            1 => (
                format!("$0.map_or($1, |{t}| $2)"),
                vec![option, other, some],
            ),
            2 => (
                format!("$0.map(|{t}| $2).unwrap_or($1)"),
                vec![option, other, some],
            ),
            3 => {
                let text = format!("(match $0 {{\nSome({t}) => $2,\nNone => $1,\n}})");
                (text, vec![option, other, some])
            }
            4 => {
                let text = format!("(if let Some({t}) = $0 {{\n$2\n}} else {{\n$1\n}})");
                (text, vec![option, other, some])
            }
            _ => ("*$0.unwrap_or(&$1)".to_owned(), vec![option, other]),
        };
        let text = if text.starts_with('*') {
            format!("({text})")
        } else {
            text
        };
        Some(node(Sort::Num, text, kids))
    }

    pub(super) fn option_statement(&mut self) -> Written {
        let option = self.option()?;
        let t = self.fresh(format!("t{}", self.next));
        if self.may_return && self.dice.once_in(3) {
            let value = self.result(1);
            self.freeze(&option);
            self.declare(&t, Type::Ref, false);
            let text = format!("let Some({}) = $0 else {{\nreturn $1;\n}};", t.text);
            return Some(node(Sort::Stmt, text, vec![option, value]).binds(&t));
        }
        let body = self.scoped(|writer| {
            writer.freeze(&option);
            writer.declare(&t, Type::Ref, false);
            writer.statements(2)
        });
        let text = format!("if let Some({}) = $0 {{\n$1\n}}", t.text);
        Some(node(Sort::Stmt, text, vec![option, body]).inner(1, &[&t]))
    }

    /// A vector that grows in a loop, and shrinks in another.
    pub(super) fn stack(&mut self) -> Written {
        if self.depth > 1 {
            return None;
        }
        let stack = self.fresh(format!("stack{}", self.next));
        let i = self.fresh(format!("i{}", self.next));
        let times = self.dice.between(1, 4);
        let pushed = self.scoped(|writer| {
            let ty = Type::Int {
                end: times,
                typed: false,
            };
            writer.declare(&i, ty, false);
            writer.calm(|writer| writer.tame(2))
        });
        let pushed = node(Sort::Other, "$0", vec![pushed]).inner(0, &[&i]);
        let first = self.num(1);
        let t = self.fresh(format!("t{}", self.next));
        let (label, body) = self.looped(|writer| {
            writer.declare(&t, Type::Num, true);
            writer.statements(2)
        });
        let around = around();
        let names: Vec<&Name> = [&t, &around].into_iter().chain(&label).collect();
        let body = node(Sort::Other, "$0", vec![body]);
        let s = &stack.text;
        let again = match self.dice.below(3) {
            0 => format!(
                "if {s}.len() > 2 {{\n{s}.push({}.cos());\n{s}.pop();\n}}\n",
                t.text
            ),
            1 => format!(
                "if let Some(r) = {s}.pop() {{\n{s}.push(r * {});\n}}\n",
                t.text
            ),
            _ => String::new(),
        };
        let mark = label
            .as_ref()
            .map_or(String::new(), |label| format!("{}: ", label.text));
        let text = format!(
            "let mut {s} = vec![$0];\nfor {} in 0..{times} {{\n{s}.push($1);\n}}\n\
             {mark}while let Some(mut {}) = {s}.pop() {{\n{again}$2\n}}",
            i.text, t.text
        );
        self.declare(
            &stack,
            Type::Seq {
                len: 0,
                shape: Shape::Vec,
            },
            false,
        );
        let loops = node(Sort::Stmt, text, vec![first, pushed, body]);
        Some(loops.inner(2, &names).binds(&stack))
    }
}
