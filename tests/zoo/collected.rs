//! Iterators into vectors: `collect` and `unzip`.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn collected(xs: &[$F], a: $F) -> $F {
            let ys: Vec<$F> = xs.iter().map(|x| x * a).collect();
            ys.iter().map(|y| y * y).sum()
        }

        #[differentiate]
        fn collected_by_turbofish(xs: &[$F], a: $F) -> $F {
            let ys = xs.iter().map(|x| (x * a).sin()).collect::<Vec<_>>();
            let mut s = a;
            for i in 0..ys.len() {
                s = s * ys[i] + xs[i];
            }
            s
        }

        #[differentiate]
        fn collected_with_an_open_type(xs: &[$F]) -> $F {
            let ys: Vec<_> = xs.iter().map(|x| x * x).collect();
            ys.iter().zip(xs).map(|(y, x)| y * x).sum()
        }

        #[differentiate]
        fn collected_copies(xs: &[$F], a: $F) -> $F {
            let mut ys = xs.iter().copied().collect::<Vec<$F>>();
            ys.push(a);
            ys[0] *= a;
            ys.iter().product()
        }

        #[differentiate]
        fn collected_from_a_range(n: usize, x: $F) -> $F {
            let powers: Vec<$F> = (0..n).map(|i| x.powi(i as i32)).collect();
            powers.iter().rev().fold(0.5, |s, p| s * p + p)
        }

        #[differentiate]
        fn collected_from_a_range_of_other_integers(n: i32, x: $F) -> $F {
            let powers: Vec<$F> = (1..=n).map(|i| x.powi(i)).collect();
            powers.iter().sum()
        }

        #[differentiate]
        fn collected_the_filtered(xs: &[$F], a: $F) -> $F {
            let positive: Vec<$F> = xs.iter().copied().filter(|x| *x > 0.0).collect();
            positive.windows(2).map(|w| w[0] * w[1] * a).sum::<$F>() + positive.len() as $F * a
        }

        #[differentiate]
        fn collected_from_chains(xs: &[$F], ys: &[$F]) -> $F {
            let all: Vec<$F> = xs.iter().chain(ys).copied().collect();
            all.iter()
                .zip(all.iter().skip(1))
                .map(|(a, b)| a * b * b)
                .sum()
        }

        #[differentiate]
        fn collected_rows(xs: &[$F]) -> $F {
            let rows: Vec<Vec<$F>> = xs
                .chunks(2)
                .map(|row| row.iter().map(|x| x * x).collect())
                .collect();
            rows.iter().map(|row| row.iter().product::<$F>()).sum()
        }

        #[differentiate]
        fn collected_pairs(xs: &[$F], ys: &[$F]) -> $F {
            let pairs: Vec<($F, $F)> = xs.iter().map(|x| x * x).zip(ys.iter().copied()).collect();
            pairs.iter().map(|(x, y)| x * y).sum()
        }

        #[differentiate]
        fn collected_arrays(xs: &[$F]) -> $F {
            let rows: Vec<[$F; 2]> = xs.iter().map(|&x| [x, x * x]).collect();
            rows.iter().map(|[a, b]| a * b).sum()
        }

        #[differentiate]
        fn collected_integers(xs: &[$F]) -> $F {
            let order: Vec<usize> = (0..xs.len()).filter(|&i| xs[i] > 0.0).collect();
            order.iter().map(|&i| xs[i] * i as $F).sum()
        }

        #[differentiate]
        fn collected_with_state(xs: &[$F], a: $F) -> $F {
            let mut total = a;
            let sums: Vec<$F> = xs
                .iter()
                .map(|x| {
                    total += x * a;
                    total
                })
                .collect();
            sums.iter().product::<$F>() * total
        }

        #[differentiate]
        fn collected_in_place_of_itself(xs: &[$F], n: usize, a: $F) -> $F {
            let mut ys = xs.to_vec();
            for _ in 0..n {
                ys = ys.iter().map(|y| (y * a).cos()).collect();
            }
            ys.iter().sum()
        }

        #[differentiate]
        fn moved_through(xs: &[$F], a: $F) -> $F {
            let ys: Vec<$F> = xs.iter().map(|x| x * a).collect();
            let zs: Vec<$F> = ys.into_iter().map(|y| y * y).filter(|z| *z > 0.1).collect();
            zs.into_iter().fold(a, |s, z| s * z)
        }

        #[differentiate]
        fn unzipped(xs: &[$F], a: $F) -> $F {
            let (sines, squares): (Vec<$F>, Vec<$F>) =
                xs.iter().map(|x| ((x * a).sin(), x * x)).unzip();
            sines.iter().zip(&squares).map(|(s, q)| s * q).sum()
        }

        #[differentiate]
        fn unzipped_the_filtered(xs: &[$F], a: $F) -> $F {
            let (values, indices): (Vec<_>, Vec<usize>) = xs
                .iter()
                .enumerate()
                .filter(|(_, x)| **x > 0.0)
                .map(|(i, x)| (x * a, i))
                .unzip();
            values
                .iter()
                .zip(&indices)
                .map(|(v, &i)| v * v * i as $F)
                .sum()
        }

        #[differentiate]
        fn parted(xs: &[$F], a: $F) -> $F {
            let (small, large): (Vec<$F>, Vec<$F>) = xs.iter().partition(|x| **x < 0.5);
            small.iter().product::<$F>() * a + large.iter().map(|x| x * a).sum::<$F>()
        }

        #[differentiate]
        fn extended(xs: &[$F], a: $F) -> $F {
            let mut ys = vec![a];
            ys.extend(xs.iter().map(|x| x * a));
            ys.extend(xs);
            ys.extend([a * a, 2.0]);
            ys.windows(2).map(|w| w[0] * w[1]).sum()
        }

        #[differentiate]
        fn returned(xs: &[$F], a: $F) -> Vec<$F> {
            xs.iter().map(|x| x * x * a).collect()
        }

        #[differentiate]
        fn returned_by_name(xs: &[$F], a: $F) -> Vec<$F> {
            let ys = xs.windows(2).map(|w| w[0] * w[1] + a).collect();
            ys
        }

        #[differentiate]
        fn passed_on(xs: &[$F], a: $F) -> $F {
            let ys: Vec<$F> = xs.iter().map(|x| x.exp()).collect();
            let zs = returned(&ys, a);
            collected(&zs, a)
        }

        #[differentiate]
        fn in_a_branch(xs: &[$F], a: $F) -> $F {
            let ys: Vec<$F> = if a > 0.0 {
                xs.iter().map(|x| x * a).collect()
            } else {
                xs.iter().rev().map(|x| x - a).collect()
            };
            ys.iter()
                .enumerate()
                .map(|(i, y)| y * y * (i + 1) as $F)
                .sum()
        }

        #[differentiate]
        fn softmax(xs: &[$F]) -> Vec<$F> {
            let m = xs.iter().cloned().fold($F::NEG_INFINITY, $F::max);
            let exps: Vec<$F> = xs.iter().map(|x| (x - m).exp()).collect();
            let total: $F = exps.iter().sum();
            exps.iter().map(|e| e / total).collect()
        }

        #[differentiate]
        fn layers(w: &[$F], x: &[$F], depth: usize) -> $F {
            let n = x.len();
            let mut h = x.to_vec();
            for layer in w.chunks_exact(n * n).take(depth) {
                h = layer
                    .chunks_exact(n)
                    .map(|row| row.iter().zip(&h).map(|(w, h)| w * h).sum::<$F>().tanh())
                    .collect();
            }
            h.iter().sum()
        }
    };
}

