//! Chains of iterators: sources, sums and folds.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn square(x: $F) -> $F {
            x * x
        }

        #[differentiate]
        fn summed(xs: &[$F]) -> $F {
            xs.iter().sum::<$F>()
        }

        #[differentiate]
        fn summed_as_the_result(xs: &[$F]) -> $F {
            xs.iter().sum()
        }

        #[differentiate]
        fn summed_by_annotation(xs: &[$F], a: $F) -> $F {
            let s: $F = xs.iter().map(|x| x * a).sum();
            s * s
        }

        #[differentiate]
        fn multiplied(xs: &[$F]) -> $F {
            xs.iter().product()
        }

        #[differentiate]
        fn multiplied_by_turbofish(xs: &[$F], a: $F) -> $F {
            xs.iter().map(|&x| x + a).product::<$F>() * a
        }

        #[differentiate]
        fn dot(xs: &[$F], ys: &[$F]) -> $F {
            xs.iter().zip(ys).map(|(x, y)| x * y).sum::<$F>()
        }

        #[differentiate]
        fn mean_square(xs: &[$F], ys: &[$F]) -> $F {
            xs.iter()
                .zip(ys.iter())
                .map(|(x, y)| (x - y).powi(2))
                .sum::<$F>()
                / xs.len() as $F
        }

        #[differentiate]
        fn of_a_range(n: usize, x: $F) -> $F {
            (1..=n).map(|i| x / i as $F).sum()
        }

        #[differentiate]
        fn of_a_range_of_other_integers(n: i32, x: $F) -> $F {
            (0..n).map(|i| x.powi(i)).sum()
        }

        #[differentiate]
        fn of_a_range_backwards(n: usize, x: $F) -> $F {
            (0..n)
                .rev()
                .map(|i| x * i as $F)
                .fold(1.0, |a, t| a * t.sin() + x)
        }

        #[differentiate]
        fn of_a_range_in_steps(n: usize, x: $F) -> $F {
            (1..n)
                .step_by(2)
                .map(|i| x * i as $F)
                .fold(x, |a, t| (a + t).cos())
        }

        #[differentiate]
        fn folded(xs: &[$F], a: $F) -> $F {
            xs.iter().fold(a, |s, x| s.sin() * x + a)
        }

        #[differentiate]
        fn folded_from_a_literal(xs: &[$F]) -> $F {
            xs.iter().fold(1.0, |s, &x| s * x + 0.5)
        }

        #[differentiate]
        fn folded_from_the_back(xs: &[$F], t: $F) -> $F {
            xs.iter().rfold(0.0, |s, c| s * t + c)
        }

        #[differentiate]
        fn horner(xs: &[$F], t: $F) -> $F {
            xs.iter().rev().fold(0.0, |s, c| s * t + c)
        }

        #[differentiate]
        fn folded_pair(xs: &[$F]) -> $F {
            let (s, p) = xs.iter().fold((0.0, 1.0), |(s, p), x| (s + p, p * x));
            s * p
        }

        #[differentiate]
        fn folded_array(xs: &[$F]) -> $F {
            let acc = xs.iter().fold([0.0; 2], |mut acc, x| {
                acc[0] += x * x;
                acc[1] = acc[1] * x + acc[0];
                acc
            });
            acc[0] * acc[1]
        }

        #[differentiate]
        fn greatest(xs: &[$F]) -> $F {
            xs.iter().copied().fold($F::NEG_INFINITY, $F::max)
        }

        #[differentiate]
        fn least(xs: &[$F], a: $F) -> $F {
            xs.iter().fold(a, |m, &x| m.min(x * a))
        }

        #[differentiate]
        fn functions_by_path(xs: &[$F]) -> $F {
            xs.iter().copied().map($F::sin).map(square).sum::<$F>()
        }

        #[differentiate]
        fn closures_by_name(xs: &[$F], a: $F) -> $F {
            let scale = |x: $F| x * a;
            xs.iter().copied().map(scale).map(&scale).sum::<$F>() + scale(1.0)
        }

        #[differentiate]
        fn counted(xs: &[$F], a: $F) -> $F {
            let n = xs.iter().filter(|x| **x > 0.0).count();
            a * n as $F + a * xs.iter().count() as $F
        }

        #[differentiate]
        fn asked(xs: &[$F], a: $F) -> $F {
            if xs.iter().any(|&x| x < 0.0) {
                a * a
            } else if xs.iter().all(|x| *x < 1.0) {
                a.sin()
            } else {
                a
            }
        }

        #[differentiate]
        fn numbered_from_one(xs: &[$F]) -> $F {
            let s: $F = xs.iter().zip(1..).map(|(x, k)| x.powi(k)).sum();
            let t: $F = (2..).zip(xs).map(|(k, x)| x * xs[k % xs.len()]).sum();
            let u: $F = xs.iter().zip(3u64..).map(|(x, k)| x * k as $F).sum();
            s * t + u
        }

        #[differentiate]
        fn sums_of_integers(xs: &[$F], sizes: &[usize]) -> $F {
            let n: usize = sizes.iter().sum();
            let m = sizes.iter().map(|&k| k as i32 - 1).product::<i32>();
            xs[n % xs.len()].powi(m) * xs.iter().sum::<$F>() * n as $F
        }

        #[differentiate]
        fn numbered_backwards(xs: &[$F]) -> $F {
            let s: $F = xs.iter().enumerate().rev().map(|(i, x)| x * i as $F).sum();
            let t: $F = xs.iter().rev().enumerate().map(|(i, x)| x * i as $F).sum();
            let u: $F = xs
                .iter()
                .enumerate()
                .skip(1)
                .step_by(2)
                .map(|(i, x)| x / i as $F)
                .sum();
            s * t + u
        }

        #[differentiate]
        fn triples(xs: &[$F], ys: &[$F], zs: &[$F]) -> $F {
            xs.iter().zip(ys).zip(zs).map(|((x, y), z)| x * y * z).sum()
        }

        #[differentiate]
        fn in_a_loop(xs: &[$F], n: usize) -> $F {
            let mut s = 1.0;
            for _ in 0..n {
                s = xs.iter().map(|x| (x * s).sin()).sum();
            }
            s
        }

        #[differentiate]
        fn in_a_branch(xs: &[$F], a: $F) -> $F {
            if a > 0.0 {
                xs.iter().map(|x| x * a).product()
            } else {
                xs.iter().filter(|x| **x > 0.0).fold(a, |s, x| s * x)
            }
        }

        #[differentiate]
        fn in_called_functions(xs: &[$F], ys: &[$F]) -> $F {
            dot(xs, ys) * folded(ys, xs[0]) + greatest(xs)
        }

        #[differentiate]
        fn softmax(xs: &[$F], k: usize) -> $F {
            let m = xs.iter().copied().fold($F::NEG_INFINITY, $F::max);
            let total: $F = xs.iter().map(|x| (x - m).exp()).sum();
            (xs[k] - m) - total.ln()
        }

        #[differentiate]
        fn deviation(xs: &[$F]) -> $F {
            let n = xs.len() as $F;
            let mean = xs.iter().sum::<$F>() / n;
            (xs.iter().map(|x| (x - mean).powi(2)).sum::<$F>() / n).sqrt()
        }
    };
}

