//! Structs: their types, literals, copies, parts.

use super::scope::{Shape, Type, Var};
use super::{Field, Input, Passing, StructDef, Writer, Written};
use crate::random::node::{Name, Node, Sort, node};

impl Writer {
    /// The structs of a program.
    pub(super) fn define(&mut self) {
        for nth in 0..self.dice.below(3) {
            let count = self.dice.between(1, 4);
            let field = |writer: &mut Self| {
                let len = writer.dice.between(1, 3);
                match writer.dice.below(7) {
                    0 | 1 => Field::Array(len),
                    2 | 3 => Field::Vec(len),
                    4 => Field::Int(len + 1),
                    5 if nth > 0 => Field::Record(nth - 1),
                    _ => Field::Num,
                }
            };
            let mut fields = vec![("a".to_owned(), Field::Num)];
            for name in ["b", "c", "d", "e"].iter().take(count) {
                let field = field(self);
                fields.push(((*name).to_owned(), field));
            }
            self.structs.push(StructDef {
                name: ["Inner", "RK4"][nth].to_owned(),
                fields,
            });
        }
    }

    /// The fields of a variable as variables, those of its fields too.
    pub(super) fn fields(&self, var: &Var, parts: &mut Vec<Var>) {
        let Type::Record(nth) = var.ty else { return };
        for (name, field) in &self.structs[nth].fields {
            let ty = match *field {
                Field::Num => Type::Num,
                Field::Array(len) => Type::Seq {
                    len,
                    shape: Shape::Array,
                },
                Field::Vec(len) => Type::Seq {
                    len,
                    shape: Shape::Vec,
                },
                Field::Int(end) => Type::Int { end, typed: true },
                Field::Record(nth) => Type::Record(nth),
            };
            let part = Var {
                name: Name {
                    text: format!("{}.{name}", var.name.text),
                    id: var.name.id,
                },
                ty,
                ..var.clone()
            };
            parts.push(part.clone());
            self.fields(&part, parts);
        }
    }

    pub(super) fn record_input(&mut self, nth: usize) -> Input {
        let mut fields = vec![];
        for (name, field) in self.structs[nth].fields.clone() {
            let mut many = |count| (0..count).map(|_| self.dice.number()).collect::<Vec<_>>();
            let input = match field {
                Field::Num => Input::Num(many(1)[0]),
                Field::Array(len) | Field::Vec(len) => Input::Many(many(len)),
                Field::Int(end) => Input::Int(self.dice.below(end)),
                Field::Record(nth) => self.record_input(nth),
            };
            fields.push((name, input));
        }
        Input::Fields(fields)
    }

    /// `S { a: …, … }`
    pub(super) fn record(&mut self, nth: usize, depth: usize) -> Node {
        let def = self.structs[nth].clone();
        let (mut items, mut kids) = (vec![], vec![]);
        for (name, field) in &def.fields {
            let kid = self.field_value(*field, depth);
            items.push(format!("{name}: ${}", kids.len()));
            kids.push(kid);
        }
        if self.dice.once_in(3) {
            items.reverse();
        }
        node(
            Sort::Other,
            format!("{} {{ {} }}", def.name, items.join(", ")),
            kids,
        )
    }

    fn field_value(&mut self, field: Field, depth: usize) -> Node {
        let many = |writer: &mut Self, start: &str, len: usize| {
            let kids: Vec<Node> = (0..len).map(|_| writer.num(depth)).collect();
            let holes: Vec<String> = (0..len).map(|nth| format!("${nth}")).collect();
            node(Sort::Other, format!("{start}[{}]", holes.join(", ")), kids)
        };
        match field {
            Field::Num => self.num(depth),
            Field::Array(len) => many(self, "", len),
            Field::Vec(len) => many(self, "vec!", len),
            Field::Int(end) => self.index(end),
            Field::Record(nth) => self.record(nth, depth),
        }
    }

    fn a_struct(&mut self) -> Option<usize> {
        match self.structs.len() {
            0 => None,
            count => Some(self.dice.below(count)),
        }
    }

