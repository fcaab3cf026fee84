//! Everyday programs on data: losses, likelihoods, small networks, fits.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn mean(xs: &[$F]) -> $F {
            let mut s = 0.0;
            for x in xs {
                s += x;
            }
            s / xs.len() as $F
        }

        #[differentiate]
        fn variance(xs: &[$F]) -> $F {
            let m = mean(xs);
            let mut s = 0.0;
            for x in xs {
                let d = x - m;
                s += d * d;
            }
            s / (xs.len() - 1) as $F
        }

        #[differentiate]
        fn running_variance(xs: &[$F]) -> $F {
            let mut mean = 0.0;
            let mut m2 = 0.0;
            for (i, &x) in xs.iter().enumerate() {
                let d = x - mean;
                mean += d / (i + 1) as $F;
                m2 += d * (x - mean);
            }
            m2
        }

        #[differentiate]
        fn softmax_cross_entropy(logits: &[$F], label: usize) -> $F {
            let mut largest = logits[0];
            for &l in logits {
                largest = largest.max(l);
            }
            let mut total = 0.0;
            for l in logits {
                total += (l - largest).exp();
            }
            total.ln() + largest - logits[label]
        }

        #[differentiate(wrt(w, bias))]
        fn logistic_loss(w: &[$F], bias: $F, x: &[$F], labels: &[bool]) -> $F {
            let n = w.len();
            let mut loss = 0.0;
            for (i, &label) in labels.iter().enumerate() {
                let mut z = bias;
                for (a, b) in w.iter().zip(&x[i * n..(i + 1) * n]) {
                    z += a * b;
                }
                let margin = if label { z } else { -z };
                loss += if margin > 0.0 {
                    (-margin).exp().ln_1p()
                } else {
                    margin.exp().ln_1p() - margin
                };
            }
            loss / labels.len() as $F
        }

        #[differentiate]
        fn perceptron(w1: &[$F], w2: &[$F], x: &[$F; 2], hidden: usize) -> $F {
            let mut h = vec![0.0; hidden];
            for i in 0..hidden {
                let row = &w1[i * 3..(i + 1) * 3];
                let mut z = row[2];
                for j in 0..2 {
                    z += row[j] * x[j];
                }
                h[i] = z.tanh();
            }
            let mut y = w2[hidden];
            for i in 0..hidden {
                y += w2[i] * h[i];
            }
            let error = y - 0.3;
            0.5 * error * error
        }

        #[differentiate]
        fn gaussian_log_likelihood(xs: &[$F], mean: $F, log_sigma: $F) -> $F {
            use std::$F::consts::PI;
            let sigma = log_sigma.exp();
            let mut s = 0.0;
            for x in xs {
                let z = (x - mean) / sigma;
                s -= 0.5 * z * z + log_sigma + 0.5 * (2.0 * PI).ln();
            }
            s
        }

        #[differentiate]
        fn mixture_of_two(xs: &[$F], means: [$F; 2], logit: $F) -> $F {
            let p = 1.0 / (1.0 + (-logit).exp());
            let weights = [p, 1.0 - p];
            let mut total = 0.0;
            for &x in xs {
                let mut density = 0.0;
                for k in 0..2 {
                    let d = x - means[k];
                    density += weights[k] * (-0.5 * d * d).exp();
                }
                total += density.ln();
            }
            total
        }

        #[differentiate]
        fn linear_regression(xs: &[$F], ys: &[$F]) -> ($F, $F) {
            let n = xs.len() as $F;
            let (mut sx, mut sy, mut sxx, mut sxy) = (0.0, 0.0, 0.0, 0.0);
            for (x, y) in xs.iter().zip(ys) {
                sx += x;
                sy += y;
                sxx += x * x;
                sxy += x * y;
            }
            let slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
            (slope, (sy - slope * sx) / n)
        }

        #[differentiate]
        fn residual_of_a_regression(xs: &[$F], ys: &[$F]) -> $F {
            let (slope, intercept) = linear_regression(xs, ys);
            let mut s = 0.0;
            for (x, y) in xs.iter().zip(ys) {
                let r = slope * x + intercept - y;
                s += r * r;
            }
            s
        }

        #[differentiate]
        fn huber_loss(xs: &[$F], delta: $F) -> $F {
            let mut s = 0.0;
            for x in xs {
                s += if x.abs() < delta {
                    0.5 * x * x
                } else {
                    delta * (x.abs() - 0.5 * delta)
                };
            }
            s
        }

        #[differentiate]
        fn momentum_descent(x: $F, rate: $F, momentum: $F, steps: usize) -> $F {
            let mut w = [x, 1.0];
            let mut v = [0.0; 2];
            for _ in 0..steps {
                let g = [2.0 * w[0] * w[1] * w[1], 2.0 * w[0] * w[0] * w[1] - 0.5];
                for i in 0..2 {
                    v[i] = momentum * v[i] - rate * g[i];
                    w[i] += v[i];
                }
            }
            w[0] * w[0] * w[1]
        }
    };
}

zoo! {
    functions;
    mean(xs) at ([0.8]), ([0.8, -0.3]), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9, 2.0]);
    variance(xs) at ([0.8, -0.3]), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9, 2.0]);
    running_variance(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9, 2.0]);
    softmax_cross_entropy(logits, const label) at
        ([0.8], 0), ([0.8, -0.3], 1), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9, 2.0], 2);
    logistic_loss(w, bias, const x, const labels) at
        ([0.8, -0.3], 0.2, [0.5, -0.1, 0.9, 2.0, -3.0, 0.7], [true, false, true]);
    perceptron(w1, w2, x, const hidden) at
        ([0.8, -0.3, 1.2], [0.5, -0.1], [0.7, -0.2], 1),
        ([0.8, -0.3, 1.2, -0.6, 0.4, 0.1], [0.5, -0.1, 0.9], [0.7, -0.2], 2);
    gaussian_log_likelihood(xs, mean, log_sigma) at
        ([0.0; 0], 0.3, -0.2), ([0.8, -0.3, 1.2], 0.3, -0.2);
    mixture_of_two(xs, means, logit) at ([0.8, -0.3, 1.2], [0.5, -0.7], 0.4);
    linear_regression(xs, ys) without grad at ([0.8, -0.3, 1.2], [0.5, -0.1, 0.9]);
    residual_of_a_regression(xs, ys) at ([0.8, -0.3, 1.2, 0.4], [0.5, -0.1, 0.9, 0.7]);
    huber_loss(xs, delta) at ([0.0; 0], 1.0), ([0.8, -0.3, 1.7, -2.5], 1.0);
    momentum_descent(x, rate, momentum, const steps) at
        (0.8, 0.1, 0.5, 0), (0.8, 0.1, 0.5, 1), (0.8, 0.1, 0.5, 7);
}
