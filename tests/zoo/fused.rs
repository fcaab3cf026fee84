//! Loops and calls whose results reach the end linearly: differentiated where they stand.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn mean_of_exponentials(x: &[$F], y: $F) -> $F {
            let mut sum = y * y;
            for i in 0..x.len() {
                sum += (x[i] * y).exp();
            }
            sum / (x.len() + 1) as $F
        }

        #[differentiate]
        fn starts_from_a_product(x: &[$F], a: $F, b: $F) -> $F {
            let mut sum = a * b;
            for i in 0..x.len() {
                sum -= (x[i] * a).sin() / (1.0 + b * b);
            }
            sum * 2.0 - a
        }

        #[differentiate]
        fn one_sum_after_the_other(x: &[$F], y: &[$F]) -> $F {
            let mut sum = 0.0;
            for i in 0..x.len() {
                sum += x[i].exp();
            }
            for i in 0..y.len() {
                sum += y[i];
            }
            for i in 0..y.len() {
                sum += (y[i] * y[i]).tanh();
            }
            sum
        }

        #[differentiate]
        fn product_of_sums(x: &[$F]) -> $F {
            let (mut a, mut b) = (0.0, 1.0);
            for i in 0..x.len() {
                a += x[i].exp();
            }
            for i in 0..x.len() {
                b += x[i].tanh();
            }
            a * b
        }

        #[differentiate]
        fn two_sums_at_once(x: &[$F], s: $F) -> $F {
            let (mut a, mut b) = (s, 0.0);
            for i in 0..x.len() {
                let e = (x[i] * s).exp();
                a += e;
                b -= e / (2.0 + x[i]);
            }
            3.0 * a + b / 2.0
        }

        #[differentiate]
        fn sum_that_decays(x: &[$F]) -> $F {
            let mut sum = 0.0;
            for i in 0..x.len() {
                sum = 0.5 * sum + x[i].exp();
            }
            sum
        }

        #[differentiate]
        fn sum_that_is_looked_at(x: &[$F]) -> $F {
            let (mut sum, mut steps) = (0.0, 0.0);
            for i in 0..x.len() {
                sum += (0.1 * x[i]).exp();
                if sum > 2.5 {
                    steps += x[i].sin();
                }
            }
            sum + steps
        }

        #[differentiate]
        fn sum_with_an_end(x: &[$F], most: $F) -> $F {
            let mut sum = 0.0;
            let mut i = 0;
            while i < x.len() && sum < 2.0 {
                sum += (x[i] * most).exp();
                i += 1;
            }
            sum
        }

        #[differentiate]
        fn early_return(x: &[$F]) -> $F {
            let mut sum = 0.0;
            for i in 0..x.len() {
                if x[i] > 0.9 {
                    return 2.0 * sum;
                }
                sum += x[i].exp();
            }
            sum
        }

        #[differentiate]
        fn rows_with_recurrences(x: &[$F], steps: usize) -> $F {
            let mut sum = 0.0;
            for i in 0..x.len() {
                let mut y = x[i];
                for _ in 0..steps {
                    y = y.sin() * x[i] + 0.3;
                }
                sum += y * y;
            }
            sum
        }

        #[differentiate]
        fn perceptron(w: &[$F], v: &[$F], b: $F, x: &[$F]) -> $F {
            let (hidden, width) = (v.len(), w.len() / v.len());
            let mut loss = 0.0;
            for row in 0..x.len() / width {
                let mut output = b;
                for j in 0..hidden {
                    let mut z = 0.0;
                    for k in 0..width {
                        z += w[j * width + k] * x[row * width + k];
                    }
                    output += v[j] * z.tanh();
                }
                loss += (output - 0.2) * (output - 0.2);
            }
            loss / (x.len() / width) as $F
        }

        #[differentiate]
        fn scratch_of_its_own(x: &[$F]) -> $F {
            let mut sum = 0.0;
            for i in 0..x.len() {
                let mut parts = [0.0; 3];
                for k in 0..3 {
                    parts[k] = (x[i] * (k + 1) as $F).sin();
                }
                parts[0] *= parts[1];
                sum += parts[0] * parts[2];
            }
            sum
        }

        #[differentiate]
        fn storage_written_later(x: &[$F]) -> $F {
            let mut h = [x[0], x[1]];
            let mut sum = 0.0;
            for i in 0..2 {
                sum += h[i].exp();
            }
            h[0] = 1.5;
            sum + h[0] * h[1]
        }

        #[differentiate]
        fn storage_made_before(x: &[$F]) -> $F {
            let mut h = vec![0.0; x.len()];
            for i in 0..x.len() {
                h[i] = x[i] * x[i];
            }
            let mut sum = 0.0;
            for i in 0..h.len() {
                sum += (h[i] - x[i]).exp();
            }
            sum
        }

        #[differentiate]
        fn written_in_the_loop(x: &[$F]) -> $F {
            let mut last = [0.1];
            let mut sum = 0.0;
            for i in 0..x.len() {
                sum += (last[0] * x[i]).exp();
                last[0] = x[i];
            }
            sum
        }

        #[differentiate]
        fn returned_storage(x: &[$F]) -> [$F; 2] {
            let h = [x[0], 2.0 * x[0]];
            let mut sum = 0.0;
            for i in 0..2 {
                sum += h[i].exp();
            }
            let _ = sum;
            h
        }

        #[differentiate]
        fn in_a_branch(x: &[$F], on: bool) -> $F {
            let mut sum = 1.0;
            if on {
                for i in 0..x.len() {
                    sum += x[i].exp();
                }
            } else {
                sum -= x[0];
            }
            3.0 * sum
        }

        #[differentiate]
        fn branches_in_a_loop(x: &[$F], s: $F) -> $F {
            let mut sum = 0.0;
            for i in 0..x.len() {
                if x[i] > 0.0 {
                    for k in 0..2 {
                        sum += (x[i] * s * k as $F).exp();
                    }
                } else if x[i] < -0.5 {
                    sum -= x[i] * s;
                }
            }
            sum
        }

        #[differentiate]
        fn term(x: $F, w: &[$F]) -> $F {
            let mut sum = 0.0;
            for i in 0..w.len() {
                sum += (x * w[i]).tanh();
            }
            sum
        }

        #[differentiate]
        fn calls_in_a_loop(x: &[$F], w: &[$F]) -> $F {
            let mut sum = 0.0;
            for i in 0..x.len() {
                sum += term(x[i], w);
            }
            sum
        }

        #[differentiate]
        fn calls_added_up(x: &[$F], w: &[$F]) -> $F {
            2.0 * term(x[0], w) - term(x[1], w) / 3.0 + x[0]
        }

        #[differentiate]
        fn call_of_a_call(x: &[$F], w: &[$F]) -> $F {
            term(term(x[0], w), w) + term(0.4, x)
        }

        #[differentiate]
        fn the_same_twice(x: &[$F]) -> $F {
            term(x[0], x) + term(x[1], &x[1..])
        }

        #[differentiate]
        fn call_without_weight(x: &[$F]) -> $F {
            0.0 * term(x[0], x) + x[1]
        }

        #[differentiate]
        fn call_in_a_branch(x: &[$F], on: bool) -> $F {
            let y = if on { term(x[0], x) } else { x[1] * x[0] };
            y + x[0]
        }

        #[differentiate]
        fn calls_with_a_copy(x: &[$F], w: &[$F]) -> $F {
            let w = w.to_vec();
            let mut sum = 0.0;
            for i in 0..x.len() {
                sum += term(x[i], &w) * w[0];
            }
            sum
        }

        #[differentiate]
        fn downwards(x: $F, n: usize) -> $F {
            if n == 0 {
                x.sin()
            } else {
                (x / n as $F).exp() + downwards(0.7 * x, n - 1)
            }
        }

        #[differentiate]
        fn triangle(lower: &[$F], x: &[$F]) -> $F {
            let mut out = vec![0.0; x.len()];
            let mut next = 0;
            for i in 0..x.len() {
                for j in i + 1..x.len() {
                    out[j] += (lower[next] * x[i]).sin();
                    next += 1;
                }
            }
            let mut sum = 0.0;
            for i in 0..x.len() {
                sum += out[i] * out[i];
            }
            sum
        }

        #[differentiate]
        fn every_other(x: &[$F]) -> $F {
            let mut y = 0.3;
            let mut at = 1;
            for _ in 0..x.len() / 2 {
                y = y * x[at - 1].cos() + x[at];
                at += 2;
            }
            y
        }

        #[differentiate]
        fn kept_for_the_call(x: &[$F]) -> $F {
            let mut product = 1.0;
            for i in 0..x.len() {
                let row: Vec<$F> = x.iter().map(|v| v * x[i]).collect();
                product *= 1.0 + term(0.3, &row);
            }
            product
        }
    };
}

