//! `for` over ranges: bounds, directions, steps, nesting, trip counts of zero.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn constant_bounds(x: $F) -> $F {
            let mut s = 0.0;
            for i in 0..4 {
                s += x * i as $F * x;
            }
            s
        }

        #[differentiate]
        fn bound_from_a_parameter(x: $F, n: usize) -> $F {
            let mut p = 1.0;
            for _ in 0..n {
                p *= x;
            }
            p
        }

        #[differentiate]
        fn bound_from_a_length(a: &[$F]) -> $F {
            let mut s = 0.0;
            for i in 0..a.len() {
                s += a[i] * a[i] * (i + 1) as $F;
            }
            s
        }

        #[differentiate]
        fn inclusive(x: $F, n: usize) -> $F {
            let mut s = 1.0;
            for i in 1..=n {
                s = s * x + i as $F;
            }
            s
        }

        #[differentiate]
        fn reversed(x: $F, n: usize) -> $F {
            let mut s = 0.5;
            for i in (0..n).rev() {
                s = s * x + i as $F * x;
            }
            s
        }

        #[differentiate]
        fn stepped(x: $F, n: usize) -> $F {
            let mut s = 0.5;
            for i in (0..n).step_by(3) {
                s = s * x + i as $F;
            }
            s
        }

        #[differentiate]
        fn inclusive_reversed(a: &[$F], n: usize) -> $F {
            let mut s = 1.0;
            for i in (1..=n).rev() {
                s = s * a[i - 1] + i as $F;
            }
            s
        }

        #[differentiate]
        fn reversed_then_stepped(a: &[$F], k: usize) -> $F {
            let mut s: $F = 1.0;
            for i in (0..a.len()).rev().step_by(k) {
                s = s.sin() + a[i] * s;
            }
            s
        }

        #[differentiate]
        fn stepped_then_reversed(a: &[$F], k: usize) -> $F {
            let mut s: $F = 1.0;
            for i in (0..a.len()).step_by(k).rev() {
                s = s.sin() + a[i] * s;
            }
            s
        }

        #[differentiate]
        fn both_bounds_from_parameters(x: $F, from: usize, to: usize) -> $F {
            let mut s = x;
            for i in from..to {
                s = (s * i as $F + x).sin();
            }
            s
        }

        #[differentiate]
        fn signed_index(x: $F, n: i32) -> $F {
            let mut s = x;
            for i in -n..n {
                s += x.powi(2) * i as $F + s * 0.1;
            }
            s
        }

        #[differentiate]
        fn signed_index_of_an_array(a: &[$F; 5]) -> $F {
            let mut s = 0.0;
            for k in -2i32..=2 {
                let i = (k + 2) as usize;
                s += a[i] * a[4 - i] * k as $F * a[i];
            }
            s
        }

        #[differentiate]
        fn annotated_index_types(x: $F, n: u32, m: i64) -> $F {
            let mut s = x;
            for i in 0..n {
                for j in 0..m {
                    s = s * 0.5 + x * (i as $F - j as $F);
                }
            }
            s
        }

        #[differentiate]
        fn rectangle(m: [[$F; 3]; 2]) -> $F {
            let mut s = 0.0;
            for i in 0..2 {
                for j in 0..3 {
                    s += m[i][j] * m[1 - i][2 - j] * (i + j) as $F;
                }
            }
            s
        }

        #[differentiate]
        fn triangle(a: &[$F]) -> $F {
            let mut s = 0.0;
            for i in 0..a.len() {
                for j in 0..i {
                    s += a[i] * a[j] * (i - j) as $F;
                }
            }
            s
        }

        #[differentiate]
        fn triangle_above(a: &[$F]) -> $F {
            let mut s = 1.0;
            for i in 0..a.len() {
                for j in i + 1..a.len() {
                    s *= 1.0 + 0.1 * (a[i] - a[j]);
                }
            }
            s
        }

        #[differentiate]
        fn three_deep(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                for j in i..n {
                    for k in (0..=j).rev() {
                        s = s.sin() + x * (i + k) as $F * 0.1;
                    }
                }
            }
            s
        }

        #[differentiate]
        fn one_loop_after_another(x: $F, n: usize) -> $F {
            let mut s = x;
            for _ in 0..n {
                s = s * s;
            }
            for i in 0..n {
                s = s.sin() + i as $F;
            }
            s
        }

        #[differentiate]
        fn work_around_an_inner_loop(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                let before = s.sin();
                let mut inner = before;
                for j in 0..i {
                    inner = inner * x + j as $F;
                }
                s = inner.cos() * before + s;
            }
            s
        }

        #[differentiate]
        fn bound_computed_from_integers(x: $F, n: usize) -> $F {
            let half = n / 2 + 1;
            let mut s = 1.0;
            for i in half..2 * half {
                s *= x + i as $F;
            }
            s
        }

        #[differentiate]
        fn bound_from_a_cast(x: $F) -> $F {
            let mut s = 1.0;
            for _ in 0..(x * 4.0) as usize {
                s = s * x + 0.5;
            }
            s
        }

        #[differentiate]
        fn never_entered(x: $F, n: usize) -> $F {
            let mut s = x * 2.0;
            for i in n + 1..n {
                s *= i as $F * x;
            }
            for _ in (5..2).rev() {
                s = 0.0;
            }
            s * x
        }

        #[differentiate]
        fn empty_body(x: $F, n: usize) -> $F {
            for _ in 0..n {}
            x * x
        }

        #[differentiate]
        fn loop_without_effect_on_the_result(x: $F, n: usize) -> $F {
            let mut s = x;
            let mut count = 0;
            for i in 0..n {
                s = s.exp();
                count += i;
            }
            let _unused = s;
            x * count as $F * x
        }

        #[differentiate]
        fn integers_carried(x: $F, n: usize) -> $F {
            let mut a = 0;
            let mut b = 1;
            let mut s = 0.0;
            for _ in 0..n {
                s = s * 0.5 + x * b as $F;
                let c = a + b;
                a = b;
                b = c;
            }
            s * x
        }

        #[differentiate]
        fn index_shadowed_and_reused(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                let i = i * 2 + 1;
                let i = s * i as $F;
                s = i.sin();
            }
            s
        }
    };
}

