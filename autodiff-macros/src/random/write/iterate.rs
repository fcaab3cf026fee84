//! `for` over the elements of something.

use super::loops::labelled;
use super::scope::{Shape, Type, Var, is_seq};
use super::{Writer, Written};
use crate::random::node::{Name, Node, Sort, node};

/// What stands ahead of a loop's body.
struct Head {
    pattern: String,
    over: Node,
    binds: Vec<(Name, Type, bool)>,
    /// What the loop holds `&mut`.
    taken: Option<Name>,
}

impl Writer {
    pub(super) fn for_items(&mut self) -> Written {
        if self.depth > 3 {
            return None;
        }
        let head = match self.dice.below(10) {
            0..=2 => self.in_place()?,
            3 => self.rows()?,
            4 => self.parts()?,
            5 | 6 => self.zipped()?,
            _ => self.elements()?,
        };
        let (label, body) = self.looped(|writer| {
            writer.freeze(&head.over);
            if let Some(taken) = &head.taken {
                writer.lock(taken);
            }
            for (name, ty, mutable) in &head.binds {
                writer.declare(name, *ty, *mutable);
            }
            writer.body_of_loop()
        });
        let names: Vec<&Name> = head.binds.iter().map(|(name, ..)| name).collect();
        let text = format!("for {} in $0 {{\n$1\n}}", head.pattern);
        Some(labelled(text, vec![head.over, body], 1, label, &names))
    }

    fn reference(&mut self) -> (Name, String, Type) {
        let name = self.name();
        match self.dice.once_in(2) {
            true => (name.clone(), format!("&{}", name.text), Type::Num),
            false => (name.clone(), name.text, Type::Ref),
        }
    }

    /// `xs.iter()`, with what may stand behind it.
    fn iter(&mut self, var: &Var) -> Node {
        let name = &var.name.text;
        let plain = self.dice.below(4);
        let text = match (plain, var.ty) {
            (
                0,
                Type::Seq {
                    shape: Shape::Ref, ..
                },
            ) if !var.mutable => name.clone(),
            (
                0,
                Type::Seq {
                    shape: Shape::Array | Shape::Vec,
                    ..
                },
            ) => format!("&{name}"),
            _ => {
                let rest = self.dice.word(&[
                    "",
                    "",
                    "",
                    ".rev()",
                    ".skip(1)",
                    ".take(2)",
                    ".rev().skip(1)",
                    ".step_by(2)",
                ]);
                format!("{name}.iter(){rest}")
            }
        };
        node(Sort::Other, text, vec![]).uses(&var.name)
    }

    fn elements(&mut self) -> Option<Head> {
        let var = self.readable(is_seq)?;
        let head = |pattern, over, binds| Head {
            pattern,
            over,
            binds,
            taken: None,
        };
        match self.dice.below(4) {
            0 => {
                let (name, pattern, ty) = self.reference();
                let index = self.fresh(format!("i{}", self.next));
                let pattern = format!("({}, {pattern})", index.text);
                let text = format!("{}.iter().enumerate()", var.name.text);
                let over = node(Sort::Other, text, vec![]).uses(&var.name);
                let int = Type::Int {
                    end: var.len(),
                    typed: true,
                };
                Some(head(
                    pattern,
                    over,
                    vec![(index, int, false), (name, ty, false)],
                ))
            }
            1 => {
                let (name, t) = (self.name(), self.fresh(format!("t{}", self.next)));
                let value = self.scoped(|writer| {
                    writer.vars.iter_mut().for_each(|var| var.frozen = true);
                    writer.declare(&t, Type::Num, false);
                    writer.calm(|writer| writer.num(2))
                });
                let text = format!("{}.iter().copied().map(|{}| $0)", var.name.text, t.text);
                let over = node(Sort::Other, text, vec![value])
                    .uses(&var.name)
                    .inner(0, &[&t]);
                Some(head(
                    name.text.clone(),
                    over,
                    vec![(name, Type::Num, false)],
                ))
            }
            2 => {
                let name = self.name();
                let text = format!("{}.iter().copied()", var.name.text);
                let over = node(Sort::Other, text, vec![]).uses(&var.name);
                Some(head(
                    name.text.clone(),
                    over,
                    vec![(name, Type::Num, false)],
                ))
            }
            _ => {
                let (name, pattern, ty) = self.reference();
                let over = self.iter(&var);
                Some(head(pattern, over, vec![(name, ty, false)]))
            }
        }
    }

