//! Straight-line code: operators, literals, constants, casts, references.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        const GRAVITY: $F = 9.81;
        const WEIGHTS: [$F; 3] = [0.5, -1.25, 2.0];
        const TABLE: [[$F; 2]; 2] = [[1.0, 2.0], [3.0, -4.0]];
        const STEPS: usize = 3;

        #[differentiate]
        fn identity(x: $F) -> $F {
            x
        }

        #[differentiate]
        fn sum(x: $F, y: $F) -> $F {
            x + y
        }

        #[differentiate]
        fn difference_with_a_literal_first(x: $F) -> $F {
            1.0 - x
        }

        #[differentiate]
        fn product(x: $F, y: $F) -> $F {
            x * y
        }

        #[differentiate]
        fn quotient(x: $F, y: $F) -> $F {
            x / y
        }

        #[differentiate]
        fn remainder(x: $F, y: $F) -> $F {
            x % y + 5.0 % y + x % 3.0
        }

        #[differentiate]
        fn square_of_one_variable(x: $F) -> $F {
            x * x
        }

        #[differentiate]
        fn precedence(x: $F, y: $F) -> $F {
            x - y * 2.0 - (x - y) / 3.0 - -x * -(y - 1.0)
        }

        #[differentiate]
        fn common_subexpressions(x: $F, y: $F) -> $F {
            let a = x * y;
            let b = x * y;
            (a + b) * a / (1.0 + b * b)
        }

        #[differentiate]
        fn unused_parameter(x: $F, _y: $F) -> $F {
            3.0 * x
        }

        #[differentiate]
        fn constant_result(_x: $F, n: usize) -> $F {
            n as $F * 2.5
        }

        #[differentiate]
        fn dead_code(x: $F) -> $F {
            let _unused = x.exp() * x;
            let _ = x.ln();
            x * 4.0
        }

        #[differentiate]
        fn literals(x: $F) -> $F {
            2.0 * x + 1e-1 * x * x - 1_000.5e-3 + 2. * x - 1E2 * x
        }

        #[differentiate]
        fn literal_suffixes(x: $F, n: usize) -> $F {
            let m = n * 2_usize + 1usize;
            (x as f64 * 2.5_f64 + 1f64) as $F * m as $F + 3_i32 as $F * x
        }

        #[differentiate]
        fn module_constants(x: $F) -> $F {
            0.5 * GRAVITY * x * x + WEIGHTS[1] * x + TABLE[1][0] * x + STEPS as $F
        }

        #[differentiate]
        fn constants_inside(x: $F) -> $F {
            const RATE: $F = 0.3;
            const KNOTS: [$F; 2] = [0.25, 4.0];
            RATE * x * x + KNOTS[1] * x / KNOTS[0]
        }

        #[differentiate]
        fn imported_constant(x: $F) -> $F {
            use std::$F::consts::PI;
            PI * x * x + (PI * x).cos() * std::$F::consts::E
        }

        #[differentiate]
        fn associated_constants(x: $F) -> $F {
            x * $F::EPSILON + x * x + $F::MIN_POSITIVE
        }

        #[differentiate]
        fn cast_of_an_integer(x: $F, n: usize, k: i32) -> $F {
            x * n as $F - x * x * k as $F + (n as i32 - k) as $F * x + (n as f64 as $F) * x
        }

        #[differentiate]
        fn cast_to_an_integer(x: $F) -> $F {
            let whole = x as usize;
            x * whole as $F + (x * 2.0) as i32 as $F
        }

        #[differentiate]
        fn cast_through_the_other_width(x: $F) -> $F {
            let wide = x as f64;
            let narrow = (wide * wide) as f32;
            x as f32 as $F + narrow as $F
        }

        #[differentiate]
        fn cast_of_a_bool(x: $F, up: bool) -> $F {
            x * x * up as u8 as $F + x
        }

        #[differentiate]
        fn integer_arithmetic(x: $F, n: usize) -> $F {
            let half = n / 2;
            let odd = n % 2;
            let shifted = (n << 1) + (n & 3);
            x * half as $F + x * x * odd as $F + shifted as $F * x
        }

        #[differentiate]
        fn integer_methods(x: $F, n: usize, k: i32) -> $F {
            let few = n.min(4).saturating_sub(1);
            x * few as $F + x * x * k.abs() as $F + n.pow(2) as $F * x
        }

        #[differentiate]
        fn references(x: $F, y: $F) -> $F {
            let r = &x;
            let s = &y;
            *r * 2.0 + *s * *r
        }

        #[differentiate]
        fn arithmetic_on_references(x: $F, y: $F) -> $F {
            let r = &x;
            &x * 3.0 + r * &y - 2.0 * r / &y + -r
        }

        #[differentiate]
        fn method_on_a_reference(x: $F) -> $F {
            let r = &x;
            r.sin() * (*r).exp() + (&x).cos()
        }

        #[differentiate]
        fn reference_to_a_reference(x: $F) -> $F {
            let r = &x;
            let s = &r;
            **s * **s + *r
        }

        #[differentiate]
        fn array_literal(x: $F, y: $F) -> $F {
            let a = [x, y, x * y, 2.0];
            a[0] * a[1] + a[2] * a[3]
        }

        #[differentiate]
        fn array_repeat(x: $F) -> $F {
            let a = [x * x; 4];
            a[0] + a[3] * a[1]
        }

        #[differentiate]
        fn tuple_fields(x: $F, y: $F) -> $F {
            let pair = (x * y, x - y);
            let nested = ((x, y), pair.0);
            pair.0 * pair.1 + (nested.0).1 * nested.1
        }

        #[differentiate]
        fn elements_of_parameters(a: [$F; 3], b: &[$F; 2], c: &[$F], d: &Vec<$F>) -> $F {
            a[0] * b[1] + a[2] * c[0] - c[1] * d[1] + a[1] * a[1]
        }

        #[differentiate]
        fn nested_array_parameter(m: [[$F; 2]; 2], v: &[[$F; 2]; 2]) -> $F {
            m[0][0] * v[1][1] - m[0][1] * v[1][0] + m[1][0] * m[1][1] * v[0][0]
        }

        #[differentiate]
        fn names_that_the_generated_code_could_use(
            x: $F,
            dx: $F,
            seed: $F,
            value: $F,
            pullback: $F,
            tape: $F,
        ) -> $F {
            let t = x * dx;
            let adjoint = t * seed;
            let gradients = adjoint - value * t;
            let result = gradients * pullback;
            let x_adj = result * tape;
            let y = x_adj + x;
            y * t
        }

        #[differentiate]
        fn named_like_its_parameter(named_like_its_parameter: $F) -> $F {
            let x = named_like_its_parameter * 2.0;
            named_like_its_parameter * x
        }

        #[differentiate]
        fn raw_identifiers(r#type: $F, r#fn: usize) -> $F {
            let r#loop = r#type * r#fn as $F;
            let mut r#mod = r#loop * r#type;
            for r#in in 0..r#fn {
                r#mod += r#loop * r#in as $F;
            }
            r#mod
        }

        /// A function with documentation.
        #[inline]
        #[differentiate]
        #[must_use]
        fn attributes_and_documentation(
            x: $F, // and with comments
            /* everywhere */ y: $F,
        ) -> $F {
            // on lines of their own
            x * /* between tokens */ y
        }

        #[differentiate]
        fn return_at_the_end(x: $F) -> $F {
            let y = x * x;
            return y * x;
        }
    };
}

