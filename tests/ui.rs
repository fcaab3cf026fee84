//! What is refused, and in which words: one fault a file, named after the fault.
//!
//! Each program below `tests/ui/` would be ordinary Rust without the attribute, and its `.stderr`
//! is what the compiler has to say about it. After a change of a message, write them anew with
//! `TRYBUILD=overwrite cargo test --test ui`, and read the difference before it is committed.

#[test]
fn refusals() {
    trybuild::TestCases::new().compile_fail("tests/ui/*/*.rs");
}
