//! Calls of other differentiated functions: their arguments, and where the call stands.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn callee(x: $F, y: $F) -> $F {
            x * x * y + y.sin()
        }

        #[differentiate]
        fn power(x: $F, n: usize) -> $F {
            let mut p = 1.0;
            for _ in 0..n {
                p *= x;
            }
            p
        }

        #[differentiate]
        fn early(x: $F) -> $F {
            if x > 1.0 {
                return x * x;
            }
            x.exp()
        }

        #[differentiate]
        fn polynomial(coefficients: &[$F], x: $F) -> $F {
            let mut s = 0.0;
            for c in coefficients {
                s = s * x + c;
            }
            s
        }

        #[differentiate]
        fn dot(a: &[$F; 3], b: &[$F; 3]) -> $F {
            a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
        }

        #[differentiate]
        fn first_by_value(a: [$F; 3]) -> $F {
            a[0] * a[1] - a[2]
        }

        #[differentiate]
        fn call(x: $F, y: $F) -> $F {
            callee(x, y)
        }

        #[differentiate]
        fn call_in_an_expression(x: $F, y: $F) -> $F {
            x * callee(x * y, x - y) + callee(y, 2.0 * x) / y
        }

        #[differentiate]
        fn call_of_a_call(x: $F, y: $F) -> $F {
            callee(callee(x, y), callee(y, x).sin())
        }

        #[differentiate]
        fn call_before_its_definition(x: $F) -> $F {
            defined_later(x) * defined_later(x + 1.0)
        }

        #[differentiate]
        fn defined_later(x: $F) -> $F {
            x * x + 1.0
        }

        #[differentiate]
        fn call_by_path(x: $F, y: $F) -> $F {
            self::callee(x, y) * self::power(x, 2)
        }

        #[differentiate]
        fn variable_named_like_the_callee(x: $F, y: $F) -> $F {
            let callee = callee(x, y);
            let early = early(callee);
            callee * early
        }

        #[differentiate]
        fn same_argument_twice(x: $F) -> $F {
            callee(x, x)
        }

        #[differentiate]
        fn same_reference_twice(a: [$F; 3]) -> $F {
            dot(&a, &a)
        }

        #[differentiate]
        fn literal_arguments(x: $F) -> $F {
            callee(x, 2.0) + callee(0.5, x) + power(x, 3) + callee(1.5, 2.5)
        }

        #[differentiate]
        fn integer_arguments(x: $F, n: usize) -> $F {
            power(x, n) + power(x, n / 2 + 1) * n as $F
        }

        #[differentiate]
        fn array_arguments(a: [$F; 3], b: &[$F; 3]) -> $F {
            dot(&a, b) * first_by_value(a) + first_by_value(*b) + first_by_value([a[0], 2.0, b[1]])
        }

        #[differentiate]
        fn slice_arguments(a: &[$F], b: [$F; 3], x: $F) -> $F {
            polynomial(a, x) + polynomial(&b, x) * polynomial(&a[1..], x) + polynomial(&[x, 1.0], x)
        }

        #[differentiate]
        fn vector_arguments(a: &Vec<$F>, x: $F) -> $F {
            let v = a.to_vec();
            let mut w = vec![x; 2];
            w[0] = 3.0;
            polynomial(a, x) * polynomial(&v, 2.0) + polynomial(&w[..], x) + polynomial(&w, x)
        }

        #[differentiate]
        fn element_and_row_arguments(m: [[$F; 3]; 2], i: usize) -> $F {
            callee(m[i][0], m[1 - i][2]) * dot(&m[0], &m[1]) + polynomial(&m[i], 0.5)
        }

        #[differentiate]
        fn argument_changed_after_the_call(x: $F, b: [$F; 3]) -> $F {
            let mut y = x * x;
            let p = callee(y, x);
            y = p * y;
            let mut a = b;
            let q = dot(&a, &b);
            a[0] *= q + y;
            a[1] = 1.0;
            dot(&a, &b) * y
        }

        #[differentiate]
        fn call_in_a_loop(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                s = callee(s, x) * 0.3 + power(x, i);
            }
            s
        }

        #[differentiate]
        fn call_in_a_branch(x: $F, y: $F) -> $F {
            let z = if x > y { callee(x, y) } else { early(y) * x };
            if z > 0.0 {
                return early(z);
            }
            callee(z, x)
        }

        #[differentiate]
        fn call_in_a_condition(x: $F, n: usize) -> $F {
            let mut s = x;
            let mut i = 0;
            while callee(s, x) < 4.0 && i < n {
                s = s * 1.2 + 0.1;
                i += 1;
            }
            if early(s) > 2.0 { s * s } else { s }
        }

        #[differentiate]
        fn callee_with_an_early_return(x: $F) -> $F {
            early(x) * early(x * 3.0)
        }

        #[differentiate]
        fn chain_of_three(x: $F, n: usize) -> $F {
            call_in_a_loop(call_of_a_call(x, 0.3), n) + early(call(x, x))
        }

        #[differentiate]
        fn call_with_a_block(x: $F) -> $F {
            callee(
                {
                    let t = x * x;
                    t + 1.0
                },
                if x > 0.0 { x } else { -x },
            )
        }
    };
}

zoo! {
    functions;
    callee(x, y) at (0.8, -1.3);
    power(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    early(x) at (0.8), (1.8);
    polynomial(coefficients, x) at ([0.0; 0], 0.8), ([1.3], 0.8), ([1.3, -0.2, 0.4], 0.8);
    dot(a, b) at ([0.8, -0.3, 1.2], [0.5, -0.1, 0.9]);
    first_by_value(a) at ([0.8, -0.3, 1.2]);
    call(x, y) at (0.8, -1.3);
    call_in_an_expression(x, y) at (0.8, -1.3);
    call_of_a_call(x, y) at (0.8, -1.3);
    call_before_its_definition(x) at (0.8);
    defined_later(x) at (0.8);
    call_by_path(x, y) at (0.8, -1.3);
    variable_named_like_the_callee(x, y) at (0.8, -1.3);
    same_argument_twice(x) at (0.8);
    same_reference_twice(a) at ([0.8, -0.3, 1.2]);
    literal_arguments(x) at (0.8);
    integer_arguments(x, const n) at (0.8, 0), (0.8, 5);
    array_arguments(a, b) at ([0.8, -0.3, 1.2], [0.5, -0.1, 0.9]);
    slice_arguments(a, b, x) at
        ([0.7], [0.5, -0.1, 0.9], 0.8), ([0.8, -0.3, 1.2, 0.4], [0.5, -0.1, 0.9], 0.8);
    vector_arguments(a, x) at ([0.0; 0], 0.8), ([0.8, -0.3, 1.2], 0.8);
    element_and_row_arguments(m, const i) at
        ([[0.8, -0.3, 1.2], [0.5, -0.1, 0.9]], 0), ([[0.8, -0.3, 1.2], [0.5, -0.1, 0.9]], 1);
    argument_changed_after_the_call(x, b) at (0.8, [0.5, -0.1, 0.9]);
    call_in_a_loop(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    call_in_a_branch(x, y) at (0.8, -0.3), (-0.3, 0.8), (0.3, -0.8), (0.3, 0.8);
    call_in_a_condition(x, const n) at (0.8, 0), (0.8, 1), (0.8, 9), (0.2, 9);
    callee_with_an_early_return(x) at (0.2), (0.8), (1.8);
    chain_of_three(x, const n) at (0.4, 0), (0.4, 2);
    call_with_a_block(x) at (0.8), (-0.8);
}