zoo! {
    functions;
    collected(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2], 0.7);
    collected_by_turbofish(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2], 0.7);
    collected_with_an_open_type(xs) at ([0.0; 0]), ([0.2, -0.3, 1.2]);
    collected_copies(xs, a) at ([0.2, -0.3, 1.2], 0.7);
    collected_from_a_range(const n, x) at (0, 0.7), (4, 0.7);
    collected_from_a_range_of_other_integers(const n, x) at (0, 0.7), (4, 0.7);
    collected_the_filtered(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2, 0.4], 0.7);
    collected_from_chains(xs, ys) at ([0.0; 0], [0.0; 0]), ([0.2, -0.3], [1.2, 0.4]);
    collected_rows(xs) at ([0.0; 0]), ([0.2, -0.3, 1.2]);
    collected_pairs(xs, ys) at ([0.0; 0], [0.3]), ([0.2, -0.3, 1.2], [0.4, 0.5, 0.6]);
    collected_arrays(xs) at ([0.0; 0]), ([0.2, -0.3, 1.2]);
    collected_integers(xs) at ([0.0; 0]), ([0.2, -0.3, 1.2]);
    collected_with_state(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2], 0.7);
    collected_in_place_of_itself(xs, const n, a) at ([0.2, -0.3], 0, 0.7), ([0.2, -0.3], 3, 0.7);
    moved_through(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.9, 1.2], 0.7);
    unzipped(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2], 0.7);
    unzipped_the_filtered(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2], 0.7);
    parted(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2], 0.7);
    extended(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2], 0.7);
    returned(xs, a) without grad at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2], 0.7);
    returned_by_name(xs, a) without grad at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2], 0.7);
    passed_on(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2], 0.7);
    in_a_branch(xs, a) at ([0.2, -0.3, 1.2], 0.7), ([0.2, -0.3, 1.2], -0.7);
    softmax(xs) without grad at ([0.2]), ([0.2, -0.3, 1.2]);
    layers(w, x, const depth) at
        ([0.2, -0.3, 1.2, 0.5, 0.1, 0.9, -0.8, 0.4], [0.6, -0.5], 2), ([0.3], [0.6], 0);
}