    fn zipped(&mut self) -> Option<Head> {
        let (left, right) = (self.readable(is_seq)?, self.readable(is_seq)?);
        let (a, first, a_ty) = self.reference();
        let (mut b, mut second, mut b_ty) = self.reference();
        while b.text == a.text {
            (b, second, b_ty) = self.reference();
        }
        let (over, right) = (self.iter(&left), self.iter(&right));
        let over = match over.text.contains(".iter()") {
            true => over,
            false => {
                node(Sort::Other, format!("{}.iter()", left.name.text), vec![]).uses(&left.name)
            }
        };
        let text = self
            .dice
            .word(&["$0.zip($1)", "$0.zip($1).skip(1)", "$0.zip($1).take(2)"]);
        Some(Head {
            pattern: format!("({first}, {second})"),
            over: node(Sort::Other, text, vec![over, right]),
            binds: vec![(a, a_ty, false), (b, b_ty, false)],
            taken: None,
        })
    }

    /// Windows and chunks.
    fn parts(&mut self) -> Option<Head> {
        let var = self.readable(is_seq)?;
        let (name, len) = (self.name(), self.dice.between(1, 2));
        let over = self.dice.word(&["windows", "chunks_exact"]);
        let text = format!("{}.{over}({len})", var.name.text);
        Some(Head {
            pattern: name.text.clone(),
            over: node(Sort::Other, text, vec![]).uses(&var.name),
            binds: vec![(
                name,
                Type::Seq {
                    len,
                    shape: Shape::Ref,
                },
                false,
            )],
            taken: None,
        })
    }

    fn rows(&mut self) -> Option<Head> {
        let mutable = self.dice.once_in(2);
        let grid = |ty: &Type| matches!(ty, Type::Grid { .. });
        let var = match mutable {
            true => self.writable(grid)?,
            false => self.readable(grid)?,
        };
        let Type::Grid { columns, .. } = var.ty else {
            return None;
        };
        let (name, method) = (self.name(), if mutable { "iter_mut" } else { "iter" });
        let text = format!("{}.{method}()", var.name.text);
        Some(Head {
            pattern: name.text.clone(),
            over: node(Sort::Other, text, vec![]).uses(&var.name),
            binds: vec![(
                name,
                Type::Seq {
                    len: columns,
                    shape: Shape::Ref,
                },
                mutable,
            )],
            taken: mutable.then_some(var.name),
        })
    }

    fn in_place(&mut self) -> Option<Head> {
        let var = self.writable(is_seq)?;
        let (name, x) = (self.name(), &var.name.text);
        let mut binds = vec![(name.clone(), Type::Ref, true)];
        let (pattern, over) = match (self.dice.below(5), var.ty) {
            (
                0,
                Type::Seq {
                    shape: Shape::Array | Shape::Vec,
                    ..
                },
            ) => {
                let over = node(Sort::Other, format!("&mut {x}"), vec![]);
                (name.text.clone(), over)
            }
            (1, _) => {
                let index = self.fresh(format!("i{}", self.next));
                let int = Type::Int {
                    end: var.len(),
                    typed: true,
                };
                let pattern = format!("({}, {})", index.text, name.text);
                binds.push((index, int, false));
                (
                    pattern,
                    node(Sort::Other, format!("{x}.iter_mut().enumerate()"), vec![]),
                )
            }
            (2, _) => {
                let found = self.without(&var.name, |writer| writer.readable(is_seq));
                let (b, mut second, ty) = self.reference();
                if b.text == name.text {
                    return None;
                }
                let right = self.iter(&found?);
                second = format!("({}, {second})", name.text);
                binds.push((b, ty, false));
                (
                    second,
                    node(Sort::Other, format!("{x}.iter_mut().zip($0)"), vec![right]),
                )
            }
            _ => {
                let rest = self.dice.word(&["", "", ".rev()", ".skip(1)", ".take(2)"]);
                (
                    name.text.clone(),
                    node(Sort::Other, format!("{x}.iter_mut(){rest}"), vec![]),
                )
            }
        };
        Some(Head {
            pattern,
            over: over.uses(&var.name),
            binds,
            taken: Some(var.name),
        })
    }
}
