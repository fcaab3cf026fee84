//! Calls of functions, of their forward halves and of pullbacks.

use std::collections::HashSet;

use crate::derivative::{Adjoint, Tangent};
use crate::ir::{Arg, Call, Changes, Func, Mode, Pass, Place, Pull, Var};

use super::control::Flow;
use super::{Function, Library, Machine, Run, Value, bug};

/// The function whose derivative is zero.
const BARRIER: &str = "stop_gradient";

/// What a forward sweep leaves for the reverse one.
#[derive(Clone, Debug)]
pub(crate) struct Pullback {
    function: String,
    owned: Vec<Option<Value>>,
}

impl Library {
    /// The result, and the parameters afterwards.
    pub(crate) fn call(&self, func: &Func, args: &[Value]) -> Run<(Value, Vec<Value>)> {
        let mut machine = Machine::with(self, func, args)?;
        machine.body(func)
    }

    /// The forward sweep of a function: also its pullback.
    pub(crate) fn forward(&self, name: &str, args: &[Value]) -> Run<(Value, Vec<Value>, Pullback)> {
        let adjoint = &self.function(name)?.adjoint;
        let mut machine = Machine::with(self, &adjoint.func, args)?;
        let (result, after) = machine.body(&adjoint.func)?;
        let pullback = Pullback {
            function: name.to_owned(),
            owned: owned(&adjoint.func, machine.vars),
        };
        Ok((result, after, pullback))
    }

    /// The buffers after the reverse sweep of an adjoint whose forward sweep this pullback has seen.
    pub(crate) fn pull(
        &self,
        pullback: &Pullback,
        inputs: &[Value],
        seed: &Value,
        buffers: &[Value],
    ) -> Run<Vec<Value>> {
        if pullback.function == BARRIER {
            return Ok(buffers.to_vec());
        }
        let adjoint = &self.function(&pullback.function)?.adjoint;
        let mut machine = Machine::new(self, &adjoint.func);
        machine.vars.clone_from(&pullback.owned);
        let again = adjoint.func.params.iter();
        let again = again.filter(|param| param.pass != Pass::RefMut);
        let again: Vec<Var> = again.map(|param| param.var).collect();
        machine.bind_all(&again, inputs.to_vec())?;
        machine.begin(adjoint, seed, buffers)?;
        machine.sweep(adjoint)
    }

    /// Both sweeps in one function, as `accumulate_grad` has them: the result, the parameters and the
    /// buffers afterwards.
    pub(crate) fn accumulate(
        &self,
        adjoint: &Adjoint,
        args: &[Value],
        seed: &Value,
        buffers: &[Value],
    ) -> Run<(Value, Vec<Value>, Vec<Value>)> {
        let mut machine = Machine::with(self, &adjoint.func, args)?;
        machine.begin(adjoint, seed, buffers)?;
        let (value, after) = machine.body(&adjoint.func)?;
        Ok((value, after, machine.sweep(adjoint)?))
    }

    /// Forward mode: the result, its tangent, the parameters and their tangents afterwards.
    pub(crate) fn pushforward(
        &self,
        tangent: &Tangent,
        args: &[Value],
        tangents: &[Value],
    ) -> Run<(Value, Value, Vec<Value>, Vec<Value>)> {
        let func = &tangent.func;
        let mut machine = Machine::with(self, func, args)?;
        machine.bind_all(&tangent.tangents, tangents.to_vec())?;
        let (result, after) = machine.body(func)?;
        let tan = machine.rvalue(&tangent.result)?;
        let tangents: Run<_> = tangent
            .tangents
            .iter()
            .map(|var| machine.var(*var))
            .collect();
        Ok((result, tan, after, tangents?))
    }
}

/// What a pullback captures: what the function's own block binds.
fn owned(func: &Func, vars: Vec<Option<Value>>) -> Vec<Option<Value>> {
    let mut bound = HashSet::new();
    for stmt in &func.body.stmts {
        bound.extend(stmt.binds.iter().map(|bind| bind.0));
    }
    let vars = vars.into_iter().enumerate();
    vars.map(|(at, value)| value.filter(|_| bound.contains(&at)))
        .collect()
}

