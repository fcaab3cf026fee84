//! Where variables are bound, and what stays in reach until the reverse sweep.

use std::collections::{HashMap, HashSet};

use crate::ir::walk::{Access, Part, parts};
use crate::ir::{Adaptor, Loop, Op};
use crate::ir::{Block, BlockId, Func, Head, Role, Stmt, Ty, Var};

/// Facts about the forward sweep that several passes ask for.
pub(crate) struct Shape {
    /// The block in which a variable is bound.
    pub(crate) block_of: HashMap<Var, BlockId>,
    /// The statement of the function's own block that writes a local last.
    last_write: HashMap<Var, usize>,
    top: BlockId,
    /// Locals that are bound in the function's own block.
    top_locals: HashSet<Var>,
}

impl Shape {
    pub(crate) fn of(func: &Func) -> Shape {
        Shape::of_block(func, &func.body)
    }

    /// Of a function with another body.
    pub(crate) fn of_block(func: &Func, body: &Block) -> Shape {
        let mut shape = Shape {
            block_of: HashMap::new(),
            last_write: HashMap::new(),
            top: body.id,
            top_locals: HashSet::new(),
        };
        for param in &func.params {
            shape.block_of.insert(param.var, body.id);
        }
        for stmt in &body.stmts {
            shape.top_locals.extend(&stmt.binds);
        }
        shape.blocks(body);
        for (at, stmt) in body.stmts.iter().enumerate() {
            shape.writes(stmt, at);
        }
        shape
    }

    fn blocks(&mut self, block: &Block) {
        for stmt in &block.stmts {
            for bind in &stmt.binds {
                self.block_of.insert(*bind, block.id);
            }
            if let Op::Loop(each) = &stmt.op {
                if let Head::For { index, .. } = each.head {
                    self.block_of.insert(index, each.body.id);
                }
                for (param, _) in &each.carried {
                    self.block_of.insert(*param, each.body.id);
                }
            }
            stmt.op
                .blocks()
                .into_iter()
                .for_each(|block| self.blocks(block));
        }
    }

    fn writes(&mut self, stmt: &Stmt, at: usize) {
        crate::ir::walk::each_stmt(stmt, &mut |stmt| {
            parts::op(&stmt.op, &mut |part| {
                if let Part::Place(place, Access::Write | Access::Update | Access::Both) = part {
                    self.last_write.insert(place.base, at);
                }
            });
        });
    }

    /// Whether a variable is bound in the function's own block, in scope to the end.
    pub(crate) fn is_top(&self, var: Var) -> bool {
        self.block_of
            .get(&var)
            .is_none_or(|block| *block == self.top)
    }

    /// Whether what a local holds at the statement `at` of the function's own block is what it
    /// holds at the end.
    pub(crate) fn is_settled(&self, func: &Func, base: Var, at: usize) -> bool {
        match func.vars[base.0].role {
            Role::Const(_) | Role::Param { exclusive: false } => self.never_written(base),
            Role::Param { exclusive: true } | Role::Value => false,
            Role::Local => {
                (self.top_locals.contains(&base) || !self.block_of.contains_key(&base))
                    && self.last_write.get(&base).is_none_or(|last| *last < at)
            }
        }
    }

    fn never_written(&self, base: Var) -> bool {
        !self.last_write.contains_key(&base)
    }
}

/// How the reverse sweep runs a loop again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Rerun {
    /// Over the same range, backwards.
    Range,
    /// Over as many indices from the lower bound as there were iterations, backwards.
    Counted,
    /// As often as there were iterations; the index is kept like any other value.
    Taped,
}

pub(crate) fn rerun(func: &Func, each: &Loop) -> Rerun {
    let Head::For { index, range } = &each.head else {
        return Rerun::Taped;
    };
    let steps = range
        .adaptors
        .iter()
        .any(|adaptor| matches!(adaptor, Adaptor::StepBy(_)));
    let ty = func.ty(*index);
    match (&each.until, steps) {
        (None, false) => Rerun::Range,
        (None, true) if !range.inclusive && has_exact_size(ty) => Rerun::Range,
        (Some(_), false) if range.adaptors.is_empty() && *ty == Ty::usize() => Rerun::Counted,
        _ => Rerun::Taped,
    }
}

/// Whether a stepped range of this type can be run backwards.
fn has_exact_size(ty: &Ty) -> bool {
    matches!(ty, Ty::Int(Some(name))
        if ["u8", "u16", "u32", "usize", "i8", "i16", "i32", "isize"].contains(&name.as_str()))
}