zoo! {
    functions;
    summed(xs) at ([0.0; 0]), ([-0.0]), ([0.8, -0.3, 1.2]);
    summed_as_the_result(xs) at ([0.0; 0]), ([0.8, -0.3, 1.2]);
    summed_by_annotation(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    multiplied(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2]), ([0.8, 0.0, 1.2]);
    multiplied_by_turbofish(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    dot(xs, ys) at
        ([0.0; 0], [0.0; 0]), ([0.8, -0.3], [0.7, 0.2]), ([0.8, -0.3, 1.2], [0.7, 0.2]),
        ([0.8], [0.7, 0.2, 0.1]);
    mean_square(xs, ys) at ([0.8, -0.3], [0.7, 0.2]);
    of_a_range(const n, x) at (0, 0.7), (1, 0.7), (4, 0.7);
    of_a_range_of_other_integers(const n, x) at (0, 0.7), (-1, 0.7), (4, 0.7);
    of_a_range_backwards(const n, x) at (0, 0.7), (1, 0.7), (4, 0.7);
    of_a_range_in_steps(const n, x) at (0, 0.7), (1, 0.7), (4, 0.7), (5, 0.7);
    folded(xs, a) at ([0.0; 0], 0.7), ([0.8], 0.7), ([0.8, -0.3, 1.2], 0.7);
    folded_from_a_literal(xs) at ([0.0; 0]), ([0.8, -0.3, 1.2]);
    folded_from_the_back(xs, t) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    horner(xs, t) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    folded_pair(xs) at ([0.0; 0]), ([0.8, -0.3, 1.2]);
    folded_array(xs) at ([0.0; 0]), ([0.8, -0.3, 1.2]);
    greatest(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2, 0.1]);
    least(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    functions_by_path(xs) at ([0.0; 0]), ([0.8, -0.3, 1.2]);
    closures_by_name(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    counted(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    asked(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3], 0.7), ([0.8, 1.3], 0.7);
    numbered_from_one(xs) at ([0.8, -0.3, 1.2]);
    sums_of_integers(xs, const sizes) at ([0.8, -0.3], [1, 2, 4]), ([0.8, -0.3], [0; 0]);
    numbered_backwards(xs) at ([0.0; 0]), ([0.8, -0.3, 1.2, 0.4]);
    triples(xs, ys, zs) at ([0.8, -0.3, 1.2], [0.7, 0.2], [0.4, 0.5, 0.6]);
    in_a_loop(xs, const n) at ([0.8, -0.3], 0), ([0.8, -0.3], 3), ([0.0; 0], 3);
    in_a_branch(xs, a) at ([0.8, -0.3], 0.7), ([0.8, -0.3], -0.7);
    in_called_functions(xs, ys) at ([0.8, -0.3], [0.4, 0.2]);
    softmax(xs, const k) at ([0.8], 0), ([0.8, -0.3, 1.2], 1);
    deviation(xs) at ([0.8, -0.3, 1.2, 0.5]);
}
