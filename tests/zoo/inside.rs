//! Storage in a loop, in a branch, and in a function that is called: it lives once, many times,
//! perhaps, elsewhere.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn shadowing(x: $F) -> $F {
            let y = x * x;
            let y = [y, x];
            let y = y[0] * y[1];
            y.sin()
        }

        #[differentiate]
        fn shadowing_in_a_loop(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                let y = s * x;
                let y = [y, i as $F];
                let y = y[0] * 0.5 + y[1];
                s = y.sin();
            }
            s
        }

        #[differentiate]
        fn shadowing_in_a_branch(x: $F, up: bool) -> $F {
            let y = x * x;
            let z = if up {
                let y = y.sin();
                let y = (y, x);
                y.0 * y.1
            } else {
                y
            };
            y * z
        }

        #[differentiate]
        fn arrays(a: [$F; 2], n: usize) -> $F {
            let mut b = a;
            for i in 0..n {
                b[i % 2] *= b[(i + 1) % 2];
            }
            b[0] + b[1] * a[0]
        }

        #[differentiate]
        fn arrays_in_a_loop(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                let mut b = [s, x, 0.5];
                b[i % 3] = b[(i + 1) % 3] * s;
                let c = b;
                b[0] += c[1];
                b[2] *= b[0];
                s = b[2] + c[0] * b[1];
            }
            s
        }

        #[differentiate]
        fn arrays_in_a_branch(a: [$F; 2], up: bool) -> $F {
            let mut b = a;
            if up {
                let mut c = [b[1]; 2];
                c[0] *= b[0];
                b = c;
                b[1] += c[0];
            } else {
                b[0] = 2.0;
            }
            b[0] * b[1] + a[0]
        }

        #[differentiate]
        fn arrays_in_a_callee(a: [$F; 2], n: usize) -> $F {
            let mut s = 0.0;
            for i in 0..n {
                s += arrays([a[1], s], i) * arrays(a, n);
            }
            s
        }

        #[differentiate]
        fn vectors_in_a_loop(xs: &[$F], n: usize) -> $F {
            let mut s = 1.0;
            for i in 0..n {
                let mut v = vec![s; xs.len()];
                for j in 0..xs.len() {
                    v[j] *= xs[j] + i as $F * 0.1;
                }
                let w = v.clone();
                for j in 0..xs.len() {
                    s += v[j] * w[xs.len() - 1 - j];
                }
                s *= 0.5;
            }
            s
        }

        #[differentiate]
        fn vectors_in_a_branch(xs: &[$F], up: bool) -> $F {
            let mut v = xs.to_vec();
            if up {
                let mut w = vec![0.0; xs.len()];
                for i in 0..xs.len() {
                    w[i] = v[i] * v[i];
                }
                v = w;
            }
            let mut s = 1.0;
            for x in &v {
                s = s * x + 0.2;
            }
            s
        }

        #[differentiate]
        fn vectors_in_a_callee(xs: &[$F], n: usize) -> $F {
            let v = vec![0.5; 2];
            vectors_in_a_branch(xs, n > 1) * vectors_in_a_loop(&v, n) + vectors_in_a_loop(xs, 2)
        }

        #[differentiate]
        fn swaps_in_a_branch_in_a_loop(a: [$F; 3], n: usize) -> $F {
            let (mut x, mut y, mut z) = (a[0], a[1], a[2]);
            for _ in 0..n {
                if x < y {
                    let t = x;
                    x = y;
                    y = t * z;
                } else {
                    (y, z) = (z, y + 0.1 * x);
                }
            }
            x + 2.0 * y + z * z
        }

        #[differentiate]
        fn mutable_references_in_a_loop(m: [[$F; 2]; 3], x: $F) -> $F {
            let mut m = m;
            for i in 0..3 {
                let above = m[(i + 2) % 3];
                let row = &mut m[i];
                row[0] += above[1] * x;
                row[1] *= row[0];
            }
            m[0][0] * m[1][1] + m[2][1]
        }

        #[differentiate]
        fn mutable_references_in_a_branch(a: [$F; 2], up: bool) -> $F {
            let mut b = a;
            let mut s = 1.0;
            if up {
                let r = &mut b[0];
                *r *= *r;
            } else {
                let r = &mut s;
                *r += a[1];
            }
            b[0] * s + b[1]
        }

        #[differentiate]
        fn constants_in_a_loop(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                const KNOTS: [$F; 3] = [0.5, -0.25, 1.5];
                let k = KNOTS[i % 3];
                s = s * k + x * k;
            }
            s
        }

        #[differentiate]
        fn kinks_in_a_loop(xs: &[$F]) -> $F {
            let mut largest = xs[0];
            let mut total = 0.0;
            for x in xs {
                largest = largest.max(*x);
                total += x.abs() * largest.min(1.0);
            }
            largest * total
        }
    };
}

zoo! {
    functions;
    shadowing(x) at (0.8);
    shadowing_in_a_loop(x, const n) at (0.8, 0), (0.8, 1), (0.8, 7);
    shadowing_in_a_branch(x, const up) at (0.8, true), (0.8, false);
    arrays(a, const n) at ([0.8, -0.3], 0), ([0.8, -0.3], 1), ([0.8, -0.3], 4);
    arrays_in_a_loop(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.6, 7);
    arrays_in_a_branch(a, const up) at ([0.8, -0.3], true), ([0.8, -0.3], false);
    arrays_in_a_callee(a, const n) at ([0.8, -0.3], 0), ([0.8, -0.3], 1), ([0.8, -0.3], 4);
    vectors_in_a_loop(xs, const n) at
        ([0.8, -0.3], 0), ([0.0; 0], 2), ([0.8], 1), ([0.8, -0.3, 1.2], 2);
    vectors_in_a_branch(xs, const up) at
        ([0.0; 0], true), ([0.8, -0.3, 1.2], true), ([0.8, -0.3, 1.2], false);
    vectors_in_a_callee(xs, const n) at ([0.8, -0.3], 0), ([0.8, -0.3, 1.2], 2);
    swaps_in_a_branch_in_a_loop(a, const n) at
        ([0.8, -0.3, 1.2], 0), ([0.8, -0.3, 1.2], 1), ([0.8, -0.3, 1.2], 2), ([0.8, -0.3, 1.2], 7);
    mutable_references_in_a_loop(m, x) at ([[0.8, -0.3], [1.2, 0.5], [-0.1, 0.9]], 0.7);
    mutable_references_in_a_branch(a, const up) at ([0.8, -0.3], true), ([0.8, -0.3], false);
    constants_in_a_loop(x, const n) at (0.8, 0), (0.8, 1), (0.8, 7);
    kinks_in_a_loop(xs) at ([0.8]), ([-0.8, 0.3]), ([0.8, -0.3, 1.2, 0.5, -0.1, 2.9]);
}
