//! The IR as text, to read and to test.
//!
//! ```text
//! fn f(xs: &[f64], n: usize) -> f64 {
//!     loop i: usize in 0..n carrying (s: f64 = 0.0) {
//!         t1: f64 = read xs[i];
//!         t2: f64 = mul(t1, t1);
//!         s@2: f64 = add(s, t2);
//!         yield s@2;
//!     } -> s@3: f64
//!     return s@3;
//! }
//! ```
//!
//! A variable that nobody named is `t1`, `t2`, …; the second `s` is `s@2`. Every binding shows its
//! type; `let` declares a local; all else that is bound is a value. A primitive with a rule is
//! written as a call of the rule, one without a derivative as Rust writes it. A literal without a
//! suffix is an `f64` or a `usize`.

mod func;
mod notes;
mod op;
mod operand;

use super::*;
use crate::derivative::{Adjoint, Tangent};
use crate::reverse::Sweep;
pub(crate) use notes::Notes;
#[cfg(test)]
pub(super) use op::operator;
#[cfg(test)]
pub(super) use operand::is_unnamed;
use operand::{Names, comma, ty};

/// Prints what `text` says of a function, where `AUTODIFF_SHOW` names that function.
pub(crate) fn show(name: &str, heading: &str, text: impl FnOnce() -> String) {
    if std::env::var("AUTODIFF_SHOW").is_ok_and(|wanted| wanted == name) {
        eprintln!("=== {name}: {heading}\n{}", text());
    }
}

/// A function.
pub(crate) fn func(func: &Func) -> String {
    noted(func, &Notes::default())
}

/// A function with remarks.
pub(crate) fn noted(func: &Func, notes: &Notes) -> String {
    let mut text = Text::new(func, notes);
    text.func(&[], None);
    text.out
}

/// The reverse sweep of a recorded function.
pub(crate) fn sweep(func: &Func, sweep: &Sweep) -> String {
    let notes = Notes::default();
    let mut text = Text::new(func, &notes);
    text.func(&[], None);
    text.out.clear();
    let seed = text.binding(sweep.seed);
    let buffers: Vec<_> = sweep
        .buffers
        .iter()
        .map(|buffer| text.param(*buffer, Pass::RefMut))
        .collect();
    text.line(&format!(
        "reverse {}({seed}; {}) {{",
        func.name,
        buffers.join(", ")
    ));
    text.block(&sweep.block);
    text.line("}");
    text.out
}

/// Both sweeps in one function.
pub(crate) fn joint(joint: &Adjoint) -> String {
    let (func, sweep) = (&joint.func, &joint.sweep);
    let notes = Notes::default();
    let mut text = Text::new(func, &notes);
    let params = func.params.iter();
    let params: Vec<_> = params
        .map(|param| text.param(param.var, param.pass))
        .collect();
    let seed = text.binding(sweep.seed);
    let buffers = sweep.buffers.iter();
    let buffers: Vec<_> = buffers
        .map(|buffer| text.param(*buffer, Pass::RefMut))
        .collect();
    let (params, buffers) = (params.join(", "), buffers.join(", "));
    text.line(&format!(
        "joint {}({params}; {seed}; {buffers}) {{",
        func.name
    ));
    text.block(&func.body);
    text.line("    // the reverse sweep");
    text.block(&sweep.block);
    text.line("}");
    text.out
}

/// Forward mode: behind the parameters and behind the result stand their tangents.
pub(crate) fn tangent(tangent: &Tangent) -> String {
    let notes = Notes::default();
    let mut text = Text::new(&tangent.func, &notes);
    text.func(&tangent.tangents, Some(&tangent.result));
    text.out
}

struct Text<'a> {
    func: &'a Func,
    notes: &'a Notes,
    names: Names,
    depth: usize,
    out: String,
}

