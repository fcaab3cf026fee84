//! Names that look like generated ones, and literals whose type is far from their use.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn parameter_named_seed(__seed: $F, y: $F) -> $F {
            __seed * __seed * y
        }

        #[differentiate]
        fn parameter_named_value(__value: $F, y: $F) -> $F {
            let mut s = __value * y;
            for _ in 0..3 {
                if s > 9.0 {
                    break;
                }
                s = s.sin() * __value + y.exp();
            }
            s * __value
        }

        #[differentiate]
        fn parameter_named_pullback(x: $F, __pullback: $F) -> $F {
            x * __pullback
        }

        #[differentiate]
        fn names_that_derive_alike(__y: $F, y: $F) -> $F {
            __y * y * y
        }

        #[differentiate]
        fn names_of_adjoints(x: $F, x_adj: $F, __x_adj: $F, __x_tan: $F) -> $F {
            x * x_adj * __x_adj + __x_tan * x
        }

        #[differentiate]
        fn locals_named_like_generated_ones(x: $F, n: usize) -> $F {
            let (tape, at, exit, count, k) = (x * x, x.sin(), 2.0 * x, x + 1.0, 0.5);
            let mut __stop = tape;
            let mut __tape = at;
            for i in 0..n {
                if __stop > 5.0 {
                    break;
                }
                __stop = __stop * count + __tape;
                __tape = __tape * exit * k + i as $F;
            }
            __stop * __tape
        }

        #[differentiate]
        fn raw_and_plain(r#x: $F, r#type: $F) -> $F {
            x * r#x * r#type
        }

        #[differentiate]
        fn element_behind_a_reference(a: &$F) -> $F {
            *a * *a
        }

        #[differentiate]
        fn element_of_a_branch(x: $F, n: usize) -> $F {
            if n == 0 {
                return x;
            }
            let v = [x; 4];
            element_behind_a_reference(&v[2])
        }

        #[differentiate]
        fn integer_literal_of_its_own_type(x: $F) -> $F {
            let m: u64 = 10_000_000_000;
            x * (m / 1_000_000_000) as $F
                + x * (-1_i8 as u8) as $F
                + x * (3_000_000_000_u32 / 7) as $F * 1e-9
        }

        #[differentiate]
        fn float_literal_of_its_own_type(x: $F) -> $F {
            x * (0.1_f32 as $F) * (0.1_f64 as $F)
        }
    };
}

zoo! {
    functions;
    parameter_named_seed(x, y) at (0.7, 0.4);
    parameter_named_value(x, y) at (0.7, 0.4), (3.0, 2.0);
    parameter_named_pullback(x, y) at (0.7, 0.4);
    names_that_derive_alike(x, y) at (0.7, 0.4);
    names_of_adjoints(x, y, z, w) at (0.7, 0.4, 0.3, -0.2);
    locals_named_like_generated_ones(x, const n) at (0.7, 0), (0.7, 3), (1.9, 7);
    raw_and_plain(x, y) at (0.7, 0.4);
    element_behind_a_reference(x) at (0.7);
    element_of_a_branch(x, const n) at (0.7, 0), (0.7, 2);
    integer_literal_of_its_own_type(x) at (0.7);
    float_literal_of_its_own_type(x) at (0.7);
}
