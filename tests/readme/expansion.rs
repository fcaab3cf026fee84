//! The expansion that README.md shows is what the compiler writes for the function above it.
//!
//! rustc prints expansions behind an unstable option only.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::table;

#[test]
fn expansion_is_current() {
    let text = table::section("## What it writes");
    let blocks: Vec<&str> = text
        .split("```rust\n")
        .skip(1)
        .filter_map(|block| block.split("```").next())
        .collect();
    let [function, shown] = blocks[..] else {
        panic!("an example, and its expansion")
    };
    let function = function.split("\nlet ").next().unwrap_or(function);
    let expanded = expanded(function);
    let (expanded, wanted) = (squeezed(&expanded), squeezed(shown));
    assert!(
        expanded.contains(&wanted),
        "README.md shows another expansion than this one:\n{expanded}"
    );
}

/// Tokens without spaces, and without paths that README.md shortens.
fn squeezed(code: &str) -> String {
    let code: String = code.split_whitespace().collect();
    code.replace(",)", ")")
        .replace(",}", "}")
        .replace(";}", "}")
        .replace("pubfn", "fn")
}

fn expanded(function: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let package = Path::new(env!("CARGO_TARGET_TMPDIR")).join("expansion");
    fs::create_dir_all(package.join("src")).unwrap();
    let manifest = format!(
        "[package]\nname = \"expansion\"\nedition = \"2024\"\n[workspace]\n\
         [dependencies]\ndifferentiate = {{ path = {root:?} }}\n"
    );
    fs::write(package.join("Cargo.toml"), manifest).unwrap();
    fs::write(package.join("src/lib.rs"), function).unwrap();
    let cargo = Command::new(env!("CARGO"))
        .args(["rustc", "--quiet", "--lib", "--target-dir"])
        .arg(package.join("target"))
        .args(["--", "-Zunpretty=expanded"])
        .env("RUSTC_BOOTSTRAP", "1")
        .current_dir(&package)
        .output()
        .unwrap();
    assert!(
        cargo.status.success(),
        "{}",
        String::from_utf8_lossy(&cargo.stderr)
    );
    String::from_utf8(cargo.stdout).unwrap()
}
