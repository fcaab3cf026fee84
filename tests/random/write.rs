//! Writes programs with `#[differentiate]` and the calls that check them.

use std::fmt::Write;
use std::{env, fs};

use crate::random::{Input, Kind, Parameter, Program, Returns, program};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/random/programs.rs");

/// About how many parts a program has.
const SIZE: usize = 24;

#[test]
#[ignore = "writes a file"]
fn write_programs() {
    let seeds = env::var("RANDOM_SEEDS").unwrap_or_else(|_| "0..60".to_owned());
    let mut ends = seeds.split("..").map(|end| end.parse().expect("a seed"));
    let (first, last): (u64, u64) = (ends.next().unwrap_or(0), ends.next().unwrap_or(0));
    let mut text = format!(
        "//! The programs of the seeds {seeds}, as `tests/random.rs` says how to make.\n\n\
         use differentiate::differentiate;\n\n\
         use crate::check::{{Case, Part, check, numbers}};\n"
    );
    for seed in first..last {
        text.push_str(&module(&program(seed, SIZE)));
    }
    fs::write(PATH, text).expect("the file to be written");
}

fn module(program: &Program) -> String {
    let mut text = format!("\nmod seed_{} {{\nuse super::*;\n", program.seed);
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
    let numbers = |param: &Parameter| match &param.input {
        Input::Num(number) => vec![*number],
        Input::Int(_) | Input::Bool(_) => vec![],
        Input::Many(numbers) | Input::Pair(numbers) => numbers.clone(),
        Input::Rows(rows) => rows.concat(),
    };
    program.params.iter().flat_map(numbers).collect()
}

/// The type that owns an argument; none where it has no derivative.
fn owned(kind: Kind) -> Option<String> {
    Some(match kind {
        Kind::Num | Kind::NumRef | Kind::NumMut => "f64".to_owned(),
        Kind::Int(_) | Kind::Bool => return None,
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
            Returns::Unit => "()".to_owned(),
        }
    }

    /// Declares an argument of each parameter, and names it.
    fn arguments(&self) -> (String, Vec<String>) {
        let (mut lets, mut args) = ("let x = &mut x.iter().copied();\n".to_owned(), vec![]);
        for Parameter { name, kind, input } in self.params() {
            match (owned(*kind), input) {
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
        let outputs = self.params().iter().filter(|param| param.kind.is_output());
        let outputs = outputs.map(|param| format!(", {prefix}_{}", param.name));
        format!("numbers![{result}{}]", outputs.collect::<String>())
    }

    fn value(&self) -> String {
        let (lets, args) = self.arguments();
        let call = format!("let r = f({});", args.join(", "));
        format!("{lets}{call}\n{}", self.outputs("r", "a"))
    }

    /// Zero buffers, and seeds in those of outputs.
    fn buffers(&self) -> (String, Vec<String>, Vec<String>) {
        let mut lets = format!(
            "let w = &mut w.iter().copied();\nlet seed = <{}>::read(w);\n",
            self.result()
        );
        let (mut buffers, mut names) = (vec![], vec![]);
        for Parameter { name, kind, .. } in self.params() {
            let Some(ty) = owned(*kind) else { continue };
            let from = if kind.is_output() {
                "w"
            } else {
                "&mut std::iter::repeat(0.0)"
            };
            let _ = writeln!(lets, "let mut d_{name} = <{ty}>::read({from});");
            buffers.push(format!("&mut d_{name}"));
            names.push(format!("d_{name}"));
        }
        (lets, buffers, names)
    }

    fn accumulate(&self) -> String {
        let ((lets, args), (zeros, buffers, names)) = (self.arguments(), self.buffers());
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
        let args = args.join(", ");
        let result = self.result();
        format!(
            "Some(|x, w| {{\n{lets}let seed = <{result}>::read(&mut w.iter().copied());\n\
             let (r, pullback) = f::vjp({args});\n\
             (numbers![r], numbers![pullback(seed)], numbers![pullback(seed)])\n}})"
        )
    }

    fn forward(&self) -> String {
        let (mut lets, mut args) = self.arguments();
        lets.push_str("let t = &mut t.iter().copied();\n");
        for Parameter { name, kind, .. } in self.params() {
            let Some(ty) = owned(*kind) else { continue };
            let _ = writeln!(lets, "let mut t_{name} = <{ty}>::read(t);");
            args.push(format!("{}t_{name}", mark(*kind)));
        }
        let (value, tangent) = (self.outputs("r", "a"), self.outputs("dr", "t"));
        let call = format!("let (r, dr) = f::jvp({});", args.join(", "));
        format!("{lets}{call}\n({value}, {tangent})")
    }
}
