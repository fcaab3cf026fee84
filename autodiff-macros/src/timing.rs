//! How long the expansion of each function in `benches/` and in `examples/adbench` takes:
//! `cargo test --release -p autodiff-macros expansion -- --ignored --nocapture`.
//!
//! # Note: which build of the compiler
//!
//! Cargo builds procedural macros, and this test of one, without optimisation, in the profile
//! `release` too, and with debug assertions in `dev`. So this is what a user waits for in a release
//! build; without `--release`, in a debug build, and for the checks that users are spared; and with
//! `CARGO_PROFILE_RELEASE_BUILD_OVERRIDE_OPT_LEVEL=3`, what those do who have
//! `[profile.dev.build-override] opt-level = 3` in their `Cargo.toml`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, ImplItem, ImplItemFn, Item, ItemFn, Meta};

use crate::expand;

const RUNS: usize = 15;
const LIMIT: Duration = Duration::from_millis(5);

struct Function {
    name: String,
    attr: TokenStream,
    item: TokenStream,
}

#[test]
#[ignore = "a measurement"]
fn expansion_time() {
    let mut times: Vec<_> = functions()
        .iter()
        .map(|f| (time(f), f.name.clone()))
        .collect();
    times.sort();
    for (time, name) in &times {
        println!("{:7.2} ms  {name}", 1e3 * time.as_secs_f64());
    }
    let total: Duration = times.iter().map(|(time, _)| *time).sum();
    let mean = 1e3 * total.as_secs_f64() / times.len() as f64;
    println!("{mean:7.2} ms  mean of {} functions", times.len());
    let slow = times.iter().filter(|(time, _)| *time > LIMIT).count();
    println!("{slow} of them above {LIMIT:?}");
}

/// The fastest of some runs: whatever else the machine does only adds to it.
fn time(function: &Function) -> Duration {
    let run = |_| {
        let (attr, item) = (function.attr.clone(), function.item.clone());
        let start = Instant::now();
        let expansion = expand(attr, item);
        let took = start.elapsed();
        assert!(!expansion.is_empty());
        took
    };
    (0..RUNS).map(run).min().expect("at least one run")
}

/// All functions that are annotated in the kernels and in ADBench.
fn functions() -> Vec<Function> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folders = [root.join("benches/kernels"), root.join("examples/adbench")];
    let mut files: Vec<_> = folders.iter().flat_map(|folder| sources(folder)).collect();
    files.sort();
    files.iter().flat_map(|file| annotated(file)).collect()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is in the repository");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .filter(|path| path.extension().is_some_and(|ext| ext == "rs"))
        .collect()
}

fn annotated(file: &Path) -> Vec<Function> {
    let text = fs::read_to_string(file).expect("a text");
    let parsed = syn::parse_file(&text).expect("Rust");
    let stem = file.file_stem().expect("a name").to_string_lossy();
    let functions = parsed.items.into_iter().flat_map(item);
    functions
        .map(|f| Function {
            name: format!("{stem}::{}", f.name),
            ..f
        })
        .collect()
}

fn item(item: Item) -> Vec<Function> {
    match item {
        Item::Fn(function) => free(function).into_iter().collect(),
        Item::Impl(block) => block.items.into_iter().filter_map(member).collect(),
        _ => Vec::new(),
    }
}

fn free(mut function: ItemFn) -> Option<Function> {
    let attr = taken(&mut function.attrs)?;
    let name = function.sig.ident.to_string();
    Some(Function {
        name,
        attr,
        item: function.into_token_stream(),
    })
}

fn member(item: ImplItem) -> Option<Function> {
    let ImplItem::Fn(mut function) = item else {
        return None;
    };
    let attr = taken(&mut function.attrs)?;
    let name = function.sig.ident.to_string();
    let item = ImplItemFn::into_token_stream(function);
    Some(Function { name, attr, item })
}

/// Removes `#[differentiate(…)]`; gives its arguments.
fn taken(attrs: &mut Vec<Attribute>) -> Option<TokenStream> {
    let at = attrs
        .iter()
        .position(|attr| attr.path().is_ident("differentiate"))?;
    match attrs.remove(at).meta {
        Meta::List(list) => Some(list.tokens),
        _ => Some(TokenStream::new()),
    }
}
