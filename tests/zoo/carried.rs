//! What one iteration hands to the next: each function is named after what its loop carries.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn swap_lowered_one_after_the_other(x: $F, y: $F, n: usize) -> $F {
            let mut a = x;
            let mut b = y;
            for _ in 0..n {
                let t = a;
                a = b;
                b = t;
            }
            a * a + 3.0 * b
        }

        #[differentiate]
        fn swap_of_two_that_change(x: $F, y: $F, n: usize) -> $F {
            let mut a = x;
            let mut b = y;
            for _ in 0..n {
                let t = a * b;
                a = b.sin();
                b = t;
            }
            a + 2.0 * b
        }

        #[differentiate]
        fn swap_by_pattern(x: $F, y: $F, n: usize) -> $F {
            let (mut a, mut b) = (x, y);
            for _ in 0..n {
                (a, b) = (b, a * 0.5);
            }
            a * a * b
        }

        #[differentiate]
        fn rotation_of_three(x: $F, y: $F, z: $F, n: usize) -> $F {
            let mut a = x;
            let mut b = y;
            let mut c = z;
            for _ in 0..n {
                let t = a;
                a = b;
                b = c;
                c = t * x;
            }
            a * a + b * c * b
        }

        #[differentiate]
        fn pair_of_neighbours(x: $F, n: usize) -> $F {
            let mut a = x;
            let mut b = 1.0;
            for _ in 0..n {
                let c = a * 0.5 + b * a;
                a = b;
                b = c;
            }
            b
        }

        #[differentiate]
        fn trip_count_changed_meanwhile(x: $F, n: usize) -> $F {
            let mut m = n;
            let mut s = x;
            for i in 0..m {
                s = s * x + 0.3;
                m = i * 2;
            }
            s * m as $F + s
        }

        #[differentiate]
        fn trip_count_overwritten_after_the_loop(x: $F, n: usize) -> $F {
            let mut m = n;
            let mut s = x;
            for _ in 0..m {
                s = s.sin() * x;
            }
            m = 1;
            for _ in 0..m {
                s = s * s;
            }
            s
        }

        #[differentiate]
        fn index_variable_that_changes(a: &[$F], n: usize) -> $F {
            let mut k = 0;
            let mut s = 1.0;
            for i in 0..n {
                s = s * a[k] + a[k] * a[k];
                k = (k * 2 + i + 1) % a.len();
            }
            s
        }

        #[differentiate]
        fn logistic_map(x: $F, r: $F, n: usize) -> $F {
            let mut y = x;
            for _ in 0..n {
                y = r * y * (1.0 - y);
            }
            y
        }

        #[differentiate]
        fn state_carried_in_both_levels(x: $F, n: usize) -> $F {
            let mut a = x;
            let mut s = 0.1;
            for i in 0..n {
                let mut b = a;
                for j in 0..i {
                    b = b * a + j as $F * 0.1;
                    s = s * 0.5 + b;
                }
                a = (b + s).sin();
            }
            a * s
        }

        #[differentiate]
        fn accumulator_of_its_own_square(x: $F, n: usize) -> $F {
            let mut s = x;
            for _ in 0..n {
                s += s * s * 0.1;
                s *= s;
                s -= s / (1.0 + s * s);
            }
            s
        }

        #[differentiate]
        fn carried_but_reset_in_some_iterations(x: $F, n: usize) -> $F {
            let mut s = x;
            let mut total = 0.0;
            for i in 0..n {
                if i % 3 == 2 {
                    s = 0.5;
                }
                s *= x;
                total += s * s;
            }
            total
        }

        #[differentiate]
        fn constant_that_becomes_active_later(x: $F, n: usize) -> $F {
            let mut a = 1.0;
            let mut b = 2.0;
            let mut c = x;
            for _ in 0..n {
                let t = a * b;
                a = b;
                b = c;
                c = t + c;
            }
            a * b + c
        }

        #[differentiate]
        fn active_that_becomes_constant_later(x: $F, n: usize) -> $F {
            let mut a = x;
            let mut b = x * x;
            let mut s = 0.0;
            for _ in 0..n {
                s += a * b;
                a = b;
                b = 1.5;
            }
            s + a
        }

        #[differentiate]
        fn first_iteration_is_different(x: $F, n: usize) -> $F {
            let mut first = true;
            let mut best = 0.0;
            for i in 0..n {
                let y = (x * (i + 1) as $F).sin();
                if first || y > best {
                    best = y;
                    first = false;
                }
            }
            best * best
        }
    };
}

zoo! {
    functions;
    swap_lowered_one_after_the_other(x, y, const n) at
        (0.8, -1.3, 0), (0.8, -1.3, 1), (0.8, -1.3, 2);
    swap_of_two_that_change(x, y, const n) at (0.8, -1.3, 0), (0.8, -1.3, 1), (0.8, -1.3, 7);
    swap_by_pattern(x, y, const n) at (0.8, -1.3, 0), (0.8, -1.3, 1), (0.8, -1.3, 5);
    rotation_of_three(x, y, z, const n) at
        (0.8, -1.3, 0.4, 0), (0.8, -1.3, 0.4, 1), (0.8, -1.3, 0.4, 2), (0.8, -1.3, 0.4, 7);
    pair_of_neighbours(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    trip_count_changed_meanwhile(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    trip_count_overwritten_after_the_loop(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    index_variable_that_changes(a, const n) at
        ([0.8, -0.3, 1.2], 0), ([0.8, -0.3, 1.2], 1), ([0.8, -0.3, 1.2], 7), ([0.8], 2);
    logistic_map(x, r, const n) at (0.3, 2.9, 0), (0.3, 2.9, 1), (0.3, 2.9, 2), (0.3, 3.6, 7);
    state_carried_in_both_levels(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    accumulator_of_its_own_square(x, const n) at (1.3, 0), (1.3, 1), (1.3, 2), (1.3, 3);
    carried_but_reset_in_some_iterations(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    constant_that_becomes_active_later(x, const n) at (0.4, 0), (0.4, 1), (0.4, 2), (0.4, 5);
    active_that_becomes_constant_later(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    first_iteration_is_different(x, const n) at (0.8, 0), (0.8, 1), (0.3, 7);
}
