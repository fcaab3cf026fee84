//! The shapes under every lint that a strict house turns on: the attribute may not set off one.

#![forbid(unsafe_code)]
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    missing_copy_implementations,
    future_incompatible,
    let_underscore,
    nonstandard_style,
    rust_2018_idioms,
    rust_2021_compatibility,
    rust_2024_compatibility,
    unused,
    absolute_paths_not_starting_with_crate,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    ffi_unwind_calls,
    macro_use_extern_crate,
    meta_variable_misuse,
    redundant_imports,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unused_extern_crates,
    unused_import_braces,
    unused_lifetimes,
    unused_macro_rules,
    unused_qualifications,
    unused_results,
    variant_size_differences
)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery, clippy::cargo)]
#![deny(
    clippy::alloc_instead_of_core,
    clippy::as_conversions,
    clippy::clone_on_ref_ptr,
    clippy::dbg_macro,
    clippy::exhaustive_enums,
    clippy::expect_used,
    clippy::float_cmp_const,
    clippy::let_underscore_untyped,
    clippy::mem_forget,
    clippy::mixed_read_write_in_expression,
    clippy::multiple_inherent_impl,
    clippy::panic,
    clippy::partial_pub_fields,
    clippy::print_stdout,
    clippy::redundant_type_annotations,
    clippy::same_name_method,
    clippy::semicolon_inside_block,
    clippy::std_instead_of_core,
    clippy::string_slice,
    clippy::todo,
    clippy::undocumented_unsafe_blocks,
    clippy::unneeded_field_pattern,
    clippy::unreachable,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm
)]
// What the shapes themselves set off, without the attribute.
#![allow(
    clippy::must_use_candidate,
    clippy::missing_const_for_fn,
    clippy::suboptimal_flops,
    clippy::while_float,
    clippy::cargo_common_metadata
)]

/// The shapes.
pub mod shapes {
    use differentiate::differentiate;

    include!("../../shapes.rs");
}

/// Types with derivatives.
pub mod types {
    use differentiate::Differentiable;

    include!("../../types.rs");
}

/// Everyday functions.
pub mod everyday {
    use differentiate::{Differentiable, Real, differentiate};

    include!("../../everyday.rs");
}

#[cfg(test)]
#[path = "../../everyday_values.rs"]
mod everyday_values;

#[cfg(test)]
#[path = "../../values.rs"]
mod values;
