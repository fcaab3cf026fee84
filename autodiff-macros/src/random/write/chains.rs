//! Chains of iterators that end in a number or a vector.

use super::scope::{Shape, Type, is_seq};
use super::{Writer, Written};
use crate::random::node::{Name, Node, Sort, node};

/// An iterator of numbers.
struct Chain {
    node: Node,
    /// How many there are, where that is known.
    len: Option<usize>,
    /// Whether it can be run from its end.
    both: bool,
}

impl Writer {
    /// A closure's body, which writes nothing.
    fn pure(&mut self, params: &[(&Name, Type)], depth: usize) -> Node {
        self.purely(params, |writer| writer.num(depth))
    }

    fn purely(&mut self, params: &[(&Name, Type)], inside: impl FnOnce(&mut Self) -> Node) -> Node {
        self.scoped(|writer| {
            writer.vars.iter_mut().for_each(|var| var.frozen = true);
            for (name, ty) in params {
                writer.declare(name, *ty, false);
            }
            writer.calm(inside)
        })
    }

    fn param(&mut self, stem: &str) -> Name {
        let text = format!("{stem}{}", self.next);
        self.fresh(text)
    }

    fn chain(&mut self, depth: usize) -> Option<Chain> {
        let mut chain = self.source()?;
        for _ in 0..self.dice.below(3) {
            chain = self.adapted(chain, depth)?;
        }
        Some(chain)
    }

    fn source(&mut self) -> Option<Chain> {
        match self.dice.below(8) {
            0 => self.over_range(),
            1 => self.over_pairs(),
            2 => self.over_windows(),
            3 => self.over_numbered(),
            4 => self.over_rows(),
            _ => self.over_items(),
        }
    }

    fn over_items(&mut self) -> Option<Chain> {
        let var = self.readable(is_seq)?;
        let (name, len) = (&var.name.text, var.len());
        let (text, len) = match self.dice.below(7) {
            0 => (format!("{name}.iter().rev().copied()"), len),
            1 => (format!("{name}.iter().skip(1).cloned()"), len - 1),
            2 => (format!("{name}.iter().map(|r| *r * 0.5)"), len),
            3 => (format!("{name}.iter().take(2).map(|&r| r)"), len.min(2)),
            4 => (
                format!("{name}.iter().step_by(2).copied()"),
                len.div_ceil(2),
            ),
            _ => (format!("{name}.iter().copied()"), len),
        };
        let node = node(Sort::Other, text, vec![]).uses(&var.name);
        Some(Chain {
            node,
            len: Some(len),
            both: true,
        })
    }

    fn over_range(&mut self) -> Option<Chain> {
        let end = self.dice.between(1, 4);
        let i = self.param("i");
        let body = self.pure(&[(&i, Type::Int { end, typed: false })], 1);
        let rev = self.dice.word(&["", "", ".rev()"]);
        let text = format!("(0..{end}){rev}.map(|{}| $0)", i.text);
        let node = node(Sort::Other, text, vec![body]).inner(0, &[&i]);
        Some(Chain {
            node,
            len: Some(end),
            both: true,
        })
    }

    fn over_pairs(&mut self) -> Option<Chain> {
        let (a, b) = (self.readable(is_seq)?, self.readable(is_seq)?);
        let (p, q) = (self.param("p"), self.param("q"));
        let body = self.pure(&[(&p, Type::Num), (&q, Type::Num)], 2);
        let (x, y) = (&a.name.text, &b.name.text);
        let text = format!(
            "{x}.iter().zip({y}.iter()).map(|(&{}, &{})| $0)",
            p.text, q.text
        );
        let node = node(Sort::Other, text, vec![body]).inner(0, &[&p, &q]);
        let len = Some(a.len().min(b.len()));
        Some(Chain {
            node: node.uses(&a.name).uses(&b.name),
            len,
            both: true,
        })
    }

