//! `for` over ranges, `while`, `loop`.

use super::exits::around;
use super::scope::Type;
use super::{Writer, Written};
use crate::random::node::{Name, Node, Sort, node};

impl Writer {
    /// A label for a loop, sometimes, and the loop's body.
    pub(super) fn looped(
        &mut self,
        inside: impl FnOnce(&mut Self) -> Node,
    ) -> (Option<Name>, Node) {
        let label = self.dice.once_in(3).then(|| {
            let text = format!("'l{}", self.next);
            self.fresh(text)
        });
        self.loops.push(label.clone());
        self.depth += 1;
        let body = self.scoped(inside);
        self.depth -= 1;
        self.loops.pop();
        (label, body)
    }

    pub(super) fn body_of_loop(&mut self) -> Node {
        let most = if self.depth > 2 { 1 } else { 4 };
        let count = self.dice.between(1, most);
        self.statements(count)
    }

    pub(super) fn for_range(&mut self) -> Written {
        if self.depth > 3 {
            return None;
        }
        let (range, bound, kids, typed) = self.range();
        let index = self.fresh_index();
        let (label, body) = self.looped(|writer| {
            if bound > 0 {
                writer.declare(&index, Type::Int { end: bound, typed }, false);
            }
            writer.body_of_loop()
        });
        let text = format!("for {} in {range} {{\n${}\n}}", index.text, kids.len());
        let from = kids.len();
        let mut all = kids;
        all.push(body);
        Some(labelled(text, all, from, label, &[&index]))
    }

    fn fresh_index(&mut self) -> Name {
        let word = self.dice.word(&["i", "j", "k", "i", "n"]);
        let text = match self.dice.once_in(4) {
            true => word.to_owned(),
            false => format!("{word}{}", self.next),
        };
        self.fresh(text)
    }

    /// A range, what its items are below (0 where there are none), and what it mentions.
    fn range(&mut self) -> (String, usize, Vec<Node>, bool) {
        let hi = self.dice.between(1, 4);
        if self.dice.once_in(4) {
            let kid = self.bound(hi + 1);
            let text = self.dice.word(&["0..$0", "(0..$0).rev()", "0..=$0"]);
            let end = hi + usize::from(text.contains('='));
            return (text.to_owned(), end, vec![kid], false);
        }
        let lo = self.dice.below(3).min(self.dice.below(3));
        let end = if lo < hi { hi } else { 0 };
        let (text, end) = match self.dice.below(9) {
            0 => (format!("({lo}..{hi}).rev()"), end),
            1 => (format!("({lo}..{hi}).step_by(2)"), end),
            2 => (format!("({lo}..{hi}).rev().step_by(2)"), end),
            3 => (format!("({lo}..{hi}).step_by(2).rev()"), end),
            4 if lo <= hi => (format!("{lo}..={hi}"), hi + 1),
            5 => (format!("{lo}..{hi}usize"), end),
            6 => (format!("{hi}..{hi}"), 0),
            _ => (format!("{lo}..{hi}"), end),
        };
        let typed = text.contains("usize");
        (text, end, vec![], typed)
    }

    /// A bound below `end`: known only when it runs.
    fn bound(&mut self, end: usize) -> Node {
        self.index(end)
    }

    pub(super) fn while_loop(&mut self) -> Written {
        if self.depth > 2 {
            return None;
        }
        let times = self.dice.below(5);
        let text = format!("k{}", self.next);
        let counter = self.fresh(text);
        let cond = match self.dice.once_in(2) {
            true => Some(self.truth(1)),
            false => None,
        };
        let (label, body) = self.looped(|writer| {
            let ty = Type::Int {
                end: times + 1,
                typed: false,
            };
            writer.declare(&counter, ty, false);
            writer.body_of_loop()
        });
        let k = &counter.text;
        let (more, body_at) = if cond.is_some() {
            (" && $0", 1)
        } else {
            ("", 0)
        };
        let mark = label
            .as_ref()
            .map_or(String::new(), |label| format!("{}: ", label.text));
        let text = format!(
            "let mut {k} = 0;\n{mark}while {k} < {times}{more} {{\n{k} += 1;\n${body_at}\n}}"
        );
        let kids: Vec<Node> = cond.into_iter().chain([body]).collect();
        let around = around();
        let names: Vec<&Name> = [&counter, &around].into_iter().chain(&label).collect();
        Some(node(Sort::Stmt, text, kids).inner(body_at, &names))
    }

    /// `let r = loop { …; break value; };`
    pub(super) fn loop_value(&mut self) -> Written {
        if self.depth > 2 {
            return None;
        }
        let times = self.dice.between(1, 4);
        let text = format!("k{}", self.next);
        let counter = self.fresh(text);
        let mut parts = vec![];
        self.depth += 1;
        let loops = std::mem::take(&mut self.loops);
        self.scoped(|writer| {
            let ty = Type::Int {
                end: times + 1,
                typed: false,
            };
            writer.declare(&counter, ty, false);
            parts.push(writer.body_of_loop());
            parts.push(writer.truth(1));
            parts.push(writer.num(2));
            parts.push(writer.num(1));
        });
        self.loops = loops;
        self.depth -= 1;
        let (name, k) = (self.name(), &counter.text);
        let text = format!(
            "let mut {k} = 0;\nlet {}: f64 = loop {{\n{k} += 1;\n$0\nif $1 {{\nbreak $2;\n}}\n\
             if {k} >= {times} {{\nbreak $3;\n}}\n}};",
            name.text
        );
        self.declare(&name, Type::Num, false);
        Some(
            node(Sort::Stmt, text, parts)
                .inner(0, &[&counter])
                .binds(&counter)
                .binds(&name),
        )
    }
}

/// A loop with its label, which is in scope from the part `from` on.
pub(super) fn labelled(
    text: String,
    kids: Vec<Node>,
    from: usize,
    label: Option<Name>,
    names: &[&Name],
) -> Node {
    let text = match &label {
        Some(label) => format!("{}: {text}", label.text),
        None => text,
    };
    let around = around();
    let names = names.iter().copied().chain(&label);
    let names: Vec<&Name> = names.chain([&around]).collect();
    node(Sort::Stmt, text, kids).inner(from, &names)
}
