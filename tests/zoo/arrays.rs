//! Arrays that change in place, are copied, and are read before and after.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn each_element_from_the_one_before(x: $F, n: usize) -> $F {
            let mut a = [x; 8];
            for i in 1..=n {
                a[i] = a[i - 1] * x;
            }
            a[n] + a[0]
        }

        #[differentiate]
        fn elements_accumulated(xs: &[$F], n: usize) -> $F {
            let mut bins = [0.0; 3];
            for i in 0..xs.len() {
                bins[i % 3] += xs[i] * n as $F;
                bins[(i * i) % 3] += xs[i] * xs[i];
            }
            bins[0] * bins[1] + bins[2] * bins[2]
        }

        #[differentiate]
        fn elements_scaled_again_and_again(xs: [$F; 3], n: usize) -> $F {
            let mut a = xs;
            for i in 0..n {
                a[i % 3] *= a[(i + 1) % 3];
                a[(i + 2) % 3] -= 0.1 * a[i % 3] * a[i % 3];
                a[i % 3] /= 1.0 + xs[0] * xs[0];
            }
            a[0] + a[1] * a[2]
        }

        #[differentiate]
        fn stencil_in_place(xs: &[$F], n: usize) -> $F {
            let mut u = xs.to_vec();
            for _ in 0..n {
                for i in 1..xs.len() - 1 {
                    u[i] = 0.5 * u[i] + 0.25 * (u[i - 1] * u[i + 1] + u[i + 1]);
                }
            }
            let mut s = 0.0;
            for y in &u {
                s += y * y;
            }
            s
        }

        #[differentiate]
        fn stencil_in_two_arrays(xs: &[$F; 5], n: usize) -> $F {
            let mut u = *xs;
            let mut v = [0.0; 5];
            for _ in 0..n {
                for i in 1..4 {
                    v[i] = u[i] + 0.2 * (u[i - 1] - 2.0 * u[i] + u[i + 1]) * u[i];
                }
                u = v;
            }
            u[1] * u[2] + u[3]
        }

        #[differentiate]
        fn two_arrays_swapped(xs: [$F; 3], n: usize) -> $F {
            let mut a = xs;
            let mut b = [1.0; 3];
            for i in 0..n {
                b[i % 3] = a[0] * a[2] + b[1];
                let t = a;
                a = b;
                b = t;
            }
            a[0] * b[1] + a[2] * b[0]
        }

        #[differentiate]
        fn element_read_before_and_after(xs: [$F; 2]) -> $F {
            let mut a = xs;
            let before = a[0] * a[0];
            a[0] = a[1] * before;
            let after = a[0] * a[0];
            a[0] = 3.0;
            before * after * a[0] + a[1]
        }

        #[differentiate]
        fn element_overwritten_in_a_loop(xs: &[$F]) -> $F {
            let mut a = [1.0, 1.0];
            let mut s = 0.0;
            for &x in xs {
                s += a[0] * x;
                a[0] = x * a[1];
                s += a[0] * a[0];
                a[1] = 0.5;
            }
            s + a[0]
        }

        #[differentiate]
        fn copy_then_change_the_original(xs: [$F; 2]) -> $F {
            let mut a = xs;
            let b = a;
            a[0] = a[0] * a[1];
            a[1] += b[0];
            a[0] * b[0] + a[1] * b[1]
        }

        #[differentiate]
        fn copy_then_change_the_copy(xs: [$F; 2]) -> $F {
            let a = xs;
            let mut b = a;
            b[0] *= b[1];
            b[1] = 2.0;
            a[0] * b[0] + a[1] * b[1] * xs[0]
        }

        #[differentiate]
        fn array_overwritten_by_another(xs: [$F; 2], y: $F) -> $F {
            let mut a = [xs[0] * y, xs[1] + y];
            let s = a[0] * a[1];
            a = xs;
            let t = a[0] * a[1] * s;
            a = [t, y];
            a[0] * a[1]
        }

        #[differentiate]
        fn copies_in_a_loop(xs: [$F; 2], n: usize) -> $F {
            let mut a = xs;
            let mut s = 0.0;
            for i in 0..n {
                let old = a;
                a[0] = old[1] * xs[0];
                a[1] = old[0] + old[1] * i as $F;
                s += a[0] * old[0];
            }
            s + a[1]
        }

        #[differentiate]
        fn rows_copied(m: [[$F; 2]; 3]) -> $F {
            let mut m = m;
            let row = m[1];
            m[1] = m[0];
            m[0] = m[2];
            m[2] = row;
            m[0][0] *= 2.0;
            m[2][1] = m[1][0] * m[0][1];
            m[0][0] * m[1][1] + m[2][0] * m[2][1]
        }

        #[differentiate]
        fn nested_array_in_place(x: $F, n: usize) -> $F {
            let mut m = [[x; 3]; 2];
            for i in 0..n {
                m[i % 2][i % 3] = m[(i + 1) % 2][(i + 1) % 3] * x + 0.1;
                m[0][0] += m[1][2];
            }
            m[0][0] * m[1][1] + m[0][2]
        }

        #[differentiate]
        fn nested_array_literal(x: $F, y: $F) -> $F {
            let m = [[x, y], [x * y, 1.0]];
            let mut s = m[0][0] * m[1][1] - m[0][1] * m[1][0];
            let [first, _] = m;
            s += first[0] * first[1];
            s
        }

        #[differentiate]
        fn array_of_rows_built_in_a_loop(xs: &[$F; 3]) -> $F {
            let mut m = [[0.0; 3]; 3];
            for i in 0..3 {
                m[i] = [xs[i], xs[i] * xs[2 - i], 1.0];
            }
            m[0][1] * m[1][0] + m[2][1] * m[0][2]
        }

        #[differentiate]
        fn integers_in_an_array(xs: [$F; 3], n: usize) -> $F {
            let mut counts = [0, 0, 0];
            let mut order = [2, 0, 1];
            let mut s = 0.0;
            for i in 0..n {
                counts[i % 3] += 1;
                let k = order[i % 3];
                s += xs[k] * xs[k] * counts[k] as $F;
                order[i % 3] = order[(i + 1) % 3];
            }
            s
        }

        #[differentiate]
        fn bools_in_an_array(xs: [$F; 3]) -> $F {
            let mut seen = [false; 3];
            let mut s = 1.0;
            for i in [0usize, 2, 0, 1, 2] {
                if seen[i] {
                    s *= xs[i];
                } else {
                    s += xs[i] * xs[i];
                }
                seen[i] = true;
            }
            s
        }

        #[differentiate]
        fn whole_array_reset_in_a_loop(xs: &[$F]) -> $F {
            let mut a = [0.0; 2];
            let mut s = 0.0;
            for &x in xs {
                a[0] += x;
                a[1] += a[0] * x;
                if a[1] > 1.0 {
                    s += a[0] * a[1];
                    a = [0.0; 2];
                }
            }
            s + a[1]
        }
    };
}