    fn over_windows(&mut self) -> Option<Chain> {
        let var = self.readable(is_seq)?;
        let (w, size) = (self.param("w"), self.dice.between(1, 2));
        let part = Type::Seq {
            len: size,
            shape: Shape::Ref,
        };
        let body = self.pure(&[(&w, part)], 2);
        let (method, len) = match self.dice.once_in(2) {
            true => ("windows", (var.len() + 1).saturating_sub(size)),
            false => ("chunks_exact", var.len() / size),
        };
        let text = format!("{}.{method}({size}).map(|{}| $0)", var.name.text, w.text);
        let node = node(Sort::Other, text, vec![body])
            .inner(0, &[&w])
            .uses(&var.name);
        Some(Chain {
            node,
            len: Some(len),
            both: true,
        })
    }

    fn over_numbered(&mut self) -> Option<Chain> {
        let var = self.readable(is_seq)?;
        let (i, x) = (self.param("i"), self.param("x"));
        let int = Type::Int {
            end: var.len(),
            typed: true,
        };
        let body = self.pure(&[(&i, int), (&x, Type::Ref)], 2);
        let (name, i_text, x_text) = (&var.name.text, &i.text, &x.text);
        let text = format!("{name}.iter().enumerate().map(|({i_text}, {x_text})| $0)");
        let node = node(Sort::Other, text, vec![body])
            .inner(0, &[&i, &x])
            .uses(&var.name);
        Some(Chain {
            node,
            len: Some(var.len()),
            both: true,
        })
    }

    fn over_rows(&mut self) -> Option<Chain> {
        let var = self.readable(|ty| matches!(ty, Type::Grid { .. }))?;
        let Type::Grid { rows, columns } = var.ty else {
            return None;
        };
        let name = &var.name.text;
        if self.dice.once_in(3) {
            let text = format!("{name}.iter().flat_map(|r| r.iter().copied())");
            let node = node(Sort::Other, text, vec![]).uses(&var.name);
            return Some(Chain {
                node,
                len: Some(rows * columns),
                both: false,
            });
        }
        let row = self.param("r");
        let part = Type::Seq {
            len: columns,
            shape: Shape::Ref,
        };
        let body = self.pure(&[(&row, part)], 2);
        let text = format!("{name}.iter().map(|{}| $0)", row.text);
        let node = node(Sort::Other, text, vec![body])
            .inner(0, &[&row])
            .uses(&var.name);
        Some(Chain {
            node,
            len: Some(rows),
            both: true,
        })
    }

    fn adapted(&mut self, chain: Chain, depth: usize) -> Option<Chain> {
        let t = self.param("t");
        let Chain {
            node: inner,
            len,
            both,
        } = chain;
        let made = |text: String, kids: Vec<Node>, len, both| {
            let node = node(Sort::Other, text, kids).inner(1, &[&t]);
            Some(Chain { node, len, both })
        };
        let name = &t.text;
        match self.dice.below(9) {
            0 | 1 => {
                let body = self.pure(&[(&t, Type::Num)], depth);
                made(format!("$0.map(|{name}| $1)"), vec![inner, body], len, both)
            }
            2 | 3 => {
                let cond = self.purely(&[(&t, Type::Ref)], |writer| writer.truth(1));
                let word = self
                    .dice
                    .word(&["filter", "filter", "take_while", "skip_while"]);
                let both = both && word == "filter";
                made(
                    format!("$0.{word}(|{name}| $1)"),
                    vec![inner, cond],
                    None,
                    both,
                )
            }
            4 if both && len.is_some() => made("$0.rev()".to_owned(), vec![inner], len, both),
            5 => {
                let len = len.map(|len| len.saturating_sub(1));
                made(
                    "$0.skip(1)".to_owned(),
                    vec![inner],
                    len,
                    both && len.is_some(),
                )
            }
            6 => {
                let other = self.source()?;
                let text = "$0.chain($1)".to_owned();
                let sum = len.zip(other.len).map(|(a, b)| a + b);
                let node = node(Sort::Other, text, vec![inner, other.node]);
                Some(Chain {
                    node,
                    len: sum,
                    both: false,
                })
            }
            7 => {
                let text = format!(
                    "$0.scan(0.5, |s, {name}| {{\n*s = (*s + {name}).sin();\nSome(*s)\n}})"
                );
                made(text, vec![inner], len, false)
            }
            _ => made(
                "$0.take(2)".to_owned(),
                vec![inner],
                len.map(|len| len.min(2)),
                false,
            ),
        }
    }

