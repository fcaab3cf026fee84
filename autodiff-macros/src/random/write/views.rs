//! Names for parts of storage.

use super::scope::{Shape, Type, is_num, is_seq};
use super::{Writer, Written};
use crate::random::node::{Node, Sort, node, stmts};

impl Writer {
    pub(super) fn view(&mut self) -> Written {
        match self.dice.below(5) {
            0 | 1 => self.shared_view(),
            2 | 3 => self.exclusive_view(),
            _ => self.scalar_view(),
        }
    }

    /// `v[a..b]`, and its length.
    pub(super) fn window(
        &mut self,
        name: &str,
        len: usize,
        wanted: Option<usize>,
    ) -> (Node, usize) {
        let size = wanted.unwrap_or_else(|| self.dice.between(1, len));
        let from = self.dice.below(len - size + 1);
        let (text, kids) = match self.dice.below(5) {
            0 => (
                format!("{name}[$0..][..{size}]"),
                vec![self.index(len - size + 1)],
            ),
            1 if size > 0 && from == 0 => (format!("{name}[..{size}]"), vec![]),
            2 if from + size == len => (format!("{name}[{from}..]"), vec![]),
            3 if size > 0 => (format!("{name}[{from}..={}]", from + size - 1), vec![]),
            _ => (format!("{name}[{from}..{}]", from + size), vec![]),
        };
        (node(Sort::Other, text, kids), size)
    }

    fn shared_view(&mut self) -> Written {
        let var = self.readable(is_seq)?;
        let (window, len) = self.window(&var.name.text, var.len(), None);
        let window = window.uses(&var.name);
        let name = self.name();
        self.freeze(&window);
        self.declare(
            &name,
            Type::Seq {
                len,
                shape: Shape::Ref,
            },
            false,
        );
        let text = format!("let {} = &$0;", name.text);
        Some(node(Sort::Stmt, text, vec![window]).binds(&name))
    }

    /// A view that is written, in a block that ends with it.
    fn exclusive_view(&mut self) -> Written {
        let var = self.writable(is_seq)?;
        let (window, len) = self.window(&var.name.text, var.len(), None);
        let window = window.uses(&var.name);
        let name = self.name();
        let count = self.dice.between(1, 3);
        let body = self.scoped(|writer| {
            writer.lock(&var.name);
            writer.declare(
                &name,
                Type::Seq {
                    len,
                    shape: Shape::Ref,
                },
                true,
            );
            let first = writer.change_storage();
            let rest = writer.statements(count);
            stmts(first.into_iter().chain([rest]).collect())
        });
        let text = format!("{{\nlet {} = &mut $0;\n$1\n}}", name.text);
        Some(node(Sort::Stmt, text, vec![window, body]).inner(1, &[&name]))
    }

    /// `let r = &mut v[i];`
    fn scalar_view(&mut self) -> Written {
        let var = self.writable(|ty| is_num(ty) || is_seq(ty))?;
        let text = &var.name.text;
        let place = match var.ty {
            Type::Num => node(Sort::Other, text.clone(), vec![]),
            _ => node(
                Sort::Other,
                format!("{text}[$0]"),
                vec![self.index(var.len())],
            ),
        };
        let place = place.uses(&var.name);
        let name = self.name();
        let body = self.scoped(|writer| {
            writer.lock(&var.name);
            writer.declare(&name, Type::Ref, true);
            writer.statements(2)
        });
        let text = format!("{{\nlet {} = &mut $0;\n$1\n}}", name.text);
        Some(node(Sort::Stmt, text, vec![place, body]).inner(1, &[&name]))
    }
}
