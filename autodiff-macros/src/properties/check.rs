//! What is checked of a program.

use std::panic::{AssertUnwindSafe, catch_unwind};

use autodiff_runtime::check::derivative;
use quote::ToTokens;

use crate::derivative::Adjoint;
use crate::interpret::{Fault, Function, Library, Record, Value};
use crate::ir::Pass;
use crate::random::{Input, Program};

pub(super) enum Outcome {
    Holds,
    Skipped(&'static str),
}

/// Numbers above this say nothing about anything.
const LARGE: f64 = 1e6;

pub(super) fn check(program: &Program) -> Result<Outcome, String> {
    let (library, name) = compiled(&program.to_string())?;
    let function = library
        .function(&name)
        .map_err(|fault| format!("{fault:?}"))?;
    let trial = Trial {
        library: &library,
        function,
        name: &name,
        args: program
            .params
            .iter()
            .map(|param| argument(&param.input))
            .collect(),
    };
    match trial.run() {
        Ok(outcome) => Ok(outcome),
        Err(Failed::Skipped(why)) => Ok(Outcome::Skipped(why)),
        Err(Failed::Wrong(what)) => Err(what),
    }
}

/// All functions of a text, and the name of the last one.
fn compiled(text: &str) -> Result<(Library, String), String> {
    let file = syn::parse_file(text).map_err(|error| format!("no Rust: {error}"))?;
    let (mut library, mut last) = (Library::default(), String::new());
    for item in file.items {
        let syn::Item::Fn(item) = item else { continue };
        last = item.sig.ident.to_string();
        let compile = || Function::compile(item.into_token_stream());
        let function = catch_unwind(AssertUnwindSafe(compile));
        let function = function.map_err(|_| format!("`{last}`: the compiler panics"))?;
        library.add(
            &last,
            function.map_err(|error| format!("`{last}` is refused: {error}"))?,
        );
    }
    Ok((library, last))
}

fn argument(input: &Input) -> Value {
    match input {
        Input::Num(number) => Value::Float(*number),
        Input::Int(number) => Value::Int(*number as i128),
        Input::Bool(value) => Value::Bool(*value),
        Input::Many(numbers) => Value::floats(numbers),
        Input::Pair(numbers) => Value::Tuple(numbers.iter().copied().map(Value::Float).collect()),
        Input::Fields(fields) => {
            let fields = fields.iter();
            let fields = fields.map(|(name, input)| (name.clone(), argument(input)));
            Value::Record(Record {
                variant: None,
                fields: fields.collect(),
            })
        }
        Input::Rows(rows) => Value::Seq(rows.iter().map(|row| Value::floats(row)).collect()),
    }
}

enum Failed {
    Skipped(&'static str),
    Wrong(String),
}

type Checked<T> = Result<T, Failed>;

fn wrong<T>(what: String) -> Checked<T> {
    Err(Failed::Wrong(what))
}

/// What a run gives; that it panics is fine only where the function itself does.
fn ran<T>(what: &str, run: Result<T, Fault>) -> Checked<T> {
    run.or_else(|fault| wrong(format!("{what}: {fault:?}")))
}

/// A function at an input.
struct Trial<'t> {
    library: &'t Library,
    function: &'t Function,
    name: &'t str,
    args: Vec<Value>,
}

impl Trial<'_> {
    fn run(&self) -> Checked<Outcome> {
        let plain = match self.library.call(&self.function.plain, &self.args) {
            Err(Fault::Panic(_)) => return Err(Failed::Skipped("the program panics")),
            run => ran("the function", run)?,
        };
        let value = self.outputs(&plain.0, &plain.1);
        for (stage, func) in &self.function.passes {
            let found = ran("a pass", self.library.call(func, &self.args))?;
            self.same(
                &format!("{stage:?}"),
                &self.outputs(&found.0, &found.1),
                &value,
            )?;
        }
        let weights = pattern(value.len(), 0.75);
        let gradient = self.reverse(&plain.0, &value, &weights)?;
        let columns = self.forward(&value)?;
        let dots: Vec<f64> = columns.iter().map(|column| dot(column, &weights)).collect();
        if value.iter().chain(&gradient).chain(&dots).any(is_large) {
            return Err(Failed::Skipped("the numbers are too large"));
        }
        self.close("forward and reverse mode", &gradient, &dots, 1e-9)?;
        self.chosen(&plain.0, &weights, &gradient)?;
        self.differences(&weights, &gradient)?;
        Ok(Outcome::Holds)
    }