zoo! {
    functions;
    mean_of_exponentials(x, y) at ([0.0; 0], 0.4), ([0.3, -0.7, 1.1], 0.6);
    starts_from_a_product(x, a, b) at ([0.0; 0], 0.4, 0.3), ([0.3, -0.7, 1.1], 0.6, -0.8);
    one_sum_after_the_other(x, y) at ([0.0; 0], [0.0; 0]), ([0.3, -0.7], [0.2, 0.5, -0.4]);
    product_of_sums(x) at ([0.0; 0]), ([0.3, -0.7, 1.1]);
    two_sums_at_once(x, s) at ([0.0; 0], 0.4), ([0.3, -0.7, 1.1], 0.6);
    sum_that_decays(x) at ([0.0; 0]), ([0.3, -0.7, 1.1]);
    sum_that_is_looked_at(x) at ([0.0; 0]), ([0.3, -0.7, 1.1, 0.4]);
    sum_with_an_end(x, most) at ([0.0; 0], 0.4), ([0.3, -0.7, 1.1, 0.4], 0.6);
    early_return(x) at ([0.0; 0]), ([0.3, -0.7, 0.2]), ([0.3, -0.7, 1.2, 0.1]);
    rows_with_recurrences(x, const steps) at ([0.0; 0], 3), ([0.3, -0.7, 1.1], 0), ([0.3, -0.7, 1.1], 4);
    perceptron(w, v, b, x) at ([0.3, -0.2, 0.7, 0.1, 0.5, -0.4], [0.6, -0.3], 0.1, [0.3, 0.4, 0.1, 0.9, -0.3, 0.2]);
    scratch_of_its_own(x) at ([0.0; 0]), ([0.3, -0.7, 1.1]);
    storage_written_later(x) at ([0.3, -0.7]);
    storage_made_before(x) at ([0.0; 0]), ([0.3, -0.7, 1.1]);
    written_in_the_loop(x) at ([0.0; 0]), ([0.3, -0.7, 1.1]);
    returned_storage(x) without grad at ([0.3, -0.7]);
    in_a_branch(x, const on) at ([0.3, -0.7], true), ([0.3, -0.7], false), ([0.0; 0], true);
    branches_in_a_loop(x, s) at ([0.0; 0], 0.3), ([0.3, -0.7, 1.1, -0.2], 0.6);
    term(x, w) at (0.3, [0.0; 0]), (0.3, [0.5, -0.8]);
    calls_in_a_loop(x, w) at ([0.0; 0], [0.5]), ([0.3, -0.7], [0.0; 0]), ([0.3, -0.7], [0.5, -0.8, 0.2]);
    calls_added_up(x, w) at ([0.3, -0.7], [0.5, -0.8, 0.2]);
    call_of_a_call(x, w) at ([0.3, -0.7], [0.5, -0.8, 0.2]);
    the_same_twice(x) at ([0.3, -0.7, 0.4]);
    call_without_weight(x) at ([0.3, -0.7, 0.4]);
    call_in_a_branch(x, const on) at ([0.3, -0.7], true), ([0.3, -0.7], false);
    calls_with_a_copy(x, w) at ([0.3, -0.7], [0.5, -0.8, 0.2]);
    downwards(x, const n) at (0.4, 0), (0.4, 3);
    triangle(lower, x) at ([0.0; 0], [0.0; 0]), ([0.0; 0], [0.4]), ([0.3, -0.2, 0.5, 0.8, -0.6, 0.1], [0.4, -0.5, 0.9, 0.2]);
    every_other(x) at ([0.0; 0]), ([0.4]), ([0.3, -0.7, 1.1, 0.4, 0.8]);
    kept_for_the_call(x) at ([0.0; 0]), ([0.3, -0.7, 1.1]);
}
