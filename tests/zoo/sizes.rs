//! Vectors that change their size when they are replaced: the adjoint follows, backwards.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn replaced_by_a_shorter_one(x: $F, y: $F) -> $F {
            let mut v = vec![x; 4];
            v[1] *= y;
            let s = v[1] * v[3];
            v = vec![s, y];
            v[0] * v[1]
        }

        #[differentiate]
        fn swapped_with_a_longer_one(x: $F, y: $F) -> $F {
            let mut v = vec![x, y];
            let mut w = vec![y, x * y, x];
            std::mem::swap(&mut v, &mut w);
            v[2] * v[1] + w[0]
        }

        #[differentiate]
        fn replaced_by_its_own_tail(x: $F, y: $F) -> $F {
            let mut v = vec![x, y, x];
            let w = v.clone();
            v = v[1..].to_vec();
            v[0] *= x;
            v[0] * v[1] * w[0]
        }

        #[differentiate]
        fn in_a_tuple(x: $F, y: $F) -> $F {
            let mut t = (vec![x, y], 1.0);
            t.0 = vec![t.0[1] * t.0[0]];
            t.1 *= t.0[0];
            t.1 * x
        }

        #[differentiate]
        fn rows_of_different_length(x: $F, y: $F) -> $F {
            let mut v = vec![vec![x; 1], vec![y; 3]];
            v.swap(0, 1);
            v[0][2] *= v[1][0];
            v[0][2] * v[0][0]
        }

        #[differentiate]
        fn replaced_in_a_branch_of_a_loop(x: &[$F], y: $F) -> $F {
            let mut v = x.to_vec();
            let mut s = y;
            for i in 0..v.len() {
                s = (s * v[i]).sin() + y;
                if i == 0 {
                    v = vec![s; 5];
                }
            }
            s * v[0]
        }

        #[differentiate]
        fn declared_and_replaced_in_a_loop(x: $F, n: usize) -> $F {
            let mut v = vec![x, x * x, x.sin()];
            for _ in 0..n {
                let mut w = vec![x; 2];
                w[1] *= v[0];
                w = vec![w[1] * w[0]; 4];
                w[3] += v[1];
                v = w.clone();
            }
            v[0] * v[1]
        }

        #[differentiate]
        fn scaled_copy(xs: &[$F], a: $F) -> Vec<$F> {
            let mut v = xs.to_vec();
            for i in 0..v.len() {
                v[i] *= a;
            }
            v
        }

        #[differentiate]
        fn result_of_a_call(x: $F, y: $F) -> $F {
            let b = [x, y, 2.0 * x];
            let v = scaled_copy(&b, y);
            v[0] * v[1] + v[2]
        }

        #[differentiate]
        fn empty_ones(x: $F) -> $F {
            let a: [$F; 0] = [];
            let e: Vec<$F> = vec![];
            let mut s = x;
            for v in &a {
                s += v;
            }
            for v in &e {
                s += v;
            }
            s * x
        }
    };
}

zoo! {
    functions;
    replaced_by_a_shorter_one(x, y) at (0.7, 0.4);
    swapped_with_a_longer_one(x, y) at (0.7, 0.4);
    replaced_by_its_own_tail(x, y) at (0.7, 0.4);
    in_a_tuple(x, y) at (0.7, 0.4);
    rows_of_different_length(x, y) at (0.7, 0.4);
    replaced_in_a_branch_of_a_loop(x, y) at ([0.7], 0.4), ([0.7, 0.3, -0.5], 0.4);
    declared_and_replaced_in_a_loop(x, const n) at (0.7, 0), (0.7, 1), (0.7, 3);
    result_of_a_call(x, y) at (0.7, 0.4);
    empty_ones(x) at (0.7);
}
