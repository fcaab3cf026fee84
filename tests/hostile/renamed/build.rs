//! Writes the shapes once more, each attribute with `crate = …`.

use std::{env, fs, path::Path};

fn main() {
    let source = "../shapes.rs";
    println!("cargo::rerun-if-changed={source}");
    let shapes = fs::read_to_string(source)
        .expect("the shapes are beside this package")
        .replace("#[differentiate]", "#[differentiate(crate = ::adjoint)]")
        .replace(
            "#[differentiate(wrt",
            "#[differentiate(crate = crate::vendor::ad, wrt",
        );
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&out).join("shapes.rs"), shapes).expect("cargo made the folder");
}
