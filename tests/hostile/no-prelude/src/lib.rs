//! The shapes without a prelude, among decoys that bear the names a generator might spell.

#[no_implicit_prelude]
pub mod shapes {
    //! The shapes.

    #![allow(dead_code, missing_docs, non_camel_case_types)]

    use ::differentiate::differentiate;

    mod alloc {}
    mod autodiff_runtime {}
    mod core {}
    mod differentiate {}
    mod std {}

    struct Box;
    struct Vec;
    struct __private;
    struct bool;
    struct char;
    struct i32;
    struct i64;
    struct str;
    struct u32;
    struct u64;
    struct u8;

    macro_rules! decoys {
        ($($name:ident)*) => {
            $(
                #[allow(unused_macros)]
                macro_rules! $name {
                    ($d:tt) => {
                        compile_error!("a decoy was called")
                    };
                }
            )*
        };
    }

    decoys! { assert assert_eq debug_assert matches panic unreachable vec }

    ::core::include!("../../shapes.rs");
}

#[no_implicit_prelude]
pub mod types {
    //! Types with derivatives.

    #![allow(dead_code, missing_docs, non_camel_case_types)]

    use ::differentiate::Differentiable;

    mod alloc {}
    mod core {}
    mod differentiate {}
    mod std {}

    struct Box;
    struct Option;
    struct Tangent;
    struct __private;
    struct bool;
    struct str;

    ::core::include!("../../types.rs");
}

#[no_implicit_prelude]
pub mod everyday {
    //! Everyday functions.

    #![allow(dead_code, missing_docs, non_camel_case_types)]

    use ::core::iter::Iterator;
    use ::differentiate::{Differentiable, Real, differentiate};

    mod alloc {}
    mod core {}
    mod differentiate {}
    mod std {}

    struct Box;
    struct Option;
    struct Vec;
    struct __private;
    struct bool;
    struct str;

    ::core::include!("../../everyday.rs");
}

#[cfg(test)]
#[path = "../../everyday_values.rs"]
mod everyday_values;

#[cfg(test)]
#[path = "../../values.rs"]
mod values;
