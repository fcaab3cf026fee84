//! `break`, `continue`, labels, `return`: every way out of a `for` loop and of nested loops.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn for_with_break(a: &[$F]) -> $F {
            let mut s = 1.0;
            for i in 0..a.len() {
                s *= 1.0 + a[i] * a[i];
                if s > 3.0 {
                    break;
                }
                s += a[i];
            }
            s * s
        }

        #[differentiate]
        fn for_with_break_first(a: &[$F]) -> $F {
            let mut s = 1.0;
            for &x in a {
                if x < 0.0 {
                    break;
                }
                s = s * x + x * x;
            }
            s
        }

        #[differentiate]
        fn for_with_continue(a: &[$F]) -> $F {
            let mut s: $F = 1.0;
            for i in 0..a.len() {
                s = s.sin() + a[i];
                if a[i] < 0.0 {
                    continue;
                }
                s *= a[i] * s;
            }
            s
        }

        #[differentiate]
        fn for_with_return(a: &[$F], limit: $F) -> $F {
            let mut s = limit;
            for (i, x) in a.iter().enumerate() {
                s += x * s;
                if s > 3.0 {
                    return s * i as $F + limit;
                }
            }
            s * s
        }

        #[differentiate]
        fn break_and_continue_together(a: &[$F]) -> $F {
            let mut s = 0.0;
            let mut p = 1.0;
            for &x in a {
                p *= x;
                if x < 0.0 {
                    s += p * p;
                    continue;
                }
                if s > 1.0 {
                    p = s * s;
                    break;
                }
                s += p;
            }
            s * p
        }

        #[differentiate]
        fn two_breaks(a: &[$F]) -> $F {
            let mut s = 1.0;
            for &x in a {
                s *= x;
                if s > 2.0 {
                    s = s * s;
                    break;
                }
                s += 0.5;
                if s < 0.0 {
                    s = -s;
                    break;
                }
            }
            s
        }

        #[differentiate]
        fn break_out_of_nested_loops(m: &[[$F; 3]; 3]) -> $F {
            let mut s = 1.0;
            'rows: for i in 0..3 {
                for j in 0..3 {
                    s = s * m[i][j] + 1.0;
                    if s > 2.5 {
                        s = s * s;
                        break 'rows;
                    }
                }
                s *= 1.1;
            }
            s * m[0][0]
        }

        #[differentiate]
        fn continue_an_outer_loop(m: &[[$F; 3]; 3]) -> $F {
            let mut s = 1.0;
            'rows: for i in 0..3 {
                let mut p = 1.0;
                for j in 0..3 {
                    p = p * m[i][j] + s;
                    if p < 0.5 {
                        s += p * p;
                        continue 'rows;
                    }
                }
                s *= p;
            }
            s
        }

        #[differentiate]
        fn return_out_of_nested_loops(m: &[[$F; 3]; 3], limit: $F) -> $F {
            let mut s = 1.0;
            for row in m {
                for x in row {
                    s += x * x * s;
                    if s > limit {
                        return s * limit * row[0];
                    }
                }
            }
            s + limit
        }

        #[differentiate]
        fn labels_in_three_loops(x: $F, n: usize) -> $F {
            let mut s = x;
            'a: for i in 0..n {
                let mut j = 0;
                'b: while j < n {
                    j += 1;
                    for k in 0..n {
                        s = s.sin() + 0.1 * x;
                        if k > i + j {
                            continue 'b;
                        }
                        if j > 3 {
                            continue 'a;
                        }
                        if i == 4 {
                            break 'a;
                        }
                    }
                    s *= 1.1;
                    if i + j == 4 {
                        break 'b;
                    }
                }
                s += x * x;
            }
            s * x
        }

        #[differentiate]
        fn inner_break_leaves_one_loop(a: &[$F]) -> $F {
            let mut s = 1.0;
            for i in 0..a.len() {
                for j in 0..a.len() {
                    if j > i {
                        break;
                    }
                    s = s * 0.9 + a[i] * a[j];
                }
                s *= a[i];
            }
            s
        }

        #[differentiate]
        fn labelled_block(x: $F, y: $F) -> $F {
            let z = 'block: {
                if x < 0.0 {
                    break 'block y * x;
                }
                let p = x * x;
                if p > y {
                    break 'block p;
                }
                p * y
            };
            z * z
        }
    };
}

zoo! {
    functions;
    for_with_break(a) at
        ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2]), ([2.8, -0.3, 1.2]), ([0.8, 1.3, 1.2, 5.0]);
    for_with_break_first(a) at
        ([0.0; 0]), ([0.8]), ([-0.8, 0.2]), ([0.8, 0.3, -1.2, 0.4]), ([0.8, 0.3]);
    for_with_continue(a) at ([0.0; 0]), ([0.8]), ([-0.8]), ([0.8, -0.3, 1.2, -0.2, -0.4]);
    for_with_return(a, limit) at
        ([0.0; 0], 0.7), ([0.8, -0.3], 0.7), ([4.0, 0.3], 0.7), ([0.8, 1.3, 1.2, 0.4], 0.7);
    break_and_continue_together(a) at
        ([0.0; 0]), ([0.8]), ([-0.8, 0.3]), ([0.8, -1.3, 2.1, -0.4]), ([1.8, 0.3, 0.9, -0.1]);
    two_breaks(a) at ([0.0; 0]), ([0.8]), ([0.8, 3.0, 0.4]), ([0.8, -3.0, 0.4]), ([0.8, 0.4, 1.1]);
    break_out_of_nested_loops(m) at
        ([[0.8, -0.3, 1.2], [0.5, -0.1, 0.9], [0.2, 0.4, -1.1]]),
        ([[0.8, -0.3, 1.2], [0.5, 2.1, 0.9], [0.2, 0.4, -1.1]]);
    continue_an_outer_loop(m) at
        ([[0.8, -0.3, 1.2], [0.5, -0.1, 0.9], [0.2, 0.4, -1.1]]),
        ([[-0.8, 0.3, 1.2], [0.5, 0.1, 0.9], [0.2, -2.4, -1.1]]);
    return_out_of_nested_loops(m, limit) at
        ([[0.8, -0.3, 1.2], [0.5, -0.1, 0.9], [0.2, 0.4, -1.1]], 4.5),
        ([[0.8, -0.3, 1.2], [0.5, -0.1, 0.9], [0.2, 0.4, -1.1]], 99.0);
    labels_in_three_loops(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 5), (0.8, 7);
    inner_break_leaves_one_loop(a) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2, 0.5]);
    labelled_block(x, y) at (-0.8, 0.3), (0.8, 0.3), (0.8, 1.3);
}
