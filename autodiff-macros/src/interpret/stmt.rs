//! Statements.

use crate::ir::{EffectArg, Fun, Op, Pass, Pattern, Sign, Stmt, Tape, Var};

use super::control::Flow;
use super::pattern::matches;
use super::scalar::apply;
use super::{Fault, Machine, Run, Value, bug, panics, value};

impl Machine<'_> {
    pub(super) fn stmt(&mut self, stmt: &Stmt) -> Run<Flow> {
        match &stmt.op {
            Op::If(branch) => return self.branch(&stmt.binds, branch),
            Op::Loop(each) => return self.each(&stmt.binds, each),
            Op::Scope(label, block) => {
                return Ok(match self.block(block)? {
                    Flow::Exit(to) if to == *label => Flow::Next,
                    flow => flow,
                });
            }
            Op::Exit(label) => return Ok(Flow::Exit(*label)),
            Op::Call(call) => self.call(&stmt.binds, call)?,
            Op::Pull(pull) => self.pull(pull)?,
            Op::View(of, _) => self.view(stmt.binds[0], of)?,
            Op::Effect(effect) => {
                for arg in &effect.args {
                    match arg {
                        EffectArg::Place(place) => drop(self.read(place)?),
                        EffectArg::Atom(atom) | EffectArg::Named(_, atom) => {
                            self.atom(atom)?;
                        }
                        EffectArg::Text(_) => {}
                    }
                }
                if effect.diverges {
                    return panics(effect.path.to_string());
                }
            }
            op => {
                let values = self.values(op, &stmt.binds)?;
                self.bind_all(&stmt.binds, values)?;
            }
        }
        Ok(Flow::Next)
    }

    /// What a simple statement binds.
    fn values(&mut self, op: &Op, binds: &[Var]) -> Run<Vec<Value>> {
        let value = match op {
            Op::Apply { fun, args, .. } => {
                let args: Vec<Value> = args.iter().map(|arg| self.atom(arg)).collect::<Run<_>>()?;
                apply(fun, &args, self.func.ty(binds[0]))?
            }
            Op::Copy(atom) => self.atom(atom)?,
            Op::Read(place) => self.read(place)?,
            Op::Len(place) => Value::Int(self.part(place)?.len()? as i128),
            Op::Init(Some(value)) => self.rvalue(value)?,
            Op::Init(None) => value::blank(self.func.ty(binds[0])),
            Op::Test(place, pattern) => {
                let value = self.read(place)?;
                Value::Bool(match pattern {
                    Pattern::Present => matches!(value, Value::Maybe(Some(_))),
                    Pattern::Matches(pattern) => matches(&value, pattern)?,
                })
            }
            Op::PopBack(from) => {
                let mut last = Err(Fault::Bug("an empty vector is popped".to_owned()));
                self.part(from)?.update(|value| {
                    if let Value::Seq(items) = value {
                        last = items.pop().ok_or(Fault::Bug("nothing to pop".to_owned()));
                    }
                    Ok(())
                })?;
                last?
            }
            Op::Kept(place, method) => {
                let receiver = self.library.function(&method.to_string())?.plain.params[0].pass;
                match receiver {
                    Pass::RefMut => Value::Unit,
                    _ => self.read(place)?,
                }
            }
            Op::Tape(tape) => self.tape(tape)?,
            Op::Rewind(tape) => Value::Int(self.entries(*tape)?.len() as i128),
            Op::Unwrap(var) => match self.var(*var)? {
                Value::Maybe(Some(value)) => *value,
                other => return bug(format!("{other:?} is unwrapped")),
            },
            Op::Fetch { tape, at } => {
                let (tape, at) = self.taped(*tape, self.index(at)?)?;
                return self.entry(tape, at);
            }
            Op::Pop { tape, cursor } => {
                let at = self.var(*cursor)?.int()? - 1;
                self.bind(*cursor, Value::Int(at));
                let Ok(at) = usize::try_from(at) else {
                    return bug("a tape is read beyond its start");
                };
                return self.entry(*tape, at);
            }
            op => {
                self.effect(op)?;
                return Ok(vec![]);
            }
        };
        Ok(vec![value])
    }

    /// What binds nothing, and changes storage.
    fn effect(&mut self, op: &Op) -> Run<()> {
        match op {
            Op::Write(to, value) => {
                let value = self.rvalue(value)?;
                self.part(to)?.set(value)
            }
            Op::Update(to, sign, atom) => {
                let (by, ty) = (self.atom(atom)?, self.func.place_ty(to));
                let fun = Fun::Binary(match sign {
                    Sign::Plus => "+",
                    Sign::Minus => "-",
                });
                self.part(to)?.update(|value| {
                    *value = apply(&fun, &[value.clone(), by], &ty)?;
                    Ok(())
                })
            }
            Op::PushBack(to, value) => {
                let value = self.rvalue(value)?;
                self.part(to)?.update(|vector| match vector {
                    Value::Seq(items) => {
                        items.push(value);
                        Ok(())
                    }
                    other => bug(format!("{other:?} is no vector")),
                })
            }
            Op::Swap(a, b) => self.swap(a, b),
            Op::Rearrange(place, how) => self.rearrange(place, how),
            Op::AddAssign(to, from) => {
                let from = self.read(from)?;
                self.part(to)?.update(|value| value.add(&from))
            }
            Op::Clear(to) => self.part(to)?.update(|value| {
                *value = value.zero();
                Ok(())
            }),
            Op::Resize(to, len) => {
                let zeros = vec![Value::Float(0.0); self.index(len)?];
                self.part(to)?.set(Value::Seq(zeros))
            }
            Op::Push(tape, kept) => {
                let entry = self.kept(kept)?;
                self.entries(*tape)?.push(entry);
                Ok(())
            }
            Op::Put { tape, at, kept } => {
                let (at, entry) = (self.index(at)?, self.kept(kept)?);
                match self.entries(*tape)?.get_mut(at) {
                    Some(place) => *place = entry,
                    None => return bug(format!("a tape has no entry {at}")),
                }
                Ok(())
            }
            op => bug(format!("{op:?}")),
        }
    }

    fn tape(&self, tape: &Tape) -> Run<Value> {
        let Tape::Indexed { bounds, .. } = tape else {
            return Ok(Value::Tape(vec![]));
        };
        let sizes: Run<Vec<usize>> = bounds.iter().map(|bound| self.index(bound)).collect();
        Ok(Value::Tape(vec![vec![]; sizes?.iter().product()]))
    }

    fn kept(&self, kept: &[Var]) -> Run<Vec<Value>> {
        kept.iter().map(|var| self.var(*var)).collect()
    }

    fn entries(&mut self, tape: Var) -> Run<&mut Vec<Vec<Value>>> {
        match &mut self.vars[tape.0] {
            Some(Value::Tape(entries)) => Ok(entries),
            other => bug(format!("{other:?} is no tape")),
        }
    }

    fn entry(&mut self, tape: Var, at: usize) -> Run<Vec<Value>> {
        match self.entries(tape)?.get(at) {
            Some(entry) => Ok(entry.clone()),
            None => bug(format!("a tape has no entry {at}")),
        }
    }
}
