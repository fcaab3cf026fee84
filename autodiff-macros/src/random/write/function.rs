//! A function: parameters, statements, a result.

use super::scope::{Shape, Type};
use super::{Kind, Passing, Returns, Signature, Writer};
use crate::random::node::{Name, Node, Sort, node};

impl Writer {
    /// A function that those behind it can call.
    pub(super) fn function(
        &mut self,
        text: &str,
        budget: usize,
        main: bool,
    ) -> (Node, Vec<(Name, Kind)>) {
        self.vars.clear();
        self.loops.clear();
        self.depth = usize::from(!main);
        self.budget = budget;
        self.may_return = true;
        let count = self.dice.between(1, if main { 4 } else { 3 });
        let mut kinds = vec![if self.dice.once_in(3) {
            Kind::Slice(3)
        } else {
            Kind::Num
        }];
        kinds.extend((1..count).map(|_| self.kind()));
        self.returns = match self.dice.below(8) {
            0 => Returns::Pair,
            1 => Returns::Array(self.dice.between(1, 3)),
            4 if !self.structs.is_empty() => Returns::Record(self.dice.below(self.structs.len())),
            2 | 3 if kinds.iter().any(|kind| kind.is_output()) => Returns::Unit,
            _ => Returns::Num,
        };
        let mut names = vec![];
        let mut list = vec![];
        for kind in &kinds {
            let (name, text) = self.parameter(*kind);
            names.push(name);
            list.push(text);
        }
        let count = if main {
            self.dice.between(3, 9)
        } else {
            self.dice.between(1, 4)
        };
        let body = self.statements(count);
        self.budget += 12;
        let value = self.result(3);
        let (kids, tail) = match self.returns {
            Returns::Unit => (vec![body], ""),
            _ => (vec![body, value], "\n$1"),
        };
        let result = match self.returns {
            Returns::Num => " -> f64".to_owned(),
            Returns::Pair => " -> (f64, f64)".to_owned(),
            Returns::Array(len) => format!(" -> [f64; {len}]"),
            Returns::Record(nth) => format!(" -> {}", self.structs[nth].name),
            Returns::Unit => String::new(),
        };
        let name = self.fresh(text);
        let refs: Vec<&Name> = names.iter().collect();
        let head = format!("fn {text}({}){result} {{\n$0{tail}\n}}", list.join(", "));
        let function = node(Sort::Function, head, kids)
            .inner(0, &refs)
            .binds(&name);
        self.functions.push(Signature {
            name,
            params: kinds.clone(),
            returns: self.returns,
        });
        (function, names.into_iter().zip(kinds).collect())
    }

    fn kind(&mut self) -> Kind {
        let len = self.dice.between(1, 4);
        if !self.structs.is_empty() && self.dice.once_in(3) {
            let passings = [Passing::Value, Passing::Shared, Passing::Exclusive];
            let passing = passings[self.dice.below(3)];
            return Kind::Record(self.dice.below(self.structs.len()), passing);
        }
        match self.dice.below(16) {
            0..=2 => Kind::Num,
            3 => Kind::NumRef,
            4 => Kind::NumMut,
            5 => Kind::Int(len),
            6 => Kind::Bool,
            7..=9 => Kind::Slice(len),
            10 | 11 => Kind::SliceMut(len),
            12 => Kind::Array(len),
            13 => Kind::ArrayRef(len),
            14 => match self.dice.once_in(2) {
                true => Kind::ArrayMut(len),
                false => Kind::Pair,
            },
            _ => Kind::Grid(len, self.dice.between(1, 3)),
        }
    }

    fn parameter(&mut self, kind: Kind) -> (Name, String) {
        let nth = self.vars.len();
        let stem = ["x", "y", "xs", "w", "p", "q"][nth % 6];
        let name = self.fresh(format!("{stem}{}", if nth < 6 { "" } else { "_" }));
        let seq = |len, shape| Type::Seq { len, shape };
        let (ty, text, mutable) = match kind {
            Kind::Num => (Type::Num, "f64".to_owned(), self.dice.once_in(2)),
            Kind::NumRef => (Type::Ref, "&f64".to_owned(), false),
            Kind::NumMut => (Type::Ref, "&mut f64".to_owned(), true),
            Kind::Int(end) => (Type::Int { end, typed: true }, "usize".to_owned(), false),
            Kind::Bool => (Type::Bool, "bool".to_owned(), false),
            Kind::Slice(len) => (seq(len, Shape::Ref), "&[f64]".to_owned(), false),
            Kind::SliceMut(len) => (seq(len, Shape::Ref), "&mut [f64]".to_owned(), true),
            Kind::Array(len) => (
                seq(len, Shape::Array),
                format!("[f64; {len}]"),
                self.dice.once_in(2),
            ),
            Kind::ArrayRef(len) => (seq(len, Shape::Ref), format!("&[f64; {len}]"), false),
            Kind::ArrayMut(len) => (seq(len, Shape::Ref), format!("&mut [f64; {len}]"), true),
            Kind::Pair => (Type::Pair, "(f64, f64)".to_owned(), self.dice.once_in(2)),
            Kind::Record(nth, passing) => {
                let mark = ["", "&", "&mut "][passing as usize];
                if passing != Passing::Value {
                    self.references.push(name.id);
                }
                let text = format!("{mark}{}", self.structs[nth].name);
                let mutable = passing == Passing::Exclusive
                    || (passing == Passing::Value && self.dice.once_in(2));
                (Type::Record(nth), text, mutable)
            }
            Kind::Grid(rows, columns) => (
                Type::Grid { rows, columns },
                format!("&[[f64; {columns}]; {rows}]"),
                false,
            ),
        };
        self.declare(&name, ty, mutable);
        let mark = if mutable && !text.starts_with('&') {
            "mut "
        } else {
            ""
        };
        (name.clone(), format!("{mark}{}: {text}", name.text))
    }
}
