//! The functions of floats that README.md names are those of the rule table.

use std::collections::BTreeSet;
use std::path::Path;

use super::table;

#[test]
fn list_of_functions() {
    let text = table::section("## What it understands");
    let start = text
        .find("The functions of floats")
        .expect("README.md lists the functions of floats");
    let paragraph = &text[start..];
    let paragraph = &paragraph[..paragraph.find("\n\n").unwrap_or(paragraph.len())];
    let named: BTreeSet<&str> = table::code(paragraph)
        .into_iter()
        .filter(|name| !name.contains(['(', ' ']))
        .collect();
    assert_eq!(named, known().iter().map(String::as_str).collect());
}

/// The methods of the rule table, and the one that is two of them.
fn known() -> BTreeSet<String> {
    const OPERATORS: [&str; 6] = ["add", "sub", "mul", "div", "rem", "neg"];
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("autodiff-macros/src/rules/table.rs");
    let text = std::fs::read_to_string(file).unwrap();
    let rows = text
        .lines()
        .filter_map(|line| line.trim_start().split_once('('));
    let names = rows.map(|(name, _)| name).filter(|name| {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        !name.is_empty() && name.chars().all(plain) && !OPERATORS.contains(name)
    });
    names.chain(["sin_cos"]).map(str::to_owned).collect()
}
