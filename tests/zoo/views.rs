//! References as names for places: `&mut` locals, rows, sub-slices, computed and gathered indices.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn mutable_reference_to_a_variable(x: $F) -> $F {
            let mut y = x * x;
            let r = &mut y;
            *r *= 2.0;
            *r += x * *r;
            y * x
        }

        #[differentiate]
        fn mutable_reference_to_an_element(xs: [$F; 3], i: usize) -> $F {
            let mut a = xs;
            let r = &mut a[i];
            *r = *r * *r + 1.0;
            *r *= xs[0];
            a[0] * a[1] * a[2]
        }

        #[differentiate]
        fn mutable_row(m: [[$F; 3]; 2], i: usize) -> $F {
            let mut m = m;
            let row = &mut m[i];
            for j in 1..3 {
                row[j] = row[j - 1] * row[j] + 0.5;
            }
            row[0] = 2.0;
            m[0][2] * m[1][2] + m[0][0] * m[1][0]
        }

        #[differentiate]
        fn mutable_array(xs: [$F; 3]) -> $F {
            let mut a = xs;
            {
                let b = &mut a;
                b[0] *= b[1];
                b[2] = b[0] + 1.0;
            }
            a[0] * a[2]
        }

        #[differentiate]
        fn row_of_a_matrix(m: &[[$F; 3]; 2], i: usize) -> $F {
            let row = &m[i];
            let other = &m[1 - i];
            row[0] * other[2] + row[1] * row[1]
        }

        #[differentiate]
        fn row_of_a_flat_matrix(w: &[$F], x: [$F; 2]) -> $F {
            let mut s = 1.0;
            for i in 0..w.len() / 2 {
                let row = &w[i * 2..(i + 1) * 2];
                let mut dot = 0.0;
                for j in 0..2 {
                    dot += row[j] * x[j];
                }
                s *= dot + 1.0;
            }
            s
        }

        #[differentiate]
        fn row_of_known_length(w: &[$F], i: usize) -> $F {
            let row = &w[i * 2..][..2];
            row[0] * row[1] + row.len() as $F * w[0]
        }

        #[differentiate]
        fn all_kinds_of_ranges(a: &[$F], i: usize) -> $F {
            let all = &a[..];
            let head = &a[..i];
            let tail = &a[i..];
            let middle = &a[1..=2];
            let mut s = all[0] * middle[0] * middle[1];
            for x in head {
                s += x * x;
            }
            for x in tail.iter() {
                s *= 1.0 + x;
            }
            s
        }

        #[differentiate]
        fn slice_of_a_slice(a: &[$F]) -> $F {
            let b = &a[1..];
            let c = &b[1..b.len() - 1];
            let mut s = b[0];
            for x in c {
                s = s * x + c[0];
            }
            s
        }

        #[differentiate]
        fn slice_of_a_local(x: $F, n: usize) -> $F {
            let mut v = vec![x; n + 1];
            for i in 0..n {
                v[i] *= i as $F * x;
            }
            let most = &v[..n];
            let mut s = v[n];
            for y in most {
                s += y * y;
            }
            s
        }

        #[differentiate]
        fn mutable_slice_of_a_local(xs: &[$F], i: usize) -> $F {
            let mut v = xs.to_vec();
            let part = &mut v[i..];
            for y in part.iter_mut() {
                *y *= *y;
            }
            for k in 0..part.len() {
                part[k] += part[0] * 0.5;
            }
            let mut s = 1.0;
            for y in &v {
                s = s * y + 0.5;
            }
            s
        }

        #[differentiate]
        fn reference_to_an_element(a: &[$F], i: usize) -> $F {
            let r = &a[i];
            let s = &a[i + 1];
            r * s + *r * *r
        }

        #[differentiate]
        fn reference_that_moves_in_a_loop(m: &[[$F; 2]; 3]) -> $F {
            let mut s = 1.0;
            for i in 0..3 {
                let row = &m[i];
                let next = &m[(i + 1) % 3];
                s = s * row[0] + next[1] * row[1];
            }
            s
        }

        #[differentiate]
        fn window(a: &[$F], width: usize) -> $F {
            let mut s = 0.0;
            for i in 0..=a.len() - width {
                let part = &a[i..i + width];
                let mut p = 1.0;
                for x in part {
                    p *= x;
                }
                s += p * p;
            }
            s
        }

        #[differentiate]
        fn gather(a: &[$F], indices: &[usize]) -> $F {
            let mut s = 1.0;
            for k in 0..indices.len() {
                s = s * a[indices[k]] + 0.5 * a[indices[indices.len() - 1 - k]];
            }
            s
        }

        #[differentiate]
        fn scatter(a: &[$F], indices: &[usize]) -> $F {
            let mut sums = vec![0.5; 3];
            for k in 0..indices.len() {
                sums[indices[k]] += a[k] * sums[0];
            }
            sums[0] * sums[1] + sums[2]
        }

        #[differentiate]
        fn permuted_in_place(a: &[$F], indices: &[usize]) -> $F {
            let mut b = a.to_vec();
            for (i, &k) in indices.iter().enumerate() {
                let t = b[i];
                b[i] = b[k] * a[0];
                b[k] = t;
            }
            b[0] * b[0] + b[1] * 2.0 - b[2]
        }

        #[differentiate]
        fn index_from_the_data(x: $F, table: &[$F]) -> $F {
            let i = x as usize;
            let t = x - i as $F;
            table[i] * (1.0 - t) + table[i + 1] * t
        }

        #[differentiate]
        fn index_from_the_data_that_changes(x: $F, table: [$F; 4], n: usize) -> $F {
            let mut y = x;
            let mut table = table;
            for _ in 0..n {
                let i = y as usize % 4;
                table[i] += 0.1 * y;
                y = y + table[i] * table[(i + 1) % 4];
                y = y.abs();
            }
            y
        }

        #[differentiate]
        fn index_arithmetic(a: &[$F], n: usize, m: usize) -> $F {
            let mut s = 0.0;
            for i in 0..n {
                for j in 0..m {
                    let k = i * m + j;
                    let mirrored = (n - 1 - i) * m + (m - 1 - j);
                    s += a[k] * a[mirrored] * (k + 1) as $F;
                }
            }
            s
        }

        #[differentiate]
        fn index_of_an_index(a: &[$F; 4], next: &[usize; 4], n: usize) -> $F {
            let mut at = 0;
            let mut s = 1.0;
            for _ in 0..n {
                s += a[at] * a[next[next[at]]] * s;
                at = next[at];
            }
            s
        }

        #[differentiate]
        fn elements_swapped(a: &[$F; 3], x: $F) -> $F {
            let mut b = *a;
            b.swap(0, 2);
            b[0] *= x;
            b.swap(0, 1);
            b[0] * 2.0 + b[1] * b[2]
        }
    };
}

