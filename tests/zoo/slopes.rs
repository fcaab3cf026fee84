//! Loops in which a number stays the same that their adjoint would ask each value for.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn horner(cs: &[$F], x: $F) -> $F {
            let mut y = 0.0;
            for i in (0..cs.len()).rev() {
                y = y * x + cs[i];
            }
            y
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
        fn sum_of_powers(x: $F, n: usize) -> $F {
            let mut p = 1.0;
            let mut s = 0.0;
            for _ in 0..n {
                p *= x;
                s += p;
            }
            s * p
        }

        #[differentiate]
        fn filter(xs: &[$F], gain: $F, offset: $F) -> $F {
            let mut y = offset;
            for &x in xs {
                y = (1.0 - gain) * y + gain * x - offset;
            }
            y * y
        }

        #[differentiate]
        fn starts_with_it(x: $F, n: usize) -> $F {
            let mut y = x * x;
            for _ in 0..n {
                y = y * x - x;
            }
            y + x
        }

        #[differentiate]
        fn becomes_it(x: $F, n: usize) -> $F {
            let mut y = 0.5;
            for i in 0..n {
                let t = y * x * i as $F;
                y = x;
                y = y * 2.0 + t;
            }
            y
        }

        #[differentiate]
        fn until_large(x: $F, n: usize) -> $F {
            let mut y = 1.0;
            let mut i = 0;
            while i < n && y < 50.0 {
                y = y * x + 0.5;
                i += 1;
            }
            y * x
        }

        #[differentiate]
        fn twice(cs: &[$F], x: $F) -> $F {
            let mut y = 0.0;
            for &c in cs {
                y = y * x + c;
            }
            let mut z = y;
            for &c in cs {
                z = z * x - c * c;
            }
            y * z
        }

        #[differentiate]
        fn table(rows: &[[$F; 3]], x: $F) -> $F {
            let mut s = 1.0;
            for row in rows {
                let mut y = s;
                for &c in row {
                    y = y * x + c;
                }
                s = y * y * 0.25;
            }
            s
        }

        #[differentiate]
        fn table_of_another(rows: &[[$F; 3]], xs: &[$F]) -> $F {
            let mut s = 0.0;
            for (row, x) in rows.iter().zip(xs) {
                let x = x.sin();
                let mut y = 0.0;
                for &c in row {
                    y = y * x + c;
                }
                s += y * y;
            }
            s
        }

        #[differentiate]
        fn in_a_branch(x: $F, n: usize) -> $F {
            let mut y = 1.0;
            if x > 0.0 {
                for _ in 0..n {
                    y *= x;
                }
            } else {
                y = x * 3.0;
            }
            y
        }

        #[differentiate]
        fn of_a_call(x: $F, n: usize) -> $F {
            power(x, n) * power(x * x, 2)
        }

        #[differentiate]
        fn stored_as_well(x: $F, n: usize) -> $F {
            let mut ys = vec![0.0; n];
            let mut y = 1.0;
            for i in 0..n {
                y *= x;
                ys[i] = y;
            }
            y + ys.iter().sum::<$F>()
        }

        #[differentiate]
        fn asked_in_a_branch(x: $F, n: usize) -> $F {
            let mut y = 1.0;
            let mut s = 0.0;
            for i in 0..n {
                y *= x;
                if i % 2 == 0 {
                    s += y * y;
                }
            }
            s + y
        }
    };
}

zoo! {
    functions;
    horner(cs, x) at ([0.0; 0], 0.5), ([2.0], 0.5), ([2.0, -1.0, 0.3, 0.8], -1.2), ([2.0, 1.0], 0.0);
    power(x, const n) at (0.0, 0), (0.0, 1), (0.0, 2), (-1.3, 1), (-1.3, 5);
    sum_of_powers(x, const n) at (0.7, 0), (0.7, 1), (-1.1, 4);
    filter(xs, gain, offset) at
        ([0.0; 0], 0.3, 0.1), ([1.5], 0.3, 0.1), ([1.5, -0.5, 0.7], 0.3, -0.2);
    starts_with_it(x, const n) at (1.2, 0), (1.2, 1), (-0.8, 5);
    becomes_it(x, const n) at (1.2, 0), (1.2, 1), (-0.8, 4);
    until_large(x, const n) at (2.0, 0), (2.0, 1), (2.0, 3), (1.5, 30);
    twice(cs, x) at ([0.0; 0], 0.5), ([2.0], 0.5), ([2.0, -1.0, 0.3, 0.8], -1.2);
    table(rows, x) at ([[0.0; 3]; 0], 0.5), ([[1.0, 0.5, -0.5]], 0.5),
        ([[1.0, 0.5, -0.5], [0.3, 0.2, 0.9], [-0.4, 0.1, 0.6]], 0.8);
    table_of_another(rows, xs) at ([[0.0; 3]; 0], [0.0; 0]), ([[1.0, 0.5, -0.5]], [0.5]),
        ([[1.0, 0.5, -0.5], [0.3, 0.2, 0.9]], [0.8, -0.4]);
    in_a_branch(x, const n) at (0.7, 0), (0.7, 3), (-0.7, 3);
    of_a_call(x, const n) at (0.7, 0), (0.7, 1), (-1.1, 4);
    stored_as_well(x, const n) at (0.7, 0), (0.7, 1), (-1.1, 4);
    asked_in_a_branch(x, const n) at (0.7, 0), (0.7, 1), (-1.1, 5);
}
