//! Blocks, branches, loops, exits.

use crate::ir::{Adaptor, Block, Head, If, Label, Loop, Range, Var};

use super::{Machine, Run, Value, bug};

/// Where control goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    Next,
    Exit(Label),
}

impl Machine<'_> {
    pub(super) fn block(&mut self, block: &Block) -> Run<Flow> {
        for stmt in &block.stmts {
            self.spend()?;
            if let exit @ Flow::Exit(_) = self.stmt(stmt)? {
                return Ok(exit);
            }
        }
        match block.diverges {
            true => bug("a block that diverges comes to its end"),
            false => Ok(Flow::Next),
        }
    }

    /// A block, and what it yields where it comes to its end.
    fn yields(&mut self, block: &Block) -> Run<(Flow, Vec<Value>)> {
        let flow = self.block(block)?;
        let yields = match flow {
            Flow::Next => block.yields.iter().map(|atom| self.atom(atom)).collect(),
            Flow::Exit(_) => Ok(vec![]),
        };
        Ok((flow, yields?))
    }

    pub(super) fn branch(&mut self, binds: &[Var], branch: &If) -> Run<Flow> {
        let side = match self.atom(&branch.cond)?.bool()? {
            true => &branch.then,
            false => &branch.els,
        };
        let (flow, yields) = self.yields(side)?;
        if flow == Flow::Next {
            self.bind_all(binds, yields)?;
        }
        Ok(flow)
    }

    pub(super) fn bind_all(&mut self, binds: &[Var], values: Vec<Value>) -> Run<()> {
        if binds.len() != values.len() {
            return bug(format!("{} values for {}", values.len(), binds.len()));
        }
        for (bind, value) in binds.iter().zip(values) {
            self.bind(*bind, value);
        }
        Ok(())
    }

    pub(super) fn each(&mut self, binds: &[Var], each: &Loop) -> Run<Flow> {
        let mut indices = match &each.head {
            Head::For { range, .. } => Some(self.range(range)?.into_iter()),
            _ => None,
        };
        let params: Vec<Var> = each.carried.iter().map(|(param, _)| *param).collect();
        let inits: Run<Vec<Value>> = each
            .carried
            .iter()
            .map(|(_, init)| self.atom(init))
            .collect();
        self.bind_all(&params, inits?)?;
        let mut count = 0;
        loop {
            self.spend()?;
            match (&each.head, &mut indices) {
                (Head::For { index, .. }, Some(indices)) => match indices.next() {
                    Some(at) => self.bind(*index, Value::Int(at)),
                    None => break,
                },
                (Head::While(cond), _) => {
                    let (flow, yields) = self.yields(cond)?;
                    if flow != Flow::Next {
                        return Ok(flow);
                    }
                    match yields.as_slice() {
                        [Value::Bool(true)] => {}
                        [Value::Bool(false)] => break,
                        other => return bug(format!("the condition {other:?}")),
                    }
                }
                _ => {}
            }
            let (flow, yields) = self.yields(&each.body)?;
            let labels = each.labels;
            match flow {
                Flow::Exit(label) if labels.is_some_and(|(behind, _)| behind == label) => break,
                Flow::Exit(label) if labels.is_some_and(|(_, next)| next == label) => continue,
                Flow::Exit(_) => return Ok(flow),
                Flow::Next => {}
            }
            let until = each.until.as_ref().map(|until| self.atom(until));
            self.bind_all(&params, yields)?;
            count += 1;
            if let Some(Value::Bool(true)) = until.transpose()? {
                break;
            }
        }
        let mut last: Vec<Value> = params
            .iter()
            .map(|param| self.var(*param))
            .collect::<Run<_>>()?;
        last.extend(each.counts.then_some(Value::Int(count)));
        self.bind_all(binds, last)?;
        Ok(Flow::Next)
    }

    fn range(&self, range: &Range) -> Run<Vec<i128>> {
        let (lo, hi) = (self.int(&range.lo)?, self.int(&range.hi)?);
        let hi = hi + i128::from(range.inclusive);
        let mut indices: Vec<i128> = (lo..hi).collect();
        for adaptor in &range.adaptors {
            match adaptor {
                Adaptor::Rev => indices.reverse(),
                Adaptor::StepBy(step) => {
                    let step = self.index(step)?.max(1);
                    indices = indices.into_iter().step_by(step).collect();
                }
            }
        }
        Ok(indices)
    }
}
