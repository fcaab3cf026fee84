//! Variables whose values change: each function is named after the fault that it would show.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn adjoint_kept_after_an_overwrite(x: $F, y: $F) -> $F {
            let mut a = x * y;
            let b = a * a;
            a = y;
            a * b
        }

        #[differentiate]
        fn adjoint_kept_after_an_overwrite_by_a_constant(x: $F) -> $F {
            let mut a = x * x;
            let b = a * x;
            a = 2.0;
            a * b * a
        }

        #[differentiate]
        fn adjoint_kept_after_an_overwrite_in_a_loop(x: $F, n: usize) -> $F {
            let mut a = x;
            let mut s = 0.0;
            for i in 0..n {
                s += a * a;
                a = x * i as $F;
            }
            s + a
        }

        #[differentiate]
        fn local_not_reset_per_iteration(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                let mut t = 0.0;
                t += s * x;
                t *= 1.0 + i as $F * 0.1;
                s += t * t;
            }
            s
        }

        #[differentiate]
        fn local_array_not_reset_per_iteration(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                let mut a = [0.0; 3];
                a[i % 3] += s;
                a[(i + 1) % 3] += x * s;
                s = a[0] * 0.5 + a[1] * a[1] + a[2] * x;
            }
            s
        }

        #[differentiate]
        fn local_vector_not_reset_per_iteration(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                let mut a = vec![0.1; i + 1];
                a[i] += s * s;
                a[0] *= x;
                s = a[0] + a[i] * 0.5;
            }
            s
        }

        #[differentiate]
        fn local_first_written_in_one_branch(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                let mut t = 1.0;
                if i % 2 == 1 {
                    t = s * x;
                }
                s += t * s;
            }
            s
        }

        #[differentiate]
        fn operand_read_after_it_changed(x: $F, y: $F) -> $F {
            let mut a = x;
            let b = a * y;
            a = a + b;
            let c = a * b;
            a = c * a;
            a.sin()
        }

        #[differentiate]
        fn operand_read_after_it_changed_in_a_loop(x: $F, n: usize) -> $F {
            let mut a = x;
            let mut b = 1.0;
            for _ in 0..n {
                b = b * a;
                a = a * 0.9 + 0.2;
                b += a * a;
            }
            b
        }

        #[differentiate]
        fn result_read_after_it_changed(x: $F, n: usize) -> $F {
            let mut a = x;
            for _ in 0..n {
                a = a.exp() * 0.3;
                a = a.tanh();
                a = 1.0 / (a + 1.0);
                a = a.sqrt();
            }
            a
        }

        #[differentiate]
        fn last_iteration_lost_at_break(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..10 {
                s = s * s * 0.8;
                if i == n {
                    s *= x;
                    break;
                }
                s = s.sin() + 0.5;
            }
            s
        }

        #[differentiate]
        fn iteration_lost_at_continue(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                s = s * s * 0.8 + 0.4;
                if i % 2 == 0 {
                    s = s.sin();
                    continue;
                }
                s = s.cos() * x;
            }
            s
        }

        #[differentiate]
        fn locals_of_a_branch_not_taken_in_a_loop(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                if i % 3 == 0 {
                    let t = s * x;
                    let u = t.sin();
                    s = t * u + 0.1;
                } else if i % 3 == 1 {
                    let t = s.exp();
                    s = t * 0.5 * s;
                } else {
                    s += x;
                }
            }
            s
        }

        #[differentiate]
        fn return_that_skips_the_adjoint_of_a_loop(x: $F, n: usize) -> $F {
            let mut s = x;
            for _ in 0..n {
                s = s * x + 0.2;
            }
            if n < 2 {
                return s * s;
            }
            for _ in 0..n {
                s = s.sin();
            }
            s
        }

        #[differentiate]
        fn return_between_the_loops_of_a_nest(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                for _ in 0..i {
                    s = s.sin() + x * 0.2;
                }
                if s < 0.75 {
                    return s * x;
                }
                for _ in i..n {
                    s = s.cos() * x;
                }
            }
            s
        }

        #[differentiate]
        fn value_read_before_and_after_an_overwrite(x: $F, n: usize) -> $F {
            let mut a = x;
            let mut s = 0.0;
            for _ in 0..n {
                s += a * x;
                a = a * a + 0.1;
                s += a * s;
            }
            s
        }

        #[differentiate]
        fn loop_in_a_branch_in_a_loop(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                if i % 2 == 0 {
                    let mut t = s;
                    for j in 0..=i {
                        t = t * x + 0.1;
                        if j > 2 {
                            break;
                        }
                    }
                    s = t.sin();
                } else {
                    s = s * s + 0.3;
                    if i > 4 {
                        continue;
                    }
                    s *= 0.9;
                }
                s += x;
            }
            s
        }
    };
}

zoo! {
    functions;
    adjoint_kept_after_an_overwrite(x, y) at (0.8, -1.3);
    adjoint_kept_after_an_overwrite_by_a_constant(x) at (0.8);
    adjoint_kept_after_an_overwrite_in_a_loop(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    local_not_reset_per_iteration(x, const n) at (0.4, 0), (0.4, 1), (0.4, 2), (0.4, 7);
    local_array_not_reset_per_iteration(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    local_vector_not_reset_per_iteration(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    local_first_written_in_one_branch(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.3, 5);
    operand_read_after_it_changed(x, y) at (0.8, -1.3);
    operand_read_after_it_changed_in_a_loop(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    result_read_after_it_changed(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    last_iteration_lost_at_break(x, const n) at (0.8, 0), (0.8, 1), (0.8, 7), (0.8, 20);
    iteration_lost_at_continue(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    locals_of_a_branch_not_taken_in_a_loop(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    return_that_skips_the_adjoint_of_a_loop(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    return_between_the_loops_of_a_nest(x, const n) at
        (0.8, 0), (0.8, 1), (0.8, 2), (0.3, 7), (1.4, 7);
    value_read_before_and_after_an_overwrite(x, const n) at (0.5, 0), (0.5, 1), (0.5, 2), (0.5, 7);
    loop_in_a_branch_in_a_loop(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.3, 7);
}
