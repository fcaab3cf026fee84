//! An interpreter of the IR: functions at any stage, the two sweeps of an adjoint, forward mode.
//!
//! It works in `f64`, and takes nothing from what it tests: no pass, no rule. What is borrowed in
//! emitted code is copied in and out here, since Rust lets nobody see the difference. A pullback
//! owns what the function's own block binds, and nothing else: neither the inputs, which are passed
//! again, nor what inner blocks bind.

mod call;
mod control;
mod library;
mod moved;
mod pattern;
mod place;
mod scalar;
mod stmt;
mod value;

use std::collections::HashMap;

use crate::ir::{Atom, Func, Lit, Ty, Var};
use place::Step;

pub(crate) use call::Pullback;
pub(crate) use library::{Function, Library};
pub(crate) use value::{Record, Value};

/// Why a run has no result.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Fault {
    /// The function itself panics, or would not come to an end.
    Panic(String),
    /// The IR makes no sense.
    Bug(String),
}

pub(crate) type Run<T> = Result<T, Fault>;

pub(crate) fn bug<T>(what: impl Into<String>) -> Run<T> {
    Err(Fault::Bug(what.into()))
}

fn panics<T>(what: impl Into<String>) -> Run<T> {
    Err(Fault::Panic(what.into()))
}

/// How many statements a call may execute.
const FUEL: usize = 400_000;

/// A call in progress.
struct Machine<'l> {
    library: &'l Library,
    func: &'l Func,
    vars: Vec<Option<Value>>,
    /// What references to parts of sequences refer to.
    views: HashMap<Var, (Var, Vec<Step>)>,
    fuel: usize,
}

impl<'l> Machine<'l> {
    fn new(library: &'l Library, func: &'l Func) -> Self {
        Machine {
            library,
            func,
            vars: vec![None; func.vars.len()],
            views: HashMap::new(),
            fuel: FUEL,
        }
    }

    fn with(library: &'l Library, func: &'l Func, args: &[Value]) -> Run<Self> {
        let mut machine = Machine::new(library, func);
        if args.len() != func.params.len() {
            return bug(format!("`{}` gets {} arguments", func.name, args.len()));
        }
        for (param, arg) in func.params.iter().zip(args) {
            machine.bind(param.var, arg.clone());
        }
        Ok(machine)
    }

    fn bind(&mut self, var: Var, value: Value) {
        self.vars[var.0] = Some(value);
    }

    fn var(&self, var: Var) -> Run<Value> {
        match &self.vars[var.0] {
            Some(value) => Ok(value.clone()),
            None => bug(format!("`{}` ({}) is unbound", self.func.name(var), var.0)),
        }
    }

    fn atom(&self, atom: &Atom) -> Run<Value> {
        match atom {
            Atom::Var(var) => self.var(*var),
            Atom::Lit(lit) => literal(lit),
            Atom::Const(path, ty) => constant(&path.to_string(), ty),
            Atom::Unit => Ok(Value::Unit),
        }
    }

    fn int(&self, atom: &Atom) -> Run<i128> {
        self.atom(atom)?.int()
    }

    fn index(&self, atom: &Atom) -> Run<usize> {
        match usize::try_from(self.int(atom)?) {
            Ok(index) => Ok(index),
            Err(_) => bug("an index is negative"),
        }
    }

    fn spend(&mut self) -> Run<()> {
        match self.fuel.checked_sub(1) {
            Some(rest) => {
                self.fuel = rest;
                Ok(())
            }
            None => panics("no end in sight"),
        }
    }
}

fn literal(lit: &Lit) -> Run<Value> {
    let plain = lit.text.replace('_', "");
    let value = match lit.ty {
        Ty::Float(_) => plain.parse().ok().map(Value::Float),
        Ty::Bool => plain.parse().ok().map(Value::Bool),
        _ => plain.parse().ok().map(Value::Int),
    };
    value.map_or_else(|| bug(format!("the literal {lit:?}")), Ok)
}

fn constant(path: &str, ty: &Ty) -> Run<Value> {
    use std::f64::consts;
    let last = path.rsplit("::").next().unwrap_or_default().trim();
    Ok(match last {
        "None" => Value::Maybe(None),
        "default ()" => value::blank(ty),
        "PI" => Value::Float(consts::PI),
        "E" => Value::Float(consts::E),
        "LN_2" => Value::Float(consts::LN_2),
        "LOG2_E" => Value::Float(consts::LOG2_E),
        "LOG10_E" => Value::Float(consts::LOG10_E),
        "INFINITY" => Value::Float(f64::INFINITY),
        "NEG_INFINITY" => Value::Float(f64::NEG_INFINITY),
        "NAN" => Value::Float(f64::NAN),
        number => match number.parse() {
            Ok(number) => Value::Int(number),
            Err(_) => return bug(format!("the constant `{path}`")),
        },
    })
}
