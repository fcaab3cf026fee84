//! Programs as trees that print to Rust, whose parts can be left out.

use std::fmt::Write;

/// What a part of a program is, and may be replaced by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Sort {
    /// An `f64` whose type is known.
    Num,
    /// A number that only stands where others say its type.
    Open,
    /// A `usize`.
    Int,
    Bool,
    /// Any other expression.
    Other,
    Stmt,
    /// Statements, one behind the other.
    Stmts,
    Function,
}

/// A name; another variable of the same text has another number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) id: usize,
}

impl Name {
    /// The variable of which this is a field.
    pub(crate) fn root(&self) -> &str {
        self.text.split('.').next().unwrap_or_default()
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) sort: Sort,
    /// Rust, in which `$0` is the first part inside.
    pub(crate) text: String,
    pub(crate) kids: Vec<Node>,
    /// What the text itself mentions.
    pub(crate) uses: Vec<Name>,
    /// What it binds for what comes behind it.
    pub(crate) binds: Vec<Name>,
    /// What it binds for its parts, from this one on.
    pub(crate) inner: (usize, Vec<Name>),
}

pub(crate) fn node(sort: Sort, text: impl Into<String>, kids: Vec<Node>) -> Node {
    Node {
        sort,
        text: text.into(),
        kids,
        uses: vec![],
        binds: vec![],
        inner: (0, vec![]),
    }
}

pub(crate) fn stmts(kids: Vec<Node>) -> Node {
    node(Sort::Stmts, "", kids)
}

impl Node {
    pub(crate) fn uses(mut self, name: &Name) -> Node {
        self.uses.push(name.clone());
        self
    }

    pub(crate) fn binds(mut self, name: &Name) -> Node {
        self.binds.push(name.clone());
        self
    }

    pub(crate) fn inner(mut self, from: usize, names: &[&Name]) -> Node {
        self.inner = (from, names.iter().map(|name| (*name).clone()).collect());
        self
    }

    pub(crate) fn size(&self) -> usize {
        1 + self.kids.iter().map(Node::size).sum::<usize>()
    }

    /// Every variable that is mentioned inside.
    pub(crate) fn mentioned(&self, ids: &mut Vec<usize>) {
        ids.extend(self.uses.iter().map(|name| name.id));
        self.kids.iter().for_each(|kid| kid.mentioned(ids));
    }

    /// Whether each name means what it was meant to.
    pub(crate) fn is_sound(&self) -> bool {
        self.resolves(&mut vec![])
    }

    fn resolves(&self, scope: &mut Vec<Name>) -> bool {
        let means = |name: &Name| {
            let found = scope.iter().rev().find(|other| other.text == name.root());
            found.is_some_and(|found| found.id == name.id)
        };
        if !self.uses.iter().all(means) {
            return false;
        }
        let depth = scope.len();
        for (nth, kid) in self.kids.iter().enumerate() {
            if nth == self.inner.0 {
                scope.extend(self.inner.1.iter().cloned());
            }
            if !kid.resolves(scope) {
                return false;
            }
        }
        if self.sort != Sort::Stmts {
            scope.truncate(depth);
        }
        scope.extend(self.binds.iter().cloned());
        true
    }

    pub(crate) fn print(&self) -> String {
        indented(&self.raw())
    }

    fn raw(&self) -> String {
        if self.sort == Sort::Stmts {
            let lines = self.kids.iter().map(Node::raw);
            return lines.collect::<Vec<_>>().join("\n");
        }
        let mut out = String::new();
        let mut chars = self.text.chars().peekable();
        while let Some(c) = chars.next() {
            match (c, chars.peek().and_then(|c| c.to_digit(10))) {
                ('$', Some(nth)) => {
                    chars.next();
                    out.push_str(&self.kids[nth as usize].raw());
                }
                (c, _) => out.push(c),
            }
        }
        out
    }
}

/// Lines, indented as their braces nest.
fn indented(text: &str) -> String {
    let (mut out, mut depth) = (String::new(), 0usize);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let closing = line.chars().take_while(|c| *c == '}').count();
        let _ = writeln!(out, "{:1$}{line}", "", 4 * depth.saturating_sub(closing));
        depth += line.matches('{').count();
        depth = depth.saturating_sub(line.matches('}').count());
    }
    out
}