    /// Whether the parameter is an output too.
    fn is_output(&self, nth: usize) -> bool {
        self.function.plain.params[nth].pass == Pass::RefMut
    }

    /// All numbers that the function gives: its result, and what it writes.
    fn outputs(&self, result: &Value, after: &[Value]) -> Vec<f64> {
        let mut numbers = result.flat();
        for (nth, value) in after
            .iter()
            .enumerate()
            .filter(|(nth, _)| self.is_output(*nth))
        {
            debug_assert!(nth < self.args.len());
            numbers.extend(value.flat());
        }
        numbers
    }

    /// A seed, and a buffer for each parameter, of these weights; the rest begins as zero.
    fn seeds(&self, result: &Value, weights: &[f64]) -> (Value, Vec<Value>) {
        let mut weights = weights.iter().copied();
        let seed = result.zero().filled(&mut weights);
        let args = self.args.iter().enumerate();
        let buffers = args.map(|(nth, arg)| match self.is_output(nth) {
            true => arg.zero().filled(&mut weights),
            false => arg.zero(),
        });
        let buffers = buffers.collect();
        (seed, buffers)
    }

    /// The gradient, by a pullback that is called twice, and by both sweeps at once.
    fn reverse(&self, result: &Value, value: &[f64], weights: &[f64]) -> Checked<Vec<f64>> {
        let (seed, buffers) = self.seeds(result, weights);
        let forward = self.library.forward(self.name, &self.args);
        let (found, after, pullback) = ran("the forward sweep", forward)?;
        self.same("the forward sweep", &self.outputs(&found, &after), value)?;
        let inputs = self.args.iter().enumerate();
        let inputs = inputs.filter(|(nth, _)| !self.is_output(*nth));
        let inputs: Vec<Value> = inputs.map(|(_, arg)| arg.clone()).collect();
        let pull = || self.library.pull(&pullback, &inputs, &seed, &buffers);
        let gradient = flat(&ran("the pullback", pull())?);
        self.same(
            "the second pullback",
            &flat(&ran("the pullback", pull())?),
            &gradient,
        )?;
        let joint = self.function.joint.iter();
        for adjoint in joint.chain([&self.function.adjoint]) {
            self.accumulates(adjoint, &seed, &buffers, value, &gradient)?;
        }
        Ok(gradient)
    }

    /// What is in the buffers of inputs stays there, and is added to.
    fn accumulates(
        &self,
        adjoint: &Adjoint,
        seed: &Value,
        buffers: &[Value],
        value: &[f64],
        gradient: &[f64],
    ) -> Checked<()> {
        let (mut started, mut starts) = (vec![], vec![]);
        for (nth, buffer) in buffers.iter().enumerate() {
            let start = match self.is_output(nth) {
                true => vec![0.0; buffer.flat().len()],
                false => pattern(buffer.flat().len(), 1.25),
            };
            started.push(match self.is_output(nth) {
                true => buffer.clone(),
                false => buffer.filled(&mut start.iter().copied()),
            });
            starts.extend(start);
        }
        let run = self.library.accumulate(adjoint, &self.args, seed, &started);
        let (result, after, found) = ran("both sweeps", run)?;
        self.same("both sweeps", &self.outputs(&result, &after), value)?;
        let found = flat(&found);
        let added: Vec<f64> = found
            .iter()
            .zip(&starts)
            .map(|(found, start)| found - start)
            .collect();
        if found.iter().chain(gradient).any(is_large) {
            return Ok(());
        }
        self.close("accumulating", &added, gradient, 1e-9)
    }