impl<'a> Text<'a> {
    fn new(func: &'a Func, notes: &'a Notes) -> Self {
        Text {
            func,
            notes,
            names: Names::default(),
            depth: 0,
            out: String::new(),
        }
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(&"    ".repeat(self.depth));
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn block(&mut self, block: &Block) {
        self.depth += 1;
        for stmt in &block.stmts {
            self.stmt(stmt);
        }
        if let Some(kept) = self.notes.kept.get(&block.id) {
            let kept = comma(kept, |var| self.var(*var));
            self.line(&format!("// keeps {kept}"));
        }
        if !block.yields.is_empty() {
            let yields = self.atoms(&block.yields);
            self.line(&format!("yield {yields};"));
        }
        if block.diverges {
            self.line("diverges;");
        }
        self.depth -= 1;
    }

    /// `name: type`, with `let` ahead of a local.
    fn binding(&mut self, var: Var) -> String {
        let mark = match self.func.vars[var.0].role {
            Role::Local => "let ",
            _ => "",
        };
        format!("{mark}{}: {}", self.var(var), ty(self.func.ty(var)))
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.op {
            Op::If(branch) => self.branch(&stmt.binds, branch),
            Op::Loop(each) => self.each(&stmt.binds, each),
            Op::Scope(label, block) => {
                let label = self.names.label(*label);
                self.line(&format!("{label}: {{"));
                self.block(block);
                self.line("}");
            }
            op => {
                let op = self.op(op);
                let binds = comma(&stmt.binds, |bind| self.binding(*bind));
                let note = self.note(&stmt.binds).unwrap_or_default();
                let equals = if binds.is_empty() || op.is_empty() {
                    ""
                } else {
                    " = "
                };
                self.line(&format!("{binds}{equals}{op};{note}"));
            }
        }
    }

    fn arrow(&mut self, binds: &[Var]) -> String {
        let text = comma(binds, |bind| self.binding(*bind));
        let note = self.note(binds).unwrap_or_default();
        if binds.is_empty() {
            String::new()
        } else {
            format!(" -> {text}{note}")
        }
    }

    fn branch(&mut self, binds: &[Var], branch: &If) {
        let cond = self.atom(&branch.cond);
        self.line(&format!("if {cond} {{"));
        self.block(&branch.then);
        let Block {
            stmts,
            yields,
            diverges,
            ..
        } = &branch.els;
        let noted = self.notes.kept.contains_key(&branch.els.id);
        if !stmts.is_empty() || !yields.is_empty() || *diverges || noted {
            self.line("} else {");
            self.block(&branch.els);
        }
        let arrow = self.arrow(binds);
        self.line(&format!("}}{arrow}"));
    }

    fn each(&mut self, binds: &[Var], each: &Loop) {
        let mut head = self.loop_head(each);
        if let Head::While(cond) = &each.head {
            self.line(&format!("{head} while {{"));
            self.block(cond);
            head = "} do".to_owned();
        }
        let params: Vec<_> = each.carried.iter().map(|(param, _)| *param).collect();
        let note = self.note(&params).unwrap_or_default();
        self.line(&format!("{head} {{{note}"));
        self.block(&each.body);
        let until = each
            .until
            .as_ref()
            .map(|until| format!(" until {}", self.atom(until)));
        let counted = if each.counts { " counted" } else { "" };
        let arrow = self.arrow(binds);
        self.line(&format!("}}{}{counted}{arrow}", until.unwrap_or_default()));
    }

    fn loop_head(&mut self, each: &Loop) -> String {
        let mut words = vec!["loop".to_owned()];
        if let Some((behind, next)) = each.labels {
            words.push(self.names.label(behind));
            words.push(self.names.label(next));
        }
        if let Head::For { index, range } = &each.head {
            let index = self.binding(*index);
            words.push(format!("{index} in {}", self.range(range)));
        }
        if !each.carried.is_empty() {
            let carried = comma(&each.carried, |(param, init)| {
                format!("{} = {}", self.binding(*param), self.atom(init))
            });
            words.push(format!("carrying ({carried})"));
        }
        words.join(" ")
    }
}
