//! Arrays, vectors, tuples: declared, changed as a whole, exchanged.

use super::scope::{Shape, Type, Var, is_seq};
use super::{Writer, Written};
use crate::random::node::{Node, Sort, node};

impl Writer {
    pub(super) fn let_storage(&mut self) -> Written {
        let (ty, value) = match self.dice.below(8) {
            0 | 1 => self.array(),
            2 | 3 => self.vector(),
            4 => (
                Type::Pair,
                node(Sort::Other, "($0, $1)", vec![self.num(2), self.num(2)]),
            ),
            5 => self.grid(),
            _ => self.copy()?,
        };
        let name = self.name();
        let mutable = !self.dice.once_in(4);
        let mark = if mutable { "mut " } else { "" };
        self.declare(&name, ty, mutable);
        let text = format!("let {mark}{} = $0;", name.text);
        Some(node(Sort::Stmt, text, vec![value]).binds(&name))
    }

    fn nums(&mut self, count: usize) -> (String, Vec<Node>) {
        let kids: Vec<Node> = (0..count).map(|_| self.num(1)).collect();
        let holes: Vec<String> = (0..count).map(|nth| format!("${nth}")).collect();
        (holes.join(", "), kids)
    }

    fn array(&mut self) -> (Type, Node) {
        let len = self.dice.between(1, 4);
        let ty = Type::Seq {
            len,
            shape: Shape::Array,
        };
        if self.dice.once_in(2) {
            let value = self.num(1);
            return (ty, node(Sort::Other, format!("[$0; {len}]"), vec![value]));
        }
        let (items, kids) = self.nums(len);
        (ty, node(Sort::Other, format!("[{items}]"), kids))
    }

    fn vector(&mut self) -> (Type, Node) {
        let len = self.dice.between(1, 4);
        let ty = Type::Seq {
            len,
            shape: Shape::Vec,
        };
        if self.dice.once_in(2) {
            let value = self.num(1);
            return (
                ty,
                node(Sort::Other, format!("vec![$0; {len}]"), vec![value]),
            );
        }
        let (items, kids) = self.nums(len);
        (ty, node(Sort::Other, format!("vec![{items}]"), kids))
    }

    fn grid(&mut self) -> (Type, Node) {
        let (rows, columns) = (self.dice.between(1, 3), self.dice.between(1, 3));
        let ty = Type::Grid { rows, columns };
        let value = self.num(1);
        (
            ty,
            node(
                Sort::Other,
                format!("[[$0; {columns}]; {rows}]"),
                vec![value],
            ),
        )
    }

    /// A copy of a sequence that there is.
    fn copy(&mut self) -> Option<(Type, Node)> {
        let var = self.readable(is_seq)?;
        let (len, name) = (var.len(), &var.name.text);
        let (text, shape) = match var.ty {
            Type::Seq {
                shape: Shape::Array,
                ..
            } if self.dice.once_in(2) => (name.clone(), Shape::Array),
            Type::Seq {
                shape: Shape::Vec, ..
            } if self.dice.once_in(2) => (format!("{name}.clone()"), Shape::Vec),
            _ => (format!("{name}.to_vec()"), Shape::Vec),
        };
        let value = node(Sort::Other, text, vec![]).uses(&var.name);
        Some((Type::Seq { len, shape }, value))
    }

