//! `wrt(…)` and `stop_gradient`: what has no gradient, and what has one nevertheless.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::{differentiate, stop_gradient};

        #[differentiate(wrt(x))]
        fn chosen_first(x: $F, y: $F) -> $F {
            x * x * y + y
        }

        #[differentiate(wrt(y))]
        fn chosen_second(x: $F, y: $F) -> $F {
            x * y * y + x.sin()
        }

        #[differentiate(wrt(a, y))]
        fn chosen_some(x: $F, a: &[$F], b: [$F; 2], y: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                s = s * y + a[i] * b[i % 2];
            }
            s * x
        }

        #[differentiate(wrt(w))]
        fn chosen_array(w: [[$F; 2]; 2], x: &[$F; 2]) -> $F {
            let mut s = 0.0;
            for i in 0..2 {
                for j in 0..2 {
                    s += w[i][j] * x[j] * x[i];
                }
            }
            s * s
        }

        #[differentiate]
        fn flows_through_the_unchosen(x: $F) -> $F {
            chosen_first(2.0, x) * chosen_second(x, 3.0) + chosen_first(x, x * x)
        }

        #[differentiate]
        fn flows_through_unchosen_arrays(a: &[$F], b: [$F; 2], x: $F) -> $F {
            chosen_some(x * x, a, b, x, 2) + chosen_array([b, [x, 1.0]], &b)
        }

        #[differentiate(wrt(x))]
        fn flows_within(x: $F, y: $F, n: usize) -> $F {
            let mut s = y;
            for _ in 0..n {
                s = chosen_second(s, x * y);
            }
            s
        }

        #[differentiate]
        fn stopped(x: $F, y: $F) -> $F {
            stop_gradient(x) * y
        }

        #[differentiate]
        fn stopped_expression(x: $F, y: $F) -> $F {
            let c = stop_gradient(x * y + 1.0);
            c * x
        }

        #[differentiate]
        fn stopped_by_path(x: $F) -> $F {
            x * differentiate::stop_gradient(x * x)
        }

        #[differentiate]
        fn stopped_in_a_loop(x: $F, n: usize) -> $F {
            let mut s = x;
            for _ in 0..n {
                s = stop_gradient(s) * x;
            }
            s
        }

        #[differentiate]
        fn stopped_array(a: [$F; 2]) -> $F {
            let c = stop_gradient(a);
            c[0] * a[1] + c[1] * a[0] * a[0]
        }

        #[differentiate]
        fn stopped_within_a_callee(x: $F, y: $F) -> $F {
            stopped(x * x, y) * x
        }

        #[differentiate]
        fn stopped_in_a_branch(x: $F, y: $F) -> $F {
            let z = if x > y { stop_gradient(x) } else { x };
            z * y
        }
    };
}

zoo! {
    functions;
    chosen_first(x, const y) at (0.8, -1.3);
    chosen_second(const x, y) at (0.8, -1.3);
    chosen_some(const x, a, const b, y, const n) at
        (0.8, [0.0; 0], [0.5, -0.1], 0.7, 0), (0.8, [0.8, -0.3, 1.2], [0.5, -0.1], 0.7, 3);
    chosen_array(w, const x) at ([[0.8, -0.3], [1.2, 0.5]], [0.7, -0.2]);
    flows_through_the_unchosen(x) at (0.8);
    flows_through_unchosen_arrays(a, b, x) at ([0.8, -0.3], [0.5, -0.1], 0.7);
    flows_within(x, const y, const n) at (0.8, -1.3, 0), (0.8, -1.3, 1), (0.8, -1.3, 3);
    stopped(x, y) at (0.75, -1.25) gives [0.0, 0.75];
    stopped_expression(x, y) at (0.75, -1.25) gives [0.0625, 0.0];
    stopped_by_path(x) at (0.75) gives [0.5625];
    stopped_in_a_loop(x, const n) at
        (0.75, 0) gives [1.0], (0.75, 1) gives [0.75], (0.75, 3) gives [0.421875];
    stopped_array(a) at ([0.75, -1.25]) gives [-1.875, 0.75];
    stopped_within_a_callee(x, y) at (0.75, -1.25) gives [-0.703125, 0.421875];
    stopped_in_a_branch(x, y) at (0.75, -1.25) gives [0.0, 0.75], (-1.25, 0.75) gives [0.75, -1.25];
}
