//! Everyday programs on sequences: sorting, filters, dynamic programming.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn recurrent_network(w: [[$F; 2]; 2], u: [$F; 2], xs: &[$F]) -> $F {
            let mut h = [0.0; 2];
            for &x in xs {
                let old = h;
                for i in 0..2 {
                    h[i] = (w[i][0] * old[0] + w[i][1] * old[1] + u[i] * x).tanh();
                }
            }
            h[0] * h[1] + h[0]
        }

        #[differentiate]
        fn running_maximum(xs: &[$F]) -> $F {
            let mut largest = xs[0];
            let mut s = 0.0;
            for &x in xs {
                if x > largest {
                    largest = x;
                }
                s += largest * x;
            }
            s
        }

        #[differentiate]
        fn weighted_median_by_sorting(xs: [$F; 5], weights: [$F; 5]) -> $F {
            let mut a = xs;
            let mut w = weights;
            for i in 0..5 {
                for j in 0..4 - i {
                    if a[j] > a[j + 1] {
                        let t = a[j];
                        a[j] = a[j + 1];
                        a[j + 1] = t;
                        let t = w[j];
                        w[j] = w[j + 1];
                        w[j + 1] = t;
                    }
                }
            }
            a[2] * w[2] + a[0] * w[4]
        }

        #[differentiate]
        fn bubble_sort_until_sorted(xs: &[$F]) -> $F {
            let mut a = xs.to_vec();
            let mut sorted = false;
            while !sorted {
                sorted = true;
                for i in 1..a.len() {
                    if a[i - 1] > a[i] {
                        let t = a[i - 1];
                        a[i - 1] = a[i];
                        a[i] = t;
                        sorted = false;
                    }
                }
            }
            let mut s = 0.0;
            for (i, x) in a.iter().enumerate() {
                s += x * x * (i + 1) as $F;
            }
            s
        }

        #[differentiate]
        fn time_warping(xs: &[$F], ys: &[$F]) -> $F {
            let (n, m) = (xs.len(), ys.len());
            let mut cost: Vec<$F> = vec![1e3; (n + 1) * (m + 1)];
            cost[0] = 0.0;
            for i in 1..=n {
                for j in 1..=m {
                    let d = xs[i - 1] - ys[j - 1];
                    let left = cost[i * (m + 1) + j - 1];
                    let above = cost[(i - 1) * (m + 1) + j];
                    let both = cost[(i - 1) * (m + 1) + j - 1];
                    cost[i * (m + 1) + j] = d * d + left.min(above).min(both);
                }
            }
            cost[n * (m + 1) + m]
        }

        #[differentiate]
        fn kalman_filter(ys: &[$F], a: $F, q: $F, r: $F) -> $F {
            let mut x = 0.0;
            let mut p = 1.0;
            let mut log_likelihood = 0.0;
            for y in ys {
                x = a * x;
                p = a * p * a + q;
                let s = p + r;
                let innovation = y - x;
                let gain = p / s;
                x += gain * innovation;
                p *= 1.0 - gain;
                log_likelihood -= 0.5 * (innovation * innovation / s + s.ln());
            }
            log_likelihood
        }

        #[differentiate]
        fn backward_recursion(rewards: &[$F], discount: $F) -> $F {
            let mut value: Vec<$F> = vec![0.0; rewards.len() + 1];
            for t in (0..rewards.len()).rev() {
                value[t] = rewards[t] + discount * value[t + 1].max(0.1);
            }
            value[0]
        }

        #[differentiate]
        fn forward_algorithm(
            start: [$F; 2],
            step: [[$F; 2]; 2],
            seen: &[usize],
            emit: &[[$F; 2]; 2],
        ) -> $F {
            let mut alpha = start;
            for &symbol in seen {
                let mut next = [0.0; 2];
                for j in 0..2 {
                    for i in 0..2 {
                        next[j] += alpha[i] * step[i][j];
                    }
                    next[j] *= emit[j][symbol];
                }
                alpha = next;
            }
            (alpha[0] + alpha[1]).ln()
        }
    };
}

zoo! {
    functions;
    recurrent_network(w, u, xs) at
        ([[0.8, -0.3], [1.2, 0.5]], [0.7, -0.2], [0.0; 0]),
        ([[0.8, -0.3], [1.2, 0.5]], [0.7, -0.2], [0.4, -0.9, 1.1]);
    running_maximum(xs) at ([0.8]), ([0.8, -0.3, 1.2, 0.5, 2.0]);
    weighted_median_by_sorting(xs, weights) at
        ([0.8, -0.3, 1.2, 0.5, 2.0], [0.7, -0.2, 0.4, 0.3, -0.6]);
    bubble_sort_until_sorted(xs) at
        ([0.0; 0]), ([0.8]), ([0.8, -0.3]), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9, 2.0]);
    time_warping(xs, ys) at ([0.8], [0.3]), ([0.8, -0.3, 1.2], [0.5, -0.1, 0.9, 2.0]);
    kalman_filter(ys, a, q, r) at ([0.0; 0], 0.9, 0.2, 0.5), ([0.8, -0.3, 1.2], 0.9, 0.2, 0.5);
    backward_recursion(rewards, discount) at
        ([0.0; 0], 0.9), ([0.8], 0.9), ([0.8, -0.3, 1.2, -0.5], 0.9);
    forward_algorithm(start, step, const seen, emit) at
        ([0.6, 0.4], [[0.7, 0.3], [0.4, 0.6]], [0; 0], [[0.9, 0.1], [0.2, 0.8]]),
        ([0.6, 0.4], [[0.7, 0.3], [0.4, 0.6]], [0, 1, 1, 0], [[0.9, 0.1], [0.2, 0.8]]);
}
