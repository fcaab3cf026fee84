//! Slices, arrays and vectors: parts of them, and elements that move.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;
        use std::mem;

        /// Numbers of which each has a weight of its own, so that order matters.
        #[differentiate]
        fn weighed(xs: &[$F]) -> $F {
            let mut s = 0.0;
            for (i, x) in xs.iter().enumerate() {
                s = s * 0.5 + x * x * (i + 1) as $F;
            }
            s
        }

        #[differentiate]
        fn reversed(xs: &[$F]) -> $F {
            let mut v = xs.to_vec();
            v.reverse();
            for i in 1..v.len() {
                v[i] += v[i - 1] * v[i];
            }
            v.reverse();
            weighed(&v)
        }

        #[differentiate]
        fn rotated(xs: [$F; 4], k: usize) -> $F {
            let mut a = xs;
            a.rotate_left(k);
            a[0] *= a[1];
            a[1..].rotate_right(k.min(2));
            weighed(&a) * a[3]
        }

        #[differentiate]
        fn rotated_in_a_loop(xs: &[$F], n: usize) -> $F {
            let mut v = xs.to_vec();
            let mut s = 0.0;
            for i in 0..n {
                v.rotate_left(1);
                v[0] = v[0].sin() + v[1];
                if i % 2 == 0 {
                    v[1..].reverse();
                }
                s += v[2] * v[0];
            }
            s + weighed(&v)
        }

        #[differentiate]
        fn bubble_sort(xs: &[$F]) -> $F {
            let mut v = xs.to_vec();
            for i in 0..v.len() {
                for j in 1..v.len() - i {
                    if v[j - 1] > v[j] {
                        v.swap(j - 1, j);
                    }
                }
            }
            weighed(&v)
        }

        #[differentiate]
        fn swapped_rows(xs: &[$F]) -> $F {
            let mut rows = [[xs[0], xs[1]], [xs[1], xs[2]], [xs[0] * xs[2], 1.0]];
            rows.swap(0, 2);
            rows[1].swap(0, 1);
            rows[0][1] *= rows[1][0];
            weighed(&rows[0]) + rows[1][1] * rows[2][0]
        }

        #[differentiate]
        fn swapped_scalars(x: $F, y: $F, n: usize) -> $F {
            let (mut a, mut b) = (x, y * y);
            let mut v = [x * y, 2.0];
            for i in 0..n {
                mem::swap(&mut a, &mut b);
                a = a * b + v[0];
                if i % 2 == 1 {
                    mem::swap(&mut a, &mut v[1]);
                    mem::swap(&mut v[0], &mut b);
                }
            }
            a * 2.0 + b * v[0] + v[1]
        }

        #[differentiate]
        fn double_buffer(xs: &[$F], n: usize) -> $F {
            let mut now = xs.to_vec();
            let mut next = vec![0.0; xs.len()];
            for _ in 0..n {
                for i in 0..now.len() {
                    let left = now[i.saturating_sub(1)];
                    next[i] = now[i] + 0.1 * (left * now[i]).sin();
                }
                mem::swap(&mut now, &mut next);
            }
            weighed(&now) + next.first().copied().unwrap_or(0.5)
        }

        #[differentiate]
        fn double_buffer_of_arrays(x: $F, y: $F, n: usize) -> $F {
            let mut now = [x, y, x * y];
            let mut next = [0.0; 3];
            for _ in 0..n {
                for i in 0..3 {
                    next[i] = now[(i + 1) % 3].sin() * now[i];
                }
                mem::swap(&mut now, &mut next);
            }
            now[0] * next[1] + now[2]
        }

        #[differentiate]
        fn vectors_of_two_lengths_swapped(xs: &[$F], n: usize) -> $F {
            let mut a = xs.to_vec();
            let mut b = vec![xs[0] * xs[0]];
            for i in 0..n {
                mem::swap(&mut a, &mut b);
                a[0] *= 1.5 - b[0];
                if i % 3 == 0 {
                    a.push(b[b.len() - 1] * 0.5);
                }
            }
            weighed(&a) - weighed(&b)
        }

        #[differentiate]
        fn replaced(xs: &[$F], n: usize) -> $F {
            let mut v = xs.to_vec();
            let mut s = 0.0;
            let mut x = 1.0;
            for i in 0..n {
                let old = mem::replace(&mut v, vec![s + x, xs[0] * i as $F]);
                s += weighed(&old) * v[0];
                let before = mem::replace(&mut x, s * 0.1);
                s -= before * x;
            }
            s + weighed(&v)
        }

        #[differentiate]
        fn taken(xs: &[$F], n: usize) -> $F {
            let mut v = xs.to_vec();
            let mut s = 0.5;
            for _ in 0..n {
                let old = mem::take(&mut v);
                for y in &old {
                    v.push(y * s);
                }
                v.push(s);
                s = weighed(&v) * 0.1 + weighed(&old) * 0.1;
                let mut w = v.clone();
                let empty: Vec<$F> = mem::take(&mut w);
                s += empty[0] + w.len() as $F;
            }
            s
        }

        #[differentiate]
        fn taken_scalar_and_array(x: $F, y: $F) -> $F {
            let mut a: $F = x * y;
            let mut b: [$F; 2] = [x, y];
            let c = mem::take(&mut a);
            a += c * c;
            let d = mem::take(&mut b);
            b[0] += d[1] * a;
            b[0] * d[0] + b[1]
        }

        #[differentiate]
        fn tuples_swapped(x: $F, y: $F) -> $F {
            let mut p = (x, 1.0);
            let mut q = (2.0, y);
            mem::swap(&mut p, &mut q);
            p.1 *= q.0;
            let old = mem::replace(&mut p, (y, x));
            old.0 * 3.0 + old.1 * 5.0 + q.0 * 7.0 + q.1 + p.0 * p.1
        }

        #[differentiate]
        fn changes_a_pair(p: &mut ($F, $F), by: $F) {
            p.0 = p.1 * p.0 * by;
            p.1 += p.0;
        }

        #[differentiate]
        fn tuple_behind_a_reference(x: $F, y: $F) -> $F {
            let mut p = (x, y);
            changes_a_pair(&mut p, x);
            let r = &mut p;
            r.0 = r.1 * r.0;
            changes_a_pair(r, y);
            p.0 * p.1
        }

        #[differentiate]
        fn parts(xs: &[$F]) -> $F {
            let (a, b) = xs.split_at(xs.len() / 2);
            let c = &xs[1..];
            let mut s = weighed(a) * 2.0 - weighed(b);
            for (x, y) in a.iter().zip(b) {
                s += x * y;
            }
            s * c[0] + weighed(&c[..1])
        }

        #[differentiate]
        fn parts_written(xs: &[$F]) -> $F {
            let mut v = xs.to_vec();
            let half = v.len() / 2;
            let (a, b) = v.split_at_mut(half);
            for (x, y) in a.iter_mut().zip(b.iter_mut()) {
                *x *= *y;
                *y += *x * *x;
            }
            mem::swap(&mut a[0], &mut b[1]);
            let tail = &mut v[1..];
            tail[0] = tail[1] * tail[0];
            weighed(&v)
        }

        #[differentiate]
        fn ends(xs: &[$F]) -> $F {
            let first = xs.first().unwrap();
            let last = xs.last().copied().unwrap();
            let (head, tail) = xs.split_first().unwrap();
            let (end, front) = xs.split_last().unwrap();
            first * last + head * weighed(tail) - end * weighed(front)
        }

        #[differentiate]
        fn ends_written(xs: &[$F], n: usize) -> $F {
            let mut v = xs.to_vec();
            for i in 0..n {
                *v.last_mut().unwrap() *= v[0];
                *v.first_mut().unwrap() += 0.5;
                *v.get_mut(i).unwrap() = v[i] * v[i];
            }
            weighed(&v)
        }

        #[differentiate]
        fn looked_up(xs: &[$F], n: usize) -> $F {
            let mut s = xs.first().copied().unwrap_or(0.25);
            for i in 0..n {
                s = s * xs.get(i).unwrap_or(&0.5) + xs.get(i + 1).copied().unwrap_or(s.sin());
                if xs.get(i).is_some() {
                    s += *xs.last().unwrap();
                }
            }
            s
        }

        #[differentiate]
        fn copied_from_slices(xs: &[$F], n: usize) -> $F {
            let mut v = vec![1.0; xs.len() + 1];
            for i in 0..n {
                v[1..].copy_from_slice(xs);
                v[0] = v[xs.len()] * i as $F;
                let w = [v[0], v[0] * v[0]];
                v[..2].clone_from_slice(&w);
            }
            weighed(&v)
        }

        #[differentiate]
        fn copied_within(xs: [$F; 5], to: usize) -> $F {
            let mut a = xs;
            a[1] *= a[0];
            a.copy_within(1..4, to);
            a[2] += a[3] * a[0];
            a.copy_within(..2, 3);
            weighed(&a)
        }

        #[differentiate]
        fn filled(x: $F, y: $F) -> $F {
            let mut a = [[x; 2]; 3];
            a[1].fill(x * y);
            a[1..].fill([y, 2.0]);
            let mut v = vec![y; 3];
            v[..2].fill(x);
            a[0][0] * a[1][0] * v[1] + v[2] * a[2][1]
        }

        #[differentiate]
        fn slices_swapped(xs: &[$F]) -> $F {
            let mut v = xs.to_vec();
            let mut a = [xs[0] * xs[1], 2.0];
            a.swap_with_slice(&mut v[1..3]);
            let (low, high) = v.split_at_mut(2);
            low.swap_with_slice(&mut high[..2]);
            weighed(&v) * a[0] + a[1]
        }

        #[differentiate]
        fn changed_in_place(x: &mut [$F], k: usize) {
            x.reverse();
            x[0] *= x[1];
            x.rotate_left(k);
            x.swap(0, 2);
            x[1..].reverse();
        }

        #[differentiate]
        fn changed_by_a_call(xs: &[$F], n: usize) -> $F {
            let mut v = xs.to_vec();
            for i in 0..n {
                changed_in_place(&mut v, i);
                changed_in_place(&mut v[1..], 1);
            }
            weighed(&v)
        }

        #[differentiate]
        fn rows_of_vectors(xs: &[$F], n: usize) -> $F {
            let mut m = vec![vec![0.0; xs.len()]; n];
            for i in 0..n {
                for j in 0..xs.len() {
                    m[i][j] = xs[j] * (i as $F + xs[0]);
                }
            }
            m.reverse();
            if n > 1 {
                m.swap(0, 1);
            }
            let all = m.concat();
            let from = Vec::from([xs[0], 2.0]);
            weighed(&all) + weighed(&from) + weighed(&[xs[0]; 3].to_vec())
        }
    };
}

