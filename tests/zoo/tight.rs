//! Loops whose adjoints are taken apart: sums in registers and in lanes, neighbours, slices.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn outer_particle(x: &[$F]) -> $F {
            let mut energy = 0.0;
            for i in 0..x.len() / 2 {
                for j in 0..i {
                    let (d, e) = (x[2 * i] - x[2 * j], x[2 * i + 1] - x[2 * j + 1]);
                    energy += 1.0 / (1.0 + d * d + e * e);
                }
            }
            energy
        }

        #[differentiate]
        fn last_of_perhaps_nothing(x: &[$F], p: &($F, $F)) -> $F {
            let mut sum = 0.0;
            for i in 0..x.len() {
                if x[i] > 0.1 {
                    sum += x[i] * x[x.len() - 1] * p.1 + p.0;
                }
            }
            sum
        }

        #[differentiate]
        fn scaled_by_one(x: &[$F], s: &$F, at: usize) -> $F {
            let mut sum = 0.0;
            for i in 0..x.len() {
                sum += x[i] * x[i] * *s * x[at];
            }
            sum
        }

        #[differentiate]
        fn product(a: &[$F], b: &[$F], n: usize) -> $F {
            let mut c = vec![0.0; n * n];
            for i in 0..n {
                for k in 0..n {
                    for j in 0..n {
                        c[i * n + j] += a[i * n + k] * b[k * n + j];
                    }
                }
            }
            let mut norm = 0.0;
            for i in 0..n * n {
                norm += c[i] * c[i];
            }
            norm
        }

        #[differentiate]
        fn weighted(w: &[$F], x: &[$F], from: usize, count: usize) -> $F {
            let mut sum = 0.0;
            for i in from..from + count {
                sum += w[0] * x[i] * x[i] + w[1] * x[i];
            }
            sum * sum
        }

        #[differentiate]
        fn valley(x: &[$F]) -> $F {
            let mut sum = 0.0;
            for i in 1..x.len() {
                let (offset, height) = (1.0 - x[i - 1], x[i] - x[i - 1] * x[i - 1]);
                sum += height * height + offset * offset;
            }
            sum
        }

        #[differentiate]
        fn far_neighbours(x: &[$F], from: usize, to: usize) -> $F {
            let mut sum = 0.0;
            for i in from..to {
                sum += x[i] * x[i + 4] - x[i + 1] * x[i + 2] * x[i + 2];
            }
            sum
        }

        #[differentiate]
        fn valley_in_a_branch(x: &[$F], up: bool, times: usize) -> $F {
            let mut sum = 1.0;
            for _ in 0..times {
                if up {
                    let mut part = 0.0;
                    for i in 2..x.len() {
                        part += x[i] * x[i - 2] * x[i - 1];
                    }
                    sum = (sum * part).sin();
                } else {
                    sum += x[0];
                }
            }
            sum
        }

        #[differentiate]
        fn valleys_of_rows(x: &[$F], n: usize) -> $F {
            let mut sum = 0.0;
            for row in x.chunks_exact(n) {
                let it = valley(row);
                sum += it * it;
            }
            sum
        }

        #[differentiate]
        fn heat(start: &[$F], rate: $F, steps: usize) -> $F {
            let n = start.len();
            let (mut u, mut next) = (start.to_vec(), vec![0.0; n]);
            for _ in 0..steps {
                for i in 1..n.max(1) - 1 {
                    next[i] = u[i] + rate * (u[i - 1] - 2.0 * u[i] + u[i + 1]);
                }
                for i in 1..n.max(1) - 1 {
                    u[i] = next[i];
                }
            }
            u.iter().map(|u| u * u).sum()
        }

        #[differentiate]
        fn in_place(x: &[$F], y: &[$F]) -> Vec<$F> {
            let mut x = x.to_vec();
            for i in 0..y.len() {
                x[i] = x[i] * y[i] + y[i];
            }
            for i in 1..y.len() {
                x[i] += x[i - 1] * y[i];
            }
            for i in 0..y.len() {
                x[i] = 2.0 * y[i];
                x[i] += y[i] * y[i];
            }
            x
        }

        #[differentiate]
        fn four_rows(w: &[$F], x: &[$F], row: usize) -> $F {
            let n = x.len();
            let (mut a, mut b, mut c) = (0.0, 0.0, 0.0);
            for k in 0..n {
                a += w[row * n + k] * x[k];
                b += w[(row + 1) * n + k] * x[k];
                c += w[(row + 2) * n + k] * x[n - 1 - k];
            }
            a * b + c * c
        }

        #[differentiate]
        fn pairs(x: &[$F], s: $F) -> $F {
            let mut sum = 0.0;
            let mut p = vec![(0.0, 0.0); x.len()];
            for i in 0..x.len() {
                p[i] = (x[i] * x[i], s * x[i]);
            }
            for i in 0..p.len() {
                sum += p[i].0 * p[i].1 * s + (i as $F) * p[i].0;
            }
            for i in 0..p.len() {
                p[i].0 = p[i].1 * s;
            }
            for i in 0..p.len() {
                sum += p[i].0 * p[i].1;
            }
            sum
        }

        #[differentiate]
        fn rows_of_rows(w: &[[$F; 20]; 2], x: &[$F; 20]) -> $F {
            let mut norm = 0.0;
            for j in 0..2 {
                let mut z = 0.0;
                for k in 0..20 {
                    z += w[j][k] * x[k] + x[k] / w[j][k];
                }
                norm += z.tanh();
            }
            norm
        }

        #[differentiate]
        fn convolved(x: &[$F], kernel: &[$F; 3]) -> Vec<$F> {
            let mut y = vec![0.0; x.len().max(2) - 2];
            for i in 0..y.len() {
                y[i] = kernel[0] * x[i] + kernel[1] * x[i + 1] + kernel[2] * x[i + 2];
            }
            y
        }

        #[differentiate]
        fn smoothed(x: &[$F], rate: $F, back: bool) -> Vec<$F> {
            let mut u = x.to_vec();
            let mut left = rate;
            if back {
                for i in (1..u.len().max(1) - 1).rev() {
                    u[i] = u[i] * rate + u[i - 1] * u[i + 1];
                }
            } else {
                for i in 1..u.len().max(1) - 1 {
                    let here = u[i];
                    u[i] = here + rate * (left - 2.0 * here + u[i + 1] * u[i - 1]);
                    left = here * left;
                }
            }
            u.push(left);
            u
        }

        #[differentiate]
        fn summed_up(x: &[$F], from: usize, steps: usize) -> Vec<$F> {
            let mut u = x.to_vec();
            for _ in 0..steps {
                for i in from..u.len() {
                    u[i - 1] += u[i - 2] * x[0];
                    u[i] = u[i - 1] * u[i];
                }
            }
            u
        }

        #[differentiate]
        fn indirect(x: &[$F], n: usize) -> $F {
            let mut sum = 0.0;
            for i in 0..n {
                let j = (i * 7) % 5;
                sum += x[j] * x[i] * x[i + 1];
            }
            sum
        }

        #[differentiate]
        fn infinite_partial(x: &[$F], w: &[$F]) -> $F {
            let mut sum = 0.0;
            for i in 0..x.len() {
                sum += w[i] * (x[i] * 0.0).sqrt() + x[i] * w[i];
            }
            sum
        }
    };
}

