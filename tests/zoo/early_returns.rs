//! `return` before the end: out of branches, nested, as a value.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn early_return_of_a_branch(x: $F) -> $F {
            let y = x * x;
            if y > 1.0 {
                return y * x;
            }
            y.sin()
        }

        #[differentiate]
        fn early_returns_nested(x: $F, y: $F) -> $F {
            let mut z = x * y;
            if x > 0.0 {
                if y > 0.0 {
                    return z * z;
                }
                z += x;
            } else {
                z -= y;
                if y < -1.0 {
                    return z.exp();
                }
            }
            z *= y;
            z * x
        }

        #[differentiate]
        fn early_return_on_both_sides(x: $F) -> $F {
            if x > 0.0 {
                return x.sqrt();
            } else {
                return x * x;
            }
        }

        #[differentiate]
        fn early_return_as_a_value(x: $F, y: $F) -> $F {
            let z = if x > y {
                x - y
            } else {
                return y * y * x;
            };
            z * z
        }

        #[differentiate]
        fn early_return_of_a_constant(x: $F, n: usize) -> $F {
            if n == 0 {
                return 1.0;
            }
            x * n as $F * x
        }

        #[differentiate]
        fn return_that_skips_assignments(x: $F, y: $F) -> $F {
            let mut a = [x, y];
            a[0] *= y;
            if a[0] > 0.0 {
                return a[0] * a[1];
            }
            a[1] = a[0] * a[0];
            a[0] = 0.0;
            a[0] + a[1]
        }
    };
}

zoo! {
    functions;
    early_return_of_a_branch(x) at (1.4), (0.4);
    early_returns_nested(x, y) at (0.8, 0.2), (0.8, -0.2), (-0.8, 0.2), (-0.8, -1.2);
    early_return_on_both_sides(x) at (0.8), (-0.8);
    early_return_as_a_value(x, y) at (0.8, 0.2), (0.2, 0.8);
    early_return_of_a_constant(x, const n) at (0.8, 0), (0.8, 3);
    return_that_skips_assignments(x, y) at (0.8, 0.2), (0.8, -0.2);
}