zoo! {
    functions;
    identity(x) at (0.7);
    sum(x, y) at (0.7, -1.3);
    difference_with_a_literal_first(x) at (0.7), (-2.0);
    product(x, y) at (0.7, -1.3), (0.0, 2.0);
    quotient(x, y) at (0.7, -1.3), (0.0, 2.0);
    remainder(x, y) at (7.3, 2.2), (-7.3, 2.2), (4.1, -1.7);
    square_of_one_variable(x) at (1.5), (0.0), (-2.0);
    precedence(x, y) at (0.7, -1.3);
    common_subexpressions(x, y) at (0.7, -1.3);
    unused_parameter(x, y) at (0.7, 0.2);
    constant_result(x, const n) at (0.7, 3);
    dead_code(x) at (0.7);
    literals(x) at (0.7);
    literal_suffixes(x, const n) at (0.7, 0), (0.7, 2);
    module_constants(x) at (0.7);
    constants_inside(x) at (0.7);
    imported_constant(x) at (0.3);
    associated_constants(x) at (0.7);
    cast_of_an_integer(x, const n, const k) at (0.7, 3, -2), (0.7, 0, 5);
    cast_to_an_integer(x) at (2.3), (7.1), (0.2);
    cast_through_the_other_width(x) at (0.75) gives [2.5], (2.0) gives [5.0];
    cast_of_a_bool(x, const up) at (0.7, true), (0.7, false);
    integer_arithmetic(x, const n) at (0.7, 0), (0.7, 5);
    integer_methods(x, const n, const k) at (0.7, 0, -3), (0.7, 7, 2);
    references(x, y) at (0.7, -1.3);
    arithmetic_on_references(x, y) at (0.7, -1.3);
    method_on_a_reference(x) at (0.7);
    reference_to_a_reference(x) at (0.7);
    array_literal(x, y) at (0.7, -1.3);
    array_repeat(x) at (0.7);
    tuple_fields(x, y) at (0.7, -1.3);
    elements_of_parameters(a, b, c, d) at
        ([0.5, -1.0, 2.0], [1.5, 0.3], [0.2, -0.7], [3.0, 1.1]),
        ([0.5, -1.0, 2.0], [1.5, 0.3], [0.2, -0.7, 9.0], [3.0, 1.1, 4.0, 5.0]);
    nested_array_parameter(m, v) at ([[0.5, -1.0], [2.0, 0.3]], [[1.5, 0.3], [-0.4, 0.9]]);
    names_that_the_generated_code_could_use(x, dx, seed, value, pullback, tape) at
        (0.7, -1.3, 0.4, 1.1, -0.6, 2.0);
    named_like_its_parameter(x) at (0.7);
    raw_identifiers(x, const n) at (0.7, 0), (0.7, 3);
    attributes_and_documentation(x, y) at (0.7, -1.3);
    return_at_the_end(x) at (0.7);
}
