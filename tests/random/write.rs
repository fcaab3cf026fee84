//! Writes programs with `#[differentiate]` and the calls that check them.

use std::fmt::Write;
use std::{env, fs};

use crate::random::{Field, Input, Kind, Parameter, Program, Returns, program};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/random/programs.rs");

/// About how many parts a program has.
const SIZE: usize = 24;

/// The programs that stand in the file, unless others are asked for.
const SEEDS: &str = "0..20";

/// The file holds what the generator writes; with `RANDOM_SEEDS` it is written anew.
#[test]
fn programs_are_as_written() {
    let asked = env::var("RANDOM_SEEDS").ok();
    let text = programs(asked.as_deref().unwrap_or(SEEDS));
    if asked.is_some() {
        fs::write(PATH, &text).expect("the file to be written");
    }
    let found = fs::read_to_string(PATH).expect("the file of the programs");
    assert!(
        found == text,
        "the generator writes other programs: RANDOM_SEEDS={SEEDS} writes them anew"
    );
}

fn programs(seeds: &str) -> String {
    let mut ends = seeds.split("..").map(|end| end.parse().expect("a seed"));
    let (first, last): (u64, u64) = (ends.next().unwrap_or(0), ends.next().unwrap_or(0));
    let mut text = format!(
        "//! The programs of the seeds {seeds}, as `tests/random.rs` says how to make.\n\n\
         use differentiate::{{Differentiable, differentiate}};\n\n\
         use crate::check::{{Case, Part, check, numbers}};\n"
    );
    for seed in first..last {
        text.push_str(&module(&program(seed, SIZE)));
    }
    text
}

fn module(program: &Program) -> String {
    let mut text = format!("\nmod seed_{} {{\nuse super::*;\n", program.seed);
    text.push_str(&program.differentiable_types());
    for function in &program.functions.kids {
        let _ = write!(text, "\n#[differentiate]\n{}", function.print());
    }
    let _ = writeln!(text, "\n#[test]\nfn derivatives() {{\ncheck(&Case {{");
    let _ = writeln!(text, "input: &{:?},", numbers(program));
    let calls = Calls(program);
    let _ = writeln!(text, "value: |x| {{\n{}\n}},", calls.value());
    let _ = writeln!(text, "accumulate: |x, w| {{\n{}\n}},", calls.accumulate());
    let _ = writeln!(text, "pullback: {},", calls.pullback());
    let _ = writeln!(text, "forward: |x, t| {{\n{}\n}},", calls.forward());
    text.push_str("});\n}\n}\n");
    text
}

fn numbers(program: &Program) -> Vec<f64> {
    let params = program.params.iter();
    params.flat_map(|param| all(&param.input)).collect()
}

fn all(input: &Input) -> Vec<f64> {
    match input {
        Input::Num(number) => vec![*number],
        Input::Int(_) | Input::Bool(_) => vec![],
        Input::Many(numbers) | Input::Pair(numbers) => numbers.clone(),
        Input::Rows(rows) => rows.concat(),
        Input::Fields(fields) => fields.iter().flat_map(|(_, input)| all(input)).collect(),
    }
}

/// The type of an argument without its reference; none where it has no derivative.
fn owned(kind: Kind) -> Option<String> {
    Some(match kind {
        Kind::Num | Kind::NumRef | Kind::NumMut => "f64".to_owned(),
        Kind::Int(_) | Kind::Bool | Kind::Record(..) => return None,
        Kind::Slice(len) | Kind::SliceMut(len) => format!("[f64; {len}]"),
        Kind::Array(len) | Kind::ArrayRef(len) | Kind::ArrayMut(len) => format!("[f64; {len}]"),
        Kind::Pair => "(f64, f64)".to_owned(),
        Kind::Grid(rows, columns) => format!("[[f64; {columns}]; {rows}]"),
    })
}

/// How a parameter, or its tangent, is passed.
fn mark(kind: Kind) -> &'static str {
    match kind {
        Kind::Num | Kind::Int(_) | Kind::Bool | Kind::Array(_) | Kind::Pair => "",
        Kind::NumRef | Kind::Slice(_) | Kind::ArrayRef(_) | Kind::Grid(..) => "&",
        Kind::Record(_, passing) => ["", "&", "&mut "][passing as usize],
        Kind::NumMut | Kind::SliceMut(_) | Kind::ArrayMut(_) => "&mut ",
    }
}

/// Calls of the last function and of its derivatives.
struct Calls<'p>(&'p Program);

