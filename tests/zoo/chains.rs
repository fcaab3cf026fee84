//! Chains of iterators: each adaptor and each consumer.

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
        fn for_each_element(xs: &[$F], a: $F) -> $F {
            let mut s = a;
            xs.iter().for_each(|x| s = s * x + a);
            s
        }

        #[differentiate]
        fn for_each_in_place(xs: &[$F], a: $F) -> $F {
            let mut ys = xs.to_vec();
            ys.iter_mut()
                .enumerate()
                .for_each(|(i, y)| *y *= a * i as $F);
            ys.iter_mut().zip(xs).for_each(|(y, x)| *y += x * x);
            ys.iter().sum()
        }

        #[differentiate]
        fn filtered(xs: &[$F], a: $F) -> $F {
            xs.iter().filter(|x| **x > 0.0).map(|x| x * a).sum()
        }

        #[differentiate]
        fn filtered_by_pattern(xs: &[$F], a: $F) -> $F {
            xs.iter().filter(|&&x| x > 0.0).fold(a, |s, x| s * x)
        }

        #[differentiate]
        fn filtered_after_a_map(xs: &[$F], a: $F) -> $F {
            xs.iter()
                .map(|x| x * a)
                .filter(|y| *y < 0.5)
                .map(|y| y.exp())
                .sum()
        }

        #[differentiate]
        fn filtered_pairs(xs: &[$F], ys: &[$F]) -> $F {
            xs.iter()
                .zip(ys)
                .filter(|(x, y)| x > y)
                .map(|(x, y)| x * x * y)
                .sum()
        }

        #[differentiate]
        fn filtered_indices(xs: &[$F]) -> $F {
            xs.iter()
                .enumerate()
                .filter(|&(i, _)| i % 2 == 0)
                .map(|(i, &x)| x.powi(i as i32))
                .sum()
        }

        #[differentiate]
        fn filtered_backwards(xs: &[$F], a: $F) -> $F {
            xs.iter()
                .filter(|x| **x > 0.0)
                .rev()
                .fold(a, |s, x| s.sin() * x)
        }

        #[differentiate]
        fn chained(xs: &[$F], ys: &[$F]) -> $F {
            xs.iter().chain(ys).fold(1.0, |s, x| s * x + 0.5)
        }

        #[differentiate]
        fn chained_backwards(xs: &[$F], ys: &[$F]) -> $F {
            xs.iter()
                .chain(ys.iter())
                .rev()
                .map(|x| x * x)
                .fold(1.0, |s, x| s.sin() + x)
        }

        #[differentiate]
        fn chained_and_numbered(xs: &[$F], ys: &[$F]) -> $F {
            let both = xs.iter().chain(ys).enumerate();
            both.map(|(i, x)| x * x * (i + 1) as $F).sum()
        }

        #[differentiate]
        fn chained_with_one_more(xs: &[$F], a: $F) -> $F {
            xs.iter()
                .copied()
                .chain(std::iter::once(a * a))
                .fold(a, |s, x| s * x + 1.0)
        }

        #[differentiate]
        fn taken_while(xs: &[$F], a: $F) -> $F {
            xs.iter().take_while(|x| **x < 1.0).map(|x| x * a).sum()
        }

        #[differentiate]
        fn skipped_while(xs: &[$F], a: $F) -> $F {
            xs.iter().skip_while(|&&x| x < 1.0).map(|x| x * x * a).sum()
        }

        #[differentiate]
        fn taken_while_from_a_chain(xs: &[$F], ys: &[$F]) -> $F {
            xs.iter()
                .chain(ys)
                .take_while(|x| **x < 1.0)
                .map(|x| x * x)
                .sum()
        }

        #[differentiate]
        fn first_ones_of_the_filtered(xs: &[$F], n: usize) -> $F {
            xs.iter().filter(|x| **x > 0.0).take(n).map(|x| x * x).sum()
        }

        #[differentiate]
        fn all_but_the_first_of_the_filtered(xs: &[$F], n: usize) -> $F {
            xs.iter().filter(|x| **x > 0.0).skip(n).map(|x| x * x).sum()
        }

        #[differentiate]
        fn every_other_of_the_filtered(xs: &[$F], a: $F) -> $F {
            xs.iter()
                .filter(|x| **x > 0.0)
                .step_by(2)
                .fold(a, |s, x| s * a + x * x)
        }

        #[differentiate]
        fn filtered_beside_others(xs: &[$F], ys: &[$F]) -> $F {
            xs.iter()
                .filter(|x| **x > 0.0)
                .zip(ys)
                .map(|(x, y)| x * y)
                .sum()
        }

        #[differentiate]
        fn others_beside_filtered(xs: &[$F], ys: &[$F]) -> $F {
            ys.iter()
                .zip(xs.iter().filter(|x| **x > 0.0))
                .map(|(y, x)| x * y * y)
                .sum()
        }

        #[differentiate]
        fn flat_mapped(xs: &[$F], n: usize) -> $F {
            xs.iter()
                .flat_map(|x| (0..n).map(move |i| x * i as $F))
                .map(|y| y.sin())
                .sum()
        }

        #[differentiate]
        fn flat_mapped_backwards(xs: &[$F], n: usize) -> $F {
            xs.iter()
                .flat_map(|x| (1..=n).map(move |i| x / i as $F))
                .rev()
                .fold(0.5, |s, y| s * y + y)
        }

        #[differentiate]
        fn flattened(rows: &[[$F; 2]]) -> $F {
            rows.iter().flatten().fold(1.0, |s, x| s * x + x)
        }

        #[differentiate]
        fn flattened_by_rows(rows: &[[$F; 2]]) -> $F {
            rows.iter()
                .flat_map(|row| row.iter())
                .map(|x| x * x * x)
                .sum()
        }

        #[differentiate]
        fn pairs_of_indices(xs: &[$F]) -> $F {
            let n = xs.len();
            (0..n)
                .flat_map(|i| (i + 1..n).map(move |j| (i, j)))
                .map(|(i, j)| (xs[i] - xs[j]).powi(2))
                .sum()
        }

        #[differentiate]
        fn chunked(xs: &[$F]) -> $F {
            xs.chunks(2).map(|pair| pair.iter().product::<$F>()).sum()
        }

        #[differentiate]
        fn chunked_from_the_back(xs: &[$F], a: $F) -> $F {
            xs.rchunks(2)
                .fold(a, |s, pair| s * pair[0] + pair.len() as $F * a)
        }

        #[differentiate]
        fn chunked_exactly_from_the_back(xs: &[$F]) -> $F {
            xs.rchunks_exact(2)
                .map(|pair| pair[0] / (2.0 + pair[1]))
                .sum()
        }

        #[differentiate]
        fn chunked_backwards(xs: &[$F]) -> $F {
            xs.chunks(2)
                .rev()
                .fold(1.0, |s, pair| s * pair[0] + pair[pair.len() - 1])
        }

        #[differentiate]
        fn chunks_in_place(xs: &[$F], a: $F) -> $F {
            let mut ys = xs.to_vec();
            for chunk in ys.chunks_mut(2) {
                let first = chunk[0];
                chunk.iter_mut().for_each(|y| *y *= first * a);
            }
            ys.iter().sum()
        }

        #[differentiate]
        fn windows(xs: &[$F]) -> $F {
            xs.windows(2).map(|w| (w[1] - w[0]).powi(2)).sum()
        }

        #[differentiate]
        fn repeated(xs: &[$F], a: $F) -> $F {
            std::iter::repeat(a)
                .take(xs.len())
                .zip(xs)
                .map(|(a, x)| a * x)
                .sum()
        }

        #[differentiate]
        fn nothing_and_more(a: $F) -> $F {
            std::iter::empty().chain([a, a * a]).sum()
        }

        #[differentiate]
        fn zipped_by_function(xs: &[$F], ys: &[$F]) -> $F {
            std::iter::zip(xs, ys).map(|(x, y)| x / y).sum()
        }

        #[differentiate]
        fn cycled(xs: &[$F], n: usize, a: $F) -> $F {
            xs.iter().cycle().take(n).fold(a, |s, x| s * x + a)
        }

        #[differentiate]
        fn cycled_beside(xs: &[$F], ys: &[$F]) -> $F {
            xs.iter()
                .zip(ys.iter().cycle())
                .map(|(x, y)| x * y * y)
                .sum()
        }

        #[differentiate]
        fn inspected(xs: &[$F]) -> $F {
            let mut greatest = 0.0;
            let s: $F = xs
                .iter()
                .inspect(|x| {
                    if **x > greatest {
                        greatest = **x;
                    }
                })
                .map(|x| x * x)
                .sum();
            s * greatest
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
        fn state_between_elements(xs: &[$F], a: $F) -> $F {
            let mut last = a;
            xs.iter()
                .map(|x| {
                    let step = x - last;
                    last = *x;
                    step
                })
                .map(|d| d * d)
                .sum::<$F>()
                * last
        }

        #[differentiate]
        fn state_between_the_filtered(xs: &[$F], a: $F) -> $F {
            let mut s = a;
            let t: $F = xs
                .iter()
                .filter(|x| {
                    s = s * a + **x;
                    **x > 0.0
                })
                .take(2)
                .sum();
            s * t
        }

        #[differentiate]
        fn bound_by_let(xs: &[$F], a: $F) -> $F {
            let scaled = xs.iter().map(|x| x * a);
            let positive = scaled.filter(|y| *y > 0.0);
            let mut s = a;
            for y in positive {
                s += s * y;
            }
            s
        }

        #[differentiate]
        fn cloned_and_used_twice(xs: &[$F], a: $F) -> $F {
            let scaled = xs.iter().map(|x| x * a);
            let s: $F = scaled.clone().sum();
            scaled.map(|y| y * s).product()
        }

        #[differentiate]
        fn leaving_a_filtered_loop(xs: &[$F], a: $F) -> $F {
            let mut s = a;
            for (i, x) in xs.iter().filter(|x| **x != 0.0).enumerate() {
                if *x > 1.0 {
                    break;
                }
                if i % 2 == 1 {
                    continue;
                }
                s = s * x + a;
            }
            s
        }

        #[differentiate]
        fn leaving_a_chain(xs: &[$F], ys: &[$F]) -> $F {
            let mut s = 1.0;
            'all: for x in xs.iter().chain(ys) {
                for y in ys {
                    if *x < 0.0 {
                        continue 'all;
                    }
                    if *y > 1.0 {
                        break 'all;
                    }
                    s += s * x * y;
                }
            }
            s
        }

        #[differentiate]
        fn returning_from_a_chain(xs: &[$F], ys: &[$F]) -> $F {
            let mut s = 1.0;
            for x in xs.iter().chain(ys).filter(|x| **x > 0.0) {
                if *x > 1.0 {
                    return s * x;
                }
                s += s * x;
            }
            s
        }

        #[differentiate]
        fn endless_until_left(x: $F, n: usize) -> $F {
            let mut s = 1.0;
            for i in 1.. {
                if i > n {
                    break;
                }
                s += s * x / i as $F;
            }
            (0..)
                .take_while(|&i| i < n)
                .map(|i| x * i as $F)
                .sum::<$F>()
                * s
        }

        #[differentiate]
        fn returning_from_a_closure(xs: &[$F], a: $F) -> $F {
            xs.iter()
                .map(|&x| {
                    if x < 0.0 {
                        return a;
                    }
                    x * x * a
                })
                .sum()
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
            dot(xs, ys) * filtered(ys, xs[0]) + chained(xs, ys)
        }

        #[differentiate]
        fn matrix_times_vector(m: &[$F], x: &[$F]) -> $F {
            m.chunks_exact(x.len())
                .map(|row| row.iter().zip(x).map(|(a, b)| a * b).sum::<$F>())
                .map(|y| y * y)
                .sum()
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
    for_each_element(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    for_each_in_place(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    filtered(xs, a) at ([0.0; 0], 0.7), ([-0.8], 0.7), ([0.8, -0.3, 1.2], 0.7);
    filtered_by_pattern(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    filtered_after_a_map(xs, a) at ([0.0; 0], 0.7), ([0.5, -0.3, 1.2], 0.7);
    filtered_pairs(xs, ys) at ([0.0; 0], [0.5]), ([0.8, -0.3, 1.2], [0.7, 0.2, 0.1]);
    filtered_indices(xs) at ([0.0; 0]), ([0.8, -0.3, 1.2, 0.4, 0.9]);
    filtered_backwards(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    chained(xs, ys) at ([0.0; 0], [0.0; 0]), ([0.8], [0.7, -0.2]), ([0.8, 0.4], [0.0; 0]);
    chained_backwards(xs, ys) at ([0.0; 0], [0.0; 0]), ([0.8, 0.3], [0.7, -0.2]);
    chained_and_numbered(xs, ys) at ([0.0; 0], [0.4]), ([0.8, 0.3], [0.7, -0.2]);
    chained_with_one_more(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    taken_while(xs, a) at ([0.0; 0], 0.7), ([1.2, 0.3], 0.7), ([0.8, -0.3, 1.2, 0.5], 0.7);
    skipped_while(xs, a) at ([0.0; 0], 0.7), ([0.2, 0.3], 0.7), ([0.8, -0.3, 1.2, 0.5], 0.7);
    taken_while_from_a_chain(xs, ys) at
        ([0.0; 0], [0.5]), ([0.8, 0.3], [0.7, 1.2, 0.1]), ([0.8, 1.3], [0.7, 0.2]);
    first_ones_of_the_filtered(xs, const n) at
        ([0.8, -0.3, 1.2, 0.5], 0), ([0.8, -0.3, 1.2, 0.5], 2), ([0.8, -0.3, 1.2, 0.5], 9);
    all_but_the_first_of_the_filtered(xs, const n) at
        ([0.8, -0.3, 1.2, 0.5], 0), ([0.8, -0.3, 1.2, 0.5], 2), ([0.8, -0.3, 1.2, 0.5], 9);
    every_other_of_the_filtered(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2, 0.5, 0.1], 0.7);
    filtered_beside_others(xs, ys) at
        ([0.0; 0], [0.5]), ([0.8, -0.3, 1.2, 0.5], [0.7, 0.2]), ([0.8, -0.3], [0.7, 0.2]);
    others_beside_filtered(xs, ys) at
        ([0.0; 0], [0.5]), ([0.8, -0.3, 1.2, 0.5], [0.7, 0.2]), ([0.8, -0.3], [0.7, 0.2]),
        ([0.8, -0.3], [0.0; 0]);
    flat_mapped(xs, const n) at ([0.0; 0], 3), ([0.8, -0.3], 0), ([0.8, -0.3], 3);
    flat_mapped_backwards(xs, const n) at ([0.0; 0], 3), ([0.8, -0.3], 0), ([0.8, -0.3], 3);
    flattened(rows) at ([[0.0; 2]; 0]), ([[0.8, -0.3], [0.5, 1.2]]);
    flattened_by_rows(rows) at ([[0.0; 2]; 0]), ([[0.8, -0.3], [0.5, 1.2]]);
    pairs_of_indices(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2, 0.5]);
    chunked(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2, 0.5]), ([0.8, -0.3, 1.2]);
    chunked_from_the_back(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    chunked_exactly_from_the_back(xs) at ([0.0; 0]), ([0.8, -0.3, 1.2]), ([0.8, -0.3]);
    chunked_backwards(xs) at ([0.0; 0]), ([0.8, -0.3, 1.2]), ([0.8, -0.3]);
    chunks_in_place(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    windows(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2]);
    repeated(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    nothing_and_more(a) at (0.7);
    zipped_by_function(xs, ys) at ([0.0; 0], [0.5]), ([0.8, -0.3, 1.2], [0.7, 0.2]);
    cycled(xs, const n, a) at ([0.0; 0], 3, 0.7), ([0.8, -0.3], 5, 0.7), ([0.8, -0.3], 0, 0.7);
    cycled_beside(xs, ys) at
        ([0.8, 0.3], [0.0; 0]), ([0.8, -0.3, 1.2, 0.4, 0.2], [0.7, 0.2]);
    inspected(xs) at ([0.0; 0]), ([0.8, -0.3, 1.2]);
    counted(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    asked(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3], 0.7), ([0.8, 1.3], 0.7);
    state_between_elements(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    state_between_the_filtered(xs, a) at
        ([0.0; 0], 0.7), ([0.8, -0.3, 1.2, 0.5], 0.7), ([0.8, -0.3], 0.7);
    bound_by_let(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    cloned_and_used_twice(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    leaving_a_filtered_loop(xs, a) at
        ([0.0; 0], 0.7), ([0.8, 0.0, -0.3, 0.4, 1.2, 0.5], 0.7), ([0.8, -0.3], 0.7);
    leaving_a_chain(xs, ys) at
        ([0.8, -0.3], [0.4, 0.2]), ([0.8, -0.3], [0.4, 1.2]), ([0.0; 0], [0.4, -0.2]);
    returning_from_a_chain(xs, ys) at
        ([0.8, -0.3], [0.4, 0.2]), ([0.8, 1.3], [0.4, 1.2]), ([0.0; 0], [0.4, 1.2]);
    endless_until_left(x, const n) at (0.7, 0), (0.7, 4);
    returning_from_a_closure(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    in_a_loop(xs, const n) at ([0.8, -0.3], 0), ([0.8, -0.3], 3), ([0.0; 0], 3);
    in_a_branch(xs, a) at ([0.8, -0.3], 0.7), ([0.8, -0.3], -0.7);
    in_called_functions(xs, ys) at ([0.8, -0.3], [0.4, 0.2]);
    matrix_times_vector(m, x) at
        ([0.8, -0.3, 1.2, 0.5], [0.7, 0.2]), ([0.8, -0.3, 1.2, 0.5, 0.3], [0.7, 0.2]);
    softmax(xs, const k) at ([0.8], 0), ([0.8, -0.3, 1.2], 1);
    deviation(xs) at ([0.8, -0.3, 1.2, 0.5]);
}
