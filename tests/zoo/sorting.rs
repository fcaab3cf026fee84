//! Sorts, and questions about order.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;
        use std::cmp::Ordering;

        #[differentiate]
        fn weighed(xs: &[$F]) -> $F {
            let mut s = 0.0;
            for (i, x) in xs.iter().enumerate() {
                s = s * 0.5 + x * x * (i + 1) as $F;
            }
            s
        }

        #[differentiate]
        fn sorted(xs: &[$F]) -> $F {
            let mut v = xs.to_vec();
            v.sort_by(|a, b| a.partial_cmp(b).unwrap());
            weighed(&v)
        }

        #[differentiate]
        fn sorted_by_a_path(xs: &[$F]) -> $F {
            let mut v = xs.to_vec();
            v.sort_by($F::total_cmp);
            v[0] * v[0] * weighed(&v)
        }

        #[differentiate]
        fn sorted_downwards(xs: &[$F]) -> $F {
            let mut v = xs.to_vec();
            v.sort_unstable_by(|x, y| y.total_cmp(x));
            weighed(&v)
        }

        #[differentiate]
        fn sorted_in_a_loop(xs: &[$F], n: usize) -> $F {
            let mut v = xs.to_vec();
            let mut s = 0.0;
            for i in 0..n {
                v.sort_by(|a, b| {
                    (a * (1.0 - i as $F))
                        .partial_cmp(&(b * (1.0 - i as $F)))
                        .unwrap()
                });
                v[0] = v[0] * v[1] - 0.3;
                if i % 2 == 1 {
                    v[1..].sort_by(|a, b| b.partial_cmp(a).unwrap());
                    v[1] *= 1.5;
                }
                s += weighed(&v);
            }
            s
        }

        #[differentiate]
        fn sorted_in_a_branch(xs: &[$F], limit: $F) -> $F {
            let mut v = xs.to_vec();
            if v[0] > limit {
                v.sort_by(|a, b| a.partial_cmp(b).unwrap_or(Ordering::Equal));
                v[0] *= v[1];
            } else if v[1] > limit {
                let mut w = v.clone();
                w.sort_by(|a, b| b.partial_cmp(a).unwrap());
                w.push(limit);
                v = w;
            }
            weighed(&v)
        }

        #[differentiate]
        fn sorted_in_a_branch_of_a_loop(xs: &[$F], n: usize) -> $F {
            let mut s = 0.0;
            for i in 0..n {
                let mut w = xs.to_vec();
                w.push(s);
                if i % 2 == 0 {
                    w.sort_by(|a, b| a.partial_cmp(b).unwrap());
                }
                w.truncate(3);
                s = weighed(&w) * 0.3;
            }
            s
        }

        #[differentiate]
        fn sorts_what_it_is_given(x: &mut [$F]) {
            x.sort_by(|a, b| a.partial_cmp(b).unwrap());
            x[0] *= x[1];
        }

        #[differentiate]
        fn sorted_by_a_call(xs: &[$F]) -> $F {
            let mut v = xs.to_vec();
            sorts_what_it_is_given(&mut v);
            sorts_what_it_is_given(&mut v[1..]);
            weighed(&v)
        }

        #[differentiate]
        fn array_sorted(xs: [$F; 4]) -> $F {
            let mut a = xs;
            a.sort_by(|a, b| a.partial_cmp(b).unwrap());
            a[1..].sort_unstable_by(|a, b| b.partial_cmp(a).unwrap());
            weighed(&a)
        }

        #[differentiate]
        fn pairs_sorted_by_the_first(xs: &[$F]) -> $F {
            let mut pairs = Vec::new();
            for (i, x) in xs.iter().enumerate() {
                pairs.push((*x, i, x * x));
            }
            pairs.sort_by(|a, b| b.0.partial_cmp(&a.0).unwrap());
            let mut s = 0.0;
            for (k, (x, i, y)) in pairs.iter().enumerate() {
                s += x * y * *i as $F + y * k as $F;
            }
            s
        }

        #[differentiate]
        fn stable_for_equal_keys(xs: &[$F], group: usize) -> $F {
            let mut pairs: Vec<(usize, $F)> = Vec::new();
            for (i, x) in xs.iter().enumerate() {
                pairs.push((i % group, *x));
            }
            pairs.sort_by_key(|pair| pair.0);
            let mut s = 0.0;
            for (_, x) in &pairs {
                s = s * 0.7 + x * x;
            }
            pairs.sort_by_key(|(key, _)| std::cmp::Reverse(*key));
            for (k, (_, x)) in pairs.iter().enumerate() {
                s += x * x * x * k as $F;
            }
            s
        }

        #[differentiate]
        fn rows_sorted(xs: &[$F]) -> $F {
            let mut rows = vec![vec![xs[0], xs[1]], vec![xs[1]], vec![xs[2], xs[0], xs[1]]];
            rows.sort_by(|a, b| a[0].partial_cmp(&b[0]).unwrap());
            let mut s = 0.0;
            for row in &rows {
                s = s * 0.5 + weighed(row);
            }
            s
        }

        #[differentiate]
        fn indices_sorted_by_their_values(xs: &[$F], ys: &[$F]) -> $F {
            let mut order = Vec::new();
            for i in 0..xs.len() {
                order.push(i);
            }
            order.sort_by(|&i, &j| xs[i].partial_cmp(&xs[j]).unwrap());
            let mut s = 0.0;
            for (k, &i) in order.iter().enumerate() {
                s = s * 0.5 + xs[i] * ys[k];
            }
            order.sort();
            order.sort_unstable_by(|i, j| j.cmp(i));
            s + xs[order[0]]
        }

        #[differentiate]
        fn ranked_in_place(x: &mut [$F]) {
            let mut order: Vec<usize> = Vec::new();
            order.extend(0..x.len());
            for k in 0..x.len() {
                order[k..].sort_by(|i, j| x[*i].partial_cmp(&x[*j]).unwrap());
                x[order[0]] *= x[order[k]] + 1.0;
            }
        }

        #[differentiate]
        fn ranked(xs: &[$F]) -> $F {
            let mut v = xs.to_vec();
            ranked_in_place(&mut v);
            weighed(&v)
        }

        #[differentiate]
        fn distance_sorted(xs: &[$F], from: $F) -> $F {
            let mut v = xs.to_vec();
            let scale = from * from;
            let distance = |x: &$F| (x - from).abs() * scale;
            v.sort_by(|a, b| distance(a).partial_cmp(&distance(b)).unwrap());
            v.sort_by(|a, b| {
                let from = |x: &$F| (x - from).abs() + scale;
                from(a).total_cmp(&from(b))
            });
            weighed(&v) * from
        }

        #[differentiate]
        fn compared_by_a_bound_closure(xs: &[$F], sign: $F) -> $F {
            let mut v = xs.to_vec();
            let compare = |a: &$F, b: &$F| (a * sign).partial_cmp(&(b * sign)).unwrap();
            v.sort_by(compare);
            weighed(&v)
        }

        #[differentiate]
        fn median(xs: &[$F]) -> $F {
            let mut v = xs.to_vec();
            v.sort_unstable_by(|a, b| a.partial_cmp(b).unwrap());
            let n = v.len();
            if n % 2 == 1 {
                v[n / 2]
            } else {
                (v[n / 2 - 1] + v[n / 2]) * 0.5
            }
        }

        #[differentiate]
        pub(super) fn zeros_of_both_signs(xs: &[$F]) -> $F {
            let mut v = xs.to_vec();
            v.sort_unstable_by(|a, b| a.partial_cmp(b).unwrap());
            let mut s = 0.0;
            for (i, x) in v.iter().enumerate() {
                s += x * (i + 1) as $F;
            }
            s
        }

        #[differentiate]
        fn interpolated(xs: &[$F], ys: &[$F], x: $F) -> $F {
            let at = xs
                .partition_point(|knot| *knot <= x)
                .max(1)
                .min(xs.len() - 1);
            let found = xs
                .binary_search_by(|knot| knot.total_cmp(&x))
                .unwrap_or_else(|at| at);
            let t = (x - xs[at - 1]) / (xs[at] - xs[at - 1]);
            ys[at - 1] * (1.0 - t) + ys[at] * t + found as $F * x
        }

        #[differentiate]
        fn questions(xs: &[$F], wanted: $F, at: usize) -> $F {
            let marks = vec![0, 2, 3];
            let mut s = xs[0];
            if xs.contains(&wanted) {
                s *= wanted;
            }
            if xs.is_sorted() && !marks.contains(&at) {
                s += xs[0] * xs[1];
            }
            if marks.binary_search(&at).is_ok() {
                s *= s;
            }
            s
        }
    };
}