zoo! {
    functions;
    mutable_reference_to_a_variable(x) at (0.8);
    mutable_reference_to_an_element(xs, const i) at ([0.8, -0.3, 1.2], 0), ([0.8, -0.3, 1.2], 2);
    mutable_row(m, const i) at
        ([[0.8, -0.3, 1.2], [0.5, -0.1, 0.9]], 0), ([[0.8, -0.3, 1.2], [0.5, -0.1, 0.9]], 1);
    mutable_array(xs) at ([0.8, -0.3, 1.2]);
    row_of_a_matrix(m, const i) at
        ([[0.8, -0.3, 1.2], [0.5, -0.1, 0.9]], 0), ([[0.8, -0.3, 1.2], [0.5, -0.1, 0.9]], 1);
    row_of_a_flat_matrix(w, x) at
        ([0.0; 0], [0.7, -0.2]), ([0.8, -0.3], [0.7, -0.2]),
        ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9], [0.7, -0.2]);
    row_of_known_length(w, const i) at ([0.8, -0.3], 0), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9], 2);
    all_kinds_of_ranges(a, const i) at
        ([0.8, -0.3, 1.2], 0), ([0.8, -0.3, 1.2], 3), ([0.8, -0.3, 1.2, 0.5, -0.1], 2);
    slice_of_a_slice(a) at ([0.8, -0.3, 1.2]), ([0.8, -0.3, 1.2, 0.5, -0.1]);
    slice_of_a_local(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    mutable_slice_of_a_local(xs, const i) at
        ([0.8, -0.3, 1.2], 0), ([0.8, -0.3, 1.2], 2), ([0.8, -0.3], 2);
    reference_to_an_element(a, const i) at ([0.8, -0.3, 1.2], 0), ([0.8, -0.3, 1.2], 1);
    reference_that_moves_in_a_loop(m) at ([[0.8, -0.3], [1.2, 0.5], [-0.1, 0.9]]);
    window(a, const width) at
        ([0.8, -0.3, 1.2], 1), ([0.8, -0.3, 1.2, 0.5, -0.1], 2), ([0.8, -0.3], 2);
    gather(a, const indices) at
        ([0.8, -0.3, 1.2], [0; 0]), ([0.8, -0.3, 1.2], [1]), ([0.8, -0.3, 1.2], [2, 0, 2, 1]);
    scatter(a, const indices) at
        ([0.0; 0], [0; 0]), ([0.8], [2]), ([0.8, -0.3, 1.2, 0.5], [2, 0, 2, 1]);
    permuted_in_place(a, const indices) at
        ([0.8, -0.3, 1.2], [0; 0]), ([0.8, -0.3, 1.2], [1, 1, 1]), ([0.8, -0.3, 1.2], [2, 0, 2]);
    index_from_the_data(x, table) at (0.3, [0.8, -0.3, 1.2, 0.5]), (2.6, [0.8, -0.3, 1.2, 0.5]);
    index_from_the_data_that_changes(x, table, const n) at
        (0.3, [0.8, -0.3, 1.2, 0.5], 0), (2.6, [0.8, -0.3, 1.2, 0.5], 1),
        (1.4, [0.8, -0.3, 1.2, 0.5], 4);
    index_arithmetic(a, const n, const m) at
        ([0.0; 0], 0, 3), ([0.0; 0], 2, 0), ([0.8], 1, 1), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9], 2, 3);
    index_of_an_index(a, const next, const n) at
        ([0.8, -0.3, 1.2, 0.5], [2, 0, 3, 1], 0), ([0.8, -0.3, 1.2, 0.5], [2, 0, 3, 1], 1),
        ([0.8, -0.3, 1.2, 0.5], [2, 0, 3, 1], 6);
    elements_swapped(a, x) at ([0.8, -0.3, 1.2], 0.7);
}
