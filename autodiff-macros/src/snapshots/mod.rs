//! Text in, text out, for each pass: what it is given, and what it makes of that.
//!
//! A case is a file `<pass>/<what it shows>.ir`: remarks, the function ahead of the pass, a line
//! `=== <pass>`, and what the pass makes of it. The function is IR (see `ir/text.rs`), or Rust with
//! `#[differentiate]`, which goes through all that comes ahead of the pass. With
//! `UPDATE_SNAPSHOTS=1` the files are written anew.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use quote::quote;

use crate::activity::Activity;
use crate::derivative;
use crate::diagnostics::Errors;
use crate::ir::check::{self, Stage};
use crate::ir::text::{self, Notes};
use crate::ir::{Func, Var, parse};
use crate::request::Request;
use crate::{along, induct, plan, prepare, promote, prune, share, structure};

macro_rules! passes {
    ($($(#[$doc:meta])* $name:ident: $stage:ident => $run:expr;)*) => { $(
        $(#[$doc])*
        #[test]
        fn $name() {
            run(stringify!($name), Stage::$stage, $run);
        }
    )* };
}

passes! {
    lower: Lowered => |func| shown(func, Stage::Lowered);
    structure: Lowered => |func| shown(structure::structure(func), Stage::Structured);
    promote: Structured => |func| shown(promote::promote(func), Stage::Promoted);
    share: Promoted => |func| shown(share::share(func), Stage::Shared);
    prune: Shared => |func| shown(prune::prune(func), Stage::Pruned);
    along: Pruned => |func| {
        let inputs = inputs(&func);
        shown(along::along(func, &inputs), Stage::Pruned)
    };
    induct: Pruned => |func| shown(induct::induct(func), Stage::Pruned);
    activity: Pruned => |func| {
        let activity = Activity::of(&func, &inputs(&func));
        text::noted(&func, &Notes::activity(&func, &activity))
    };
    plan: Pruned => |func| {
        let activity = Activity::of(&func, &inputs(&func));
        let (mut prepared, extras) = prepare::prepare(func, &activity);
        let plan = plan::plan(&mut prepared, &activity, &extras);
        let noted = text::noted(&prepared, &Notes::plan(&plan));
        shown(prepared, Stage::Prepared);
        noted
    };
    record: Pruned => |func| {
        let inputs = inputs(&func);
        text::func(&derivative::adjoint(&func, &inputs).func)
    };
    reverse: Pruned => |func| {
        let adjoint = derivative::reversed(&func, &inputs(&func));
        text::sweep(&adjoint.func, &adjoint.sweep)
    };
    tighten: Pruned => |func| {
        let adjoint = derivative::adjoint(&func, &inputs(&func));
        text::sweep(&adjoint.func, &adjoint.sweep)
    };
    fuse: Pruned => |func| {
        let inputs = inputs(&func);
        let split = derivative::reversed(&func, &inputs);
        let func = derivative::readied(&func, &inputs);
        let joint = derivative::fused(&func, &inputs, &split);
        joint.map_or("nothing is fused\n".to_owned(), |joint| text::joint(&joint))
    };
    forward: Pruned => |func| text::tangent(&derivative::tangent(&func, &inputs(&func)));
}

/// The parameters that a gradient is asked for.
fn inputs(func: &Func) -> Vec<Var> {
    let params = func.params.iter().map(|param| param.var);
    params
        .filter(|param| func.ty(*param).is_differentiable())
        .collect()
}

/// A function as text, of which all holds that has to at this stage.
fn shown(func: Func, stage: Stage) -> String {
    check::func(&func, stage).unwrap_or_else(|fault| panic!("{fault}\n{}", text::func(&func)));
    let text = text::func(&func);
    let again = parse::func(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(
        text::func(&again),
        text,
        "what is read differs from what was written"
    );
    text
}

/// A function written in Rust, at a stage.
fn compiled(source: &str, stage: Stage) -> Func {
    let item = source
        .replace("#[differentiate]", "")
        .parse()
        .expect("Rust");
    let mut errors = Errors::default();
    let request = Request::parse(quote!(), item, &mut errors);
    let lowered = request.and_then(|request| crate::lower::lower(&request, &mut errors));
    let mut func = lowered
        .unwrap_or_else(|| panic!("{}", errors.to_compile_errors()))
        .func;
    let passes = [
        structure::structure,
        promote::promote,
        share::share,
        prune::prune,
    ];
    let stages = [
        Stage::Structured,
        Stage::Promoted,
        Stage::Shared,
        Stage::Pruned,
    ];
    for (pass, to) in passes.into_iter().zip(stages) {
        if to <= stage {
            func = pass(func);
            shown(func.clone(), to);
        }
    }
    func
}

fn run(pass: &str, stage: Stage, make: fn(Func) -> String) {
    let mut faults = String::new();
    for path in cases(pass) {
        let found = fs::read_to_string(&path).expect("a case");
        let wanted = case(pass, &found, stage, make);
        if env::var_os("UPDATE_SNAPSHOTS").is_some() {
            fs::write(&path, wanted).expect("a case to be written");
        } else if found != wanted {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let _ = writeln!(faults, "{pass}/{name}\n{}", difference(&found, &wanted));
        }
    }
    assert!(
        faults.is_empty(),
        "\n{faults}(UPDATE_SNAPSHOTS=1 accepts this)\n"
    );
}

fn cases(pass: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("src/snapshots")
        .join(pass);
    let entries = fs::read_dir(folder).expect("a folder of cases");
    let mut cases: Vec<_> = entries.map(|entry| entry.expect("a case").path()).collect();
    cases.sort();
    cases
}

/// A case as it should be.
fn case(pass: &str, found: &str, stage: Stage, make: fn(Func) -> String) -> String {
    let input = found.split("=== ").next().unwrap_or_default();
    let code = input
        .lines()
        .position(|line| !line.starts_with("//"))
        .unwrap_or_default();
    let remarks: String = input.split_inclusive('\n').take(code).collect();
    let code = &input[remarks.len()..];
    let (func, code) = if code.contains("#[differentiate]") {
        (compiled(code, stage), code.to_owned())
    } else {
        let func = parse::func(code).unwrap_or_else(|error| panic!("{error}, in\n{found}"));
        (func.clone(), shown(func, stage))
    };
    format!("{remarks}{code}=== {pass}\n{}", make(func))
}

/// The lines in which two texts differ, with one of those around.
fn difference(found: &str, wanted: &str) -> String {
    let (found, wanted): (Vec<_>, Vec<_>) = (found.lines().collect(), wanted.lines().collect());
    let same = |pair: &(&&str, &&str)| pair.0 == pair.1;
    let head = found.iter().zip(&wanted).take_while(same).count();
    let tails = found[head..].iter().rev().zip(wanted[head..].iter().rev());
    let tail = tails.take_while(same).count();
    let mut text = String::new();
    for (mark, lines) in [("-", &found), ("+", &wanted)] {
        for line in &lines[head.saturating_sub(1)..lines.len() - tail] {
            let _ = writeln!(text, "{mark} {line}");
        }
    }
    text
}
