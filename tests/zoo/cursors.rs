//! Iterators that are asked for one element after the other, and folds of what is no number.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn first_and_others(xs: &[$F]) -> $F {
            let mut it = xs.iter();
            let first = it.next().unwrap();
            it.fold(*first, |s, x| s * x + first)
        }

        #[differentiate]
        fn first_or_nothing(xs: &[$F], a: $F) -> $F {
            let mut it = xs.iter().copied();
            match it.next() {
                Some(first) => it.map(|x| x * first).sum::<$F>() + first,
                None => a * a,
            }
        }

        #[differentiate]
        fn while_there_are_some(xs: &[$F], a: $F) -> $F {
            let mut it = xs.iter();
            let mut s = a;
            while let Some(x) = it.next() {
                s = s * x + a;
            }
            s
        }

        #[differentiate]
        fn two_at_a_time(xs: &[$F]) -> $F {
            let mut it = xs.iter().map(|x| x * x);
            let mut s = 0.0;
            while let Some(x) = it.next() {
                let y = it.next().unwrap_or(1.0);
                s += x * y.sin();
            }
            s
        }

        #[differentiate]
        fn with_a_look_ahead(xs: &[$F]) -> $F {
            let mut it = xs.iter().peekable();
            let mut s = 0.0;
            while let Some(x) = it.next() {
                if let Some(y) = it.peek() {
                    s += (x - **y) * (x - **y);
                } else {
                    s *= x;
                }
            }
            s
        }

        #[differentiate]
        fn asked_in_a_branch(xs: &[$F], ys: &[$F], a: $F) -> $F {
            let mut it = ys.iter();
            let mut s = a;
            for x in xs {
                if *x > 0.0 {
                    s = s * x + it.next().map_or(a, |y| y * y);
                }
            }
            s * it.len() as $F + it.sum::<$F>()
        }

        #[differentiate]
        fn with_state(xs: &[$F], a: $F) -> $F {
            let mut total = a;
            let mut it = xs.iter().map(|x| {
                total = total * x + a;
                total
            });
            let first = it.next().unwrap_or(a);
            let others: $F = it.sum();
            first * others + total
        }

        #[differentiate]
        fn copied_in_between(xs: &[$F]) -> $F {
            let mut it = xs.iter();
            let first = it.next().unwrap();
            let others = it.clone();
            let second = it.next().unwrap();
            others.map(|x| x * first).sum::<$F>() * it.map(|x| x * second).sum::<$F>()
        }

        #[differentiate]
        fn changed_one_by_one(xs: &[$F], a: $F) -> $F {
            let mut ys = xs.to_vec();
            let mut it = ys.iter_mut();
            if let Some(y) = it.next() {
                *y *= a;
            }
            if let Some(y) = it.next() {
                *y *= *y;
            }
            ys.iter().sum()
        }

        #[differentiate]
        fn folded_to_a_vector(xs: &[$F], a: $F) -> $F {
            let sums = xs.iter().fold(Vec::new(), |mut sums, x| {
                let last = if sums.is_empty() {
                    a
                } else {
                    sums[sums.len() - 1]
                };
                sums.push(last * x + a);
                sums
            });
            sums.iter().map(|s| s * s).sum()
        }

        #[differentiate]
        fn folded_to_a_new_array(xs: &[$F]) -> $F {
            let [a, b] = xs.iter().fold([1.0, 0.5], |[a, b], x| [b, a * x + b]);
            a * b
        }

        #[differentiate]
        fn folded_to_one_of_two(xs: &[$F]) -> $F {
            let best = xs.iter().fold([0.0; 2], |mut best, x| {
                best[1] += x;
                if x * x > best[0] { [x * x, *x] } else { best }
            });
            best[0] * best[1]
        }

        #[differentiate]
        fn folded_rows(rows: &[[$F; 2]], a: $F) -> $F {
            let sums = rows.iter().fold(vec![a; 2], |mut sums, row| {
                for (s, x) in sums.iter_mut().zip(row) {
                    *s = *s * x + a;
                }
                sums
            });
            sums[0] * sums[1]
        }

        #[differentiate]
        fn folded_by_a_named_closure(xs: &[$F], a: $F) -> $F {
            let add = |mut sums: [$F; 2], x: &$F| {
                sums[0] += x * a;
                sums[1] *= sums[0];
                sums
            };
            let first = [a, 1.0];
            let s = xs.iter().fold(first, add);
            let t = add(s, &a);
            s[0] * t[1] + first[0]
        }

        #[differentiate]
        fn vector_through_a_closure(xs: &[$F], a: $F) -> $F {
            let scaled = |by: $F| {
                let mut ys = xs.to_vec();
                for y in ys.iter_mut() {
                    *y *= by;
                }
                ys
            };
            let mut ys = scaled(a);
            let zs = scaled(a * a);
            for (y, z) in ys.iter_mut().zip(&zs) {
                *y += *y * z;
            }
            ys.iter().sum::<$F>() * zs.iter().sum::<$F>()
        }

        #[differentiate]
        fn array_through_a_closure(x: $F) -> $F {
            let a = [x, x * x];
            let keep = |mut b: [$F; 2]| {
                b[0] *= x;
                b
            };
            let b = keep(a);
            let mut c = keep(b);
            c[1] *= b[0];
            let mut d = c;
            d[0] += c[1];
            a[0] * b[0] + c[0] * c[1] + d[0] * d[1]
        }

        #[differentiate]
        fn made(x: $F, n: usize) -> Vec<$F> {
            let mut v = vec![1.0];
            for i in 0..n {
                v.push(v[i] * x + 1.0);
            }
            v
        }

        #[differentiate]
        fn results_of_calls_changed(x: $F, n: usize) -> $F {
            let mut a = made(x, n);
            let b = made(a[n], n);
            for y in a.iter_mut() {
                *y *= b[n];
            }
            let mut c = a.clone();
            c[0] += x;
            a.iter().zip(&c).map(|(a, c)| a * c).sum()
        }

        #[differentiate]
        fn repeated_vectors(xs: &[$F], n: usize) -> $F {
            let squares: Vec<$F> = xs.iter().map(|x| x * x).collect();
            let mut s = 0.0;
            for mut v in std::iter::repeat(squares).take(n) {
                v[0] += s;
                s += v.iter().product::<$F>();
            }
            s
        }
    };
}