/// Some numbers, none of them zero.
fn wave<const N: usize>() -> [f64; N] {
    std::array::from_fn(|i| 0.3 + (1.7 * i as f64).sin() / 2.1)
}

zoo! {
    functions;
    outer_particle(x) at ([0.0; 0]), (wave::<2>()), (wave::<12>());
    last_of_perhaps_nothing(x, p) at
        ([0.0; 0], (0.3, 0.7)), ([-1.0], (0.3, 0.7)), (wave::<9>(), (0.3, 0.7));
    scaled_by_one(x, s, const at) at ([0.0; 0], 0.4, 3), (wave::<5>(), 0.4, 3), (wave::<19>(), 0.4, 0);
    product(a, b, const n) at
        ([0.0; 0], [0.0; 0], 0), ([0.8], [-0.3], 1), (wave::<9>(), wave::<9>(), 3),
        (wave::<100>(), wave::<100>(), 10);
    weighted(w, x, const from, const count) at
        ([0.5, 0.7], [0.0; 0], 7, 0), ([0.5, 0.7], wave::<4>(), 3, 1),
        ([0.5, 0.7], wave::<24>(), 3, 18);
    valley(x) at ([0.0; 0]), ([0.8]), ([0.8, 0.3]), (wave::<3>()), (wave::<19>());
    far_neighbours(x, const from, const to) at
        ([0.0; 0], 0, 0), ([0.0; 0], 9, 2), (wave::<5>(), 0, 1), (wave::<6>(), 0, 2),
        (wave::<8>(), 0, 4), (wave::<9>(), 0, 5), (wave::<23>(), 2, 19);
    valley_in_a_branch(x, const up, const times) at
        ([0.0; 0], true, 1), (wave::<3>(), true, 2), (wave::<11>(), true, 3),
        (wave::<11>(), false, 2), ([0.5; 1], true, 2);
    valleys_of_rows(x, const n) at ([0.0; 0], 2), (wave::<4>(), 1), (wave::<18>(), 9);
    heat(start, rate, const steps) at
        ([0.0; 0], 0.2, 3), (wave::<1>(), 0.2, 2), (wave::<2>(), 0.2, 2), (wave::<3>(), 0.2, 0),
        (wave::<3>(), 0.2, 3), (wave::<4>(), 0.2, 3), (wave::<21>(), 0.2, 4);
    in_place(x, y) without grad at
        ([0.0; 0], [0.0; 0]), ([0.8], [0.3]), (wave::<20>(), wave::<17>());
    four_rows(w, x, const row) at
        ([0.0; 0], [0.0; 0], 5), (wave::<4>(), [0.7], 1), (wave::<60>(), wave::<15>(), 1);
    pairs(x, s) at ([0.0; 0], 0.7), ([0.8], 0.7), (wave::<19>(), 0.7);
    rows_of_rows(w, x) at ([wave::<20>(), wave::<20>().map(|w| w * w + 0.2)], wave::<20>());
    convolved(x, kernel) without grad at
        ([0.0; 0], [0.2, 0.5, 0.3]), ([0.1; 2], [0.2, 0.5, 0.3]), (wave::<3>(), [0.2, 0.5, 0.3]),
        (wave::<21>(), [0.2, 0.5, 0.3]);
    smoothed(x, rate, const back) without grad at
        ([0.0; 0], 0.4, true), ([0.8], 0.4, false), ([0.8, 0.3], 0.4, true),
        ([0.8, 0.3, 0.5], 0.4, true), ([0.8, 0.3, 0.5], 0.4, false),
        (wave::<4>(), 0.4, true), (wave::<4>(), 0.4, false),
        (wave::<21>(), 0.4, true), (wave::<21>(), 0.4, false);
    summed_up(x, const from, const steps) without grad at
        ([0.8; 1], 5, 1), ([0.8, 0.3], 2, 1), ([0.8, 0.3, 0.5], 2, 2), (wave::<7>(), 3, 0),
        (wave::<19>(), 3, 2);
    indirect(x, const n) at ([0.0; 0], 0), (wave::<6>(), 4), (wave::<20>(), 18);
    infinite_partial(x, w) at ([0.0; 0], [0.0; 0]), ([0.5, 0.25, 1.0], [0.0, 0.0, 0.0]) gives
        [0.0, 0.0, 0.0, 0.5, 0.25, 1.0];
}