impl Calls<'_> {
    fn params(&self) -> &[Parameter] {
        &self.0.params
    }

    fn has_outputs(&self) -> bool {
        self.params().iter().any(|param| param.kind.is_output())
    }

    fn result(&self) -> String {
        match self.0.returns {
            Returns::Num => "f64".to_owned(),
            Returns::Pair => "(f64, f64)".to_owned(),
            Returns::Array(len) => format!("[f64; {len}]"),
            Returns::Record(nth) => {
                format!("<{} as Differentiable>::Tangent", self.0.structs[nth].name)
            }
            Returns::Unit => "()".to_owned(),
        }
    }

    /// A struct that holds the next numbers of `x`.
    fn literal(&self, nth: usize, input: &Input) -> String {
        let Input::Fields(fields) = input else {
            return String::new();
        };
        let def = &self.0.structs[nth];
        let field = |(name, field): &(String, Field)| {
            let input = fields.iter().find(|(other, _)| other == name);
            let value = match (field, input) {
                (Field::Num, _) => "f64::read(x)".to_owned(),
                (Field::Array(len), _) => format!("<[f64; {len}]>::read(x)"),
                (Field::Vec(len), _) => format!("<[f64; {len}]>::read(x).to_vec()"),
                (Field::Int(_), Some((_, Input::Int(number)))) => number.to_string(),
                (Field::Record(nth), Some((_, input))) => self.literal(*nth, input),
                _ => String::new(),
            };
            format!("{name}: {value}")
        };
        let fields: Vec<String> = def.fields.iter().map(field).collect();
        format!("{} {{ {} }}", def.name, fields.join(", "))
    }

    /// Gives the numbers in a struct's tangent new values.
    fn fill(&self, nth: usize, place: &str, from: &str) -> String {
        let mut text = String::new();
        for (name, field) in &self.0.structs[nth].fields {
            let part = format!("{place}.{name}");
            let _ = match field {
                Field::Num => writeln!(text, "{part} = f64::read({from});"),
                Field::Array(len) => writeln!(text, "{part} = <[f64; {len}]>::read({from});"),
                Field::Vec(len) => {
                    writeln!(text, "{part} = <[f64; {len}]>::read({from}).to_vec();")
                }
                Field::Int(_) => Ok(()),
                Field::Record(nth) => {
                    text.push_str(&self.fill(*nth, &part, from));
                    Ok(())
                }
            };
        }
        text
    }

    /// All numbers of a struct, or of its tangent.
    fn parts(&self, nth: usize, place: &str) -> Vec<String> {
        let mut parts = vec![];
        for (name, field) in &self.0.structs[nth].fields {
            let part = format!("{place}.{name}");
            match field {
                Field::Num | Field::Array(_) | Field::Vec(_) => parts.push(part),
                Field::Int(_) => {}
                Field::Record(nth) => parts.extend(self.parts(*nth, &part)),
            }
        }
        parts
    }

    fn numbers_of(&self, kind: Kind, name: &str) -> Vec<String> {
        match kind {
            Kind::Record(nth, _) => self.parts(nth, name),
            _ => vec![name.to_owned()],
        }
    }

    /// Declares a tangent of a parameter, filled from somewhere.
    fn tangent(&self, name: &str, param: &Parameter, from: &str) -> Option<String> {
        if let Kind::Record(nth, _) = param.kind {
            let zero = format!("let mut {name} = a_{}.zero_tangent();\n", param.name);
            return Some(zero + &self.fill(nth, name, from));
        }
        let ty = owned(param.kind)?;
        Some(format!("let mut {name} = <{ty}>::read({from});\n"))
    }

    /// Declares the cotangent of a result, which is called `r`.
    fn seed(&self, from: &str) -> String {
        match self.0.returns {
            Returns::Record(nth) => {
                let (lets, args) = self.arguments();
                let value = format!("{{\n{lets}f({})\n}}", args.join(", "));
                let zero = format!("let mut seed = {value}.zero_tangent();\n");
                zero + &self.fill(nth, "seed", from)
            }
            _ => format!("let seed = <{}>::read({from});\n", self.result()),
        }
    }

    /// Declares an argument of each parameter, and names it.
    fn arguments(&self) -> (String, Vec<String>) {
        let (mut lets, mut args) = ("let x = &mut x.iter().copied();\n".to_owned(), vec![]);
        for Parameter { name, kind, input } in self.params() {
            match (owned(*kind), input) {
                (None, Input::Fields(_)) => {
                    let Kind::Record(nth, _) = kind else { continue };
                    let value = self.literal(*nth, input);
                    let _ = writeln!(lets, "let mut a_{name} = {value};");
                    args.push(format!("{}a_{name}", mark(*kind)));
                }
                (Some(ty), _) => {
                    let _ = writeln!(lets, "let mut a_{name} = <{ty}>::read(x);");
                    args.push(format!("{}a_{name}", mark(*kind)));
                }
                (None, Input::Int(number)) => args.push(number.to_string()),
                (None, Input::Bool(value)) => args.push(value.to_string()),
                (None, _) => {}
            }
        }
        (lets, args)
    }

    /// All outputs; a name's prefix says whether the values or their derivatives are meant.
    fn outputs(&self, result: &str, prefix: &str) -> String {
        let mut all = match self.0.returns {
            Returns::Record(nth) => self.parts(nth, result),
            _ => vec![result.to_owned()],
        };
        for Parameter { name, kind, .. } in self.params().iter().filter(|p| p.kind.is_output()) {
            all.extend(self.numbers_of(*kind, &format!("{prefix}_{name}")));
        }
        format!("numbers![{}]", all.join(", "))
    }

    fn value(&self) -> String {
        let (lets, args) = self.arguments();
        let call = format!("let r = f({});", args.join(", "));
        format!("{lets}{call}\n{}", self.outputs("r", "a"))
    }

    /// Zero buffers, and seeds in those of outputs, behind that of the result.
    fn buffers(&self) -> (String, Vec<String>, Vec<String>) {
        let mut lets = String::new();
        let (mut buffers, mut names) = (vec![], vec![]);
        for param in self.params() {
            let name = format!("d_{}", param.name);
            let from = if param.kind.is_output() {
                "w"
            } else {
                "&mut std::iter::repeat(0.0)"
            };
            let Some(text) = self.tangent(&name, param, from) else {
                continue;
            };
            lets.push_str(&text);
            buffers.push(format!("&mut {name}"));
            names.extend(self.numbers_of(param.kind, &name));
        }
        (lets, buffers, names)
    }

    fn accumulate(&self) -> String {
        let ((lets, args), (zeros, buffers, names)) = (self.arguments(), self.buffers());
        let lets = format!(
            "let w = &mut w.iter().copied();\n{}{lets}",
            self.seed_apart()
        );
        let all: Vec<String> = args
            .into_iter()
            .chain(["seed".to_owned()])
            .chain(buffers)
            .collect();
        let call = format!("let r = f::accumulate_grad({});", all.join(", "));
        let outputs = self.outputs("r", "a");
        format!(
            "{lets}{zeros}{call}\n({outputs}, numbers![{}])",
            names.join(", ")
        )
    }

    fn pullback(&self) -> String {
        if self.has_outputs() {
            return "None".to_owned();
        }
        let (lets, args) = self.arguments();
        let params = self.params().iter();
        let gradients: Vec<&Parameter> = params
            .filter(|param| !matches!(param.kind, Kind::Int(_) | Kind::Bool))
            .collect();
        let names: Vec<String> = gradients
            .iter()
            .map(|param| format!("g_{}", param.name))
            .collect();
        let pattern = match names.as_slice() {
            [name] => name.clone(),
            names => format!("({})", names.join(", ")),
        };
        let numbers = gradients.iter().zip(&names);
        let numbers: Vec<String> = numbers
            .flat_map(|(param, name)| self.numbers_of(param.kind, name))
            .collect();
        let once = format!(
            "{{\nlet {pattern} = pullback(seed.clone());\nnumbers![{}]\n}}",
            numbers.join(", ")
        );
        format!(
            "Some(|x, w| {{\nlet w = &mut w.iter().copied();\n{}{lets}\
             let (r, pullback) = f::vjp({});\n({}, {once}, {once})\n}})",
            self.seed_apart(),
            args.join(", "),
            self.outputs("r", "a"),
        )
    }

    /// The cotangent of the result, made from numbers of its own.
    fn seed_apart(&self) -> String {
        format!("let seed = {{\nlet x = x;\n{}seed\n}};\n", self.seed("w"))
    }

    fn forward(&self) -> String {
        let (mut lets, mut args) = self.arguments();
        lets.push_str("let t = &mut t.iter().copied();\n");
        for param in self.params() {
            let name = format!("t_{}", param.name);
            let Some(text) = self.tangent(&name, param, "t") else {
                continue;
            };
            lets.push_str(&text);
            args.push(format!("{}{name}", mark(param.kind)));
        }
        let (value, tangent) = (self.outputs("r", "a"), self.outputs("dr", "t"));
        let call = format!("let (r, dr) = f::jvp({});", args.join(", "));
        format!("{lets}{call}\n({value}, {tangent})")
    }
}
