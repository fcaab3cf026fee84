//! Iterators over parts of slices, and over the same again.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

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
        fn arrays_mapped(a: [$F; 3], b: $F) -> $F {
            let squares = a.map(|x| x * x + b);
            let signs = a.map(|x| x > 0.0);
            let scaled = [b, b * b].map(|x| x.sin());
            squares
                .iter()
                .zip(signs)
                .map(|(q, s)| if s { *q } else { b })
                .sum::<$F>()
                * scaled[1]
        }

        #[differentiate]
        fn references_to_parts(xs: &[$F], n: usize) -> $F {
            let row = |i: usize| &xs[i * n..(i + 1) * n];
            (0..xs.len() / n)
                .map(|i| row(i).iter().zip(row(0)).map(|(a, b)| a * b).sum::<$F>())
                .sum()
        }

        #[differentiate]
        fn matrix_times_vector(m: &[$F], x: &[$F]) -> $F {
            m.chunks_exact(x.len())
                .map(|row| row.iter().zip(x).map(|(a, b)| a * b).sum::<$F>())
                .map(|y| y * y)
                .sum()
        }
    };
}

zoo! {
    functions;
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
    arrays_mapped(a, b) at ([0.8, -0.3, 1.2], 0.7);
    references_to_parts(xs, const n) at ([0.8, -0.3, 1.2, 0.4], 2), ([0.0; 0], 2);
    matrix_times_vector(m, x) at
        ([0.8, -0.3, 1.2, 0.5], [0.7, 0.2]), ([0.8, -0.3, 1.2, 0.5, 0.3], [0.7, 0.2]);
}

mod panics {
    use differentiate::differentiate;

    #[differentiate]
    fn in_chunks(xs: &[f64], size: usize) -> f64 {
        xs.chunks(size).map(|part| part[0]).sum()
    }

    #[differentiate]
    fn in_windows(xs: &[f64], size: usize) -> f64 {
        xs.windows(size).map(|part| part.len() as f64 * xs[0]).sum()
    }

    #[differentiate]
    fn in_steps(xs: &[f64], step: usize) -> f64 {
        xs.iter().step_by(step).sum()
    }

    #[differentiate]
    fn in_steps_of_a_range(x: f64, step: usize) -> f64 {
        (0..3).step_by(step).map(|i| x * i as f64).sum()
    }

    #[differentiate]
    fn greatest(xs: &[f64]) -> f64 {
        *xs.iter().max_by(|a, b| a.partial_cmp(b).unwrap()).unwrap()
    }

    #[test]
    #[should_panic(expected = "must not be zero")]
    fn chunks_of_nothing() {
        let _ = in_chunks::grad(&[1.0], 0);
    }

    #[test]
    #[should_panic(expected = "must not be zero")]
    fn windows_of_nothing() {
        let _ = in_windows::grad(&[1.0], 0);
    }

    #[test]
    #[should_panic(expected = "must not be zero")]
    fn steps_of_nothing() {
        let _ = in_steps::grad(&[], 0);
    }

    #[test]
    #[should_panic(expected = "step != 0")]
    fn steps_of_nothing_in_a_range() {
        let _ = in_steps_of_a_range::grad(1.0, 0);
    }

    #[test]
    #[should_panic(expected = "called `Option::unwrap()` on a `None` value")]
    fn comparison_with_nan() {
        let _ = greatest::grad(&[1.0, f64::NAN]);
    }
}
