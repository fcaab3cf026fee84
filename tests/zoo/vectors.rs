//! Vectors that are local: made, filled, cloned, replaced.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn each_element_from_two_before(x: $F, n: usize) -> $F {
            let mut a = vec![1.0; n + 2];
            a[1] = x;
            for i in 2..n + 2 {
                a[i] = a[i - 1] * x - a[i - 2];
            }
            a[n] * a[n + 1]
        }

        #[differentiate]
        fn vector_of_zeros(xs: &[$F]) -> $F {
            let n = xs.len();
            let mut v = vec![0.0; n];
            for i in 0..n {
                v[i] = xs[i] * xs[n - 1 - i];
            }
            let mut s = 1.0;
            for i in 0..n {
                s = s * v[i] + xs[i];
            }
            s
        }

        #[differentiate]
        fn vector_of_values(x: $F, y: $F) -> $F {
            let mut v = vec![x, y, x * y];
            let w = vec![y * y; 2];
            v[0] *= w[1];
            v[2] += v[0];
            v[2] * w[0] + v.len() as $F * v[1]
        }

        #[differentiate]
        fn vector_cloned(xs: &Vec<$F>) -> $F {
            let mut v = xs.clone();
            let w = v.clone();
            for i in 0..v.len() {
                v[i] *= w[0];
            }
            let mut s = 0.0;
            for (a, b) in v.iter().zip(&w) {
                s += a * b;
            }
            s
        }

        #[differentiate]
        fn vector_replaced_in_a_loop(xs: &[$F], n: usize) -> $F {
            let mut v = xs.to_vec();
            for _ in 0..n {
                let mut w = vec![0.0; v.len()];
                for i in 0..v.len() {
                    w[i] = v[i].sin() + 0.1 * v[0];
                }
                v = w;
            }
            let mut s = 0.0;
            for y in &v {
                s += y * y;
            }
            s
        }

        #[differentiate]
        fn empty_vector(x: $F) -> $F {
            let v: Vec<$F> = Vec::new();
            let mut s = x;
            for y in &v {
                s += y * y;
            }
            s * x + v.len() as $F
        }

        #[differentiate]
        fn vector_of_rows(xs: &[$F]) -> $F {
            let mut m = vec![[1.0; 2]; xs.len()];
            for i in 0..xs.len() {
                m[i][0] = xs[i] * xs[i];
                m[i][1] += m[0][0];
            }
            let mut s = 0.0;
            for row in &m {
                s += row[0] * row[1];
            }
            s
        }
    };
}

zoo! {
    functions;
    each_element_from_two_before(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    vector_of_zeros(xs) at
        ([0.0; 0]), ([0.8]), ([0.8, -0.3]), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9, 2.0]);
    vector_of_values(x, y) at (0.8, -0.3);
    vector_cloned(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2]);
    vector_replaced_in_a_loop(xs, const n) at
        ([0.0; 0], 2), ([0.8, -0.3], 0), ([0.8, -0.3, 1.2], 3);
    empty_vector(x) at (0.8);
    vector_of_rows(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2]);
}