zoo! {
    functions;
    first_and_others(xs) at ([0.8]), ([0.2, -0.3, 1.2]);
    first_or_nothing(xs, a) at ([0.0; 0], 0.7), ([0.2], 0.7), ([0.2, -0.3, 1.2], 0.7);
    while_there_are_some(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2], 0.7);
    two_at_a_time(xs) at ([0.0; 0]), ([0.2, -0.3]), ([0.2, -0.3, 1.2]);
    with_a_look_ahead(xs) at ([0.0; 0]), ([0.2]), ([0.2, -0.3, 1.2]);
    asked_in_a_branch(xs, ys, a) at
        ([0.2, -0.3, 1.2], [0.4, 0.5, 0.6], 0.7), ([0.2, -0.3, 1.2], [0.4], 0.7);
    with_state(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2], 0.7);
    copied_in_between(xs) at ([0.2, -0.3, 1.2, 0.4]);
    changed_one_by_one(xs, a) at ([0.0; 0], 0.7), ([0.2], 0.7), ([0.2, -0.3, 1.2], 0.7);
    folded_to_a_vector(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2], 0.7);
    folded_to_a_new_array(xs) at ([0.0; 0]), ([0.2, -0.3, 1.2]);
    folded_to_one_of_two(xs) at ([0.0; 0]), ([0.2, -0.3, 1.2, 0.4]);
    folded_rows(rows, a) at ([[0.0; 2]; 0], 0.7), ([[0.8, 0.2], [0.3, 0.5]], 0.7);
    folded_by_a_named_closure(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2], 0.7);
    vector_through_a_closure(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2], 0.7);
    array_through_a_closure(x) at (0.7);
    made(x, const n) without grad at (0.7, 0), (0.7, 3);
    results_of_calls_changed(x, const n) at (0.7, 0), (0.7, 3);
    repeated_vectors(xs, const n) at ([0.2, 0.7], 0), ([0.2, 0.7], 3);
}