    /// A value of a struct: built, or out of what there is.
    pub(super) fn record_value(&mut self, nth: usize) -> Node {
        let depth = self.dice.between(0, 2);
        let Some(var) = self.readable(|ty| *ty == Type::Record(nth)) else {
            return self.record(nth, depth);
        };
        let name = &var.name.text;
        match self.dice.below(3) {
            0 => self.record(nth, depth),
            1 => node(Sort::Other, format!("{name}.clone()"), vec![]).uses(&var.name),
            _ => {
                let def = self.structs[nth].clone();
                let at = self.dice.below(def.fields.len());
                let (field, kind) = def.fields[at].clone();
                let value = self.field_value(kind, 1);
                let text = format!("{} {{ {field}: $0, ..{name}.clone() }}", def.name);
                node(Sort::Other, text, vec![value]).uses(&var.name)
            }
        }
    }

    pub(super) fn let_record(&mut self) -> Written {
        let nth = self.a_struct()?;
        let value = self.record_value(nth);
        let name = self.name();
        self.declare(&name, Type::Record(nth), true);
        let text = format!("let mut {} = $0;", name.text);
        Some(node(Sort::Stmt, text, vec![value]).binds(&name))
    }

    /// A struct that is replaced, exchanged, or taken apart.
    pub(super) fn change_record(&mut self) -> Written {
        let nth = self.a_struct()?;
        let this = |ty: &Type| *ty == Type::Record(nth);
        match self.dice.below(3) {
            0 => {
                let var = self.writable(this)?;
                if !var.name.text.contains('.') && self.is_reference(&var) {
                    return None;
                }
                let value = self.record_value(nth);
                let text = format!("{} = $0;", var.name.text);
                Some(node(Sort::Stmt, text, vec![value]).uses(&var.name))
            }
            1 => {
                let (a, b) = (self.writable(this)?, self.writable(this)?);
                if a.name.id == b.name.id || self.is_reference(&a) || self.is_reference(&b) {
                    return None;
                }
                let text = format!(
                    "std::mem::swap(&mut {}, &mut {});",
                    a.name.text, b.name.text
                );
                Some(node(Sort::Stmt, text, vec![]).uses(&a.name).uses(&b.name))
            }
            _ => self.apart(nth),
        }
    }

    /// Whether the variable is a parameter that is a reference to a struct.
    fn is_reference(&self, var: &Var) -> bool {
        !var.name.text.contains('.') && self.references.contains(&var.name.id)
    }

    /// `let S { a, .. } = &s;`
    fn apart(&mut self, nth: usize) -> Written {
        let var = self.readable(|ty| *ty == Type::Record(nth))?;
        let def = self.structs[nth].clone();
        let name = self.fresh(format!("part{}", self.next));
        let amount = node(Sort::Other, var.name.text.clone(), vec![]).uses(&var.name);
        self.freeze(&amount);
        self.declare(&name, Type::Ref, false);
        let mark = if self.is_reference(&var) { "" } else { "&" };
        let text = format!("let {} {{ a: {}, .. }} = {mark}$0;", def.name, name.text);
        Some(node(Sort::Stmt, text, vec![amount]).binds(&name))
    }

    pub(super) fn record_argument(&mut self, nth: usize, passing: Passing) -> Option<Node> {
        let this = |ty: &Type| *ty == Type::Record(nth);
        match passing {
            Passing::Value => Some(self.record_value(nth)),
            Passing::Shared => match self.readable(this) {
                None => Some(node(Sort::Other, "&$0", vec![self.record(nth, 1)])),
                Some(var) => {
                    let mark = if self.is_reference(&var) { "&*" } else { "&" };
                    let text = format!("{mark}{}", var.name.text);
                    Some(node(Sort::Other, text, vec![]).uses(&var.name))
                }
            },
            Passing::Exclusive => {
                let var = self.writable(this)?;
                let mark = if self.is_reference(&var) {
                    "&mut *"
                } else {
                    "&mut "
                };
                let text = format!("{mark}{}", var.name.text);
                Some(node(Sort::Other, text, vec![]).uses(&var.name))
            }
        }
    }
}
