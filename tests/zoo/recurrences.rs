//! Recurrences, of which the adjoint has to wait for the one before: each function is named after what
//! its iteration does with what it carries.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn product_with_itself(x: $F, r: $F, n: usize) -> $F {
            let mut y = x;
            for _ in 0..n {
                y = r * y * (1.0 - y) * (0.5 + y * y);
            }
            y
        }

        #[differentiate]
        fn hidden_state(w: $F, u: $F, xs: &[$F]) -> $F {
            let mut h = 0.0;
            for &x in xs {
                h = (w * h + u * x).tanh();
            }
            h * h
        }

        #[differentiate]
        fn outputs_on_the_way(r: $F, us: &[$F]) -> $F {
            let mut ys = us.to_vec();
            let mut x = 0.3;
            for i in 0..ys.len() {
                x = r * x * (ys[i] - x);
                ys[i] = x * x;
            }
            x + ys.iter().sum::<$F>()
        }

        #[differentiate]
        fn oscillator(start: $F, speed: $F, damping: $F, n: usize) -> $F {
            let (mut x, mut v) = (start, speed);
            for _ in 0..n {
                let a = damping * (1.0 - x * x) * v - x;
                x += 0.1 * v;
                v += 0.1 * a;
            }
            x * x - v
        }

        #[differentiate]
        fn branch_that_only_chooses(x: $F, r: $F, n: usize) -> $F {
            let mut y = x;
            for _ in 0..n {
                y = r * y * (1.0 - y) * y.abs().max(0.25);
            }
            y
        }

        #[differentiate]
        fn branch_on_the_state(x: $F, r: $F, n: usize) -> $F {
            let mut y = x;
            for i in 0..n {
                if y > 0.5 {
                    y = r * y * (1.0 - y);
                } else if i % 3 != 2 {
                    y = y * y + r * 0.25;
                }
            }
            y
        }

        #[differentiate]
        fn factor_that_is_infinite(x: $F, n: usize) -> $F {
            let mut y = x;
            let mut s = 0.0;
            for _ in 0..n {
                y = 0.5 * y.sqrt() * (2.0 - y);
                s = y * y;
            }
            s
        }

        #[differentiate]
        fn adjoint_that_is_zero(x: $F, n: usize) -> $F {
            let mut y = x;
            for _ in 0..n {
                y = y * y.sqrt() * 3.0;
            }
            0.0 * y + x
        }

        #[differentiate]
        fn square(x: $F) -> $F {
            let mut y = x;
            for _ in 0..2 {
                y = y * y * (1.5 - y);
            }
            y
        }

        #[differentiate]
        fn recurrence_of_a_called_one(x: $F, n: usize) -> $F {
            let mut y = x;
            for _ in 0..n {
                y = square(y) * (1.0 - y) + y;
            }
            y
        }

        #[differentiate]
        fn recurrence_in_a_loop(xs: &[$F], r: $F, n: usize) -> $F {
            let mut s = 0.0;
            for &x in xs {
                let mut y = x;
                for _ in 0..n {
                    y = r * y * (1.0 - y) + 0.1 * x;
                }
                s += y * y;
            }
            s
        }

        #[differentiate]
        fn three_that_chase_each_other(x: $F, y: $F, z: $F, n: usize) -> $F {
            let (mut a, mut b, mut c) = (x, y, z);
            for _ in 0..n {
                (a, b, c) = (
                    a + 0.1 * (b - a) * c,
                    b + 0.1 * a * (c - b),
                    c - 0.1 * a * b * c,
                );
            }
            a + 2.0 * b + 3.0 * c
        }
    };
}

zoo! {
    functions;
    product_with_itself(x, r, const n) at (0.3, 2.5, 0), (0.3, 2.5, 1), (0.3, 2.5, 2), (0.4, 3.0, 7);
    hidden_state(w, u, xs) at (0.5, -0.8, [0.0; 0]), (0.5, -0.8, [1.2]), (1.5, 0.8, [0.3, -0.2, 1.1, 0.6]);
    outputs_on_the_way(r, us) at (2.0, [0.0; 0]), (2.0, [1.2]), (2.5, [1.0, 1.1, 0.9, 1.3]);
    oscillator(x, v, d, const n) at
        (1.5, 0.2, 0.8, 0), (1.5, 0.2, 0.8, 1), (1.5, 0.2, 0.8, 2), (1.5, 0.2, 0.8, 9);
    branch_that_only_chooses(x, r, const n) at (0.3, 2.5, 0), (0.3, 2.5, 1), (0.6, 3.0, 5);
    branch_on_the_state(x, r, const n) at (0.3, 2.5, 0), (0.3, 2.5, 1), (0.6, 3.0, 8);
    factor_that_is_infinite(x, const n) at (0.3, 0), (0.3, 1), (0.6, 4);
    adjoint_that_is_zero(x, const n) at
        (0.3, 0), (0.3, 1), (0.2, 4), (0.0, 3) gives [1.0] in reverse;
    recurrence_of_a_called_one(x, const n) at (0.3, 0), (0.3, 1), (0.6, 4);
    recurrence_in_a_loop(xs, r, const n) at
        ([0.0; 0], 2.5, 2), ([0.3, 0.6], 2.5, 0), ([0.3, 0.6], 2.5, 1), ([0.3, 0.6, 0.1], 2.9, 4);
    three_that_chase_each_other(x, y, z, const n) at
        (1.0, 0.5, -0.4, 0), (1.0, 0.5, -0.4, 1), (1.0, 0.5, -0.4, 6);
}
