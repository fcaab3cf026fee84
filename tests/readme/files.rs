//! The files that ARCHITECTURE.md and README.md name are there.

use std::path::Path;

use super::table;

#[test]
fn named_files_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let bases = ["", "autodiff-macros/src", "autodiff-runtime/src"].map(|base| root.join(base));
    let texts = [
        include_str!("../../ARCHITECTURE.md"),
        include_str!("../../README.md"),
    ];
    let names = texts
        .into_iter()
        .flat_map(table::code)
        .filter(|name| is_file(name));
    let missing: Vec<&str> = names
        .filter(|name| !bases.iter().any(|base| base.join(name).exists()))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Whether a piece of code is the name of a file or of a folder.
fn is_file(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-./".contains(c);
    name.chars().all(plain)
        && [".rs", ".md", ".toml", "/", "/run"]
            .iter()
            .any(|end| name.ends_with(end))
}