impl Machine<'_> {
    fn body(&mut self, func: &Func) -> Run<(Value, Vec<Value>)> {
        if self.block(&func.body)? != Flow::Next {
            return bug("a function is left by a label");
        }
        let result = self.rvalue(&func.result)?;
        let after: Run<_> = func
            .params
            .iter()
            .map(|param| self.var(param.var))
            .collect();
        Ok((result, after?))
    }

    fn begin(&mut self, adjoint: &Adjoint, seed: &Value, buffers: &[Value]) -> Run<()> {
        self.bind(adjoint.sweep.seed, seed.clone());
        self.bind_all(&adjoint.sweep.buffers, buffers.to_vec())
    }

    fn sweep(&mut self, adjoint: &Adjoint) -> Run<Vec<Value>> {
        let sweep = &adjoint.sweep;
        self.block(&sweep.block)?;
        sweep
            .buffers
            .iter()
            .map(|buffer| self.var(*buffer))
            .collect()
    }

    pub(super) fn call(&mut self, binds: &[Var], call: &Call) -> Run<()> {
        let name = last(&call.callee.text());
        let library = self.library;
        let args = self.args(&call.args)?;
        if name == BARRIER {
            let zero = args[0].zero();
            let values = match call.mode {
                Mode::Plain | Mode::Joint => vec![args[0].clone()],
                Mode::Forward => {
                    let pullback = Pullback {
                        function: name,
                        owned: vec![],
                    };
                    vec![args[0].clone(), Value::Pullback(pullback.into())]
                }
                Mode::Tangent => vec![args[0].clone(), zero],
            };
            return self.bind_all(binds, values);
        }
        let function: &Function = library.function(&name)?;
        let (values, after) = match call.mode {
            Mode::Plain => {
                let (value, after) = library.call(&function.plain, &args)?;
                (vec![value], after)
            }
            Mode::Forward => {
                let (value, after, pullback) = library.forward(&name, &args)?;
                (vec![value, Value::Pullback(pullback.into())], after)
            }
            Mode::Joint => {
                let tangents = self.args(&call.tangents)?;
                let (seed, buffers) = (&tangents[0], &tangents[1..]);
                let adjoint = function.joint.as_ref().unwrap_or(&function.adjoint);
                let (value, after, buffers) = library.accumulate(adjoint, &args, seed, buffers)?;
                self.give_back(&call.tangents[1..], buffers)?;
                (vec![value], after)
            }
            Mode::Tangent => {
                let tangents = self.args(&call.tangents)?;
                let (value, tangent, after, changed) =
                    library.pushforward(&function.tangent, &args, &tangents)?;
                self.give_back(&call.tangents, changed)?;
                (vec![value, tangent], after)
            }
        };
        self.give_back(&call.args, after)?;
        self.bind_all(binds, values)
    }

    pub(super) fn pull(&mut self, pull: &Pull) -> Run<()> {
        let Value::Pullback(pullback) = self.var(pull.pullback)? else {
            return bug("no pullback");
        };
        let (inputs, buffers) = (self.args(&pull.inputs)?, self.args(&pull.adjoints)?);
        let Some(seed) = &pull.seed else {
            return bug("a pullback without a seed");
        };
        let seed = self.rvalue(seed)?;
        let changed = self.library.pull(&pullback, &inputs, &seed, &buffers)?;
        self.give_back(&pull.adjoints, changed)
    }

    fn args(&mut self, args: &[Arg]) -> Run<Vec<Value>> {
        let arg = |arg: &Arg| match arg {
            Arg::Value(value) => self.rvalue(value),
            Arg::RefValue(atom) => self.atom(atom),
            Arg::Ref(place) | Arg::RefMut(place) | Arg::Receiver(place, _) => self.read(place),
        };
        args.iter().map(arg).collect()
    }

    /// What a callee wrote through `&mut`.
    fn give_back(&mut self, args: &[Arg], values: Vec<Value>) -> Run<()> {
        let mut written: Vec<(&Place, Value)> = vec![];
        for (arg, value) in args.iter().zip(values) {
            if let Arg::RefMut(place) | Arg::Receiver(place, Changes::Maybe) = arg {
                written.push((place, value));
            }
        }
        for (place, value) in written {
            self.part(place)?.set(value)?;
        }
        Ok(())
    }
}

fn last(path: &str) -> String {
    path.rsplit("::")
        .next()
        .unwrap_or_default()
        .trim()
        .to_owned()
}
