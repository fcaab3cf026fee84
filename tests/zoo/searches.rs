//! What iterators find, keep or leave out: `find`, `reduce`, `filter_map`, `scan` and their like.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn found(xs: &[$F], a: $F) -> $F {
            a * xs.iter().find(|x| **x > 0.5).unwrap()
        }

        #[differentiate]
        fn found_or_else(xs: &[$F], a: $F) -> $F {
            let found = xs.iter().copied().find(|x| *x > 0.5);
            found.unwrap_or(a * a) * a
        }

        #[differentiate]
        fn found_by_if_let(xs: &[$F], a: $F) -> $F {
            if let Some(x) = xs.iter().map(|x| x * a).find(|y| *y > 0.5) {
                x.sin() * a
            } else {
                a
            }
        }

        #[differentiate]
        fn found_with_its_index(xs: &[$F]) -> $F {
            match xs.iter().enumerate().find(|(_, x)| **x < 0.0) {
                Some((i, x)) => x * x * i as $F,
                None => xs.iter().sum(),
            }
        }

        #[differentiate]
        fn found_row(m: &[[$F; 2]], a: $F) -> $F {
            match m.iter().find(|row| row[0] < row[1]) {
                Some(row) => row[0] * row[1] * a,
                None => a * a,
            }
        }

        #[differentiate]
        fn found_chunk(xs: &[$F], a: $F) -> $F {
            xs.chunks(2)
                .find(|pair| pair[0] < a)
                .map_or(a, |pair| pair.iter().product::<$F>() * a)
        }

        #[differentiate]
        fn found_and_changed(xs: &[$F], a: $F) -> $F {
            let mut ys = xs.to_vec();
            if let Some(y) = ys.iter_mut().find(|y| **y < 0.0) {
                *y *= a;
            }
            ys.iter().map(|y| y * y).sum()
        }

        #[differentiate]
        fn found_from_the_back(xs: &[$F], a: $F) -> $F {
            let last = xs.iter().rfind(|x| **x < 0.9).map_or(a, |x| x * a);
            xs.iter().rev().find(|x| **x > 0.0).map_or(a, |x| x * a) * last
        }

        #[differentiate]
        fn found_and_mapped(xs: &[$F], a: $F) -> $F {
            xs.iter()
                .find_map(|&x| if x > 0.5 { Some(x * x * a) } else { None })
                .unwrap_or(a)
        }

        #[differentiate]
        fn at_the_position(xs: &[$F], ys: &[$F]) -> $F {
            match xs.iter().position(|&x| x < 0.0) {
                Some(i) => ys[i] * xs[i],
                None => ys[0],
            }
        }

        #[differentiate]
        fn last(xs: &[$F], a: $F) -> $F {
            xs.iter().last().map_or(a, |x| x * a)
        }

        #[differentiate]
        fn last_of_the_filtered(xs: &[$F], a: $F) -> $F {
            xs.iter()
                .map(|x| x * a)
                .filter(|y| *y > 0.0)
                .last()
                .unwrap_or(a)
        }

        #[differentiate]
        fn nth(xs: &[$F], k: usize, a: $F) -> $F {
            xs.iter().nth(k).map_or(a * a, |x| x * a)
        }

        #[differentiate]
        fn nth_from_the_back(xs: &[$F], k: usize, a: $F) -> $F {
            xs.iter().rev().nth(k).map_or(a * a, |x| x * a)
        }

        #[differentiate]
        fn nth_of_the_filtered(xs: &[$F], k: usize) -> $F {
            xs.iter()
                .filter(|x| **x > 0.0)
                .map(|x| x * x)
                .nth(k)
                .unwrap_or(0.0)
        }

        #[differentiate]
        fn reduced(xs: &[$F]) -> $F {
            xs.iter().copied().reduce(|a, b| a * b + a).unwrap_or(1.0)
        }

        #[differentiate]
        fn reduced_by_path(xs: &[$F], a: $F) -> $F {
            xs.iter().copied().reduce($F::max).unwrap_or(a) * a
        }

        #[differentiate]
        fn reduced_pairs(xs: &[$F], ys: &[$F]) -> $F {
            let pairs = xs.iter().copied().zip(ys.iter().copied());
            match pairs.reduce(|(a, b), (x, y)| (a * x - b * y, a * y + b * x)) {
                Some((re, im)) => re * re + 2.0 * im,
                None => 0.0,
            }
        }

        #[differentiate]
        fn greatest_by(xs: &[$F]) -> $F {
            let m = xs.iter().max_by(|a, b| a.partial_cmp(b).unwrap()).unwrap();
            m * m
        }

        #[differentiate]
        fn greatest_by_total_order(xs: &[$F], a: $F) -> $F {
            xs.iter().copied().max_by($F::total_cmp).unwrap_or(a) * a
        }

        #[differentiate]
        fn least_by(xs: &[$F], a: $F) -> $F {
            xs.iter()
                .map(|x| x * a)
                .min_by(|x, y| (x * x).total_cmp(&(y * y)))
                .unwrap()
        }

        #[differentiate]
        fn nearest(points: &[[$F; 2]], p: [$F; 2]) -> $F {
            let distance = |q: &[$F; 2]| (q[0] - p[0]).powi(2) + (q[1] - p[1]).powi(2);
            let nearest = points
                .iter()
                .min_by(|a, b| distance(a).partial_cmp(&distance(b)).unwrap())
                .unwrap();
            distance(nearest) * nearest[0]
        }

        #[differentiate]
        fn index_of_the_greatest(xs: &[$F], ys: &[$F]) -> $F {
            let (i, m) = xs
                .iter()
                .enumerate()
                .max_by(|(_, a), (_, b)| a.total_cmp(b))
                .unwrap();
            m * ys[i]
        }

        #[differentiate]
        fn greatest_of_integers(xs: &[$F], indices: &[usize]) -> $F {
            let most = indices.iter().max().unwrap();
            let least = indices.iter().copied().min().unwrap();
            xs[*most] * xs[least] * xs[*most]
        }

        #[differentiate]
        fn by_a_key(xs: &[$F], keys: &[i32]) -> $F {
            let (x, _) = xs.iter().zip(keys).max_by_key(|(_, k)| **k).unwrap();
            let (y, _) = xs.iter().zip(keys).min_by_key(|&(_, k)| k * k).unwrap();
            x * y * y
        }

        #[differentiate]
        fn filtered_and_mapped(xs: &[$F], a: $F) -> $F {
            xs.iter()
                .filter_map(|&x| if x > 0.0 { Some((x * a).sin()) } else { None })
                .sum()
        }

        #[differentiate]
        fn filtered_and_mapped_by_index(xs: &[$F], indices: &[usize], a: $F) -> $F {
            let at = |i: usize| if i < xs.len() { Some(xs[i]) } else { None };
            indices
                .iter()
                .filter_map(|&i| at(i))
                .fold(a, |s, x| s * x + a)
        }

        #[differentiate]
        fn mapped_while(xs: &[$F], a: $F) -> $F {
            xs.iter()
                .map_while(|&x| if x > 0.0 { Some(x * a) } else { None })
                .map(|y| y * y)
                .sum()
        }

        #[differentiate]
        fn scanned(xs: &[$F], a: $F) -> $F {
            xs.iter()
                .scan(a, |state, x| {
                    *state = *state * x + a;
                    Some(*state)
                })
                .map(|y| y * y)
                .sum()
        }

        #[differentiate]
        fn scanned_to_an_end(xs: &[$F]) -> $F {
            xs.iter()
                .scan(1.0, |product, x| {
                    *product *= x;
                    if *product < 0.2 {
                        return None;
                    }
                    Some(*product)
                })
                .sum()
        }

        #[differentiate]
        fn scanned_beside(xs: &[$F], ys: &[$F]) -> $F {
            let sums = xs.iter().scan(0.0, |sum, x| {
                *sum += x;
                Some(*sum)
            });
            ys.iter().zip(sums).map(|(y, s)| y * s).sum()
        }

        #[differentiate]
        fn fibonacci(n: usize, x: $F) -> $F {
            (0..n)
                .scan((x, 1.0), |(a, b), _| {
                    let next = *a + *b * x;
                    *a = *b;
                    *b = next;
                    Some(next)
                })
                .last()
                .unwrap_or(x)
        }

        #[differentiate]
        fn flattened_options(xs: &[$F], indices: &[usize]) -> $F {
            indices
                .iter()
                .map(|&i| if i < xs.len() { Some(xs[i]) } else { None })
                .flatten()
                .map(|x| x * x)
                .sum()
        }

        #[differentiate]
        fn chained_with_an_option(xs: &[$F], a: $F) -> $F {
            let more = if a > 0.0 { Some(a * a) } else { None };
            xs.iter().copied().chain(more).product()
        }

        #[differentiate]
        fn conditions_to_options(xs: &[$F], a: $F) -> $F {
            let s: $F = xs.iter().filter_map(|&x| (x > 0.0).then_some(x * a)).sum();
            let t: $F = xs
                .iter()
                .filter_map(|x| (*x < 0.5).then(|| x.sin() * s))
                .sum();
            t * (a > 0.0).then_some(s).unwrap_or(a)
        }

        #[differentiate]
        fn question_marks_in_closures(xs: &[$F], a: $F) -> $F {
            let positive = |x: $F| if x > 0.0 { Some(x * a) } else { None };
            xs.iter()
                .filter_map(|&x| {
                    let y = positive(x)?;
                    let z = positive(y - 0.2)?;
                    Some(y * z)
                })
                .sum()
        }

        #[differentiate]
        fn in_a_loop(xs: &[$F], n: usize) -> $F {
            let mut s = 0.1;
            for _ in 0..n {
                s += xs.iter().map(|x| x * s).find(|y| *y > 0.05).unwrap_or(0.2) * s;
            }
            s
        }

        #[differentiate]
        fn in_called_functions(xs: &[$F], a: $F) -> $F {
            found(xs, a) * scanned(xs, a) + last(xs, a)
        }
    };
}

