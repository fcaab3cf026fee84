//! Everyday programs on vectors and matrices.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn horner(coefficients: &[$F], x: $F) -> $F {
            let mut p = 0.0;
            for i in (0..coefficients.len()).rev() {
                p = p * x + coefficients[i];
            }
            p
        }

        #[differentiate]
        fn root_mean_square(xs: &[$F]) -> $F {
            let mut s = 0.0;
            for x in xs {
                s += x * x;
            }
            (s / xs.len() as $F).sqrt()
        }

        #[differentiate]
        fn matrix_product(a: &[[$F; 3]; 2], b: &[[$F; 2]; 3]) -> [[$F; 2]; 2] {
            let mut c = [[0.0; 2]; 2];
            for i in 0..2 {
                for j in 0..2 {
                    for k in 0..3 {
                        c[i][j] += a[i][k] * b[k][j];
                    }
                }
            }
            c
        }

        #[differentiate]
        fn trace_of_a_product(a: [[$F; 3]; 2], b: [[$F; 2]; 3]) -> $F {
            let c = matrix_product(&a, &b);
            let mut s = 0.0;
            for i in 0..2 {
                s += c[i][i] * c[i][1 - i];
            }
            s
        }

        #[differentiate]
        fn flat_matrix_product(a: &[$F], b: &[$F], n: usize) -> $F {
            let mut c = vec![0.0; n * n];
            for i in 0..n {
                for j in 0..n {
                    let mut s = 0.0;
                    for k in 0..n {
                        s += a[i * n + k] * b[k * n + j];
                    }
                    c[i * n + j] = s;
                }
            }
            let mut s = 0.0;
            for x in &c {
                s += x * x;
            }
            s
        }

        #[differentiate]
        fn quadratic_form(a: &[$F], x: &[$F]) -> $F {
            let n = x.len();
            let mut s = 0.0;
            for i in 0..n {
                let row = &a[i * n..(i + 1) * n];
                for (r, y) in row.iter().zip(x) {
                    s += x[i] * r * y;
                }
            }
            s
        }

        #[differentiate]
        fn determinant_by_elimination(m: [[$F; 3]; 3]) -> $F {
            let mut a = m;
            let mut det = 1.0;
            for k in 0..3 {
                det *= a[k][k];
                for i in k + 1..3 {
                    let f = a[i][k] / a[k][k];
                    for j in k..3 {
                        a[i][j] -= f * a[k][j];
                    }
                }
            }
            det
        }

        #[differentiate]
        fn solve_with_pivots(m: [[$F; 3]; 3], b: [$F; 3]) -> [$F; 3] {
            let mut a = m;
            let mut x = b;
            for k in 0..3 {
                let mut pivot = k;
                for i in k + 1..3 {
                    if a[i][k].abs() > a[pivot][k].abs() {
                        pivot = i;
                    }
                }
                let row = a[k];
                a[k] = a[pivot];
                a[pivot] = row;
                let t = x[k];
                x[k] = x[pivot];
                x[pivot] = t;
                for i in k + 1..3 {
                    let f = a[i][k] / a[k][k];
                    for j in k..3 {
                        a[i][j] -= f * a[k][j];
                    }
                    x[i] -= f * x[k];
                }
            }
            for k in (0..3).rev() {
                for j in k + 1..3 {
                    x[k] -= a[k][j] * x[j];
                }
                x[k] /= a[k][k];
            }
            x
        }

        #[differentiate]
        fn length_of_a_solution(m: [[$F; 3]; 3], b: [$F; 3]) -> $F {
            let x = solve_with_pivots(m, b);
            let y = solve_with_pivots(m, x);
            (x[0] * x[0] + x[1] * x[1] + x[2] * x[2]).sqrt() + y[0] * y[2]
        }

        #[differentiate]
        fn cholesky(m: &[[$F; 3]; 3]) -> $F {
            let mut l = *m;
            for j in 0..3 {
                for k in 0..j {
                    for i in j..3 {
                        l[i][j] -= l[i][k] * l[j][k];
                    }
                }
                let root = l[j][j].sqrt();
                for i in j..3 {
                    l[i][j] /= root;
                }
            }
            let mut log_det = 0.0;
            for i in 0..3 {
                log_det += 2.0 * l[i][i].ln();
            }
            log_det + l[2][0] * l[2][1]
        }

        #[differentiate]
        fn power_iteration(m: [[$F; 2]; 2], n: usize) -> $F {
            let mut v = [1.0, 0.5];
            let mut eigenvalue = 0.0;
            for _ in 0..n {
                let w = [
                    m[0][0] * v[0] + m[0][1] * v[1],
                    m[1][0] * v[0] + m[1][1] * v[1],
                ];
                eigenvalue = (w[0] * w[0] + w[1] * w[1]).sqrt();
                v = [w[0] / eigenvalue, w[1] / eigenvalue];
            }
            eigenvalue + v[0] * v[1]
        }

        #[differentiate]
        fn gram_schmidt(rows: [[$F; 3]; 3]) -> $F {
            let mut q = rows;
            for i in 0..3 {
                for j in 0..i {
                    let mut dot = 0.0;
                    for k in 0..3 {
                        dot += q[i][k] * q[j][k];
                    }
                    for k in 0..3 {
                        q[i][k] -= dot * q[j][k];
                    }
                }
                let mut norm = 0.0;
                for x in &q[i] {
                    norm += x * x;
                }
                norm = norm.sqrt();
                for x in q[i].iter_mut() {
                    *x /= norm;
                }
            }
            q[0][1] * q[1][2] + q[2][0] * q[1][1]
        }

        #[differentiate]
        fn conjugate_gradient(diagonal: [$F; 3], b: [$F; 3], steps: usize) -> $F {
            let mut x = [0.0; 3];
            let mut r = b;
            let mut p = b;
            let mut rr = b[0] * b[0] + b[1] * b[1] + b[2] * b[2];
            for _ in 0..steps {
                let mut curvature = 0.0;
                let mut ap = [0.0; 3];
                for i in 0..3 {
                    ap[i] = diagonal[i] * p[i] + 0.1 * p[(i + 1) % 3] + 0.1 * p[(i + 2) % 3];
                    curvature += p[i] * ap[i];
                }
                let alpha = rr / curvature;
                let mut next = 0.0;
                for i in 0..3 {
                    x[i] += alpha * p[i];
                    r[i] -= alpha * ap[i];
                    next += r[i] * r[i];
                }
                let beta = next / rr;
                rr = next;
                for i in 0..3 {
                    p[i] = r[i] + beta * p[i];
                }
            }
            x[0] * x[1] + x[2]
        }

        #[differentiate]
        fn quaternion_rotation(q: [$F; 4], v: &[$F; 3]) -> [$F; 3] {
            let [w, x, y, z] = q;
            let s = 2.0 / (w * w + x * x + y * y + z * z);
            let t = [
                y * v[2] - z * v[1] + w * v[0],
                z * v[0] - x * v[2] + w * v[1],
                x * v[1] - y * v[0] + w * v[2],
            ];
            [
                v[0] + s * (y * t[2] - z * t[1] - w * v[0] * w) + w * v[0] * w,
                v[1] + s * (z * t[0] - x * t[2]),
                v[2] + s * (x * t[1] - y * t[0]),
            ]
        }

        #[differentiate]
        fn convolution(signal: &[$F], kernel: &[$F; 3]) -> $F {
            let mut s = 0.0;
            for i in 0..signal.len() {
                let mut y = 0.0;
                for k in 0..3 {
                    if i + k >= 1 && i + k - 1 < signal.len() {
                        y += signal[i + k - 1] * kernel[k];
                    }
                }
                s += y * y * y;
            }
            s
        }

        #[differentiate]
        fn cumulative_sum_and_product(xs: &[$F]) -> $F {
            let mut sums = xs.to_vec();
            let mut products = xs.to_vec();
            for i in 1..xs.len() {
                sums[i] += sums[i - 1];
                products[i] *= products[i - 1];
            }
            let mut s = 0.0;
            for i in 0..xs.len() {
                s += sums[i] * products[xs.len() - 1 - i];
            }
            s
        }
    };
}

