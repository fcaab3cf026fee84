//! Adaptors of iterators that leave elements out, or put several in the place of one.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

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
        fn in_a_loop(xs: &[$F], n: usize) -> $F {
            let mut s = 0.5;
            for _ in 0..n {
                s = xs
                    .iter()
                    .map(|x| x * s)
                    .filter(|y| *y < 0.5)
                    .take_while(|y| *y > -0.3)
                    .sum();
                s += 0.4;
            }
            s
        }

        #[differentiate]
        fn in_a_branch(xs: &[$F], a: $F) -> $F {
            if a > 0.0 {
                xs.iter().chain(&[a, a * a]).filter(|x| **x > 0.0).product()
            } else {
                xs.iter().skip_while(|x| **x > 0.0).map(|x| x * a).sum()
            }
        }

        #[differentiate]
        fn in_called_functions(xs: &[$F], a: $F) -> $F {
            filtered(xs, a) * taken_while(xs, a) + chained(xs, &[a, a])
        }
    };
}

zoo! {
    functions;
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
    in_a_loop(xs, const n) at ([0.8, -0.3, 1.2], 0), ([0.8, -0.3, 1.2], 3);
    in_a_branch(xs, a) at ([0.8, -0.3], 0.7), ([0.8, -0.3, 0.4], -0.7);
    in_called_functions(xs, a) at ([0.8, -0.3], 0.7);
}