zoo! {
    functions;
    constant_bounds(x) at (0.8);
    bound_from_a_parameter(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (-0.8, 7), (0.0, 2);
    bound_from_a_length(a) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9, 2.0]);
    inclusive(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    reversed(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    stepped(x, const n) at (0.8, 0), (0.8, 1), (0.8, 3), (0.8, 7), (0.8, 10);
    inclusive_reversed(a, const n) at
        ([0.8, -0.3, 1.2], 0), ([0.8, -0.3, 1.2], 1), ([0.8, -0.3, 1.2], 3);
    reversed_then_stepped(a, const k) at
        ([0.0; 0], 2), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9, 2.0], 1), ([0.8, -0.3, 1.2, 0.5], 3);
    stepped_then_reversed(a, const k) at
        ([0.0; 0], 2), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9, 2.0], 1), ([0.8, -0.3, 1.2, 0.5, 0.4], 3);
    both_bounds_from_parameters(x, const from, const to) at
        (0.8, 0, 0), (0.8, 2, 1), (0.8, 3, 4), (0.8, 1, 7);
    signed_index(x, const n) at (0.8, 0), (0.8, 1), (0.8, 3), (0.8, -2);
    signed_index_of_an_array(a) at ([0.8, -0.3, 1.2, 0.5, -0.1]);
    annotated_index_types(x, const n, const m) at (0.8, 0, 3), (0.8, 2, 0), (0.8, 3, 2);
    rectangle(m) at ([[0.8, -0.3, 1.2], [0.5, -0.1, 0.9]]);
    triangle(a) at ([0.0; 0]), ([0.8]), ([0.8, -0.3]), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9, 2.0]);
    triangle_above(a) at ([0.0; 0]), ([0.8]), ([0.8, -0.3]), ([0.8, -0.3, 1.2, 0.5]);
    three_deep(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 3);
    one_loop_after_another(x, const n) at (0.8, 0), (0.8, 1), (0.8, 3);
    work_around_an_inner_loop(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 4);
    bound_computed_from_integers(x, const n) at (0.8, 0), (0.8, 1), (0.8, 5);
    bound_from_a_cast(x) at (0.1), (0.8), (1.9);
    never_entered(x, const n) at (0.8, 0), (0.8, 3);
    empty_body(x, const n) at (0.8, 0), (0.8, 3);
    loop_without_effect_on_the_result(x, const n) at (0.3, 0), (0.3, 1), (0.3, 3);
    integers_carried(x, const n) at (0.8, 0), (0.8, 1), (0.8, 7);
    index_shadowed_and_reused(x, const n) at (0.8, 0), (0.8, 1), (0.8, 4);
}