zoo! {
    functions;
    horner(coefficients, x) at ([0.0; 0], 0.7), ([0.8], 0.7), ([0.8, -0.3, 1.2, 0.5], 0.7);
    root_mean_square(xs) at ([0.8]), ([0.8, -0.3]), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9, 2.0]);
    matrix_product(a, b) without grad at
        ([[0.8, -0.3, 1.2], [0.5, -0.1, 0.9]], [[0.7, 0.2], [-0.6, 1.1], [0.4, 0.3]]);
    trace_of_a_product(a, b) at
        ([[0.8, -0.3, 1.2], [0.5, -0.1, 0.9]], [[0.7, 0.2], [-0.6, 1.1], [0.4, 0.3]]);
    flat_matrix_product(a, b, const n) at
        ([0.0; 0], [0.0; 0], 0), ([0.8], [-0.3], 1),
        ([0.8, -0.3, 1.2, 0.5], [0.7, 0.2, -0.6, 1.1], 2);
    quadratic_form(a, x) at
        ([0.0; 0], [0.0; 0]), ([0.8], [0.7]), ([0.8, -0.3, 1.2, 0.5], [0.7, -0.2]);
    determinant_by_elimination(m) at ([[2.0, -0.3, 1.2], [0.5, 1.5, 0.9], [0.2, 0.4, -1.1]]);
    solve_with_pivots(m, b) without grad at
        ([[0.5, -1.3, 1.2], [2.0, 1.5, 0.9], [0.2, 3.4, -1.1]], [0.7, -0.2, 0.4]);
    length_of_a_solution(m, b) at
        ([[2.0, -0.3, 1.2], [0.5, 1.5, 0.9], [0.2, 0.4, -1.1]], [0.7, -0.2, 0.4]),
        ([[0.5, -1.3, 1.2], [2.0, 1.5, 0.9], [0.2, 3.4, -1.1]], [0.7, -0.2, 0.4]);
    cholesky(m) at ([[2.0, -0.3, 0.2], [-0.3, 1.5, 0.4], [0.2, 0.4, 1.1]]);
    power_iteration(m, const n) at
        ([[2.0, 0.3], [0.4, 1.0]], 0), ([[2.0, 0.3], [0.4, 1.0]], 1), ([[2.0, 0.3], [0.4, 1.0]], 7);
    gram_schmidt(rows) at ([[2.0, -0.3, 1.2], [0.5, 1.5, 0.9], [0.2, 0.4, -1.1]]);
    conjugate_gradient(diagonal, b, const steps) at
        ([2.0, 1.5, 0.9], [0.7, -0.2, 0.4], 0), ([2.0, 1.5, 0.9], [0.7, -0.2, 0.4], 1),
        ([2.0, 1.5, 0.9], [0.7, -0.2, 0.4], 2);
    quaternion_rotation(q, v) without grad at ([0.9, 0.2, -0.3, 0.1], [0.8, -0.3, 1.2]);
    convolution(signal, kernel) at
        ([0.0; 0], [0.25, 0.5, -0.3]), ([0.8], [0.25, 0.5, -0.3]),
        ([0.8, -0.3, 1.2, 0.5], [0.25, 0.5, -0.3]);
    cumulative_sum_and_product(xs) at
        ([0.0; 0]), ([0.8]), ([0.8, -0.3]), ([0.8, -0.3, 1.2, 0.5, 0.9]);
}