    pub(super) fn chain_value(&mut self, depth: usize) -> Option<Node> {
        let depth = depth.saturating_sub(1).min(2);
        let chain = self.chain(depth)?;
        let inner = chain.node;
        Some(match self.dice.below(12) {
            0..=2 => node(Sort::Num, "$0.sum::<f64>()", vec![inner]),
            3 => node(
                Sort::Num,
                "$0.map(|r| r.sin()).product::<f64>()",
                vec![inner],
            ),
            4..=6 => self.folded(inner),
            7 => {
                let text = "$0.fold(-9.0, f64::max)";
                node(Sort::Num, text, vec![inner])
            }
            8 => {
                let order = self.dice.word(&["max_by", "min_by"]);
                let text = format!("$0.{order}(|p, q| p.total_cmp(q)).unwrap_or($1)");
                node(Sort::Num, text, vec![inner, self.num(1)])
            }
            9 => {
                let (p, q) = (self.param("p"), self.param("q"));
                let params = [(&p, Type::Num), (&q, Type::Num)];
                let body = self.purely(&params, |writer| writer.tame(1));
                let last = self.num(1);
                let text = format!(
                    "$0.reduce(|{}, {}| $1).unwrap_or({{\n$2\n}})",
                    p.text, q.text
                );
                let reduced = node(Sort::Other, "$0", vec![body]).inner(0, &[&p, &q]);
                node(Sort::Num, text, vec![inner, reduced, last])
            }
            10 => {
                let t = self.param("t");
                let cond = self.purely(&[(&t, Type::Ref)], |writer| writer.truth(0));
                let cond = node(Sort::Other, "$0", vec![cond]).inner(0, &[&t]);
                let text = format!("$0.find(|{}| $1).map_or($2, |r| r * 1.5)", t.text);
                node(Sort::Num, text, vec![inner, cond, self.num(1)])
            }
            _ => node(
                Sort::Num,
                "$0.last().unwrap_or($1)",
                vec![inner, self.num(1)],
            ),
        })
    }

    fn folded(&mut self, inner: Node) -> Node {
        let (s, t) = (self.param("s"), self.param("t"));
        let first = self.tame(1);
        let params = [(&s, Type::Num), (&t, Type::Num)];
        let body = self.purely(&params, |writer| writer.tame(2));
        let text = format!("$0.fold($1, |{}, {}| $2)", s.text, t.text);
        node(Sort::Num, text, vec![inner, first, body]).inner(2, &[&s, &t])
    }

    /// A condition on all or some of a chain.
    pub(super) fn chain_truth(&mut self) -> Option<Node> {
        let chain = self.chain(1)?;
        let t = self.param("t");
        let cond = self.purely(&[(&t, Type::Num)], |writer| writer.truth(0));
        let word = self.dice.word(&["any", "all"]);
        let text = format!("$0.{word}(|{}| $1)", t.text);
        Some(node(Sort::Bool, text, vec![chain.node, cond]).inner(1, &[&t]))
    }

    /// `let v: Vec<f64> = ….collect();`, or a loop over it.
    pub(super) fn chain_statement(&mut self) -> Written {
        let chain = self.chain(2)?;
        match (chain.len, self.dice.below(3)) {
            (Some(len), 0 | 1) => {
                let name = self.name();
                let shape = Shape::Vec;
                self.declare(&name, Type::Seq { len, shape }, true);
                let text = match self.dice.once_in(2) {
                    true => format!("let mut {}: Vec<f64> = $0.collect();", name.text),
                    false => format!("let mut {} = $0.collect::<Vec<_>>();", name.text),
                };
                Some(node(Sort::Stmt, text, vec![chain.node]).binds(&name))
            }
            _ if self.depth > 2 => None,
            _ => {
                let t = self.param("t");
                let (label, body) = self.looped(|writer| {
                    writer.freeze(&chain.node);
                    writer.declare(&t, Type::Num, false);
                    writer.body_of_loop()
                });
                let text = format!("for {} in $0 {{\n$1\n}}", t.text);
                let kids = vec![chain.node, body];
                Some(super::loops::labelled(text, kids, 1, label, &[&t]))
            }
        }
    }
}
