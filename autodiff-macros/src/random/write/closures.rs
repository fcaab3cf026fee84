//! Closures: of numbers, and those that change what they capture.

use super::scope::{Shape, Type};
use super::{Writer, Written};
use crate::random::node::{Name, Node, Sort, node};

impl Writer {
    /// Where nothing around can be left.
    pub(super) fn calm<R>(&mut self, inside: impl FnOnce(&mut Self) -> R) -> R {
        let loops = std::mem::take(&mut self.loops);
        let may_return = std::mem::take(&mut self.may_return);
        self.depth += 1;
        let result = inside(self);
        self.depth -= 1;
        self.loops = loops;
        self.may_return = may_return;
        result
    }

    fn params(&mut self, arity: usize) -> (Vec<Name>, String) {
        let mut names = vec![];
        for nth in 0..arity {
            let text = format!("{}{}", ["p", "q"][nth % 2], self.next);
            names.push(self.fresh(text));
        }
        let list: Vec<String> = names
            .iter()
            .map(|name| format!("{}: f64", name.text))
            .collect();
        (names, list.join(", "))
    }

    /// `let f = |p: f64| …;`
    pub(super) fn closure(&mut self) -> Written {
        let arity = self.dice.between(1, 2);
        let (params, list) = self.params(arity);
        let body = self.scoped(|writer| {
            writer.vars.iter_mut().for_each(|var| var.frozen = true);
            params
                .iter()
                .for_each(|param| writer.declare(param, Type::Num, false));
            writer.calm(|writer| writer.num(2))
        });
        let name = self.fresh(format!("f{}", self.next));
        let refs: Vec<&Name> = params.iter().collect();
        let moves = self.dice.once_in(3) && self.copies(&body);
        if !moves {
            self.freeze(&body);
        }
        let mark = if moves { "move " } else { "" };
        self.declare(&name, Type::Closure(arity), false);
        let text = format!("let {} = {mark}|{list}| $0;", name.text);
        Some(
            node(Sort::Stmt, text, vec![body])
                .inner(0, &refs)
                .binds(&name),
        )
    }

    /// Whether all that is captured can be copied.
    fn copies(&self, body: &Node) -> bool {
        let mut ids = vec![];
        body.mentioned(&mut ids);
        self.vars
            .iter()
            .filter(|var| ids.contains(&var.name.id))
            .all(|var| match var.ty {
                Type::Seq {
                    shape: Shape::Vec, ..
                }
                | Type::Closure(_)
                | Type::Record(_) => false,
                Type::Seq {
                    shape: Shape::Ref, ..
                }
                | Type::Ref => !var.mutable,
                _ => true,
            })
    }

    pub(super) fn closure_value(&mut self, depth: usize) -> Option<Node> {
        let var = self.readable(|ty| matches!(ty, Type::Closure(_)))?;
        let Type::Closure(arity) = var.ty else {
            return None;
        };
        if var.mutable {
            return None;
        }
        let kids: Vec<Node> = (0..arity).map(|_| self.num(depth - 1)).collect();
        let holes = ["$0", "$0, $1"][arity - 1];
        Some(node(Sort::Num, format!("{}({holes})", var.name.text), kids).uses(&var.name))
    }

    /// `let mut add = |p: f64| …;`, and what calls it.
    pub(super) fn changing_closure(&mut self) -> Written {
        if self.depth > 2 {
            return None;
        }
        let (params, list) = self.params(1);
        let body = self.scoped(|writer| {
            writer.declare(&params[0], Type::Num, false);
            writer.calm(|writer| {
                let count = writer.dice.between(1, 2);
                writer.statements(count)
            })
        });
        let name = self.fresh(format!("f{}", self.next));
        let mut ids = vec![];
        body.mentioned(&mut ids);
        let uses = self.scoped(|writer| {
            for var in &mut writer.vars {
                var.locked |= ids.contains(&var.name.id) && var.mutable;
                var.frozen |= ids.contains(&var.name.id);
            }
            writer.declare(&name, Type::Closure(1), true);
            writer.calls_of(&name)
        });
        let text = format!("{{\nlet mut {} = |{list}| {{\n$0\n}};\n$1\n}}", name.text);
        let closure = node(Sort::Stmt, text, vec![scoped(body, &params), uses]);
        Some(closure.inner(1, &[&name]))
    }

    fn calls_of(&mut self, name: &Name) -> Node {
        let mut found = vec![];
        for _ in 0..self.dice.between(1, 3) {
            let value = self.num(2);
            let call = node(Sort::Stmt, format!("{}($0);", name.text), vec![value]).uses(name);
            found.push(match self.dice.below(4) {
                0 => {
                    let index = self.fresh(format!("i{}", self.next));
                    let text = format!("for {} in 0..3 {{\n$0\n}}", index.text);
                    node(Sort::Stmt, text, vec![call])
                }
                1 => node(Sort::Stmt, "if $0 {\n$1\n}", vec![self.truth(1), call]),
                _ => call,
            });
        }
        found.extend(self.let_num());
        crate::random::node::stmts(found)
    }
}

/// Statements that see these names, and keep their own to themselves.
fn scoped(body: Node, params: &[Name]) -> Node {
    let names: Vec<&Name> = params.iter().collect();
    node(Sort::Other, "$0", vec![body]).inner(0, &names)
}