    pub(super) fn change_storage(&mut self) -> Written {
        let var = self.writable(is_seq)?;
        let (name, len) = (var.name.text.clone(), var.len());
        let found = match (self.dice.below(9), var.ty) {
            (5 | 6, _) => self.moved(&var)?,
            (
                7 | 8,
                Type::Seq {
                    shape: Shape::Vec, ..
                },
            ) if !name.contains('.') => self.grown(&var),
            (0, _) => {
                let kids = self.without(&var.name, |writer| {
                    vec![writer.index(len), writer.index(len)]
                });
                node(Sort::Stmt, format!("{name}.swap($0, $1);"), kids)
            }
            (1, _) => {
                let value = self.without(&var.name, |writer| writer.tame(1));
                node(Sort::Stmt, format!("{name}.fill($0);"), vec![value])
            }
            (
                2,
                Type::Seq {
                    shape: Shape::Array,
                    ..
                },
            ) => {
                let kids: Vec<Node> = (0..len).map(|_| self.tame(1)).collect();
                let items: Vec<String> = (0..len).map(|nth| format!("${nth}")).collect();
                node(
                    Sort::Stmt,
                    format!("{name} = [{}];", items.join(", ")),
                    kids,
                )
            }
            (
                2,
                Type::Seq {
                    shape: Shape::Vec, ..
                },
            ) => {
                let value = self.tame(1);
                node(
                    Sort::Stmt,
                    format!("{name} = vec![$0; {len}];"),
                    vec![value],
                )
            }
            (3, ty)
                if !matches!(
                    ty,
                    Type::Seq {
                        shape: Shape::Ref,
                        ..
                    }
                ) =>
            {
                let other = self.writable(|other| *other == ty)?;
                if other.name == var.name {
                    return None;
                }
                let text = format!("std::mem::swap(&mut {name}, &mut {});", other.name.text);
                node(Sort::Stmt, text, vec![]).uses(&other.name)
            }
            (
                4,
                Type::Seq {
                    shape: Shape::Array,
                    ..
                },
            ) => {
                let other = self.readable(|other| *other == var.ty)?;
                node(Sort::Stmt, format!("{name} = {};", other.name.text), vec![]).uses(&other.name)
            }
            _ => {
                let index = self.without(&var.name, |writer| writer.index(len));
                let kids = vec![index, self.tame(2)];
                node(Sort::Stmt, format!("{name}[$0] = $1;"), kids)
            }
        };
        Some(found.uses(&var.name))
    }

    /// Elements change places.
    fn moved(&mut self, var: &Var) -> Written {
        let (name, len) = (&var.name.text, var.len());
        let part = match self.dice.below(3) {
            0 => format!("{name}[1..]"),
            _ => name.clone(),
        };
        let by = self.dice.below(len);
        // Integers have these methods, too, and what a field is nobody knows.
        let field = name.contains('.');
        let text = match self.dice.below(3) {
            _ if field => format!("{part}.reverse();"),
            0 => format!("{part}.reverse();"),
            1 => format!("{part}.rotate_left({by});"),
            _ => format!("{part}.rotate_right({by});"),
        };
        Some(node(Sort::Stmt, text, vec![]))
    }

    /// A vector grows, and shrinks as much.
    fn grown(&mut self, var: &Var) -> Node {
        let (name, len) = (&var.name.text, var.len());
        let at = self.dice.below(len);
        let text = match self.dice.below(8) {
            0 => format!("{name}.push($0); {name}.remove({at});"),
            1 => format!("{name}.insert({at}, $0); {name}.pop();"),
            2 => format!("{{ let last = {name}.pop().unwrap(); {name}.push(last * $0); }}"),
            3 => format!("{name}.push($0); {name}.swap_remove({at});"),
            4 => format!("{name}.truncate({at}); {name}.resize({len}, $0);"),
            5 => {
                format!("{name}.push($0); {name}.retain(|x| *x < 0.1); {name}.resize({len}, 0.7);")
            }
            6 => format!(
                "{{ let old = std::mem::replace(&mut {name}, vec![$0; {len}]); {name}[{at}] += old[0]; }}"
            ),
            _ => format!(
                "{{ let mut old = std::mem::take(&mut {name}); {name}.push($0); {name}.append(&mut old); {name}.truncate({len}); }}"
            ),
        };
        let value = self.without(&var.name, |writer| writer.tame(2));
        node(Sort::Stmt, text, vec![value])
    }
}
