//! Random programs: ordinary Rust out of a seed.
//!
//! Nothing here knows the compiler, so that tests of other packages can take it in by its path.

#![allow(dead_code, reason = "some of them use more of it than others")]

mod dice;
pub(crate) mod node;
mod program;
mod write;

#[allow(unused_imports, reason = "as above")]
pub(crate) use program::{Field, Input, Kind, Parameter, Passing, Program, Returns, StructDef};
pub(crate) use write::program;
