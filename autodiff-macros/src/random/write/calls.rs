//! Calls of the functions that came before.

use super::scope::{Shape, Type, is_num};
use super::{Kind, Returns, Signature, Writer, Written};
use crate::random::node::{Node, Sort, node};

impl Writer {
    fn callee(&mut self, wanted: impl Fn(Returns) -> bool) -> Option<Signature> {
        if self.depth > 2 {
            return None;
        }
        let functions = self.functions.iter();
        let found: Vec<_> = functions
            .filter(|function| wanted(function.returns))
            .cloned()
            .collect();
        self.dice.pick(&found).cloned()
    }

    /// `g(…)`, whose type nobody sees; its arguments borrow nothing twice.
    fn call(&mut self, callee: &Signature) -> Option<Node> {
        self.scoped(|writer| {
            let mut kids = vec![];
            for kind in &callee.params {
                let arg = writer.argument(*kind)?;
                if kind.is_output() {
                    let mut ids = vec![];
                    arg.mentioned(&mut ids);
                    for var in &mut writer.vars {
                        var.locked |= ids.contains(&var.name.id) && var.mutable;
                    }
                }
                writer.freeze(&arg);
                kids.push(arg);
            }
            let holes: Vec<String> = (0..kids.len()).map(|nth| format!("${nth}")).collect();
            let text = format!("{}({})", callee.name.text, holes.join(", "));
            Some(node(Sort::Open, text, kids).uses(&callee.name))
        })
    }

    pub(super) fn call_value(&mut self, depth: usize) -> Option<Node> {
        let callee = self.callee(|returns| returns == Returns::Num)?;
        let call = self.call(&callee)?;
        Some(match self.dice.below(3) {
            0 => node(Sort::Num, "{\nlet r: f64 = $0;\nr\n}", vec![call]),
            1 => node(Sort::Num, "($0 * $1)", vec![self.num(depth - 1), call]),
            _ => node(Sort::Num, "($0 + $1)", vec![call, self.num(depth - 1)]),
        })
    }

    pub(super) fn call_statement(&mut self) -> Written {
        let callee = self.callee(|_| true)?;
        let call = self.call(&callee)?;
        let name = self.name();
        let (annotation, ty) = match callee.returns {
            Returns::Unit => return Some(node(Sort::Stmt, "$0;", vec![call])),
            Returns::Num => ("f64".to_owned(), Type::Num),
            Returns::Pair => ("(f64, f64)".to_owned(), Type::Pair),
            Returns::Record(nth) => (self.structs[nth].name.clone(), Type::Record(nth)),
            Returns::Array(len) => (
                format!("[f64; {len}]"),
                Type::Seq {
                    len,
                    shape: Shape::Array,
                },
            ),
        };
        let mutable = self.dice.once_in(2);
        let mark = if mutable { "mut " } else { "" };
        let text = format!("let {mark}{}: {annotation} = $0;", name.text);
        self.declare(&name, ty, mutable);
        Some(node(Sort::Stmt, text, vec![call]).binds(&name))
    }

    fn argument(&mut self, kind: Kind) -> Option<Node> {
        match kind {
            Kind::Num => Some(self.num(2)),
            Kind::NumRef => Some(node(Sort::Other, "&$0", vec![self.num(1)])),
            Kind::NumMut => {
                let var = self.writable(is_num)?;
                let text = format!("&mut {}", var.name.text);
                Some(node(Sort::Other, text, vec![]).uses(&var.name))
            }
            Kind::Int(end) => Some(self.index(end)),
            Kind::Bool => Some(self.truth(0)),
            Kind::Pair => self.pair_argument(),
            Kind::Grid(rows, columns) => {
                let ty = Type::Grid { rows, columns };
                let Some(var) = self.readable(|other| *other == ty) else {
                    let text = format!("&[[$0; {columns}]; {rows}]");
                    return Some(node(Sort::Other, text, vec![self.num(1)]));
                };
                let text = format!("&{}", var.name.text);
                Some(node(Sort::Other, text, vec![]).uses(&var.name))
            }
            Kind::Record(nth, passing) => self.record_argument(nth, passing),
            Kind::Slice(len) => Some(self.slice(len)),
            Kind::SliceMut(len) => self.exclusive_slice(len),
            Kind::Array(len) => Some(self.array_argument("", len)),
            Kind::ArrayRef(len) => Some(self.array_argument("&", len)),
            Kind::ArrayMut(len) => {
                let ty = Type::Seq {
                    len,
                    shape: Shape::Array,
                };
                let var = self.writable(|other| *other == ty)?;
                let text = format!("&mut {}", var.name.text);
                Some(node(Sort::Other, text, vec![]).uses(&var.name))
            }
        }
    }

    fn pair_argument(&mut self) -> Option<Node> {
        match self.readable(|ty| *ty == Type::Pair) {
            Some(var) => Some(node(Sort::Other, var.name.text.clone(), vec![]).uses(&var.name)),
            None => Some(node(
                Sort::Other,
                "($0, $1)",
                vec![self.num(1), self.num(1)],
            )),
        }
    }

    fn slice(&mut self, wanted: usize) -> Node {
        let long = |ty: &Type| matches!(ty, Type::Seq { len, .. } if *len >= wanted);
        let Some(var) = self.readable(long) else {
            return self.array_argument("&", wanted);
        };
        let (window, _) = self.window(&var.name.text, var.len(), Some(wanted));
        node(Sort::Other, "&$0", vec![window.uses(&var.name)])
    }

    fn exclusive_slice(&mut self, wanted: usize) -> Option<Node> {
        let long = |ty: &Type| matches!(ty, Type::Seq { len, .. } if *len >= wanted);
        let var = self.writable(long)?;
        let (window, _) = self.without(&var.name.clone(), |writer| {
            writer.window(&var.name.text, var.len(), Some(wanted))
        });
        Some(node(Sort::Other, "&mut $0", vec![window.uses(&var.name)]))
    }

    fn array_argument(&mut self, mark: &str, len: usize) -> Node {
        let ty = Type::Seq {
            len,
            shape: Shape::Array,
        };
        if let Some(var) = self.readable(|other| *other == ty) {
            let text = format!("{mark}{}", var.name.text);
            return node(Sort::Other, text, vec![]).uses(&var.name);
        }
        let value = self.num(1);
        node(Sort::Other, format!("{mark}[$0; {len}]"), vec![value])
    }
}
