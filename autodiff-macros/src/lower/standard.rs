//! Names that are taken for those of the standard library; rustc confirms that they are.

use quote::ToTokens;
use syn::{Path, PathArguments};

use super::Lower;

impl Lower<'_> {
    /// Functions whose calls are something else to the differentiator.
    pub(super) fn assume_standard(&mut self, path: &Path, tail: &[&str], args: usize) {
        let check = match (tail, args) {
            (["Vec", "new"], 0) => "vec_new",
            (["Vec", "with_capacity"], 1) => "vec_with_capacity",
            (["Box", "new"], 1) => "box_new",
            (["mem", "swap"], 2) => "mem_swap",
            (["iter", "repeat"], 1) => "iter_repeat",
            (["iter", "once"], 1) => "iter_once",
            (["iter", "empty"], 0) => "iter_empty",
            (["iter", "zip"], 2) => "iter_zip",
            _ => return,
        };
        self.standard(check, path);
    }

    pub(super) fn standard(&mut self, check: &'static str, path: &Path) {
        let mut path = path.clone();
        for segment in &mut path.segments {
            segment.arguments = PathArguments::None;
        }
        let known = |(_, other): &(_, _)| text(other) == text(&path);
        if !self.func.paths.iter().any(known) {
            self.func.paths.push((check, path.to_token_stream()));
        }
    }
}

fn text(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string()
}