zoo! {
    functions;
    weighed(xs) at ([0.0; 0]), ([0.8, -0.3, 1.2]);
    reversed(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3]), ([0.8, -0.3, 1.2]);
    rotated(xs, const k) at ([0.8, -0.3, 1.2, 0.5], 0), ([0.8, -0.3, 1.2, 0.5], 3);
    rotated_in_a_loop(xs, const n) at ([0.8, -0.3, 1.2], 0), ([0.8, -0.3, 1.2, 0.5], 5);
    bubble_sort(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9, 2.0]);
    swapped_rows(xs) at ([0.8, -0.3, 1.2]);
    swapped_scalars(x, y, const n) at (0.8, -0.3, 0), (0.8, -0.3, 1), (0.8, -0.3, 4);
    double_buffer(xs, const n) at
        ([0.0; 0], 2), ([0.8, -0.3, 1.2], 0), ([0.8, -0.3, 1.2], 1), ([0.8, -0.3, 1.2], 4);
    double_buffer_of_arrays(x, y, const n) at (0.8, -0.3, 0), (0.8, -0.3, 1), (0.8, -0.3, 4);
    vectors_of_two_lengths_swapped(xs, const n) at
        ([0.8, -0.3, 1.2], 0), ([0.8, -0.3, 1.2], 1), ([0.8, -0.3, 1.2], 5);
    replaced(xs, const n) at ([0.8], 0), ([0.8, -0.3, 1.2], 3);
    taken(xs, const n) at ([0.8], 0), ([0.8, -0.3, 1.2], 1), ([0.8, -0.3], 4);
    taken_scalar_and_array(x, y) at (0.8, -0.3);
    tuples_swapped(x, y) at (0.8, -0.3);
    tuple_behind_a_reference(x, y) at (0.8, -0.3);
    parts(xs) at ([0.8, -0.3]), ([0.8, -0.3, 1.2, 0.5, -0.1]);
    parts_written(xs) at ([0.8, -0.3, 1.2]), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9]);
    ends(xs) at ([0.8]), ([0.8, -0.3]), ([0.8, -0.3, 1.2, 0.5]);
    ends_written(xs, const n) at ([0.8], 0), ([0.8], 1), ([0.8, -0.3, 1.2], 3);
    looked_up(xs, const n) at ([0.0; 0], 2), ([0.8], 0), ([0.8, -0.3], 4);
    copied_from_slices(xs, const n) at ([0.8], 0), ([0.8], 1), ([0.8, -0.3, 1.2], 3);
    copied_within(xs, const to) at
        ([0.8, -0.3, 1.2, 0.5, -0.1], 0), ([0.8, -0.3, 1.2, 0.5, -0.1], 1),
        ([0.8, -0.3, 1.2, 0.5, -0.1], 2);
    filled(x, y) at (0.8, -0.3);
    slices_swapped(xs) at ([0.8, -0.3, 1.2, 0.5]), ([0.8, -0.3, 1.2, 0.5, -0.1]);
    changed_by_a_call(xs, const n) at
        ([0.8, -0.3, 1.2, 0.5], 0), ([0.8, -0.3, 1.2, 0.5], 1), ([0.8, -0.3, 1.2, 0.5, 0.1], 3);
    rows_of_vectors(xs, const n) at ([0.8], 0), ([0.8, -0.3], 1), ([0.8, -0.3, 1.2], 3);
}
