//! Numbers.

use super::Writer;
use super::scope::{Type, is_num, is_seq};
use crate::random::node::{Node, Sort, node};

const SMOOTH: [&str; 12] = [
    "$0.sin()",
    "$0.cos()",
    "$0.tanh()",
    "$0.atan()",
    "$0.asinh()",
    "f64::sin($0)",
    "f64::tanh($0)",
    "$0.sin().sinh()",
    "$0.cos().cosh()",
    "$0.cbrt()",
    "$0.to_radians()",
    "$0.sin().exp_m1()",
];

const OTHER: [&str; 14] = [
    "$0.abs()",
    "$0.fract()",
    "$0.signum()",
    "$0.floor()",
    "$0.round()",
    "$0.trunc()",
    "(-$0)",
    "$0.powi(2)",
    "$0.powi(3)",
    "$0.clamp(-0.9, 1.1)",
    "$0.tanh().exp()",
    "$0.sin().exp2()",
    "f64::exp($0.atan())",
    "$0.mul_add(0.5, 1.0)",
];

const POSITIVE: [&str; 12] = [
    "$0.ln()",
    "$0.ln_1p()",
    "$0.log2()",
    "$0.log10()",
    "$0.sqrt()",
    "$0.recip()",
    "(1.0 / $0)",
    "$0.powf(1.5)",
    "$0.powi(-2)",
    "($0 + 1.0).acosh()",
    "($0 * 0.3).asin()",
    "($0 * 0.3).atanh()",
];

const PAIRS: [&str; 16] = [
    "($0 + $1)",
    "($0 - $1)",
    "($0 * $1)",
    "($0 + $1)",
    "($0 * $1)",
    "$0.hypot($1)",
    "$0.atan2($1)",
    "$0.max($1)",
    "$0.min($1)",
    "$0.copysign($1)",
    "f64::max($0, $1)",
    "$0.mul_add($1, 0.25)",
    "($0 * 0.5 - $1)",
    "(2.0 * $0 + $1)",
    "($0 + 0.5 * $1)",
    "(-$0 * $1)",
];

impl Writer {
    pub(super) fn literal(&mut self) -> Node {
        let number = (self.dice.below(30) + 1) as f64 / 10.0;
        node(Sort::Num, format!("{number:?}_f64"), vec![])
    }

    /// A number of moderate size.
    pub(super) fn num(&mut self, depth: usize) -> Node {
        if depth == 0 || !self.spend() {
            return self.leaf();
        }
        match self.dice.below(20) {
            0..=3 => self.leaf(),
            4..=7 => self.pair(depth),
            8 => {
                let text = self.dice.word(&SMOOTH);
                node(Sort::Num, text, vec![self.num(depth - 1)])
            }
            9 => {
                let text = self.dice.word(&OTHER);
                node(Sort::Num, text, vec![self.num(depth - 1)])
            }
            10 => {
                let text = self.dice.word(&POSITIVE);
                node(Sort::Num, text, vec![self.positive(depth - 1)])
            }
            11 => self.quotient(depth),
            12 => self.choice(depth),
            13 => self.block_value(depth),
            15 | 16 => self.chain_value(depth).unwrap_or_else(|| self.leaf()),
            17 => self.match_value(depth),
            18 => self.option_value(depth).unwrap_or_else(|| self.leaf()),
            14 => self.call_value(depth).unwrap_or_else(|| self.leaf()),
            _ => self.closure_value(depth).unwrap_or_else(|| self.leaf()),
        }
    }

    fn pair(&mut self, depth: usize) -> Node {
        let text = self.dice.word(&PAIRS);
        let kids = vec![self.num(depth - 1), self.num(depth - 1)];
        node(Sort::Num, text, kids)
    }

    fn quotient(&mut self, depth: usize) -> Node {
        let text = self.dice.word(&[
            "($0 / $1)",
            "($0 % $1)",
            "$0.rem_euclid($1)",
            "$0.div_euclid($1)",
            "$1.powf($0.tanh())",
            "($1 + 1.0).log($1 + 1.5) * $0",
        ]);
        let text = match text.ends_with("* $0") {
            true => format!("({text})"),
            false => text.to_owned(),
        };
        node(
            Sort::Num,
            text,
            vec![self.num(depth - 1), self.positive(depth - 1)],
        )
    }