zoo! {
    functions;
    sorted(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9, 2.0]);
    sorted_by_a_path(xs) at ([0.8]), ([0.8, -0.3, 1.2, 0.5, -0.1]);
    sorted_downwards(xs) at ([0.0; 0]), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9, 2.0]);
    sorted_in_a_loop(xs, const n) at ([0.8, -0.3], 0), ([0.8, -0.3, 1.2, 0.5], 4);
    sorted_in_a_branch(xs, limit) at
        ([0.8, -0.3, 1.2], 0.5), ([0.3, 0.7, 1.2], 0.5), ([0.3, -0.7, 1.2], 0.5);
    sorted_in_a_branch_of_a_loop(xs, const n) at ([0.8, -0.3, 1.2], 0), ([0.8, -0.3, 1.2, 0.1], 5);
    sorted_by_a_call(xs) at ([0.8, -0.3, 1.2, 0.5]);
    array_sorted(xs) at ([0.8, -0.3, 1.2, 0.5]);
    pairs_sorted_by_the_first(xs) at ([0.0; 0]), ([0.8, -0.3, 1.2, 0.5]);
    stable_for_equal_keys(xs, const group) at
        ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9, 2.0], 3), ([0.8, -0.3, 1.2, 0.5], 1);
    rows_sorted(xs) at ([0.8, -0.3, 1.2]), ([0.3, 0.7, 0.1]);
    indices_sorted_by_their_values(xs, ys) at ([0.8, -0.3, 1.2], [0.5, -0.1, 0.9]);
    ranked(xs) at ([0.0; 0]), ([0.8, -0.3, 1.2, 0.5]);
    distance_sorted(xs, from) at ([0.8, -0.3, 1.2, 0.5], 0.4);
    compared_by_a_bound_closure(xs, sign) at ([0.8, -0.3, 1.2], 1.5), ([0.8, -0.3, 1.2], -1.5);
    median(xs) at ([0.8]), ([0.8, -0.3]), ([0.8, -0.3, 1.2]), ([0.8, -0.3, 1.2, 0.5]);
    zeros_of_both_signs(xs) at ([0.8, -0.3, 1.2]);
    interpolated(xs, ys, x) at ([0.0, 0.5, 1.2], [0.3, -0.1, 0.8], 0.3),
        ([0.0, 0.5, 1.2], [0.3, -0.1, 0.8], 1.5);
    questions(xs, wanted, const at) at
        ([0.8, 1.3], 0.2, 1), ([0.8, 0.3], 0.2, 2), ([0.8, 1.3], 0.2, 3);
}

/// The bits of the value are those of the function, where equal elements differ in their bits.
#[test]
fn equal_elements_of_different_bits() {
    let xs: Vec<f64> = (0..60)
        .map(|i| if i % 3 == 0 { 0.0 } else { -0.0 })
        .collect();
    let (value, gradient) = f64s::zeros_of_both_signs::value_and_grad(&xs);
    assert_eq!(value.to_bits(), f64s::zeros_of_both_signs(&xs).to_bits());
    let mut gradient = gradient;
    gradient.sort_by(f64::total_cmp);
    assert!(gradient.iter().zip(1..).all(|(g, i)| *g == i as f64));
}
