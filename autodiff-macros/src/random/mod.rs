//! Random programs: ordinary Rust out of a seed.
//!
//! Nothing here knows the compiler, so that tests of other packages can take it in by its path.

mod dice;
pub(crate) mod node;
mod program;
mod write;

pub(crate) use program::{Input, Program};
pub(crate) use write::program;