zoo! {
    functions;
    found(xs, a) at ([0.8], 0.7), ([0.2, -0.3, 1.2, 0.9], 0.7);
    found_or_else(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2, 0.9], 0.7), ([0.2], 0.7);
    found_by_if_let(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2, 0.9], 0.7), ([0.2], 0.7);
    found_with_its_index(xs) at ([0.0; 0]), ([0.2, -0.3, 1.2, 0.9]), ([0.2, 0.4]);
    found_row(m, a) at ([[0.0; 2]; 0], 0.7), ([[0.8, 0.2], [0.3, 0.5], [0.1, 0.9]], 0.7);
    found_chunk(xs, a) at ([0.0; 0], 0.7), ([0.8, 0.4, 0.3], 0.7), ([0.8, 0.4, 0.3, 0.6], 0.7);
    found_and_changed(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, -0.4], 0.7), ([0.8], 0.7);
    found_from_the_back(xs, a) at ([0.0; 0], 0.7), ([0.8, 0.3, -0.4], 0.7), ([-0.8], 0.7);
    found_and_mapped(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2, 0.9], 0.7), ([0.2], 0.7);
    at_the_position(xs, ys) at ([0.0; 0], [0.4]), ([0.2, -0.3, 1.2], [0.5, 0.6, 0.7]);
    last(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2], 0.7);
    last_of_the_filtered(xs, a) at ([0.0; 0], 0.7), ([0.2, 0.3, -1.2], 0.7), ([-0.2], 0.7);
    nth(xs, const k, a) at ([0.0; 0], 0, 0.7), ([0.2, 0.3, -1.2], 1, 0.7), ([0.2], 1, 0.7);
    nth_from_the_back(xs, const k, a) at
        ([0.0; 0], 0, 0.7), ([0.2, 0.3, -1.2], 0, 0.7), ([0.2], 1, 0.7), ([0.2, 0.4], 1, 0.7);
    nth_of_the_filtered(xs, const k) at ([0.0; 0], 0), ([0.2, -0.3, 1.2], 1), ([0.2], 1);
    reduced(xs) at ([0.0; 0]), ([0.8]), ([0.2, -0.3, 1.2]);
    reduced_by_path(xs, a) at ([0.0; 0], 0.7), ([0.8], 0.7), ([0.2, -0.3, 1.2, 0.4], 0.7);
    reduced_pairs(xs, ys) at
        ([0.0; 0], [0.4]), ([0.8], [0.4]), ([0.2, -0.3, 1.2], [0.5, 0.6, 0.7]);
    greatest_by(xs) at ([0.8]), ([0.2, -0.3, 1.2, 0.4]);
    greatest_by_total_order(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2, 0.4], 0.7);
    least_by(xs, a) at ([0.8], 0.7), ([0.2, -0.1, 1.2], 0.7);
    nearest(points, p) at ([[0.8, 0.2], [0.3, 0.5], [0.1, 0.9]], [0.4, 0.3]);
    index_of_the_greatest(xs, ys) at ([0.2, 1.2, 0.3], [0.5, 0.6, 0.7]);
    greatest_of_integers(xs, const indices) at ([0.2, 1.2, 0.3], [1, 2, 1]);
    by_a_key(xs, const keys) at ([0.2, 1.2, 0.3, 0.9], [1, 2, -1, 2]);
    filtered_and_mapped(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2], 0.7);
    filtered_and_mapped_by_index(xs, const indices, a) at
        ([0.2, -0.3, 1.2], [0; 0], 0.7), ([0.2, -0.3, 1.2], [2, 9, 0, 2], 0.7);
    mapped_while(xs, a) at ([0.0; 0], 0.7), ([0.2, 0.3, -1.2, 0.4], 0.7), ([0.2], 0.7);
    scanned(xs, a) at ([0.0; 0], 0.7), ([0.2, 0.3, -1.2], 0.7);
    scanned_to_an_end(xs) at ([0.0; 0]), ([0.8, 0.9, 0.1, 0.7]), ([0.8, 0.9]);
    scanned_beside(xs, ys) at ([0.0; 0], [0.4]), ([0.2, 0.3, -1.2], [0.5, 0.6]);
    fibonacci(const n, x) at (0, 0.7), (1, 0.7), (6, 0.7);
    flattened_options(xs, const indices) at ([0.2, 0.3, -1.2], [2, 9, 0]);
    chained_with_an_option(xs, a) at ([0.2, 0.3], 0.7), ([0.2, 0.3], -0.7), ([0.0; 0], -0.7);
    conditions_to_options(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2], 0.7);
    question_marks_in_closures(xs, a) at ([0.0; 0], 0.7), ([0.2, -0.3, 1.2], 0.7);
    in_a_loop(xs, const n) at ([0.0; 0], 3), ([0.2, 0.3, 1.2], 3), ([0.9], 0);
    in_called_functions(xs, a) at ([0.8, 0.3], 0.7);
}
