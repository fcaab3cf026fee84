//! Control flow in control flow: loops in branches, branches in loops, both in a callee.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn loops_in_a_branch(x: $F, n: usize, up: bool) -> $F {
            let mut s = x;
            if up {
                for i in 0..n {
                    s = s.sin() + i as $F * x;
                }
                s *= x;
            } else {
                let mut i = n;
                while i > 0 {
                    s = s * s * 0.5;
                    i -= 1;
                }
            }
            s * s
        }

        #[differentiate]
        fn loops_in_a_callee(x: $F, n: usize) -> $F {
            let mut s = 0.1;
            for i in 0..n {
                let up = i % 2 == 0;
                s += loops_in_a_branch(x * s, i, up);
            }
            s
        }

        #[differentiate]
        fn loop_as_the_value_of_a_branch(x: $F, n: usize) -> $F {
            let y = if n > 1 {
                let mut p = x;
                for _ in 1..n {
                    p *= p;
                }
                p
            } else {
                let mut p = 2.0;
                for _ in 0..3 {
                    p = p * x + 1.0;
                }
                p
            };
            y * x
        }

        #[differentiate]
        fn returns_in_a_callee(a: &[$F], limit: $F) -> $F {
            let mut s = 1.0;
            for i in 0..a.len() {
                if a[i] > limit {
                    return s * a[i] * limit;
                }
                s += a[i] * a[i];
                if s > 4.0 {
                    break;
                }
            }
            s
        }

        #[differentiate]
        fn returns_in_a_called_function(a: &[$F]) -> $F {
            let mut s = 0.3;
            for i in 0..a.len() {
                s = returns_in_a_callee(&a[i..], s + 0.5) * 0.4;
            }
            s
        }

        #[differentiate]
        fn deferred_in_a_loop(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                let y;
                let k;
                if i % 2 == 0 {
                    y = s * x;
                    k = 2;
                } else {
                    y = s.cos();
                    k = 1;
                }
                s = y * k as $F * 0.5 + 0.1;
            }
            s
        }

        #[differentiate]
        fn closures_in_a_branch(x: $F, up: bool) -> $F {
            if up {
                let f = |t: $F| t * x;
                f(x) + f(2.0)
            } else {
                let f = |t: $F| t.sin() * x;
                f(f(x))
            }
        }

        #[differentiate]
        fn while_in_a_while(x: $F, n: usize) -> $F {
            let mut i = 0;
            let mut s = x;
            while i < n {
                let mut j = i;
                while j > 0 && s < 3.0 {
                    s = s * 1.1 + 0.1 * x;
                    j /= 2;
                }
                s = s.sin() + 0.5;
                i += 1;
            }
            s
        }

        #[differentiate]
        fn branches_five_deep(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                if i > 0 {
                    if i < 6 {
                        for j in 0..i {
                            if j % 2 == 0 {
                                if s > 1.0 {
                                    s = s.sqrt();
                                    continue;
                                }
                                s = s * x + 0.4;
                            } else {
                                s += 0.1 * x;
                            }
                        }
                    } else {
                        break;
                    }
                }
                s *= 1.0 + x;
            }
            s
        }
    };
}

zoo! {
    functions;
    loops_in_a_branch(x, const n, const up) at
        (0.8, 0, true), (0.8, 3, true), (0.8, 0, false), (0.8, 3, false);
    loops_in_a_callee(x, const n) at (0.8, 0), (0.8, 1), (0.8, 4);
    loop_as_the_value_of_a_branch(x, const n) at (0.8, 0), (0.8, 2), (0.8, 4);
    returns_in_a_callee(a, limit) at
        ([0.0; 0], 1.0), ([0.8, 1.3], 1.0), ([0.8, 0.3], 1.0), ([0.8, 0.3, 1.9, 0.2], 2.0);
    returns_in_a_called_function(a) at ([0.0; 0]), ([0.4]), ([0.4, 0.3, 2.0, 0.1]);
    deferred_in_a_loop(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    closures_in_a_branch(x, const up) at (0.8, true), (0.8, false);
    while_in_a_while(x, const n) at (0.8, 0), (0.8, 1), (0.8, 7);
    branches_five_deep(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.6, 7);
}
