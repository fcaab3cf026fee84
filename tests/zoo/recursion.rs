//! Functions that call themselves, and each other.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn power_by_recursion(x: $F, n: usize) -> $F {
            if n == 0 {
                1.0
            } else {
                x * power_by_recursion(x, n - 1)
            }
        }

        #[differentiate]
        fn power_by_squaring(x: $F, n: usize) -> $F {
            if n == 0 {
                return 1.0;
            }
            let half = power_by_squaring(x, n / 2);
            if n % 2 == 0 {
                half * half
            } else {
                half * half * x
            }
        }

        #[differentiate]
        fn sum_by_recursion(a: &[$F]) -> $F {
            if a.is_empty() {
                return 0.0;
            }
            a[0] * a[0] + 0.5 * sum_by_recursion(&a[1..])
        }

        #[differentiate]
        fn product_by_halves(a: &[$F]) -> $F {
            let n = a.len();
            if n == 0 {
                1.0
            } else if n == 1 {
                a[0]
            } else {
                product_by_halves(&a[..n / 2]) * product_by_halves(&a[n / 2..])
            }
        }

        #[differentiate]
        fn two_recursive_calls(x: $F, n: usize) -> $F {
            if n < 2 {
                return x + n as $F;
            }
            two_recursive_calls(x, n - 1) * 0.5 + two_recursive_calls(x * x, n - 2).sin()
        }

        #[differentiate(recursive)]
        fn mutual_even(x: $F, n: usize) -> $F {
            if n == 0 {
                x
            } else {
                mutual_odd(x * x, n - 1) * 0.9
            }
        }

        #[differentiate(recursive)]
        fn mutual_odd(x: $F, n: usize) -> $F {
            if n == 0 {
                x.sin()
            } else {
                mutual_even(x + 0.1, n - 1) * x
            }
        }
    };
}

zoo! {
    functions;
    power_by_recursion(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    power_by_squaring(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7), (-1.1, 12);
    sum_by_recursion(a) at
        ([0.0; 0]), ([0.8]), ([0.8, -0.3]), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9, 2.0]);
    product_by_halves(a) at
        ([0.0; 0]), ([0.8]), ([0.8, -0.3]), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9, 2.0]);
    two_recursive_calls(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    mutual_even(x, const n) at (0.8, 0), (0.8, 1), (0.8, 4);
    mutual_odd(x, const n) at (0.8, 0), (0.8, 1), (0.8, 4);
}
