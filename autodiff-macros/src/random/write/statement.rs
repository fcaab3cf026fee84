//! Statements.

use super::scope::{Type, is_num};
use super::{Writer, Written};
use crate::random::node::{Node, Sort, node, stmts};

impl Writer {
    pub(super) fn statements(&mut self, count: usize) -> Node {
        let mut found = vec![];
        for _ in 0..count {
            found.extend(self.statement());
        }
        stmts(found)
    }

    /// Statements of a block of their own.
    pub(super) fn body(&mut self, count: usize) -> Node {
        self.scoped(|writer| writer.statements(count))
    }

    fn statement(&mut self) -> Written {
        if !self.spend() {
            return self.assign();
        }
        match self.dice.below(44) {
            0..=3 => self.let_num(),
            4..=6 => self.let_storage(),
            7..=11 => self.assign(),
            12 => self.exchange(),
            13..=15 => self.change_storage(),
            16 | 17 => self.branch(),
            18..=20 => self.for_range(),
            21..=23 => self.for_items(),
            24 => self.while_loop(),
            25 => self.loop_value(),
            26 => self.view(),
            27 | 28 => self.exit(),
            29 => self.closure(),
            30 => self.changing_closure(),
            31 | 32 => self.call_statement(),
            33 | 34 => self.chain_statement(),
            35 => self.match_statement(),
            36 | 37 => self.option_statement(),
            38 => self.stack(),
            39 | 40 => self.let_record(),
            41 => self.change_record(),
            _ => self.let_others(),
        }
    }

    pub(super) fn let_num(&mut self) -> Written {
        let value = self.num(3);
        let name = self.name();
        let mutable = !self.dice.once_in(3);
        let typed = if self.dice.once_in(3) { ": f64" } else { "" };
        let mark = if mutable { "mut " } else { "" };
        let text = format!("let {mark}{}{typed} = $0;", name.text);
        self.declare(&name, Type::Num, mutable);
        Some(node(Sort::Stmt, text, vec![value]).binds(&name))
    }

    /// Several at once, late values, booleans.
    fn let_others(&mut self) -> Written {
        let (a, b) = (self.num(2), self.num(2));
        let (first, mut second) = (self.name(), self.name());
        while second.text == first.text {
            second = self.name();
        }
        let (x, y) = (&first.text, &second.text);
        match self.dice.below(4) {
            0 => {
                let text = format!("let (mut {x}, {y}) = ($0, $1);");
                self.declare(&first, Type::Num, true);
                self.declare(&second, Type::Num, false);
                Some(
                    node(Sort::Stmt, text, vec![a, b])
                        .binds(&first)
                        .binds(&second),
                )
            }
            1 => {
                let text = format!("let [{x}, mut {y}] = [$0, $1];");
                self.declare(&first, Type::Num, false);
                self.declare(&second, Type::Num, true);
                Some(
                    node(Sort::Stmt, text, vec![a, b])
                        .binds(&first)
                        .binds(&second),
                )
            }
            2 => {
                let cond = self.truth(1);
                let first = self.fresh(format!("late{}", self.next));
                let x = &first.text;
                let text = format!("let {x};\nif $0 {{\n{x} = $1;\n}} else {{\n{x} = $2;\n}}");
                self.declare(&first, Type::Num, false);
                Some(node(Sort::Stmt, text, vec![cond, a, b]).binds(&first))
            }
            _ => {
                let cond = self.truth(1);
                let text = format!("let {x} = $0;");
                self.declare(&first, Type::Bool, false);
                Some(node(Sort::Stmt, text, vec![cond]).binds(&first))
            }
        }
    }

    /// In a loop, what is assigned has to stay of a sane size.
    pub(super) fn assign(&mut self) -> Written {
        let place = self.place()?;
        let calm = !self.loops.is_empty() || self.depth > 0;
        let depth = 2.min(self.budget);
        let (text, value) = match self.dice.below(7) {
            0..=2 => (
                "$0 = $1;",
                if calm {
                    self.tame(depth)
                } else {
                    self.num(depth)
                },
            ),
            3 => ("$0 -= $1;", self.tame(depth)),
            4 if !calm => ("$0 *= $1;", self.num(depth)),
            4 => ("$0 *= $1;", self.tame(depth)),
            5 if !calm => ("$0 /= $1;", self.positive(depth)),
            _ => ("$0 += $1;", self.tame(depth)),
        };
        Some(node(Sort::Stmt, text, vec![place, value]))
    }

    fn exchange(&mut self) -> Written {
        let first = self.writable(is_num)?;
        let second = self.writable(is_num)?;
        if first.name == second.name {
            return None;
        }
        let (a, b) = (&first.name.text, &second.name.text);
        let found = match self.dice.below(3) {
            0 => node(
                Sort::Stmt,
                format!("std::mem::swap(&mut {a}, &mut {b});"),
                vec![],
            ),
            1 => node(Sort::Stmt, format!("({a}, {b}) = ({b}, {a});"), vec![]),
            _ => {
                let kids = vec![self.tame(1), self.tame(1)];
                node(Sort::Stmt, format!("({a}, {b}) = ($0, $1);"), kids)
            }
        };
        Some(found.uses(&first.name).uses(&second.name))
    }

    fn branch(&mut self) -> Written {
        let cond = self.truth(1);
        let count = self.dice.between(1, 3);
        let then = self.body(count);
        if self.dice.once_in(2) {
            return Some(node(Sort::Stmt, "if $0 {\n$1\n}", vec![cond, then]));
        }
        let count = self.dice.between(1, 2);
        let els = self.body(count);
        Some(node(
            Sort::Stmt,
            "if $0 {\n$1\n} else {\n$2\n}",
            vec![cond, then, els],
        ))
    }
}