    /// Between about 0.4 and 2.8.
    pub(super) fn positive(&mut self, depth: usize) -> Node {
        let text = self.dice.word(&[
            "($0.sin() + 1.5)",
            "($0.tanh() * 0.9 + 1.4)",
            "($0.cos().abs() + 0.6)",
            "$0.sin().exp()",
            "($0.tanh().powi(2) + 0.5)",
        ]);
        node(Sort::Num, text, vec![self.num(depth)])
    }

    /// Between about -2 and 2, whatever it is made from.
    pub(super) fn tame(&mut self, depth: usize) -> Node {
        let text = self
            .dice
            .word(&["$0.sin()", "$0.cos()", "$0.tanh()", "$0.atan()"]);
        node(Sort::Num, text, vec![self.num(depth)])
    }

    fn choice(&mut self, depth: usize) -> Node {
        let kids = vec![self.truth(1), self.num(depth - 1), self.num(depth - 1)];
        node(Sort::Num, "(if $0 { $1 } else { $2 })", kids)
    }

    fn block_value(&mut self, depth: usize) -> Node {
        let (stmts, value) = self.scoped(|writer| {
            let count = writer.dice.between(1, 3);
            let stmts = writer.statements(count);
            (stmts, writer.num(depth - 1))
        });
        node(Sort::Num, "{\n$0\n$1\n}", vec![stmts, value])
    }

    pub(super) fn leaf(&mut self) -> Node {
        for _ in 0..3 {
            let found = match self.dice.below(10) {
                0..=4 => self.variable(),
                5..=7 => self.item(),
                8 => self.cast_int(),
                _ => None,
            };
            if let Some(found) = found {
                return found;
            }
        }
        self.variable().unwrap_or_else(|| self.literal())
    }

    fn variable(&mut self) -> Option<Node> {
        let var = self.readable(|ty| matches!(ty, Type::Num | Type::Ref | Type::Pair))?;
        let text = match var.ty {
            Type::Pair => format!("{}.{}", var.name.text, self.dice.below(2)),
            Type::Ref => format!("(*{})", var.name.text),
            _ => var.name.text.clone(),
        };
        Some(node(Sort::Num, text, vec![]).uses(&var.name))
    }

    fn item(&mut self) -> Option<Node> {
        let var = self.readable(|ty| is_seq(ty) || matches!(ty, Type::Grid { .. }))?;
        Some(match var.ty {
            Type::Grid { rows, columns } => {
                let kids = vec![self.index(rows), self.index(columns)];
                node(Sort::Num, format!("{}[$0][$1]", var.name.text), kids).uses(&var.name)
            }
            _ => {
                let kids = vec![self.index(var.len())];
                node(Sort::Num, format!("{}[$0]", var.name.text), kids).uses(&var.name)
            }
        })
    }

    fn cast_int(&mut self) -> Option<Node> {
        let var = self.readable(|ty| matches!(ty, Type::Int { .. }))?;
        let text = format!("(({} as f64) * 0.25 + 0.3)", var.name.text);
        Some(node(Sort::Num, text, vec![]).uses(&var.name))
    }

    /// A number that can be written: a variable, an element, a field.
    pub(super) fn place(&mut self) -> Option<Node> {
        let var = self.writable(|ty| {
            is_num(ty) || is_seq(ty) || matches!(ty, Type::Ref | Type::Pair | Type::Grid { .. })
        })?;
        let name = var.name.text.clone();
        let (text, kids) = match var.ty {
            Type::Grid { rows, columns } => {
                let kids = vec![self.index(rows), self.index(columns)];
                (format!("{name}[$0][$1]"), kids)
            }
            Type::Seq { len, .. } => {
                let index = self.without(&var.name, |writer| writer.index(len));
                (format!("{name}[$0]"), vec![index])
            }
            Type::Pair => (format!("{name}.{}", self.dice.below(2)), vec![]),
            Type::Ref => (format!("*{name}"), vec![]),
            _ => (name, vec![]),
        };
        Some(node(Sort::Other, text, kids).uses(&var.name))
    }
}