zoo! {
    functions;
    each_element_from_the_one_before(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    elements_accumulated(xs, const n) at
        ([0.0; 0], 2), ([0.8], 2), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9, 2.0], 3);
    elements_scaled_again_and_again(xs, const n) at
        ([0.8, -0.3, 1.2], 0), ([0.8, -0.3, 1.2], 1), ([0.8, -0.3, 1.2], 2), ([0.8, -0.3, 1.2], 7);
    stencil_in_place(xs, const n) at
        ([0.8, -0.3], 2), ([0.8, -0.3, 1.2], 0), ([0.8, -0.3, 1.2, 0.5], 1),
        ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9], 4);
    stencil_in_two_arrays(xs, const n) at
        ([0.8, -0.3, 1.2, 0.5, -0.1], 0), ([0.8, -0.3, 1.2, 0.5, -0.1], 1),
        ([0.8, -0.3, 1.2, 0.5, -0.1], 3);
    two_arrays_swapped(xs, const n) at
        ([0.8, -0.3, 1.2], 0), ([0.8, -0.3, 1.2], 1), ([0.8, -0.3, 1.2], 2), ([0.8, -0.3, 1.2], 7);
    element_read_before_and_after(xs) at ([0.8, -0.3]);
    element_overwritten_in_a_loop(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2]);
    copy_then_change_the_original(xs) at ([0.8, -0.3]);
    copy_then_change_the_copy(xs) at ([0.8, -0.3]);
    array_overwritten_by_another(xs, y) at ([0.8, -0.3], 0.7);
    copies_in_a_loop(xs, const n) at ([0.8, -0.3], 0), ([0.8, -0.3], 1), ([0.8, -0.3], 5);
    rows_copied(m) at ([[0.8, -0.3], [1.2, 0.5], [-0.1, 0.9]]);
    nested_array_in_place(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    nested_array_literal(x, y) at (0.8, -0.3);
    array_of_rows_built_in_a_loop(xs) at ([0.8, -0.3, 1.2]);
    integers_in_an_array(xs, const n) at
        ([0.8, -0.3, 1.2], 0), ([0.8, -0.3, 1.2], 1), ([0.8, -0.3, 1.2], 7);
    bools_in_an_array(xs) at ([0.8, -0.3, 1.2]);
    whole_array_reset_in_a_loop(xs) at ([0.0; 0]), ([0.8]), ([0.8, 0.9, 1.2, 0.5, -0.1, 0.4]);
}
