//! Writes the shapes once more, each attribute with `crate = …`.

use std::{env, fs, path::Path};

fn main() {
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    for name in ["shapes.rs", "everyday.rs"] {
        let source = format!("../{name}");
        println!("cargo::rerun-if-changed={source}");
        let shapes = fs::read_to_string(source)
            .expect("the shapes are beside this package")
            .replace("#[differentiate]", "#[differentiate(crate = ::adjoint)]")
            .replace(
                "#[differentiate(wrt",
                "#[differentiate(crate = crate::vendor::ad, wrt",
            )
            .replace(
                "\npub struct",
                "\n#[differentiable(crate = ::adjoint)]\npub struct",
            )
            .replace(
                "\npub enum",
                "\n#[differentiable(crate = ::adjoint)]\npub enum",
            );
        fs::write(Path::new(&out).join(name), shapes).expect("cargo made the folder");
    }
}