    /// With respect to some parameters only.
    fn chosen(&self, result: &Value, weights: &[f64], gradient: &[f64]) -> Checked<()> {
        let (seed, buffers) = self.seeds(result, weights);
        for odd in [0, 1] {
            let adjoint = self.function.chosen(|nth| nth % 2 == odd);
            let found = self
                .library
                .accumulate(&adjoint, &self.args, &seed, &buffers);
            let (_, _, found) = ran("both sweeps, with respect to some", found)?;
            let mut rest = gradient.iter().copied();
            for (nth, found) in found.iter().enumerate() {
                let (found, whole) = (found.flat(), rest.by_ref().take(found.flat().len()));
                let whole: Vec<f64> = whole.collect();
                if nth % 2 == odd && !self.has_outputs() {
                    self.close("the gradient by some", &found, &whole, 1e-9)?;
                }
            }
        }
        Ok(())
    }

    fn has_outputs(&self) -> bool {
        (0..self.args.len()).any(|nth| self.is_output(nth))
    }

    /// The derivatives of all outputs by each input.
    fn forward(&self, value: &[f64]) -> Checked<Vec<Vec<f64>>> {
        let count = flat(&self.args).len();
        let mut columns = vec![];
        for at in 0..count {
            let mut unit = (0..count).map(|other| if other == at { 1.0 } else { 0.0 });
            let tangents: Vec<Value> = self
                .args
                .iter()
                .map(|arg| arg.zero().filled(&mut unit))
                .collect();
            let run = self
                .library
                .pushforward(&self.function.tangent, &self.args, &tangents);
            let (found, tangent, after, changed) = ran("forward mode", run)?;
            self.same("forward mode", &self.outputs(&found, &after), value)?;
            columns.push(self.outputs(&tangent, &changed));
        }
        Ok(columns)
    }

    /// Where differences converge, they agree.
    fn differences(&self, weights: &[f64], gradient: &[f64]) -> Checked<()> {
        let start = flat(&self.args);
        for (at, slope) in gradient.iter().enumerate() {
            let moved = |x: f64| {
                let mut numbers = start.clone();
                numbers[at] = x;
                let mut numbers = numbers.into_iter();
                let args: Vec<Value> = self
                    .args
                    .iter()
                    .map(|arg| arg.filled(&mut numbers))
                    .collect();
                let run = self.library.call(&self.function.plain, &args);
                run.map_or(f64::NAN, |(value, after)| {
                    dot(&self.outputs(&value, &after), weights)
                })
            };
            let (found, error) = derivative(moved, start[at], 0.004);
            let scale = 1.0 + slope.abs();
            if error < 1e-8 * scale && (found - slope).abs() > 1e-5 * scale {
                return wrong(format!(
                    "derivative {at} is {slope}, by differences {found} ± {error}"
                ));
            }
        }
        Ok(())
    }

    fn same(&self, what: &str, found: &[f64], wanted: &[f64]) -> Checked<()> {
        let bits = |x: &f64| if x.is_nan() { 1 } else { x.to_bits() };
        match found.iter().map(bits).eq(wanted.iter().map(bits)) {
            true => Ok(()),
            false => wrong(format!("{what} gives {found:?}, not {wanted:?}")),
        }
    }

    fn close(&self, what: &str, found: &[f64], wanted: &[f64], within: f64) -> Checked<()> {
        let both = || found.iter().chain(wanted);
        let largest = both().map(|x| x.abs()).fold(1.0, f64::max);
        let near = |(a, b): (&f64, &f64)| (a - b).abs() <= within * largest;
        match found.len() == wanted.len() && found.iter().zip(wanted).all(near) {
            true => Ok(()),
            false => wrong(format!("{what}: {found:?} against {wanted:?}")),
        }
    }
}

fn is_large(number: &f64) -> bool {
    number.is_nan() || number.abs() > LARGE
}

fn flat(values: &[Value]) -> Vec<f64> {
    values.iter().flat_map(Value::flat).collect()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Numbers of both signs.
fn pattern(count: usize, first: f64) -> Vec<f64> {
    let signs = [1.0, -0.5, 1.5, -1.25, 0.25];
    (0..count)
        .map(|nth| first * signs[nth % signs.len()])
        .collect()
}
