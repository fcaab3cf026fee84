//! Calls whose results are tuples, arrays, or not used at all.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn callee(x: $F, y: $F) -> $F {
            x * x * y + y.sin()
        }

        #[differentiate]
        fn early(x: $F) -> $F {
            if x > 1.0 {
                return x * x;
            }
            x.exp()
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
        fn polar(x: $F, y: $F) -> ($F, $F) {
            (x.hypot(y), y.atan2(x))
        }

        #[differentiate]
        fn cross(a: [$F; 3], b: &[$F; 3]) -> [$F; 3] {
            [
                a[1] * b[2] - a[2] * b[1],
                a[2] * b[0] - a[0] * b[2],
                a[0] * b[1] - a[1] * b[0],
            ]
        }

        #[differentiate]
        fn rows_of_two(x: $F, y: &[$F; 2]) -> [[$F; 2]; 2] {
            [[x, x * y[0]], [y[1] * y[1], 1.0]]
        }

        #[differentiate]
        fn three_results(x: $F, a: [$F; 2], n: usize) -> ($F, [$F; 2], $F) {
            let mut b = a;
            for i in 0..n {
                b[i % 2] *= x;
            }
            (b[0] * b[1], b, x * n as $F)
        }

        #[differentiate]
        fn with_a_count(x: $F, n: usize) -> ($F, usize) {
            (x * n as $F * x, n + 1)
        }

        #[differentiate]
        fn constant(n: usize, x: $F) -> $F {
            let _unused = x;
            n as $F * 0.5
        }

        #[differentiate]
        fn tuple_results(x: $F, y: $F) -> $F {
            let (r, angle) = polar(x, y);
            let both = polar(r, angle);
            r * both.0 + both.1 * x
        }

        #[differentiate]
        fn one_of_two_results(x: $F, y: $F) -> $F {
            let (_, angle) = polar(x, y);
            polar(x, 2.0).0 * angle
        }

        #[differentiate]
        fn array_results(a: [$F; 3], b: [$F; 3]) -> $F {
            let c = cross(a, &b);
            let d = cross(c, &a);
            dot(&c, &d) + d[0] * c[1] + cross(b, &d)[2]
        }

        #[differentiate]
        fn array_result_destructured(a: [$F; 3], b: [$F; 3]) -> $F {
            let [x, _, z] = cross(a, &b);
            x * z
        }

        #[differentiate]
        fn nested_array_results(x: $F, y: [$F; 2]) -> $F {
            let m = rows_of_two(x, &y);
            m[0][0] * m[1][1] + m[0][1] * m[1][0]
        }

        #[differentiate]
        fn three_results_used(x: $F, a: [$F; 2], n: usize) -> $F {
            let (p, b, q) = three_results(x, a, n);
            p * b[0] + q * b[1] * x
        }

        #[differentiate]
        fn results_with_an_integer(x: $F, n: usize) -> $F {
            let (y, m) = with_a_count(x, n);
            let (z, _) = with_a_count(y, m);
            y * m as $F + z
        }

        #[differentiate]
        fn result_unused(x: $F) -> $F {
            let _unused = callee(x, x);
            let _ = early(x);
            x * 2.0
        }

        #[differentiate]
        fn result_constant(x: $F, n: usize) -> $F {
            constant(n, x) + x * constant(n + 1, 2.0 * x)
        }

        #[differentiate]
        fn pair_carried_through_calls(x: $F, y: $F, n: usize) -> $F {
            let mut p = (x, y);
            for _ in 0..n {
                let (r, angle) = polar(p.0, p.1);
                p = (r * 0.5 + x, angle + 0.3);
            }
            p.0 * p.1
        }

        #[differentiate]
        fn array_carried_through_calls(a: [$F; 3], n: usize) -> $F {
            let mut b = [1.0, 0.5, -0.5];
            for _ in 0..n {
                b = cross(b, &a);
                b[0] += dot(&a, &b);
            }
            first_by_value(b)
        }
    };
}

zoo! {
    functions;
    polar(x, y) without grad at (0.8, -1.3), (-0.8, 1.3);
    cross(a, b) without grad at ([0.8, -0.3, 1.2], [0.5, -0.1, 0.9]);
    rows_of_two(x, y) without grad at (0.8, [-0.3, 1.2]);
    three_results(x, a, const n) without grad at (0.8, [-0.3, 1.2], 0), (0.8, [-0.3, 1.2], 3);
    constant(const n, x) at (3, 0.8);
    tuple_results(x, y) at (0.8, 1.3), (-0.8, 1.3);
    one_of_two_results(x, y) at (0.8, 1.3), (-0.8, 1.3);
    array_results(a, b) at ([0.8, -0.3, 1.2], [0.5, -0.1, 0.9]);
    array_result_destructured(a, b) at ([0.8, -0.3, 1.2], [0.5, -0.1, 0.9]);
    nested_array_results(x, y) at (0.8, [-0.3, 1.2]);
    three_results_used(x, a, const n) at (0.8, [-0.3, 1.2], 0), (0.8, [-0.3, 1.2], 3);
    results_with_an_integer(x, const n) at (0.8, 0), (0.8, 3);
    result_unused(x) at (0.8);
    result_constant(x, const n) at (0.8, 0), (0.8, 3);
    pair_carried_through_calls(x, y, const n) at (0.8, 1.3, 0), (0.8, 1.3, 1), (0.8, 1.3, 5);
    array_carried_through_calls(a, const n) at
        ([0.8, -0.3, 1.2], 0), ([0.8, -0.3, 1.2], 1), ([0.8, -0.3, 1.2], 4);
}
